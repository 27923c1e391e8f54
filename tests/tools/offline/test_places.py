"""The app lies in a person's own folders, and never where the person's entries are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.offline.places import REMOVER, Places

HOME = Path("home")


@pytest.mark.parametrize(
    ("system", "environ", "whole", "menu"),
    [
        ("linux-x86_64", {}, "home/.local/lib/dialogue-desk", "home/.local/share/applications"),
        ("linux-aarch64", {"XDG_DATA_HOME": "/d"}, "home/.local/lib/dialogue-desk", "/d/applications"),
        (
            "windows-amd64",
            {"LOCALAPPDATA": "L", "APPDATA": "R"},
            "L/Programs/Dialogue Desk",
            "R/Microsoft/Windows/Start Menu/Programs",
        ),
        (
            "windows-arm64",
            {},
            "home/AppData/Local/Programs/Dialogue Desk",
            "home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs",
        ),
        ("macos-arm64", {}, "home/Applications/Dialogue Desk.app", None),
    ],
)
def test_each_system_has_its_places(system, environ, whole, menu):
    places = Places.of(system, HOME, environ)
    assert places.whole == Path(whole)
    assert places.menu == (None if menu is None else Path(menu))
    assert places.libraries("0a").parent == places.app
    assert places.whole in (places.app, *places.app.parents)


def test_another_copy_of_the_app_is_not_taken_for_ours(tmp_path):
    places = Places.of("macos-arm64", tmp_path, {})
    assert not places.are_taken()
    (places.whole / "Contents" / "MacOS").mkdir(parents=True)
    assert places.are_taken()
    assert not places.hold_ours()
    places.libraries("0a").mkdir(parents=True)
    assert places.hold_ours()
    assert not places.are_taken()


def test_what_is_left_of_ours_is_ours(tmp_path):
    places = Places.of("linux-x86_64", tmp_path, {})
    places.app.mkdir(parents=True)
    (places.app / REMOVER).touch()
    assert places.hold_ours()
    assert places.others() == []
