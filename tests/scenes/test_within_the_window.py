"""The pages of a large program: 48 circles, 20 options, 400 slips, and nothing scrolls sideways."""

import pytest

from tests.scenes.checks.width import LARGE, sideways
from tools.gallery.scenes import SCENES

ORDINARY = ("voices-season", "spanish")
"""What the ordinary suite looks at.  The visit to every scene looks at all in English, the soak in both."""
PAGES = [
    pytest.param(
        scene,
        look,
        id=f"{scene.name}-{look}",
        marks=() if (scene.name, look) == ORDINARY else pytest.mark.soak,
    )
    for scene in SCENES
    if scene.name in LARGE
    for look in ("light", "spanish")
]


def test_every_page_is_looked_at():
    assert {page.values[0].name for page in PAGES} == set(LARGE)


@pytest.mark.parametrize(("scene", "look"), PAGES)
def test_no_large_page_scrolls_sideways_in_either_language_nor_in_large_text(scene, look, staged):
    shown = staged.bring(scene, look)
    assert sideways(shown) == []
    staged.wear("large")
    assert sideways(shown) == []
