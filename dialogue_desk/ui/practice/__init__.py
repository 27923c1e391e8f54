"""Practicing: taking notes of an invented circle, and leading one."""
