"""Closing a session: a list of steps that can be done in any order and left for later."""
