"""The pages of a large program: 48 circles, 20 options, 400 slips, and nothing scrolls sideways."""

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from tools.gallery.scenes import SCENES

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
ORDINARY = ("voices-season", "spanish")
"""What the ordinary suite looks at; the others have the marker ``scenes``."""
PAGES = [
    pytest.param(
        scene,
        look,
        id=f"{scene.name}-{look}",
        marks=() if (scene.name, look) == ORDINARY else pytest.mark.scenes,
    )
    for scene in SCENES
    if scene.name in LARGE
    for look in ("light", "spanish")
]
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


def test_every_page_is_looked_at():
    assert {page.values[0].name for page in PAGES} == set(LARGE)


@pytest.mark.parametrize(("scene", "look"), PAGES)
def test_no_large_page_scrolls_sideways_in_either_language_nor_in_large_text(scene, look, staged):
    shown = staged.bring(scene, look)
    assert sideways(shown) == []
    staged.wear("large")
    assert sideways(shown) == []
