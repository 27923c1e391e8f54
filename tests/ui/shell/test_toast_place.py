import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.shell.toast_place import ToastPlace, free_place
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.toast import Toast
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
