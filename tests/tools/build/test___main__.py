"""``python3 dev.py build``: which kinds there are; with ``--build`` they are made, and looked at."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house import ROOT
from tools.build.__main__ import KINDS, Build, is_to_be_tried, main, parser
from tools.build.frozen_folder import Wishes
from tools.build.release import Release
from tools.updates.update_keys import NoKey


def test_each_system_can_make_something_to_install_and_something_to_carry():
    for system in ("linux", "win32", "darwin"):
        here = {name for name, kind in KINDS.items() if system in kind.systems}
        assert {"folder", "archive"} < here


def test_the_help_names_every_kind_of_this_system_and_no_other(capsys, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert "installer" in told
    assert "Debian" not in told
    assert "wheels [SYSTEM ...]" in told
    assert "new-key FILE" in told


def test_an_update_without_a_key_is_refused_before_the_folder_is_made(tmp_path):
    no_key = tmp_path / "updates.key"
    no_key.write_text("some other file", encoding="utf-8")
    asked = Build(tmp_path, Release.of(ROOT), Wishes(), key=no_key)
    with pytest.raises(NoKey, match=r"updates\.key"):
        KINDS["update"].make(asked)
    assert sorted(tmp_path.iterdir()) == [no_key]


def test_a_kind_for_another_system_is_refused(capsys, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SystemExit) as ended:
        main(["deb"])
    assert ended.value.code == 2
    assert "deb" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "system", "tried"),
    [
        ([], "linux", True),
        (["--no-try"], "linux", False),
        (["folder"], "linux", False),
        (["folder", "--try"], "linux", True),
        ([], "win32", False),
    ],
)
def test_all_that_is_made_is_tried_and_one_kind_where_it_is_wanted(asked, system, tried, monkeypatch):
    monkeypatch.setattr(sys, "platform", system)
    assert is_to_be_tried(parser(["folder"]).parse_args(asked)) is tried


@pytest.fixture(scope="module")
def made():
    """The folder of a build, made anew."""
    subprocess.run([sys.executable, "dev.py", "build", "folder"], cwd=ROOT, check=True)
    return next((ROOT / "build" / "out").glob("dialogue-desk-*/"))


@pytest.mark.build
@pytest.mark.skipif(sys.platform != "linux", reason="nobody has tried it elsewhere")
def test_two_builds_of_one_source_are_the_same(made):
    def all_in(folder):
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {p.relative_to(folder): (p.read_bytes(), p.stat().st_mode, p.stat().st_mtime) for p in files}

    first = all_in(made)
    subprocess.run([sys.executable, "dev.py", "build", "folder"], cwd=ROOT, check=True)
    second = all_in(made)
    assert [path for path in first.keys() | second.keys() if first.get(path) != second.get(path)] == []


@pytest.mark.build
@pytest.mark.skipif(sys.platform != "linux", reason="nobody has tried it elsewhere")
def test_a_build_holds_no_link_and_no_way_into_a_network(made):
    paths = list(made.rglob("*"))
    assert [path for path in paths if path.is_symlink()] == []
    assert [path.name for path in paths if "QtNetwork" in path.name or "Qt6Network" in path.name] == []
    assert (made / "_internal" / "libxcb-cursor.so.0").exists()
