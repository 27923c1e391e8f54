"""A desk file that vanishes, seen through the real window: while it is open, and before the next start."""

from __future__ import annotations

import shutil
import sys

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.copies.missing_desk_page import MissingDeskPage
from dialogue_desk.ui.copies.restore_sheet import RestoreSheet
from dialogue_desk.ui.core.route import PageName, Route
from tests.ui.copies.waiting import choose_stick, idle
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held, prepared
from tests.ui.sittings import laptop

__all__ = ["laptop"]

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")


def said(sitting):
    return {one.body.text for one in sitting.desk.file.records.of_kind(Kind.NOTE) if one.body}


def note(text):
    return Note(NoteKind.CONCERN, text)


@pytest.fixture
def desk_folder(laptop, tmp_path, monkeypatch):
    """The desk has a folder of its own, as the app's own data folder is one."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    folder = tmp_path / "data"
    folder.mkdir()
    laptop.paths = type(laptop.paths)(folder / "desk.db", laptop.paths.settings, laptop.paths.log)
    return folder


@on_unix
def test_a_note_typed_after_the_folder_was_deleted_is_there_at_the_next_start(laptop, desk_folder, qtbot):
    sitting = laptop.start()
    session_id = prepared(sitting.desk, sitting.workspace.pages.shelf)
    sitting.workspace.go(Route(PageName.RUN, session_id))
    sitting.desk.add(session_id, note("before"))
    shutil.rmtree(desk_folder)
    sitting.desk.add(session_id, note("after"))
    sentence = sitting.workspace.toast.sentence()
    assert sentence.startswith("“desk.db” was deleted or moved while it was open. Everything was saved")
    assert sitting.workspace.route == Route(PageName.RUN, session_id)
    laptop.stop(sitting)
    assert said(laptop.start()) == {"before", "after"}


@on_unix
def test_an_older_version_that_a_service_put_there_is_named(laptop, desk_folder, qtbot):
    first = laptop.start()
    session_id = prepared(first.desk, first.workspace.pages.shelf)
    laptop.stop(first)
    older = shutil.copy(desk_folder / "desk.db", desk_folder.with_name("older.db"))
    sitting = laptop.start()
    sitting.desk.add(session_id, note("of today"))
    shutil.copy(older, desk_folder / "coming.db")
    (desk_folder / "coming.db").replace(desk_folder / "desk.db")
    sitting.copies.schedule._on_timer()  # also when nobody writes
    (aside,) = desk_folder.glob("desk-set-aside-*.db")
    assert sitting.workspace.toast.sentence().startswith("Another app put an older or different “desk.db”")
    assert aside.name in sitting.workspace.toast.sentence()
    laptop.stop(sitting)
    assert said(laptop.start()) == {"of today"}


def test_a_desk_that_is_gone_is_not_begun_anew_beside_its_copies(laptop, desk_folder, qtbot):
    first = laptop.start()
    session_id = held(first.desk, first.workspace.pages.shelf, first.workspace.pages.folders)
    first.desk.add(session_id, note("in the copy"))
    first.copies.schedule.make_now()
    idle(first, qtbot)
    laptop.stop(first)
    (desk_folder / "desk.db").unlink()
    sitting = laptop.start()
    page = sitting.window.centralWidget()
    assert isinstance(page, MissingDeskPage) and not (desk_folder / "desk.db").exists()
    assert words_on(page)[0] == "Your desk file is not there"
    assert "There are copies of it. The last one:" in words_on(page)[1]
    button_saying(page, "Go back to a copy …").click()
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    button_saying(sheet, "Go back to this one").click()
    assert said(sitting) == {"in the copy"}
    assert sitting.workspace.toast.sentence().startswith("The desk is back to the way it was")
    idle(sitting, qtbot)


def test_copies_in_the_second_place_are_offered_when_the_folder_is_gone_too(
    laptop, desk_folder, stick, qtbot
):
    first = laptop.start()
    session_id = held(first.desk, first.workspace.pages.shelf, first.workspace.pages.folders)
    first.desk.add(session_id, note("in the copy"))
    choose_stick(first, stick, qtbot)
    first.copies.schedule.make_now()
    idle(first, qtbot)
    laptop.stop(first)
    shutil.rmtree(desk_folder)
    sitting = laptop.start()
    page = sitting.window.centralWidget()
    assert isinstance(page, MissingDeskPage)
    assert "There are copies in your second place." in words_on(page)[1]
    button_saying(page, "Go back to a copy …").click()
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    button_saying(sheet, "Go back to this one").click()
    assert said(sitting) == {"in the copy"}
    idle(sitting, qtbot)


def test_a_person_may_begin_a_new_desk_all_the_same(laptop, desk_folder, qtbot):
    laptop.stop(laptop.start())
    (desk_folder / "desk.db").unlink()
    sitting = laptop.start()
    button_saying(sitting.window.centralWidget(), "Start a new desk").click()
    assert words_on(sitting.workspace.stack)[0] == "Welcome!"
    idle(sitting, qtbot)


def test_a_desk_that_was_put_back_is_opened(laptop, desk_folder, qtbot):
    laptop.stop(laptop.start())
    moved = (desk_folder / "desk.db").rename(desk_folder.with_name("moved.db"))
    sitting = laptop.start()
    moved.rename(desk_folder / "desk.db")
    button_saying(sitting.window.centralWidget(), "Try again").click()
    assert sitting.desk is not None
    idle(sitting, qtbot)


def test_a_first_start_asks_nothing(laptop, desk_folder):
    assert words_on(laptop.start().workspace.stack)[0] == "Welcome!"


@on_unix
def test_what_was_saved_in_the_persons_home_is_offered_at_the_next_start(laptop, desk_folder, qtbot):
    sitting = laptop.start()
    session_id = prepared(sitting.desk, sitting.workspace.pages.shelf)
    shutil.rmtree(desk_folder)
    desk_folder.write_bytes(b"in the way")
    sitting.desk.add(session_id, note("after"))
    kept = sitting.desk.file.path
    assert str(kept) in sitting.workspace.toast.sentence()
    laptop.stop(sitting)
    desk_folder.unlink()
    again = laptop.start()
    button_saying(again.window.centralWidget(), f"Open “{kept.name}”").click()
    assert said(again) == {"after"}
    idle(again, qtbot)
