"""Erasing for good: one clear question, and what came of it."""
