"""Dialogue Desk: run timed community dialogues, keep what was said, bring many circles together."""

__version__ = "0.1.0"
