"""The list of parts that comes beside each build, in the form of CycloneDX."""
