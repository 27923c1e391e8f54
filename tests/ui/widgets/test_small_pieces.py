import pytest
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Day, Number, Select, TimeOfDay
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.tick import Option, Tick
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tests.ui.widgets.speaking import spoken


@pytest.fixture
def window(theme, qtbot):
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    return window


def put(window, widget):
    window.layout().addWidget(widget)
    widget.show() if not isinstance(widget, Toast) else None
    return widget


def test_a_field_says_its_label_and_then_what_is_wrong(window):
    field = put(window, Field("Name of the circle", QLineEdit(), "As people call it."))
    assert spoken(field.control).name == "Name of the circle"
    assert spoken(field.control).description == "As people call it."
    field.show_error("Write a name.")
    assert spoken(field.control).description == "Write a name." == field.error()
    field.show_error("")
    assert spoken(field.control).description == "As people call it."


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


def test_an_empty_place_says_what_it_is_for_and_holds_the_first_button(window, theme, qtbot):
    empty = put(window, EmptyState(theme, "note", "No notes yet", "They come here.", "Take a note"))
    with qtbot.waitSignal(empty.pressed):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert [label.text() for label in empty.findChildren(Label)] == ["No notes yet", "They come here."]
    assert EmptyState(theme, "note", "No notes yet", "They come here.").button is None


def test_a_pill_that_stands_nowhere_yet_is_no_window(theme, qtbot):
    pill = Pill(theme, "6 min late")
    qtbot.addWidget(pill)
    assert not pill.isVisible()


def test_a_pill_without_words_is_not_there(window, theme):
    pill = put(window, Pill(theme, "6 min late", Tone.WARN))
    assert pill.isVisible() and spoken(pill).name == "6 min late"
    pill.show_text("")
    assert not pill.isVisible()
    pill.show_text("on time", Tone.CALM)
    assert pill.isVisible()


def test_a_heading_counts_what_is_under_it(window):
    section = put(window, Section("Notes", "14 tonight"))
    section.show_text("Notes", "15 tonight")
    assert [label.text() for label in section.findChildren(Label)] == ["Notes", "15 tonight"]


def test_a_thin_bar_shows_how_far_along_it_is(window):
    bar = put(window, ThinBar("Session"))
    bar.show_progress(41, 120)
    assert (bar.value(), bar.maximum()) == (41, 120)
    bar.show_progress(130, 120)
    assert bar.value() == 120
    assert spoken(bar).role is QAccessible.Role.ProgressBar


def test_what_was_done_is_said_aloud_and_can_be_taken_back(window, theme, qtbot):
    announcer = Announcer(window)
    aloud = []
    announcer.announced.connect(aloud.append)
    toast = put(window, Toast(theme, Words(), announcer))
    assert toast.sentence() == ""
    toast.say("The note was moved.", action="Undo", action_id="undo")
    assert toast.sentence() == "The note was moved." == aloud[0]
    undo = next(b for b in toast.findChildren(Button) if b.text() == "Undo")
    with qtbot.waitSignal(toast.acted) as acted:
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert acted.args == ["undo"] and toast.sentence() == ""


def test_a_message_without_an_action_goes_by_itself(window, theme, qtbot):
    toast = put(window, Toast(theme, Words(), Announcer(window)))
    toast.say("Saved to the stick.", lasts_ms=1)
    qtbot.waitUntil(lambda: toast.sentence() == "")


def test_a_column_stops_at_seventy_characters_and_never_scrolls_sideways(window, theme):
    column = put(window, ScrollColumn(theme))
    label = Label("word " * 200)
    column.add(label)
    window.resize(1800, 600)
    QApplication.processEvents()
    assert label.width() <= theme.measure()
    window.resize(300, 600)
    QApplication.processEvents()
    assert label.width() <= column.viewport().width()
    assert column.horizontalScrollBar().maximum() == 0
    assert column.verticalScrollBar().maximum() > 0


def test_a_column_asks_for_what_its_widest_piece_needs(window, theme):
    column = put(window, ScrollColumn(theme))
    column.add(Label("7:41 PM  ·  ends 8:36  ·  and more", wrap=False))
    QApplication.processEvents()
    assert column.minimumSizeHint().width() > Label("7:41 PM", wrap=False).sizeHint().width() * 3


def test_a_choice_out_of_many_is_told_by_its_id(window, theme, qtbot):
    select = put(window, Select(theme, [Choice("en", "English"), Choice("es", "Español")]))
    told = []
    select.chosen.connect(told.append)
    select.choose("es")
    assert select.choice() == "es" and not told
    qtbot.keyClick(select, Qt.Key.Key_Up)
    assert told == ["en"]
    select.show_choices([Choice("fr", "Français"), Choice("en", "English")])
    assert select.choice() == "en"


def test_a_number_moves_by_its_buttons_and_its_keys(window, theme, qtbot):
    number = Number(theme, Words(), 2, 12, "min")
    put(window, Field("Minutes", number))
    number.show_value(11)
    told = []
    number.changed.connect(told.append)
    more = next(b for b in number.findChildren(Button) if b.text() == "More")
    for _ in range(3):
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.keyClick(number.box, Qt.Key.Key_Down)
    assert told == [12, 11] and number.value() == 11
    assert spoken(number.box).name == "Minutes"
    assert (spoken(more).name, spoken(more).description) == ("More", "Minutes")


@pytest.mark.parametrize("kind", [Number, TimeOfDay, Day])
def test_the_wheel_over_what_is_set_sets_nothing_and_is_left_to_the_page(window, theme, kind):
    made = {
        Number: lambda: Number(theme, Words(), 0, 20),
        TimeOfDay: TimeOfDay,
        Day: lambda: Day(Words()),
    }
    whole = made[kind]()
    window.layout().addWidget(whole)
    field = whole.box if kind is Number else whole
    said = field.text()
    at = QPointF(field.rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        at, field.mapToGlobal(at), QPoint(), QPoint(0, 120), *none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(field, turned)
    assert not turned.isAccepted()
    assert field.text() == said


def test_a_time_of_day_has_no_room_for_accidents(window):
    time = put(window, TimeOfDay())
    assert time.sizeHint().height() >= 40


@pytest.mark.parametrize("kind", [Tick, Option])
def test_a_mark_with_a_sentence_is_large_named_and_wraps(window, theme, qtbot, kind):
    mark = put(window, kind(theme, "Keep quotes, when the person who said it agrees & knows"))
    assert mark.minimumSizeHint().height() >= 40
    assert mark.heightForWidth(160) > mark.heightForWidth(900)
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton, pos=mark.rect().center())
    assert mark.isChecked()
    role = QAccessible.Role.CheckBox if kind is Tick else QAccessible.Role.RadioButton
    assert spoken(mark).role is role
    assert spoken(mark).name == "Keep quotes, when the person who said it agrees & knows"


def test_a_digit_takes_the_place_of_what_the_box_says_in_words(theme, qtbot):
    number = Number(theme, Words(), -1, 99)
    qtbot.addWidget(number)
    number.box.setSpecialValueText("not counted")
    number.show_value(-1)
    number.show()
    qtbot.waitUntil(number.isActiveWindow)
    number.box.setFocus(Qt.FocusReason.MouseFocusReason)
    number.box.lineEdit().end(False)
    qtbot.keyClicks(number.box, "12")
    assert number.value() == 12
    number.box.clearFocus()
    number.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClicks(number.box, "7")
    assert number.value() == 7


def test_a_column_keeps_in_view_what_the_keyboard_is_put_on(theme, qtbot):
    column = ScrollColumn(theme)
    qtbot.addWidget(column)
    boxes = [QLineEdit() for _ in range(40)]
    for box in boxes:
        column.add(box)
    column.resize(300, 200)
    column.show()
    qtbot.waitUntil(column.isActiveWindow)
    for box in (boxes[-1], boxes[0]):
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        assert not box.visibleRegion().isEmpty()
