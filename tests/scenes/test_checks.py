"""Each check of a scene names what is wrong, and says nothing of what is right."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from tests.scenes.checks.contrast import whatever_is_read_stands_out
from tests.scenes.checks.cut import no_text_is_cut
from tests.scenes.checks.targets import whatever_is_pressed_is_large_enough

LONG = "A sentence that takes more lines than one in a column that is as narrow as this one."


@pytest.fixture
def page(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    return page


def put(widget, page, *place):
    widget.setParent(page)
    widget.setGeometry(*place)
    widget.show()
    return widget


@pytest.mark.parametrize(("height", "faults"), [(200, 0), (20, 1)])
def test_a_text_without_room_for_its_lines_is_cut(page, height, faults):
    put(Label(LONG), page, 10, 10, 120, height)
    assert len(list(no_text_is_cut(page))) == faults


def test_a_text_that_leaves_the_window_is_cut(page):
    put(Label(LONG), page, 350, 10, 120, 200)
    assert len(list(no_text_is_cut(page))) == 1


@pytest.mark.parametrize(("side", "faults"), [(44, 0), (43, 1)])
def test_a_button_that_is_small_is_named(page, theme, side, faults):
    put(Button(theme, "x"), page, 10, 10, 60, side)
    assert len(list(whatever_is_pressed_is_large_enough(page))) == faults


@pytest.mark.parametrize(("colour", "faults"), [("ink", 0), ("line", 1)])
def test_words_that_hardly_stand_out_are_named(page, theme, colour, faults):
    label = put(Label("Words"), page, 10, 10, 120, 40)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), getattr(theme.tokens, colour))
    label.setPalette(palette)
    assert len(list(whatever_is_read_stands_out(page))) == faults


def test_what_a_person_cannot_press_or_see_is_not_asked(page):
    put(QPushButton("x"), page, 10, 10, 10, 10).hide()
    assert list(whatever_is_pressed_is_large_enough(page)) == []
