"""Erasing for good: one clear question, and a report of what was erased."""
