"""Invented conversations with which note-takers practice: what is said, when, and what was written of it."""
