"""Which option of its part a line is about, while notes are taken."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.domain.model.guide_extras import Card, CardKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.notes.option_choice import OptionChoice
from tests.ui.notes.keys import ALT, press, type_line
from tests.ui.park_evening import begun_in_the_park, park_shelf
from tests.ui.seen import words_on
from tests.ui.widgets.speaking import spoken

LEAVE, NEIGHBORS = "Leave it as it is", "Neighbors look after it"
KEY = Qt.Key.Key_O


@pytest.fixture
def shelf(tmp_path):
    return park_shelf(tmp_path)


@pytest.fixture
def session_id(desk, shelf):
    return begun_in_the_park(desk, shelf)


@pytest.fixture
def page(page):
    """In a part that weighs two options, with the keyboard in the box."""
    page._controller.go_to("ways")
    page.notes.focus_box()
    return page


@pytest.fixture
def options(form):
    return form.choices.options


@pytest.fixture
def about(folder):
    """What each note is about, in the order they were added."""
    return lambda: {note.body.text: note.body.option for note in folder().notes}


def chip(options, title):
    return next(one for one in options.chips.chips() if one.text() == title)


def a_part(*titles):
    cards = tuple(Card(CardKind.OPTION, title, f"o{place}") for place, title in enumerate(titles))
    return Part("ways", PartKind.VIEWS, "Ways", 20, 10, Cut.LAST, cards=cards)


@pytest.fixture
def choice(context, qtbot):
    made = OptionChoice(context)
    qtbot.addWidget(made)
    return made


def test_only_a_part_with_options_asks_what_a_line_is_about(page, options):
    assert options.isVisible()
    assert [one.text() for one in options.chips.chips()] == [LEAVE, NEIGHBORS, "All of them"]
    page._controller.go_to("circle")
    assert not options.isVisible()


def test_a_line_is_about_all_of_them_until_a_person_says_more(page, about, qtbot):
    type_line(qtbot, "We need to choose")
    assert about() == {"We need to choose": ""}


def test_the_choice_stays_for_the_next_lines_until_the_part_changes(page, options, about, qtbot):
    chip(options, NEIGHBORS).click()
    type_line(qtbot, "People meet")
    type_line(qtbot, "It is work")
    page._controller.go_to("circle")
    type_line(qtbot, "A bench")
    page._controller.go_to("ways")
    type_line(qtbot, "Both cost something")
    assert about() == {
        "People meet": "neighbors",
        "It is work": "neighbors",
        "A bench": "",
        "Both cost something": "",
    }


def test_after_a_press_one_goes_on_typing(page, form, options):
    chip(options, LEAVE).click()
    assert QApplication.focusWidget() is form.box


def test_a_line_begun_stays_with_its_option_when_the_session_goes_on(page, options, about, qtbot):
    chip(options, LEAVE).click()
    qtbot.keyClicks(QApplication.focusWidget(), "Nothing new is")
    page._controller.go_to("circle")
    assert options.isVisible() and options.title() == LEAVE
    type_line(qtbot, " built")
    type_line(qtbot, "I take home hope")
    assert about() == {"Nothing new is built": "leave", "I take home hope": ""}
    assert not options.isVisible()


def test_a_late_line_may_be_about_an_option_of_an_earlier_part(page, form, options, about, qtbot):
    page._controller.go_to("circle")
    form.choices.choose_earlier_part("ways")
    chip(options, NEIGHBORS).click()
    type_line(qtbot, "They plant")
    assert about() == {"They plant": "neighbors"}
    assert not options.isVisible()


def test_the_choice_for_the_current_part_outlives_a_line_for_an_earlier_one(page, form, options):
    chip(options, LEAVE).click()
    form.choices.choose_earlier_part(next(iter(form.line_part.earlier)))
    assert not options.isVisible()
    form.choices.choose_earlier_part("")
    assert options.title() == LEAVE


def test_a_line_that_is_not_entered_keeps_its_option_when_the_page_is_left(page, form, options, about, qtbot):
    chip(options, LEAVE).click()
    qtbot.keyClicks(form.box, "Quiet")
    page.notes.keep_what_is_typed()
    assert about() == {"Quiet": "leave"}


def test_a_key_goes_through_the_options_and_each_is_said(page, form, options, said, qtbot):
    for title in (LEAVE, NEIGHBORS, "All of them"):
        press(qtbot, KEY, ALT)
        assert (options.title(), said[-1]) == (title, f"About: {title}")
    page._controller.go_to("circle")
    press(qtbot, KEY, ALT)
    assert said[-1] == "This part has no options."
    assert form.text() == ""


def test_a_saved_line_is_said_with_its_option(page, said, qtbot):
    press(qtbot, KEY, ALT)
    type_line(qtbot, "Quiet")
    assert f"Saved as: Experience. About: {LEAVE}" in said


def test_an_action_idea_is_about_no_option(page, folder, qtbot):
    press(qtbot, KEY, ALT)
    type_line(qtbot, "!Ask the parks office")
    assert [idea.body.what for idea in folder().actions] == ["Ask the parks office"]


def test_a_note_about_an_option_is_undone_in_one_step(page, desk, about, qtbot):
    press(qtbot, KEY, ALT)
    type_line(qtbot, "Quiet")
    desk.undo()
    assert about() == {}


def test_the_notes_stand_under_their_options(page, notes, qtbot):
    type_line(qtbot, "Both cost something")
    press(qtbot, KEY, ALT)
    type_line(qtbot, "Quiet")
    assert [row.above for row in notes.rows()] == ["6. Two ways to go on", f"About: {LEAVE}"]


def test_a_note_that_is_typed_over_stays_with_its_option(page, notes, about, qtbot):
    press(qtbot, KEY, ALT)
    type_line(qtbot, "Quiet")
    notes.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    type_line(qtbot, " and cheap")
    assert about() == {"Quiet and cheap": "leave"}


def test_another_session_begins_with_no_choice(page, options, desk, shelf):
    chip(options, LEAVE).click()
    page.show_session(begun_in_the_park(desk, shelf, people=10))
    page._controller.go_to("ways")
    assert options.title() == "All of them"


def test_a_reader_hears_what_is_asked_and_what_is_chosen(choice):
    choice.show_part(a_part("Bus lanes", "Bike lanes"))
    assert spoken(choice.chips).name == "What the note is about"
    assert spoken(choice.list).description == "What the note is about"
    assert [spoken(one).name for one in choice.chips.chips()] == ["Bus lanes", "Bike lanes", "All of them"]


def test_in_a_part_with_one_option_lines_are_about_it_unless_a_person_says_otherwise(choice):
    part = a_part("Bus lanes")
    choice.show_part(part)
    assert (choice.option(), choice.title()) == ("o0", "Bus lanes")
    choice.choose_next()
    choice.show_part(replace(part, minutes=25))
    assert (choice.option(), choice.title()) == ("", "Something else")


def test_options_become_a_list_where_they_are_folded_or_too_long_for_the_room(choice):
    choice.show_part(a_part("Bus lanes", "Bike lanes " * 12))
    choice.fold(2_000, on=False)
    assert (choice.chips.isHidden(), choice.list.isHidden()) == (False, True)
    for width, on in ((400, False), (2_000, True)):
        choice.fold(width, on=on)
        assert (choice.chips.isHidden(), choice.list.isHidden()) == (True, False)
    choice.show()
    assert choice.minimumSizeHint().width() < 400


def test_pills_and_list_always_say_the_same(choice):
    choice.show_part(a_part("Bus lanes", "Bike lanes"))
    chip(choice, "Bike lanes").click()
    assert choice.list.choice() == "o1"
    choice.list.setCurrentIndex(0)
    choice.list.activated.emit(0)
    assert (choice.option(), choice.title()) == ("o0", "Bus lanes")


def test_titles_with_odd_signs_are_shown_as_they_are(choice):
    choice.show_part(a_part("Bus & tram <b>", "Both"))
    assert words_on(choice)[0] == "About:"
    assert choice.chips.chips()[0].text() == "Bus && tram <b>"
    assert choice.list.itemText(0) == "Bus & tram <b>"


def test_a_note_that_moves_to_a_part_without_its_option_loses_it_and_that_is_said(
    page, desk, session_id, about, context, qtbot
):
    note = desk.add(session_id, Note(NoteKind.CONCERN, "They plant", "ways", option="neighbors"))
    page.notes.list.setFocus()
    page.notes.list.go_to(note)
    press(qtbot, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if not one.isChecked() and one.text()).trigger()
    menu.close()
    assert about() == {"They plant": ""}
    assert f"does not have the option “{NEIGHBORS}”" in context.toast.sentence()
