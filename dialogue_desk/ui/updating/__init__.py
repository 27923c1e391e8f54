"""Updating the app from a signed file, in the window."""
