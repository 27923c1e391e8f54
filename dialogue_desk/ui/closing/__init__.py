"""Wrapping up a session: its steps, and what leaves the laptop."""
