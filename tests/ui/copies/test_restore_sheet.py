"""Going back to a copy: in one step, with the present desk set aside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.storage.backups import Backups
from dialogue_desk.ui.copies.restore_sheet import RestoreSheet
from dialogue_desk.ui.home.session_table import SessionTable
from tests.storage.damage import smash
from tests.ui.copies.waiting import idle
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held
from tests.ui.settings.opened import COPIES, open_settings
from tests.ui.sittings import laptop

__all__ = ["laptop"]


def test_going_back_shows_the_desk_of_that_day_and_sets_the_present_one_aside(laptop, qtbot, tmp_path):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    sitting.copies.schedule.make_now()
    idle(sitting, qtbot)
    later = held(sitting.desk, places.shelf, places.folders, code="C09")
    name = sitting.desk.device
    settings = open_settings(sitting, COPIES)
    qtbot.mouseClick(button_saying(settings, "Go back to a copy …"), Qt.MouseButton.LeftButton)
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    assert any(text.startswith("1 session · 0 notes") for text in words_on(sheet))
    qtbot.mouseClick(button_saying(sheet, "Go back to this one"), Qt.MouseButton.LeftButton)
    idle(sitting, qtbot)
    assert sitting.desk.get(session_id).body is not None and sitting.desk.get(later) is None
    assert sitting.desk.device != name and name in sitting.desk.file.names.former()
    (aside,) = tmp_path.glob("desk-set-aside-*.db")
    assert aside.name in sitting.workspace.toast.sentence()
    (table,) = sitting.workspace.stack.currentWidget().findChildren(SessionTable)
    assert [(row.id, row.code) for row in table.rows()] == [(str(session_id), "C07")]
    sitting.desk.add(session_id, Note(NoteKind.CONCERN, "and on we go"))


def test_a_copy_that_fails_its_check_is_shown_and_cannot_be_chosen(laptop, qtbot):
    sitting = laptop.start()
    (copy,) = Backups(laptop.paths.desk).copies()
    smash(copy, [1, 2])
    sitting.copies._ask_which_copy(sitting.workspace.context)
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    assert "This copy does not pass its check, so it cannot be used." in words_on(sheet)
    assert "Go back to this one" not in words_on(sheet)
    sheet.reject()


def test_going_back_that_fails_says_so_and_the_desk_is_as_it_was(laptop, qtbot):
    sitting = laptop.start()
    places = sitting.workspace.pages
    session_id = held(sitting.desk, places.shelf, places.folders)
    sitting.copies._ask_which_copy(sitting.workspace.context)
    idle(sitting, qtbot)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreSheet))
    (copy,) = Backups(laptop.paths.desk).copies()
    smash(copy, [1, 2])
    qtbot.mouseClick(button_saying(sheet, "Go back to this one"), Qt.MouseButton.LeftButton)
    assert sitting.workspace.toast.sentence().startswith("Dialogue Desk could not go back to the copy")
    assert sitting.desk.get(session_id).body is not None
    idle(sitting, qtbot)
