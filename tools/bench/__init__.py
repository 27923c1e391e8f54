"""Measures what the app promises, each figure next to its floor in the same run."""
