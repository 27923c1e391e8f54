"""Dialogue Desk: run timed community dialogues, take notes, and bring many circles together."""

__version__ = "0.1.0"
