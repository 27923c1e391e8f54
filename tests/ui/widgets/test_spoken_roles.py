import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from dialogue_desk.ui.widgets.button import Button, PlaceButton
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from tests.ui.widgets.speaking import put, spoken

Role = QAccessible.Role


def told(widget):
    return QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize("role", ["title", "heading", "section"])
def test_a_title_is_a_heading(window, role):
    label = put(window, Label("Ground rules", role))
    assert (spoken(label).role, spoken(label).name) == (Role.Heading, "Ground rules")


def test_large_figures_are_no_heading_and_a_bold_line_can_be_one(window):
    assert spoken(put(window, Label("1:20", "heading", heads=False))).role is Role.StaticText
    assert spoken(put(window, Label("Laptops", "strong", heads=True))).role is Role.Heading
    assert spoken(put(window, Label("five people", "strong"))).role is Role.StaticText


def test_a_heading_that_changes_is_told_as_it_is_now(window):
    label = put(window, Label("Part 1", "title"))
    assert spoken(label).name == "Part 1"
    label.setText("Part 2")
    assert spoken(label).name == "Part 2"


def test_a_fold_is_expanded_or_collapsed_and_no_check_box(theme, window):
    fold = put(window, Expander(theme, "5 tips"))
    button = fold.findChild(Button)
    assert spoken(button).role is Role.Button
    state = told(button).state()
    assert state.expandable and state.collapsed and not state.expanded and not state.checkable
    told(button).actionInterface().doAction("Press")
    assert button.isDown() or button.isChecked()
    fold.unfold(on=True)
    assert told(button).state().expanded and not told(button).state().collapsed


def test_a_place_is_a_tab_that_is_selected_while_a_person_is_there(theme, window, reader):
    place = put(window, PlaceButton(theme, "Home"))
    assert spoken(place).role is Role.PageTab
    assert told(place).state().selectable and not told(place).state().selected
    place.setChecked(True)
    assert told(place).state().selected
    assert list(told(place).actionInterface().actionNames()) == ["Press", "SetFocus"]


def test_titles_and_folds_are_told_to_a_reader_that_runs_already(theme, window, reader):
    assert spoken(put(window, Label("Ground rules", "title"))).role is Role.Heading
    button = put(window, Expander(theme, "5 tips")).findChild(Button)
    assert told(button).state().expandable


def test_chips_are_a_group_with_the_name_of_what_is_chosen(theme, window):
    chips = put(window, Chips(theme, "Text size", [Choice("100", "100%"), Choice("200", "200%")]))
    assert (spoken(chips).role, spoken(chips).name) == (Role.Grouping, "Text size")


def test_a_line_between_things_is_not_told(window):
    assert told(put(window, Hairline())).state().invisible


def test_what_says_nothing_is_left_to_qt(window):
    assert spoken(put(window, QPushButton("Go on"))).role is Role.Button


def test_widgets_go_with_what_is_told_of_them(window):
    for _ in range(50):
        label = put(window, Label("Gone soon", "title"))
        assert spoken(label).role is Role.Heading
        label.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told(window).childCount() == 0


def test_a_tooltip_that_repeats_the_name_is_not_read_out(theme, window):
    button = put(window, Button(theme, "Undo", icon="undo", bare=True))
    assert (button.toolTip(), spoken(button).description) == ("Undo", "")
    button.setToolTip("Undo (Ctrl+Z)")
    assert spoken(button).description == "Ctrl+Z"
    button.setAccessibleDescription("What you wrote")
    button.setToolTip("Undo (Ctrl+Shift+Z)")
    assert spoken(button).description == "What you wrote"
