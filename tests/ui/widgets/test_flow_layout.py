"""Things side by side, in as many lines as they need."""

from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label


def test_a_sentence_that_is_longer_than_a_line_is_whole(theme, qtbot):
    told, other = Label("Space: read, and on. " * 6, "note"), Label("Not read out.", "note")
    ground = flowing(told, other)
    qtbot.addWidget(ground)
    ground.resize(260, 400)
    ground.show()
    QApplication.processEvents()
    assert told.height() >= told.heightForWidth(told.width()) > other.height()
    assert other.y() >= told.geometry().bottom()


def test_its_height_follows_what_is_said_shown_and_taken_away(theme, qtbot):
    told, other = Label("Short.", "note"), Label("Not read out.", "note")
    ground = flowing(told, other)
    qtbot.addWidget(ground)
    ground.resize(400, 400)
    ground.show()

    def height():
        QApplication.processEvents()
        return ground.layout().heightForWidth(120)

    both = height()
    told.setText("Space: read, and on. " * 6)
    longer = height()
    other.hide()
    without = height()
    other.show()
    assert height() == longer > without > both
    ground.layout().removeWidget(told)
    assert height() < without
