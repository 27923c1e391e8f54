"""The guides that tests follow: they stay as they are when the words of those that ship are changed."""

from pathlib import Path

GUIDES = Path(__file__).parent
