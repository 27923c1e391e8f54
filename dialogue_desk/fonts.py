"""The font files of Atkinson Hyperlegible and Noto, for the window and for documents.

They lie in ``resources/fonts`` with their licence, the SIL Open Font License: a font that comes as somebody
else's package can change or go with it, and then old reports would look different.
"""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.resources import resource

__all__ = ["FAMILY", "figures_file", "font_file", "font_files", "noto_file", "noto_files"]

FAMILY = "Atkinson Hyperlegible"


def font_file(*, bold: bool = False, italic: bool = False) -> Path:
    """Return the path of the TrueType file of one face."""
    face = ("Bold" if bold else "") + ("Italic" if italic else "")
    return resource("fonts", "atkinson", f"AtkinsonHyperlegible-{face or 'Regular'}.ttf")


def font_files() -> tuple[Path, ...]:
    """Return the paths of the four faces: regular, bold, italic, bold italic."""
    return tuple(font_file(bold=bold, italic=italic) for italic in (False, True) for bold in (False, True))


def figures_file() -> Path:
    """Return the path of a font with a plain zero: a slashed one can be taken for an 8 from far away."""
    return noto_file("Sans")


def noto_file(script: str) -> Path:
    """Return the path of the Noto font for a script, such as ``SansThai``; ``Sans`` draws Latin and Greek."""
    return resource("fonts", "noto", f"Noto{script}.ttf")


def noto_files() -> tuple[Path, ...]:
    """Return the paths of all Noto fonts, which draw what the other lacks; that of most texts first."""
    first = figures_file()
    return (first, *sorted(file for file in first.parent.glob("*.ttf") if file != first))
