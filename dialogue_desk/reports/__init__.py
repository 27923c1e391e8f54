"""Documents that people read, and the papers they are written to."""
