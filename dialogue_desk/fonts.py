"""The font files of Atkinson Hyperlegible, for the window and for documents; and one for large figures."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fontpkg_atkinson_hyperlegible import FAMILY, ROOT

__all__ = ["FAMILY", "figures_file", "font_file", "font_files"]

_FILES = Path(ROOT) / "files"


def font_file(*, bold: bool = False, italic: bool = False) -> Path:
    """Return the path of the TrueType file of one face."""
    face = ("Bold" if bold else "") + ("Italic" if italic else "")
    return _FILES / f"AtkinsonHyperlegible-{face or 'Regular'}.ttf"


def figures_file() -> Path:
    """Return the path of a font with a plain zero: a slashed one can be taken for an 8 from far away."""
    return Path(str(files("manimgx_fonts") / "NotoSans[wght].ttf"))


def font_files() -> tuple[Path, ...]:
    """Return the paths of the four faces: regular, bold, italic, bold italic."""
    return tuple(font_file(bold=bold, italic=italic) for italic in (False, True) for bold in (False, True))
