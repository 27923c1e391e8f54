"""Giving the app away from the window: what goes along is said first, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.leaving.given_content import given_content
from dialogue_desk.desk.leaving.giving import give
from dialogue_desk.desk.leaving.giving_plan import plan_giving
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.resources import resource
from dialogue_desk.ui.core.long_saving import LongSaving
from dialogue_desk.ui.giving.app_giving import AppGiving
from dialogue_desk.ui.giving.give_sheet import GivenSheet, GiveSheet
from dialogue_desk.ui.widgets.label import Label
from tests.desk.leaving.small_build import small_build


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def build(tmp_path):
    return small_build(tmp_path / "app")


@pytest.fixture
def own(desk):
    """A desk with one guide of its own."""
    guides = OwnGuides(desk)
    text = resource("templates", "own-evening.en.guide.md").read_text("utf-8")
    guides.add((guide_text_of(text.replace("title: ", "title: Ours, ", 1)),), Origin.WRITTEN)
    return guides


@pytest.fixture
def window(context):
    return context.toast.window()


@pytest.fixture
def begin(own, build, context, window, qtbot):
    """Begins to give the app away; the sheet that says what goes along is returned."""

    def begin():
        AppGiving(own, build, context, window).begin()
        qtbot.waitUntil(lambda: bool(shown(window, GiveSheet)), timeout=30_000)
        return shown(window, GiveSheet)[0]

    return begin


def shown(window, kind):
    return [sheet for sheet in window.findChildren(kind) if sheet.isVisible()]


def texts_of(sheet):
    return " ".join(label.text() for label in sheet.findChildren(Label))


@pytest.fixture
def end(window, qtbot):
    """Waits for the sheet that says what is on the stick, and returns what it says."""

    def end():
        qtbot.waitUntil(lambda: bool(shown(window, GivenSheet)), timeout=30_000)
        return texts_of(shown(window, GivenSheet)[0])

    return end


def test_the_sheet_says_what_goes_along_and_what_stays(begin):
    said = texts_of(begin())
    for part in ("Dialogue Desk 0.2.0 itself", "Stays here", "notes, names, keys"):
        assert part in said


def test_the_app_is_given_by_two_presses_of_a_key(begin, end, ask, stick, qtbot):
    ask.folder = stick
    sheet = begin()
    assert sheet.choose_button.hasFocus()
    qtbot.keyClick(sheet.choose_button, Qt.Key.Key_Space)
    assert "safe to remove" in end()
    assert (stick / "Dialogue Desk 0.2.0" / "Start on Linux.sh").exists()


def test_a_guide_of_ones_own_stays_here_without_a_tick(begin, end, ask, stick):
    ask.folder = stick
    sheet = begin()
    assert [tick.isChecked() for tick in sheet.ticks] == [False]
    assert sheet.ticks[0].text().startswith("Ours, ")
    sheet.choose_button.click()
    end()
    assert not list(stick.rglob("Our own"))


def test_a_guide_of_ones_own_goes_along_with_a_tick(begin, end, ask, stick):
    ask.folder = stick
    sheet = begin()
    sheet.ticks[0].click()
    sheet.choose_button.click()
    end()
    (guide,) = (stick / "Dialogue Desk 0.2.0" / "Guides" / "Our own").iterdir()
    assert "title: Ours, " in guide.read_text("utf-8")


def test_who_chooses_no_stick_gives_nothing_and_is_still_asked(begin, stick):
    sheet = begin()
    sheet.choose_button.click()
    assert sheet.isVisible()
    assert list(stick.iterdir()) == []


@pytest.fixture
def with_older(stick, tmp_path):
    """A stick that an older version was given to."""
    old = small_build(tmp_path / "old", version="0.1.0")
    give(plan_giving(given_content(old), stick, old))
    return stick


@pytest.mark.parametrize(("answer", "left"), [("replace", ["0.2.0"]), ("keep", ["0.1.0", "0.2.0"])])
def test_an_older_version_goes_only_when_a_person_says_so(begin, end, ask, with_older, answer, left):
    stick = with_older
    ask.folder, ask.answer = stick, answer
    begin().choose_button.click()
    end()
    assert sorted(path.name for path in stick.iterdir()) == [f"Dialogue Desk {one}" for one in left]


def test_a_file_that_was_changed_is_not_replaced_when_a_person_thinks_better_of_it(
    begin, ask, stick, build, context, qtbot
):
    give(plan_giving(given_content(build), stick, build))
    guide = next(stick.rglob("one-evening.en.guide.md"))
    guide.write_text("notes of an evening", encoding="utf-8")
    ask.folder = stick
    begin().choose_button.click()
    qtbot.waitUntil(lambda: bool(ask.questions), timeout=30_000)
    assert [answer.id for answer in ask.questions[0].answers] == ["replace"]
    assert guide.read_text("utf-8") == "notes of an evening"


def test_a_place_that_is_gone_is_said(begin, ask, said, tmp_path, qtbot):
    ask.folder = tmp_path / "gone"
    begin().choose_button.click()
    qtbot.waitUntil(lambda: any("Nothing was copied" in text for text in said), timeout=30_000)


def test_it_can_be_stopped_and_leaves_nothing(begin, ask, stick, context, window, qtbot):
    ask.folder = stick
    sheet = begin()
    context.worker.run(context.toast, lambda _: None, lambda _: None)
    sheet.choose_button.click()
    saving = shown(window, LongSaving)[0]
    saving.stop_button.click()
    qtbot.waitUntil(lambda: not context.worker.busy(), timeout=30_000)
    assert list(Path(stick).iterdir()) == []
