"""What holds in every scene: one visit each, and every check is asked there."""

import pytest

from tests.scenes.checks import CHECKS
from tests.scenes.checks.contrast import whatever_is_read_stands_out
from tests.scenes.checks.cut import no_text_is_cut
from tests.scenes.checks.width import LARGE, sideways
from tests.scenes.staged import each_scene

LOOKS = {
    "large": no_text_is_cut,
    "spaced": no_text_is_cut,
    "spaced-150": no_text_is_cut,
    "dark": whatever_is_read_stands_out,
    "contrast": whatever_is_read_stands_out,
}
"""What else a look asks: WCAG 1.4.4 and 1.4.12, and 1.4.3."""


@each_scene()
def test_every_check_holds_in_the_scene(scene, staged):
    shown = staged.bring(scene)
    found = sideways(shown) if scene.name in LARGE else []
    for name, check in CHECKS.items():
        found += [f"{name}: {line}" for line in check(shown)]
        staged.stage.settle()  # a check that walks with Tab may end what was being edited
    for look, check in LOOKS.items():
        staged.wear(look)
        found += [f"{look}: {line}" for line in check(shown)]
        if look == "large" and scene.name in LARGE:
            found += [f"{look}: {line}" for line in sideways(shown)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)
