"""Opening files: what is read, imported, and told of it."""
