"""What counts as the same libraries."""

from __future__ import annotations

import re
import tomllib

from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.house import ROOT
from tools.environment.stamp import APP_LOCK, TOOLS_LOCK, Stamp, digest

LINE = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.*?))? \\$", re.MULTILINE)


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


def test_what_the_app_needs_is_the_same_with_and_without_the_tools():
    assert locked(APP_LOCK)
    assert {line[:2] for line in locked(APP_LOCK)} < {line[:2] for line in locked(TOOLS_LOCK)}


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {APP_LOCK: project["dependencies"], TOOLS_LOCK: project["optional-dependencies"]["dev"]}
    for name, lines in asked.items():
        there = {(one.lower(), version) for one, version, _ in locked(name)}
        for requirement in map(Requirement, lines):
            fitting = [
                v for one, v in there if one == requirement.name.lower() and v in requirement.specifier
            ]
            assert fitting, f"{requirement} is not in {name}: run python3 dev.py lock"


def test_the_markers_of_the_locks_are_read_by_pip():
    assert all(Marker(marker) for name in (APP_LOCK, TOOLS_LOCK) for *_, marker in locked(name) if marker)
