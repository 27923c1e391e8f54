from PySide6.QtCore import Qt

from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.home.home_row import HomeRow
from tests.ui.sessions import prepared


def test_a_button_tells_by_its_name_what_it_does_and_to_what(buttons, pressed, shown, qtbot):
    button = buttons.make("run:s1", "Run")
    page = shown(button)
    assert button.parentWidget() is page
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == ["run:s1"]


def test_a_reader_hears_the_lines_with_each_button(theme, buttons):
    run = buttons.make("run:s1", "Run")
    row = HomeRow(theme, [("Session 2", "strong"), ("Circle C07", "note")], [run])
    assert row.isAncestorOf(run)
    assert run.accessibleDescription() == "Session 2. Circle C07"


def test_a_coming_session_leads_to_its_wrap_up_once_it_has_notes(buttons, desk, shelf, folders):
    session = prepared(desk, shelf)
    assert buttons.more_once_noted(folders.entries()[0]) == []
    desk.add(session, Note(NoteKind.HOPE, "A bench"))
    (button,) = buttons.more_once_noted(folders.entries()[0])
    assert button.objectName() == f"noted:{session}"
