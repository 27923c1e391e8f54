"""The colours of a theme, by what they are for; without Qt, so that tools can check their contrast."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import Self

from dialogue_desk.resources import resource

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, each as ``#RRGGBB``."""

    background: str
    surface: str
    rail: str
    ink: str
    muted: str
    line: str
    line_strong: str
    accent: str
    on_accent: str
    accent_soft: str
    warn: str
    warn_soft: str
    focus: str

    @classmethod
    def load(cls, theme: str) -> Self:
        """Read the colours of one of ``THEMES``.

        Raises:
            FileNotFoundError: when there is no theme of that name.
            KeyError: when the theme lacks a colour.
        """
        written = tomllib.loads(resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
        return cls(**{field.name: written[field.name] for field in fields(cls)})
