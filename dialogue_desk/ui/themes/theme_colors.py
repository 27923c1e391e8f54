"""The colors that themes can have: those of the app, each with a name, for whoever cannot tell them apart."""

from __future__ import annotations

from dialogue_desk.ui.style.theme_tokens import Tokens
from dialogue_desk.words import Words


def color_names(words: Words) -> tuple[str, ...]:
    """Return the names of the colors, in the order of their numbers from 1."""
    return (words.tr("Teal"), words.tr("Amber"), words.tr("Blue"), words.tr("Gray"))


def color_name(color: int, words: Words) -> str:
    """Return the name of a color; "" for none, and for one of a newer app."""
    names = color_names(words)
    return names[color - 1] if 0 < color <= len(names) else ""


def painted_color(color: int, tokens: Tokens) -> str:
    """Return how a color is painted; "" for none, and for one of a newer app."""
    painted = (tokens.accent, tokens.warn, tokens.focus, tokens.muted)
    return painted[color - 1] if 0 < color <= len(painted) else ""
