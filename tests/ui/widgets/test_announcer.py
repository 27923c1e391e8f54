import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.widgets.announcer import Announcer
from tests.ui.hearing import Event

Role, Text = QAccessible.Role, QAccessible.Text


def told(window):
    children = [QAccessible.queryAccessibleInterface(one) for one in window.findChildren(QWidget)]
    return [one.text(Text.Name) for one in children if one.role() is Role.Notification]


@pytest.mark.parametrize("urgent", [False, True])
def test_a_sentence_is_announced(window, heard, urgent):
    Announcer(window).announce("Two minutes left", urgent=urgent)
    assert heard() == ["Two minutes left"]


def test_a_reader_that_knows_no_announcements_is_shown_a_message(window, heard):
    Announcer(window, lambda: False).announce("Two minutes left")
    shown = [one for one in heard.all if one.words == "Two minutes left" and one.kind is Event.ObjectShow]
    assert shown and told(window) == ["Two minutes left"]
    assert heard() == []


def test_a_message_stays_a_while_because_it_is_read_later(window):
    announcer = Announcer(window, lambda: False)
    for number in range(5):
        announcer.announce(f"Sentence {number}")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told(window) == ["Sentence 2", "Sentence 3", "Sentence 4"]


def test_it_takes_no_place_and_no_keyboard(window):
    Announcer(window, lambda: False).announce("Two minutes left")
    message = next(one for one in window.findChildren(QWidget) if one.accessibleName())
    assert message.size().isEmpty() and not message.hasFocus()


def test_a_window_that_is_not_shown_says_nothing(window, heard):
    window.hide()
    heard()
    Announcer(window).announce("Two minutes left")
    Announcer(window, lambda: False).announce("One minute left")
    assert heard() == [] and told(window) == []
