"""Cut texts: every word has the room that it needs, whatever the size and the spacing of the text."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget


def no_text_is_cut(shown):
    for widget in (shown, *shown.findChildren(QWidget)):
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton) and widget.text():
            needed = widget.minimumSizeHint()
            tall = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
            if widget.width() < needed.width() or widget.height() < tall:
                has = f"{widget.width()} x {widget.height()}"
                yield f"{named(widget)} needs {needed.width()} x {tall} pixels and has {has}"
            elif not scrolled(widget, shown) and widget.visibleRegion().boundingRect() != widget.rect():
                yield f"{named(widget)} is seen only in {seen_of(widget)} of {widget.size().toTuple()} pixels"


def seen_of(widget):
    """Return the size of what is in sight."""
    return widget.visibleRegion().boundingRect().size().toTuple()


def named(widget):
    """Return what is cut, in words."""
    return f"{type(widget).__name__} “{widget.text()[:40]}”"


def scrolled(widget, shown):
    """Return whether a person can scroll to what is not in sight."""
    while widget is not shown and widget is not None:
        widget = widget.parentWidget()
        if isinstance(widget, QAbstractScrollArea):
            return True
    return False
