"""From what was found to where it stands, through the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.run.run_page import RunPage
from dialogue_desk.ui.search.search_panel import SearchPanel
from tests.ui.evenings import prepared, run
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key = Qt.Key


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def test_a_note_found_from_home_is_opened_and_the_running_session_is_still_one_press_away(laptop, qtbot):
    sitting = laptop.start()
    desk, places = sitting.desk, sitting.workspace.pages
    old = prepared(desk, places.shelf, code="C01")
    note = desk.add(old, Note(NoteKind.CONCERN, "Lanterns on Elm Street"))
    tonight = prepared(desk, places.shelf, code="C07")
    run(desk, places.folders, tonight, MoveKind.START)
    sitting.workspace.go(Route(PageName.RUN, tonight))
    sitting.workspace.go(Route())
    press(qtbot, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = QApplication.focusWidget().parent()
    assert isinstance(panel, SearchPanel)
    qtbot.keyClicks(panel.field, "lantern")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)
    assert sitting.workspace.route == Route(PageName.NOTES, old, note)
    page = sitting.workspace.findChild(RunPage)
    assert QApplication.focusWidget() is page.notes.list and page.notes.list.current_id() == note
    sitting.workspace.go(Route())
    assert sitting.workspace.navigation.back.isVisible()
    sitting.workspace.navigation.back.click()
    assert sitting.workspace.route == Route(PageName.RUN, tonight)
