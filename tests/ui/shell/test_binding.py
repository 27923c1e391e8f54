"""Python and PySide6 fit together: the pair that aborts never gets in."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement

from dialogue_desk.ui.shell.binding import binding_is_sound
from tests.house import ROOT
from tools.environment.stamp import APP_LOCK, OLDER_APP_LOCK

PINS = [
    requirement
    for line in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
    if (requirement := Requirement(line)).name.lower().startswith("pyside6")
]


def pins_for(python: str) -> list[Requirement]:
    return [pin for pin in PINS if pin.marker is None or pin.marker.evaluate({"python_version": python})]


def test_the_binding_that_is_installed_is_sound() -> None:
    assert binding_is_sound()


def test_a_binding_that_gives_none_away_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = iter((5_000, 4_800))
    monkeypatch.setattr(sys, "getrefcount", lambda _: next(counts))
    assert not binding_is_sound()


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14", "3.15"])
@pytest.mark.parametrize("lock", [APP_LOCK, OLDER_APP_LOCK])
def test_each_python_has_one_exact_pyside_that_the_project_allows(lock: str, python: str) -> None:
    lines = re.findall(r"^(pyside6-essentials==[^\\\n]+)", (ROOT / lock).read_text(encoding="utf-8"), re.M)
    chosen = [
        one
        for one in map(Requirement, lines)
        if one.marker is None or one.marker.evaluate({"python_full_version": f"{python}.0"})
    ]
    assert len(chosen) == 1
    (pin,) = pins_for(python)
    assert all(pin.specifier.contains(release.version) for release in chosen[0].specifier)


def test_the_release_that_aborts_stays_away_from_old_pythons() -> None:
    (pin,) = pins_for("3.11")
    assert not pin.specifier.contains("6.12.0")


def test_what_is_installed_is_what_is_pinned() -> None:
    (pin,) = (pin for pin in PINS if pin.marker is None or pin.marker.evaluate())
    assert pin.specifier.contains(version(pin.name))
