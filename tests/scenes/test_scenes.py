"""What holds in every scene: one visit each, and every check is asked there."""

import pytest

from tests.scenes.checks import CHECKS
from tests.scenes.staged import each_scene


@each_scene()
def test_every_check_holds_in_the_scene(scene, staged):
    shown = staged.bring(scene)
    found = [f"{name}: {line}" for name, check in CHECKS.items() for line in check(shown)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)
