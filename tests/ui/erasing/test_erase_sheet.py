"""Erasing as a person does it: one clear question, and an honest report."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_desk.desk.erasing.erase import absent_copy_folders, erase_preview
from dialogue_desk.desk.erasing.holds import put_on_hold
from dialogue_desk.desk.leaving.keyring import keyring, make_key
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.exchange.sealing import read_key_file
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.places import choose_place
from dialogue_desk.ui.erasing.erase_sheet import ErasedSheet, EraseSheet
from dialogue_desk.ui.home.session_table import SessionTable
from dialogue_desk.words.times import local_datetime
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held
from tests.ui.settings.opened import COPIES, open_settings
from tests.ui.sittings import laptop

__all__ = ["laptop"]


SECRET = "words that must go"


DAY = 24 * 60 * MINUTE


def shown(cls):
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, cls) and one.isVisible()]
    assert found, f"no {cls.__name__} is open"
    return found[-1]


def holding(folder: Path):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if SECRET.encode() in path.read_bytes()]


def click(qtbot, widget, text):
    qtbot.mouseClick(button_saying(widget, text), Qt.MouseButton.LeftButton)


def today(desk):
    now = desk.clock.now()
    return local_datetime(now, desk.clock.zone(now)).date()


@pytest.fixture
def evening(laptop, tmp_path):
    """The app on a desk with a held session, a secret in it, and copies on a stick."""
    sitting = laptop.start()
    desk, places = sitting.desk, sitting.workspace.pages
    session_id = held(desk, places.shelf, places.folders)
    desk.add(session_id, Note(NoteKind.QUOTE, SECRET, consent=Consent.YES))
    desk.add(session_id, Note(NoteKind.CONCERN, "another"))
    stick = tmp_path / "STICK"
    stick.mkdir()
    choose_place(stick, desk.file.erasures)
    Backups(desk.file.path, stick, desk.file.erasures).make(today(desk))
    return sitting, session_id, stick


def test_a_session_is_erased_from_its_row_on_home_after_one_question(evening, laptop, qtbot, tmp_path):
    sitting, session_id, _ = evening
    inside = sitting.workspace
    table = inside.stack.currentWidget().findChild(SessionTable)
    table.go_to(session_id)
    row = table.visualRect(table.currentIndex())
    dots = QPoint(row.right() - 20, row.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Wrap up",
        "Take notes",
        "Erase this session …",
        "Keep circle C07 until …",
        "Hold circle C07 for a public-records request …",
        "Erase circle C07 …",
    ]
    next(action for action in menu.actions() if action.text().startswith("Erase this session")).trigger()
    menu.close()
    sheet = shown(EraseSheet)
    said = " ".join(words_on(sheet))
    assert "Erase session 2 of circle C07" in said
    assert "1 session, 2 notes" in said and "This cannot be undone." in said
    assert sheet.focusWidget().text() == "Cancel"
    assert holding(tmp_path)
    click(qtbot, sheet, "Erase for good")
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    report = shown(ErasedSheet)
    assert "1 session, 2 notes" in " ".join(words_on(report)) and "Not erased yet" not in words_on(report)
    assert holding(tmp_path) == []
    assert not any("What is going on here?" in text for text in words_on(inside.stack))
    click(qtbot, report, "Close")


def test_what_is_on_hold_is_asked_twice_and_in_another_place(evening, qtbot, tmp_path):
    sitting, session_id, _ = evening
    circle = sitting.desk.get(session_id).owner
    put_on_hold(sitting.desk, circle, "2026-114")
    sitting.workspace.desk_actions.erase(circle)
    sheet = shown(EraseSheet)
    assert any("public-records request 2026-114 is open" in text for text in words_on(sheet))
    sheet.findChild(QLineEdit).setText("C07")
    click(qtbot, sheet, "Erase for good")
    assert holding(tmp_path) and not sheet.do_it.isEnabled()
    anyway = button_saying(sheet, "Erase although it is on hold")
    assert sheet.focusWidget() is anyway
    qtbot.waitUntil(lambda: not anyway.visibleRegion().isEmpty())
    qtbot.mouseClick(anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    assert holding(tmp_path) == [] and sitting.desk.file.erasure_log.all()[0].on_hold
    shown(ErasedSheet).accept()


def test_what_cannot_be_reached_is_said_before_and_after_and_done_when_the_stick_is_back(
    evening, qtbot, tmp_path
):
    sitting, session_id, stick = evening
    stick.rename(tmp_path / "in a drawer")
    sitting.workspace.desk_actions.erase(session_id)
    sheet = shown(EraseSheet)
    assert any(text.startswith("“STICK” is not there now.") for text in words_on(sheet))
    click(qtbot, sheet, "Erase for good")
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    report = shown(ErasedSheet)
    assert any("“STICK” could not be found, so the words" in text for text in words_on(report))
    report.accept()
    (tmp_path / "in a drawer").rename(stick)
    assert holding(stick)
    sitting.copies.schedule.run_due()
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    assert holding(tmp_path) == [] and absent_copy_folders(sitting.desk) == ()


def test_a_circle_is_erased_only_once_its_code_was_typed(evening, qtbot, tmp_path):
    sitting, session_id, _ = evening
    circle = sitting.desk.get(session_id).owner
    sitting.workspace.desk_actions.erase(circle)
    sheet = shown(EraseSheet)
    button = button_saying(sheet, "Erase for good")
    assert not button.isEnabled()
    qtbot.keyClicks(sheet.findChild(QLineEdit), "c07")
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    assert sitting.desk.get(circle).erased and holding(tmp_path) == []
    shown(ErasedSheet).accept()


def test_everything_is_erased_from_the_settings_and_home_starts_over(evening, qtbot, tmp_path):
    sitting, _, stick = evening
    sitting._app_settings.apply(sitting.settings.__class__(theme="light", text_size=125))
    click(qtbot, open_settings(sitting, COPIES), "Erase everything …")
    sheet = shown(EraseSheet)
    qtbot.keyClicks(sheet.findChild(QLineEdit), "erase")
    click(qtbot, sheet, "Erase for good")
    qtbot.waitUntil(lambda: not sitting._worker.busy())
    report = shown(ErasedSheet)
    assert "Save a file for the other laptops …" not in words_on(report)
    report.accept()
    assert words_on(sitting.workspace.stack)[0] == "Welcome!"
    assert holding(tmp_path) == [] and list(stick.glob("desk-*")) == []
    assert sitting.settings.text_size == 125


def test_the_keys_on_the_laptop_are_named_and_saved_before_everything_is_erased(
    evening, context, ask, qtbot, tmp_path
):
    desk = evening[0].desk
    assert erase_preview(desk, None).keys == 0
    made = {make_key(desk), make_key(desk)}
    sheet = EraseSheet(desk, None, context)
    sheet.show()
    assert any(text.startswith("The 2 keys on this laptop will be erased too.") for text in words_on(sheet))
    ask.save = tmp_path / "nowhere" / "keys.age-key"
    button_saying(sheet, "Save the keys…").click()
    assert any(text.startswith("The key could not be saved there.") for text in words_on(sheet))
    ask.save = tmp_path / "keys.age-key"
    button_saying(sheet, "Save the keys…").click()
    assert {key.public for key in read_key_file(ask.save)} == made
    qtbot.keyClicks(sheet.findChild(QLineEdit), "erase")
    click(qtbot, sheet, "Erase for good")
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert keyring(desk).secrets == ()
    shown(ErasedSheet).accept()


def test_the_file_for_other_laptops_holds_no_words(evening, context, ask, qtbot, tmp_path):
    sitting, session_id, _ = evening
    ask.folder = tmp_path / "handed on"
    ask.folder.mkdir()
    sheet = EraseSheet(sitting.desk, session_id, context)
    sheet.show()
    click(qtbot, sheet, "Erase for good")
    qtbot.waitUntil(lambda: not context.worker.busy())
    report = shown(ErasedSheet)
    click(qtbot, report, "Save a file for the other laptops …")
    (file,) = ask.folder.iterdir()
    assert file.name.startswith("erased-") and any(file.name in text for text in words_on(report))
    report.accept()


def test_a_desk_that_cannot_be_written_says_so_and_erases_nothing(evening, qtbot, tmp_path):
    sitting, session_id, _ = evening
    # The place in which the intent is kept is taken by a folder that nothing can replace.
    (tmp_path / "desk.db.erasing").unlink()
    (tmp_path / "desk.db.erasing").mkdir()
    (tmp_path / "desk.db.erasing" / "x").touch()
    sitting.workspace.desk_actions.erase(session_id)
    sheet = shown(EraseSheet)
    click(qtbot, sheet, "Erase for good")
    assert any("could not be read or saved" in text for text in words_on(sheet))
    assert sitting.desk.get(session_id).body is not None
    sheet.reject()
