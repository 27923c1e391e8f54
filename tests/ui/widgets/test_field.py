from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from tests.ui.widgets.speaking import put, spoken


def test_a_field_says_its_label_and_then_what_is_wrong(window):
    field = put(window, Field("Name of the circle", QLineEdit(), "As people call it."))
    assert spoken(field.control).name == "Name of the circle"
    assert spoken(field.control).description == "As people call it."
    field.show_error("Write a name.")
    assert spoken(field.control).description == "Write a name." == field.error()
    field.show_error("")
    assert spoken(field.control).description == "As people call it."


def test_a_choice_says_what_is_asked_whatever_else_its_field_says(theme, window):
    choice = Select(theme, [Choice("one", "One"), Choice("two", "Two")])
    field = put(window, Field("Who must act", choice))
    for sentence in ("", "Choose one.", ""):
        field.show_error(sentence)
        told = spoken(choice)
        assert "Who must act" in f"{told.name} {told.description}"
        assert told.description.endswith(sentence)


def test_a_label_stands_where_reading_begins(theme, window):
    def where_ink_is(label):
        picture = label.grab().toImage()
        ground = picture.pixel(picture.width() // 2, 1)
        across, down = range(picture.width()), range(picture.height())
        return [x / picture.width() for x in across for y in down if picture.pixel(x, y) != ground]

    field = put(window, Field("Name", QLineEdit()))
    label = field.findChild(Label)
    assert max(where_ink_is(label)) < 0.5
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(where_ink_is(label)) > 0.5
