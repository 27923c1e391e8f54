"""What counts as the same libraries."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.house import ROOT
from tools.environment.stamp import (
    APP_LOCK,
    OLDER_APP_LOCK,
    OLDER_TOOLS_LOCK,
    TOOLS_LOCK,
    Stamp,
    digest,
    locks_for,
)
from tools.offline.laptop import Laptop

LINE = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.*?))? \\$", re.MULTILINE)

ALL = (APP_LOCK, TOOLS_LOCK, OLDER_APP_LOCK, OLDER_TOOLS_LOCK)


def locked(name: str) -> set[tuple[str, str, str]]:
    return set(LINE.findall((ROOT / name).read_text(encoding="utf-8")))


def test_only_the_libraries_and_their_digests_count():
    lock = "a==1 \\\n    --hash=sha256:aa\n"
    assert digest(lock) == digest("# why\r\n\r\na==1 \\\r\n    --hash=sha256:aa\r\n\t# via b")
    assert digest(lock) != digest(lock.replace("==1", "==2"))
    assert digest(lock) != digest(lock.replace("aa", "ab"))


def test_a_stamp_is_read_as_it_was_written_and_half_a_one_is_none(tmp_path):
    stamp = Stamp(".cpython-311.so", "aa", "", "/some: where")
    stamp.write(tmp_path / "stamp")
    assert Stamp.read(tmp_path / "stamp") == stamp
    (tmp_path / "stamp").write_text("python: x\napp: aa\n", encoding="utf-8")
    assert Stamp.read(tmp_path / "stamp") is None
    assert Stamp.read(tmp_path / "no stamp") is None


@pytest.mark.parametrize(("app", "with_tools"), [(APP_LOCK, TOOLS_LOCK), (OLDER_APP_LOCK, OLDER_TOOLS_LOCK)])
def test_what_the_app_needs_is_the_same_with_and_without_the_tools(app, with_tools):
    assert locked(app)
    assert {line[:2] for line in locked(app)} < {line[:2] for line in locked(with_tools)}


@pytest.mark.parametrize(("newest", "older"), [(APP_LOCK, OLDER_APP_LOCK), (TOOLS_LOCK, OLDER_TOOLS_LOCK)])
def test_older_systems_have_another_qt_and_all_else_the_same(newest, older):
    differing = locked(newest) ^ locked(older)
    assert {name for name, *_ in differing} == {"pyside6-essentials", "shiboken6"}
    assert all(version.startswith("6.9.") for _, version, _ in locked(older) & differing)


def test_an_older_laptop_is_filled_from_its_own_lock(tmp_path):
    for name in (APP_LOCK, OLDER_APP_LOCK):
        (tmp_path / name).write_text(name, encoding="utf-8")
    old, new = (Laptop("macos-arm64", (release, 1), (3, 13)) for release in (13, 14))
    assert locks_for(old) == (OLDER_APP_LOCK, OLDER_TOOLS_LOCK)
    assert Stamp.wanted(tmp_path, tools=False, laptop=old).app == digest(OLDER_APP_LOCK)
    assert Stamp.wanted(tmp_path, tools=False, laptop=new).app == digest(APP_LOCK)


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {
        APP_LOCK: project["dependencies"],
        TOOLS_LOCK: extras["dev"],
        OLDER_APP_LOCK: [*project["dependencies"], *extras["older"]],
        OLDER_TOOLS_LOCK: extras["dev"],
    }
    for name, lines in asked.items():
        there = {(one.lower(), version) for one, version, _ in locked(name)}
        for requirement in map(Requirement, lines):
            fitting = [
                v for one, v in there if one == requirement.name.lower() and v in requirement.specifier
            ]
            assert fitting, f"{requirement} is not in {name}: run python3 dev.py lock"


def test_the_markers_of_the_locks_are_read_by_pip():
    assert all(Marker(marker) for name in ALL for *_, marker in locked(name) if marker)
