"""What PDFs that are drawn sheet by sheet have in common: how one begins, and how a long story is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from dialogue_desk.domain.model.document import Document
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports.typesetting import REGULAR, register_fonts

_NO_END = 10_000
"""More points than a flowable is high."""


def canvas_of(document: Document, file: BytesIO, sheet: tuple[float, float]) -> Canvas:
    """Return a canvas for sheets of a size in points, which says what it is and is the same each time."""
    register_fonts()
    canvas = Canvas(file, pagesize=sheet, invariant=True, lang=document.language, initialFontName=REGULAR)
    canvas.setTitle(one_line(document.title))
    canvas.setCreator("Dialogue Desk")
    canvas.setProducer("Dialogue Desk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def height_of(story: Iterable[Flowable], width: float) -> float:
    """Return how high a story is, in points, where it is ``width`` points wide."""
    return sum(
        float(one.getSpaceBefore() + one.wrap(width, _NO_END)[1] + one.getSpaceAfter()) for one in story
    )


def cut_to_sheets(story: Iterable[Flowable], width: float, height: float) -> Iterator[tuple[Flowable, ...]]:
    """Yield what fits on each sheet with so much room; what fits on none is on a sheet by itself."""
    piece: list[Flowable] = []
    left, waiting = height, list(story)
    while waiting:
        one = waiting.pop(0)
        need = height_of((one,), width)
        if need <= left:
            piece.append(one)
            left -= need
            continue
        parts = one.split(width, left)
        if len(parts) > 1:
            piece.append(parts[0])
            waiting[:0] = parts[1:]
        elif piece:
            waiting.insert(0, one)
        else:
            piece.append(one)
        yield tuple(piece)
        piece, left = [], height
    if piece:
        yield tuple(piece)
