"""The source tree again, with what has to hold of each part."""
