"""A new passphrase is typed twice, and its strength told where nothing else moves."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.widgets.new_passphrase import NewPassphrase
from dialogue_desk.words import Words
from tests.ui.widgets.speaking import put


def test_what_a_passphrase_is_worth_is_told_without_moving_what_is_under_it(theme, window):
    asked = put(window, NewPassphrase(theme, Words(), "Keep it apart."))
    asked.resize(600, 420)

    def place():
        QApplication.processEvents()
        return asked.again.mapTo(asked, QPoint()).y(), asked.heightForWidth(600)

    before = place()
    for typed in ("abc", "bench lamp river stone", ""):
        asked.first.setText(typed)
        assert place() == before
