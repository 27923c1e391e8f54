"""Measures what the app promises, each figure beside its floor in the same run."""
