import pytest

from dialogue_desk.ui.widgets.blending import can_see_through


@pytest.mark.parametrize("platform", ["offscreen", "windows", "cocoa", "wayland"])
def test_other_platforms_than_x11_can_always_be_seen_through(platform):
    assert can_see_through(platform)


def test_a_display_that_cannot_be_asked_is_taken_for_one_that_can():
    assert can_see_through("xcb", ":12345")
