"""Contrast: what is read stands out from what it is painted on (WCAG 1.4.3), in a picture of the window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from dialogue_desk.ui.room.room_display import RoomDisplay
from tests.ui.contrast import ratio

_READ = 4.5
_LARGE = 3
_LARGE_FROM = 24


def whatever_is_read_stands_out(shown):
    picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in (shown, *shown.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled() and (said := words_of(widget)):
            place = QRect(widget.mapTo(shown, QPoint(0, 0)), widget.size())
            least = _LARGE if widget.font().pixelSize() >= _LARGE_FROM else _READ
            # What is half covered or scrolled away says too little of its colours.
            whole = widget.visibleRegion() == QRegion(widget.rect()) and not covered(place, widget, shown)
            if whole and (found := best_ratio(picture.copy(place))) < least:
                yield f"{type(widget).__name__} “{said[:40]}” has a contrast of {found:.2f}"


def words_of(widget):
    """Return the words that a widget paints, or an empty string."""
    if isinstance(widget, RoomDisplay):
        return " ".join(widget.content.texts)
    return widget.text().strip() if isinstance(widget, QLabel | QAbstractButton) else ""


def covered(place, widget, shown):
    """Return whether something lies over a widget, as a list of offers does."""
    for point in (place.topLeft(), place.center(), place.bottomRight()):
        on_top = shown.childAt(point)
        if on_top is not None and not (on_top is widget or on_top.isAncestorOf(widget)):
            return not widget.isAncestorOf(on_top)
    return False


def best_ratio(picture):
    """Return the contrast of the commonest colour, the ground, and the colour that stands out most."""
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    ground = QColor(counted.most_common(1)[0][0])
    return max(ratio(QColor(pixel), ground) for pixel, times in counted.items() if times >= 2)
