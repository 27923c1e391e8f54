"""The looks that every screen has to stand in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """One way the window may look.  ``scale`` is the text size in percent; ``size`` is in pixels."""

    theme: str = "light"
    scale: int = 100
    language: str = "en"
    mirrored: bool = False
    size: tuple[int, int] = (1366, 768)


LOOKS = {
    "light": Look(),
    "dark": Look(theme="dark"),
    "contrast": Look(theme="contrast"),
    "large": Look(scale=200),
    "spanish": Look(language="es"),
    "mirrored": Look(mirrored=True),
    "small": Look(scale=125, size=(1280, 720)),
}
