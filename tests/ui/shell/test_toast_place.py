import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.shell.toast_place import ToastPlace
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words


@pytest.fixture
def page(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.save = Button(theme, "Save")
    layout = QVBoxLayout(page)
    layout.addStretch(1)
    layout.addLayout(row(STRETCH, page.save, STRETCH))
    page.toast = Toast(theme, Words(), Announcer(page))
    page.place = ToastPlace(theme, page.toast, page)
    page.resize(900, 500)
    page.show()
    return page


def test_a_message_is_never_over_save_and_moves_no_button(page, qapp):
    qapp.processEvents()
    before = page.save.mapTo(page, QPoint(0, 0))
    page.toast.say("1 package opened", action="Undo", action_id="undo")
    qapp.processEvents()
    assert page.toast.isVisible() and page.rect().contains(page.toast.geometry())
    assert page.save.mapTo(page, QPoint(0, 0)) == before
    assert not page.toast.geometry().intersects(QRect(before, page.save.size()))
    page.resize(600, 400)
    page.place.place_soon()
    qapp.processEvents()
    corner = page.save.mapTo(page, QPoint(0, 0))
    assert not page.toast.geometry().intersects(QRect(corner, page.save.size()))


def test_where_everything_is_pressed_a_message_is_at_the_foot(page, qapp, theme):
    everywhere = Button(theme, "Save")
    everywhere.setParent(page)
    everywhere.resize(page.size())
    everywhere.show()
    page.toast.say("1 package opened")
    qapp.processEvents()
    assert page.rect().contains(page.toast.geometry()) and page.toast.geometry().top() > 400


def test_a_message_grows_with_the_text_at_once(page, qapp, theme):
    page.toast.say("1 package opened", action="Undo", action_id="undo")
    qapp.processEvents()
    theme.change(scale=200)
    qapp.processEvents()
    assert page.toast.height() >= page.toast.minimumSizeHint().height()


def test_a_message_moves_only_from_over_what_is_used(page, qapp, theme):
    page.toast.say("1 package opened")
    qapp.processEvents()
    before = page.toast.geometry()
    page.place.place()
    assert page.toast.geometry() == before
    late = Button(theme, "Late")
    late.setParent(page)
    late.setGeometry(before)
    late.show()
    page.place.place()
    assert not page.toast.geometry().intersects(before)


def test_its_place_is_judged_again_when_something_was_drawn_and_only_then(page, qapp, qtbot, theme):
    page.toast.say("1 package opened")
    qapp.processEvents()
    before = page.toast.geometry()
    qtbot.waitUntil(page.place._again.isActive)
    qtbot.waitUntil(lambda: not page.place._again.isActive())
    qapp.processEvents()
    assert not page.place._again.isActive()
    late = Button(theme, "Late")
    late.setParent(page)
    late.setGeometry(before)
    late.show()
    qtbot.waitUntil(lambda: not page.toast.geometry().intersects(before))
