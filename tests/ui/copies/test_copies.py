"""Copies as a person sees them: made on their own, told quietly, gone back to in one step."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.erasing.erase import unerased_copy_folders
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.ui.copies.copies_section import CopiesSection
from dialogue_desk.ui.copies.copies_text import date_text, state_sentence
from dialogue_desk.ui.copies.restore_sheet import RestoreSheet
from dialogue_desk.words import Words
from tests.storage.damage import smash
from tests.ui.evenings import held
from tests.ui.seen import button_saying, words_on
from tests.ui.sittings import laptop

__all__ = ["laptop"]

DAY = 24 * 60 * MINUTE


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "STICK"
    stick.mkdir()
    return stick


def idle(sitting, qtbot):
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not sitting._worker.busy())


def choose_stick(sitting, stick, qtbot):
    sitting.show_settings()
    section = QApplication.activeModalWidget().findChild(CopiesSection)
    section._set_folder(stick)
    idle(sitting, qtbot)
    return section


def test_a_second_place_gets_its_copy_as_soon_as_it_is_chosen_and_the_settings_say_so(laptop, stick, qtbot):
    sitting = laptop.start()
    section = choose_stick(sitting, stick, qtbot)
    assert len(list(stick.iterdir())) == 1 and sitting.settings.backup_folder == str(stick)
    section.refresh()
    assert any("in “STICK” too" in text for text in words_on(section))
    qtbot.mouseClick(button_saying(section, "Stop second copies"), Qt.MouseButton.LeftButton)
    assert sitting.settings.backup_folder == ""
    QApplication.activeModalWidget().accept()


def test_a_stick_that_comes_back_gets_its_copy_on_its_own(laptop, stick, qtbot, tmp_path):
    sitting = laptop.start()
    choose_stick(sitting, stick, qtbot)
    QApplication.activeModalWidget().accept()
    stick.rename(tmp_path / "away")
    sitting.desk.clock.advance(DAY)
    sitting._copies.run_due()
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("Today's copy was saved on this laptop")
    (tmp_path / "away").rename(stick)
    sitting._copies._on_timer()
    idle(sitting, qtbot)
    assert len(list(stick.iterdir())) == 2


def test_a_stick_that_is_lost_is_named_in_the_settings_and_can_be_given_up(laptop, stick, qtbot, tmp_path):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    choose_stick(sitting, stick, qtbot)
    QApplication.activeModalWidget().accept()
    stick.rename(tmp_path / "lost")
    sitting.desk.erase([sitting.desk.add(session_id, Note(NoteKind.CONCERN, "gone"))])
    idle(sitting, qtbot)
    sitting.show_settings()
    dialog = QApplication.activeModalWidget()
    section = dialog.findChild(CopiesSection)
    assert any(text.startswith("“STICK” is not there, so its copies") for text in words_on(section))
    give_up = "It is lost or erased. Stop waiting for it"
    qtbot.mouseClick(button_saying(section, give_up), Qt.MouseButton.LeftButton)
    assert unerased_copy_folders(sitting.desk) == () and give_up not in words_on(section)
    dialog.accept()


def test_a_copy_is_made_when_a_person_asks_and_said(laptop, qtbot):
    sitting = laptop.start()
    sitting.show_settings()
    dialog = QApplication.activeModalWidget()
    qtbot.mouseClick(button_saying(dialog, "Make a copy now"), Qt.MouseButton.LeftButton)
    idle(sitting, qtbot)
    assert sitting.workspace.toast.sentence().startswith("There is a checked copy on this laptop.")
    dialog.accept()


def test_going_back_shows_the_desk_of_that_day_and_sets_the_present_one_aside(laptop, qtbot, tmp_path):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    sitting._copies.make_now()
    idle(sitting, qtbot)
    later = held(sitting.desk, places.shelf, places.folders, code="C09")
    name = sitting.desk.device
    sitting.show_settings()
    qtbot.mouseClick(
        button_saying(QApplication.activeModalWidget(), "Go back to a copy …"), Qt.MouseButton.LeftButton
    )
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    assert any(text.startswith("1 session · 0 notes") for text in words_on(sheet))
    qtbot.mouseClick(button_saying(sheet, "Go back to this one"), Qt.MouseButton.LeftButton)
    idle(sitting, qtbot)
    assert sitting.desk.get(session_id).body is not None and sitting.desk.get(later) is None
    assert sitting.desk.device != name and name in sitting.desk.file.former_devices()
    (aside,) = tmp_path.glob("desk-set-aside-*.db")
    assert aside.name in sitting.workspace.toast.sentence()
    assert any("What is going on here?" in text for text in words_on(sitting.workspace.stack))
    sitting.desk.add(session_id, Note(NoteKind.CONCERN, "and on we go"))


def test_a_copy_that_fails_its_check_is_shown_and_cannot_be_chosen(laptop, qtbot):
    sitting = laptop.start()
    (copy,) = Backups(laptop.paths.desk).copies()
    smash(copy, [1, 2])
    sitting._ask_which_copy()
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    assert "This copy does not pass its check, so it cannot be used." in words_on(sheet)
    assert "Go back to this one" not in words_on(sheet)
    sheet.reject()


def test_going_back_that_fails_says_so_and_the_desk_is_as_it_was(laptop, qtbot):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    sitting._ask_which_copy()
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    (copy,) = Backups(laptop.paths.desk).copies()
    smash(copy, [1, 2])
    qtbot.mouseClick(button_saying(sheet, "Go back to this one"), Qt.MouseButton.LeftButton)
    assert sitting.workspace.toast.sentence().startswith("Dialogue Desk could not go back to the copy")
    assert sitting.desk.get(session_id).body is not None
    idle(sitting, qtbot)


def test_the_state_says_when_and_where_and_what_is_missing(desk, stick, tmp_path):
    words, path = Words(), desk.file.path
    now, zone = desk.clock.now(), -240

    def state(second: Path | None):
        backups = Backups(path, second, desk.file.erasures)
        return state_sentence(backups, str(second or ""), now, zone, words)

    def touch(file, at):
        os.utime(file, (at / 1000, at / 1000))

    assert state(None) == "There is no copy yet."
    made = Backups(path, stick, desk.file.erasures).make(local_day(now, zone))
    touch(made.path, now - 20 * MINUTE)
    assert state(None) == "Last copy: today, 6:40 PM."
    desk.file.erasures.copied_to(str(stick), now - 3 * DAY)
    stick.rename(tmp_path / "away")
    assert state(stick) == (
        "Last copy: today, 6:40 PM, on this laptop only. The last one in “STICK”: 3 days "
        "ago. It is not there now. It will get its copy when it is back."
    )
    (tmp_path / "away").rename(stick)
    desk.file.erasures.copied_to(str(stick), now - 20 * MINUTE)
    assert state(stick) == "Last copy: today, 6:40 PM, in “STICK” too."


def local_day(at, zone):
    from dialogue_desk.words.times import local_datetime  # noqa: PLC0415

    return local_datetime(at, zone).date()


def test_times_of_copies_are_said_as_people_say_them():
    words, now = Words(), 1_773_356_400_000
    assert date_text(now - 20 * MINUTE, now, -240, words) == "today, 6:40 PM"
    assert date_text(now - DAY, now, -240, words) == "yesterday, 7:00 PM"
    assert date_text(now - 20 * DAY, now, -240, words) == "February 20, 2026"
