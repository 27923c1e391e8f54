"""Wrapping up a session: read-back, dots, tallies, and what may leave the laptop."""
