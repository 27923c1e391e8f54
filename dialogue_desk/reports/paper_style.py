"""How documents look: colors and sizes, the same in every kind of file."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.model.document import PaperSize, Tone

INK = "#000000"
MUTED = "#4A5361"
ACCENT = "#0B6363"
LINE = "#DFDCD4"
LINE_STRONG = "#8A8F9A"

MM = 72 / 25.4
"""A millimeter in points."""

MARGIN = 18 * MM
"""The margin of a page, in points."""

SHEETS: dict[PaperSize, tuple[float, float]] = {
    PaperSize.LETTER: (612.0, 792.0),
    PaperSize.A4: (210 * MM, 297 * MM),
}
"""Width and height in points."""

LINE_EMS = 36
"""The most that a line of text is wide, in its own sizes: about 70 letters."""


LEADING = 14 / 10.5
"""How high a line of text is, in its own sizes."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in points, and how much ``air`` is between blocks, compared to the usual.

    ``said`` is for words that are read aloud, ``figures`` for the first line beside a heading; ``beside`` is
    how wide the margin is in which such lines are, and ``line`` how high a line to write on.
    """

    title: float
    headings: tuple[float, float, float]
    lead: float
    text: float
    small: float
    said: float
    figures: float
    beside: float
    line: float
    air: float = 1.0


def sizes(*, large: bool) -> Sizes:
    """Return the sizes of ordinary print, or of large print with at least 18 points."""
    if large:
        return Sizes(32, (25, 21, 19), lead=20, text=18, small=18, said=22, figures=30, beside=126, line=36)
    return Sizes(25, (15, 12, 11), lead=12, text=10.5, small=9, said=14, figures=22, beside=116, line=26)


TINT, DIFFERENCE, SEATS = "#E3EFED", "#8A4B00", 11
"""The ground of a panel, the color of difference, and how many dots a ring has."""
_SHADES = (("#0B6363", "#FFFFFF"), ("#3B7F7B", "#FFFFFF"), ("#9CC7C2", INK), ("#DCEBE8", INK))


def shade(tone: Tone, place: int) -> tuple[str, str]:
    """Return the color of a part of a whole, the darkest first, and of the words on it."""
    if tone is Tone.DIFFERENT:
        return "#FFFFFF", INK
    return ("#F0EEE8", INK) if tone is Tone.PANEL else _SHADES[min(place, len(_SHADES) - 1)]
