"""A session that is coming is opened from Home and changed, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.core.route import PageName, Route
from tests.ui.seen import button_saying
from tests.ui.sessions import prepared
from tests.ui.sittings import laptop

__all__ = ["laptop"]


@pytest.fixture
def application(laptop):
    return laptop.start()


def test_twelve_were_expected_and_nine_will_come(application, qtbot):
    inside = application.workspace
    session_id = prepared(application.desk, inside.pages.shelf)
    qtbot.keyClick(button_saying(inside, "Prepare"), Qt.Key.Key_Return)
    assert inside.route == Route(PageName.PREPARE, session_id)
    page = inside.stack.currentWidget()
    people = page.form.rows[1]
    qtbot.mouseClick(people.change_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "nine")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert people.value.text() == "9 expected" and not people.is_open
    inside.go(Route())
    inside.go(Route(PageName.PREPARE, session_id))
    assert page.fields.people.value() == 9
    assert page.draft().number == 2  # a rehearsal is of this session, not of one that comes after it
    qtbot.mouseClick(page.foot.save, Qt.MouseButton.LeftButton)
    assert inside.route == Route()
    assert inside.pages.folders.session(session_id).session.people == 9
