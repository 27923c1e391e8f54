"""What people are told about giving: every trouble has a sentence, and the end says what is there."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_desk.desk.leaving.given_content import given_content
from dialogue_desk.desk.leaving.giving import give
from dialogue_desk.desk.leaving.giving_plan import CannotGive, GivingTrouble, plan_giving
from dialogue_desk.desk.leaving.giving_text import (
    app_sentence,
    cannot_give,
    given_sentences,
    replacing_sentences,
    size_text,
)
from dialogue_desk.installation import Form
from dialogue_desk.words import Words
from tests.desk.leaving.small_build import DATA, small_build

WORDS = Words()


@pytest.mark.parametrize("trouble", GivingTrouble)
def test_each_trouble_says_that_nothing_was_given(trouble: GivingTrouble) -> None:
    why = CannotGive(trouble, "a/file\n", needed=284_000_001, free=99_999_999)
    said = cannot_give(why, Path("STICK"), WORDS)
    assert said.startswith("Nothing was copied")
    assert "\n" not in said


def test_too_little_room_says_how_much_is_needed_and_how_much_is_free() -> None:
    why = CannotGive(GivingTrouble.NO_ROOM, needed=284_000_001, free=99_999_999)
    said = cannot_give(why, Path("STICK"), WORDS)
    assert "285 MB" in said
    assert "99 MB" in said


@pytest.mark.parametrize(
    ("number", "part"),
    [
        (errno.ENOSPC, "full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "allowed"),
        (errno.EIO, "damaged"),
    ],
)
def test_what_the_system_says_is_told_in_words(number: int, part: str) -> None:
    said = cannot_give(OSError(number, "why"), Path("/media/STICK"), WORDS)
    assert "“STICK”" in said
    assert part in said


def test_the_end_says_where_it_is_and_that_the_stick_can_go(tmp_path: Path) -> None:
    build, stick = small_build(tmp_path / "app"), tmp_path / "STICK"
    stick.mkdir()
    content = given_content(build)
    plan = plan_giving(content, stick, build)
    give(plan)
    said = " ".join(given_sentences(plan, ("Dialogue Desk 0.1.0",), WORDS))
    for part in ("“Dialogue Desk 0.2.0”", "safe to remove", "README - LEAME.txt", "“Dialogue Desk 0.1.0”"):
        assert part in said
    again = plan_giving(content, stick, build)
    assert "already" in given_sentences(again, (), WORDS)[0]
    assert replacing_sentences(again, WORDS) == ()


def test_what_would_be_replaced_is_named(tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    old = small_build(tmp_path / "old", version="0.1.0")
    give(plan_giving(given_content(old), stick, old))
    new = small_build(tmp_path / "new")
    plan = plan_giving(given_content(new), stick, new)
    changed = replace(plan, changed=("Guides/one.guide.md", "Guides/two.guide.md"), newer="0.3.0")
    said = " ".join(replacing_sentences(changed, WORDS))
    assert "0.1.0" in said
    assert "2 files" in said
    assert any("0.3.0" in line for line in given_sentences(changed, (), WORDS))
    with_guides = " ".join(given_sentences(replace(plan, own_guides=True), (), WORDS))
    assert "“Guides/Our own”" in with_guides
    assert "Our own" not in " ".join(given_sentences(plan, (), WORDS))


def test_whether_the_app_goes_along_is_said(tmp_path: Path) -> None:
    build = small_build(tmp_path / "app")
    assert "0.2.0 itself" in app_sentence(given_content(build), build, WORDS)
    source = replace(build, form=Form.SOURCE)
    assert "source" in app_sentence(given_content(source), source, WORDS)
    (build.folder / DATA / "manifest.json").unlink()
    assert "the list of its files is missing" in app_sentence(given_content(build), build, WORDS)


def test_sizes_are_rounded_up_to_whole_megabytes() -> None:
    assert size_text(1, WORDS) == "1 MB"
