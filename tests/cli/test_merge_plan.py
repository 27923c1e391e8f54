"""A merge can be looked at before: what would become of each file is printed, and nothing is done."""

from __future__ import annotations

import pytest

from dialogue_desk.cli import DONE
from dialogue_desk.cli.commands import SOME_REFUSED
from tests.cli.test_merge_waits import here, merge, strangers
from tests.command import main

__all__ = ["here", "strangers"]


@pytest.fixture
def dry(capsys):
    def dry(desk, *arguments):
        code = main(["merge", *map(str, arguments), "--desk", str(desk), "--dry-run"])
        return code, capsys.readouterr().out.splitlines()

    return dry


def test_without_a_desk_everything_is_new_and_no_desk_is_made(strangers, tmp_path, dry):
    code, said = dry(tmp_path / "all.desk", *strangers.handed)
    assert code == DONE and not (tmp_path / "all.desk").exists()
    assert said[0] == "New · 2"
    assert said[2].startswith("  - C01, session 1: ") and said[2].endswith(strangers.handed[0].name)
    assert said[-2:] == ["2 files have something to add.", "Nothing was added: this only looks."]


def test_what_would_wait_or_is_refused_is_said_and_shows_in_the_exit_code(here, strangers, tmp_path, dry):
    bad = tmp_path / "list.dialogue"
    bad.write_text("milk", encoding="utf-8")
    before = here.read_bytes()
    code, said = dry(here, strangers.changer, bad, *strangers.handed)
    assert code == SOME_REFUSED and here.read_bytes() == before
    assert "Needs your answer · 1" in said and "Refused · 1" in said and "Here already · 2" in said
    assert any(line.startswith("  - list.dialogue: “list.dialogue” is not a Dialogue Desk") for line in said)


def test_after_the_merge_the_plan_says_that_all_is_here(here, strangers, dry, capsys):
    assert merge(here, *strangers.handed) == DONE
    capsys.readouterr()
    code, said = dry(here, *strangers.handed)
    assert code == DONE and said[0] == "Here already · 2"
    assert "None of these files has anything to add." in said
