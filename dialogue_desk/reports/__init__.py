"""Documents that people read, and the files they become."""
