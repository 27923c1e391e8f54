from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.run.steps import press


def test_n_finds_the_notes_where_they_are_folded_away(running, qtbot):
    running.resize(700, 700)
    assert not running.notes.isVisible()
    running.card.next_button.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert running.notes.isVisible()
    assert QApplication.focusWidget() is running.notes.note_input.box
