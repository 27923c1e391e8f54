import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.ui.shell.toast_place import ToastPlace, free_place
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.toast import KEPT_CLEAR, Toast
from dialogue_desk.words import Words

ROOM = QRect(0, 0, 1000, 600)
SIZE = QSize(400, 50)


def test_a_message_is_in_the_middle_of_the_foot_where_nothing_is_pressed():
    place = free_place(SIZE, ROOM, ())
    assert abs(place.center().x() - ROOM.center().x()) <= 1 and 600 - place.bottom() <= 20


def test_a_message_gives_way_to_a_button_at_the_foot():
    save = QRect(450, 540, 120, 44)
    place = free_place(SIZE, ROOM, (save,))
    assert not place.intersects(save) and ROOM.contains(place) and place.size() == SIZE


def test_where_everything_is_pressed_a_message_is_at_the_foot():
    place = free_place(SIZE, ROOM, (ROOM,))
    assert ROOM.contains(place) and place.top() > 500


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


@pytest.mark.parametrize("to_read", [False, True])
def test_a_message_gives_way_to_what_opens_under_it(page, qtbot, to_read):
    page.toast.say("1 package opened", action="Undo", action_id="undo")
    qtbot.waitUntil(lambda: page.toast.y() > 0)
    opened = QLabel("What would help now?", page) if to_read else QPushButton("Read. Next", page)
    opened.setProperty(KEPT_CLEAR, to_read)
    opened.setGeometry(page.toast.geometry())
    opened.show()
    qtbot.waitUntil(lambda: not page.toast.geometry().intersects(opened.geometry()))
