"""The colours of a theme, by what they are for; without Qt, so that tools can check their contrast."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from typing import Self

from dialogue_desk.resources import resource

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_WHITE, _BLACK = f"#{0xFFFFFF:06X}", f"#{0:06X}"
_PLAIN = (*3 * (_WHITE,), *5 * (_BLACK,), *2 * (_WHITE,), _BLACK, _WHITE, _BLACK)
"""What the app wears when one of its themes is damaged: everything can be read."""

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
        """Read the colours of one of ``THEMES``; black and white when its file is damaged.

        Raises:
            FileNotFoundError: when there is no theme of that name.
        """
        try:
            return cls.of(resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
        except ValueError:
            return cls(*_PLAIN)

    @classmethod
    def of(cls, written: str) -> Self:
        """Return the colours in the text of a theme's file.

        Raises:
            ValueError: when it is not TOML, or lacks one of them.
        """
        try:
            values = tomllib.loads(written)
        except RecursionError as error:
            raise ValueError("no theme is that deep") from error
        colours = [str(values.get(field.name)) for field in fields(cls)]
        if not all(map(_COLOUR.fullmatch, colours)):
            raise ValueError("a theme has a colour for everything")
        return cls(*colours)
