"""A document becomes a guide: it is chosen, looked through line by line, and kept."""
