"""Preparing, running and closing a session."""
