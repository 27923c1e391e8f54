"""Erasing for good, here and in the copies; and how long notes are kept."""
