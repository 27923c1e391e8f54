"""What a scene of the gallery is, and the looks it is drawn in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from tools.gallery.stage import Stage


@dataclass(frozen=True, slots=True)
class Look:
    """One look of the window.  ``scale`` is the text size in percent; ``wide`` text is spaced."""

    theme: str = "light"
    scale: int = 100
    language: str = "en"
    mirrored: bool = False
    wide: bool = False
    size: tuple[int, int] = (1366, 768)


LOOKS = {
    "light": Look(),
    "dark": Look(theme="dark"),
    "contrast": Look(theme="contrast"),
    "large": Look(scale=200),
    "spanish": Look(language="es"),
    "mirrored": Look(mirrored=True),
    "spaced": Look(wide=True),
    "spaced-150": Look(wide=True, scale=150),
    "small": Look(scale=125, size=(1280, 720)),
    "low": Look(size=(1024, 600)),
    "wide": Look(size=(1920, 1080)),
}

EVERYWHERE = tuple(look for look in LOOKS if look not in {"low", "wide", "spaced-150"})
ALL_SIZES = tuple(LOOKS)
FEW = ("light", "large", "spanish", "mirrored")

Bring: TypeAlias = Callable[[Stage], QWidget | None]
"""Brings a scene about.  Returns the widget to draw, or None for the whole window."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of one screen."""

    name: str
    title: str
    bring: Bring
    looks: tuple[str, ...] = EVERYWHERE
    with_sample: bool = True
