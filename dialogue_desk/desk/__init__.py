"""The application without its window: the desk, and everything that can be done with it."""
