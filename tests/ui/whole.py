"""Whether what is shown is seen whole: nothing cut, nothing painted over something else."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

PIECES = QAbstractButton | QLabel | QPlainTextEdit


def place_in(page, widget):
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def wanted_height(widget):
    tall = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return widget.minimumHeight() if isinstance(widget, QPlainTextEdit) else tall


def faults(page, pieces=None):
    """Return what is wrong with the pieces that are visible on ``page``: what is cut, and what overlaps."""
    seen = [
        one for one in (pieces or page.findChildren(QWidget)) if isinstance(one, PIECES) and one.isVisible()
    ]
    seen = [one for one in seen if not isinstance(one, QLabel) or one.text()]
    named = {one: one.accessibleName() or getattr(one, "text", str)() for one in seen}
    cut = [
        f"{named[one]!r} is cut: {one.size().toTuple()}, wants {wanted_height(one)}"
        for one in seen
        if one.height() < wanted_height(one)
        or not page.rect().contains(place_in(page, one))
        or one.visibleRegion().boundingRect() != one.rect()
    ]
    return cut + [
        f"{named[one]!r} lies on {named[other]!r}"
        for one, other in combinations(seen, 2)
        if place_in(page, one).intersects(place_in(page, other))
        and not one.isAncestorOf(other)
        and not other.isAncestorOf(one)
    ]
