"""Width: a page of a large program fits into a small window, and nothing in it scrolls sideways."""

from PySide6.QtWidgets import QAbstractScrollArea

LARGE = (
    "voices-season",
    "forum-typing",
    "voices-missing",
    "voices-circles",
    "voices-counted",
    "voices-slips",
    "voices-invitation",
    "voices-counting",
    "forum-none",
    "forum-twenty",
    "forum-sheets",
    "forum-differences",
    "forum-result",
    "forum-teams",
    "forming-wish",
    "forming-slips",
    "forming-season",
    "forming-unmet",
    "forming-finish",
    "setup-questionnaire",
    "slips-wrong",
)
"""The pages of large programs: 48 circles, 20 options, 400 slips."""

ROOM = (1366, 768)


def sideways(shown):
    """Return what can be scrolled sideways, and whether the window grew too wide."""
    seen = [one for one in (shown, *shown.findChildren(QAbstractScrollArea)) if one.isVisible()]
    found = [
        f"{type(one).__name__} “{one.accessibleName()}” scrolls sideways"
        for one in seen
        if isinstance(one, QAbstractScrollArea) and one.horizontalScrollBar().maximum() > 0
    ]
    if shown.width() > ROOM[0]:
        found.append(f"the window is {shown.width()} pixels wide")
    return found
