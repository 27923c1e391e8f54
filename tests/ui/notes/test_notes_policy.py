"""Notes are off or limited to themes in a part, and the guide is overruled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.guide import Cut, NotesPolicy, Part, PartKind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.ui.notes.notes_policy import LinePart
from tests.ui.notes.keys import ENTER, press, type_line


@pytest.fixture
def page(page):
    """In a part with two questions in which notes are taken, with the keyboard in the box."""
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    return page


def test_notes_off_is_overruled_with_a_reason_that_is_kept(page, form, desk, folder, qtbot):
    page._controller.go_to("six-views")
    assert form.notice.policy.text() == "Notes are off in this part."
    assert not form.box.isVisible()
    form.notice.button.click()
    type_line(qtbot, "")
    assert folder().closing.overruled == {}
    type_line(qtbot, "They asked us to")
    assert folder().closing.overruled == {"six-views": "They asked us to"}
    assert (form.notice.policy.text(), form.notice._kept.text()) == (
        "",
        "Notes are taken here: They asked us to",
    )
    assert QApplication.focusWidget() is form.box
    type_line(qtbot, "Somebody sighed")
    assert folder().notes[0].body.part == "six-views"


def test_where_notes_are_off_nothing_is_typed_unseen(page, form, folder, qtbot):
    page._controller.go_to("six-views")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_N)
    assert QApplication.focusWidget() is form.notice.button
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is form.notice.reason
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is form.notice.button
    assert (form.text(), folder().notes) == ("", ())


def test_who_types_on_when_notes_go_off_presses_no_key_and_goes_on_in_the_next_part(
    page, form, folder, said, qtbot
):
    page.notes.focus_box()
    page._controller.go_to("six-views")
    assert QApplication.focusWidget() is form.notice
    was = page.center.page
    for letter in "bgs p":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    press(qtbot, ENTER)
    assert page.center.page is was and said[-1] == "Notes are off in this part."
    assert (form.text(), folder().notes, folder().closing.overruled) == ("", (), {})
    page._controller.go_to("where-i-stand")
    assert QApplication.focusWidget() is form.box


def test_an_overruled_part_stays_so_when_the_session_is_opened_again_until_it_is_undone(
    page, run_page, session_id, desk, qtbot
):
    page._controller.go_to("six-views")
    page.notes.note_input.notice.ask()
    type_line(qtbot, "They asked us to")
    page.leave()
    again = run_page(session_id, taking_notes=True)
    again.rail.part_wanted.emit("six-views")
    assert again.notes.note_input.takes_notes()
    assert desk.can_undo() is Act.WRITE
    desk.undo()
    assert not again.notes.note_input.takes_notes()
    assert again.notes.note_input.notice.policy.text() == "Notes are off in this part."


def test_escape_leaves_the_part_as_the_guide_has_it(page, form, folder, qtbot):
    page._controller.go_to("six-views")
    form.notice.ask()
    qtbot.keyClicks(QApplication.focusWidget(), "well")
    press(qtbot, Qt.Key.Key_Escape)
    assert not form.notice.reason.isVisible()
    assert folder().closing.overruled == {}


def test_where_only_themes_are_noted_a_sentence_waits_for_a_reason(page, form, folder, said, qtbot):
    page._controller.go_to("check-in")
    page.notes.focus_box()
    assert form.box.placeholderText() == "What was it about?"
    story = "On the way home from the late shift a car slowed down beside me, and I took the long way round."
    type_line(qtbot, story)
    assert (form.text(), folder().notes) == (story, ())
    assert said[-1] == "Only themes here: write a few words, not a sentence."
    form.notice.button.click()
    type_line(qtbot, "They want it told")
    press(qtbot, ENTER)
    assert [note.body.text for note in folder().notes] == [story]


def test_where_only_themes_are_noted_their_names_need_no_mark(page, themes, folder, qtbot):
    page._controller.go_to("check-in")
    page.notes.focus_box()
    type_line(qtbot, "school, the dark, night bus")
    (note,) = folder().notes
    assert note.body.text == "school, the dark, night bus"
    assert folder().theme_names(note.body.themes) == ("School", "Night bus")


def test_a_sentence_that_waits_is_not_lost_when_the_page_is_left(page, folder, qtbot):
    page._controller.go_to("check-in")
    page.notes.focus_box()
    story = "On the way home from the late shift a car slowed down beside me, and I took the long way round."
    type_line(qtbot, story)
    page.leave()
    assert [note.body.text for note in folder().notes] == [story]


# The part of the line, without a window.


def a_part(name, notes=NotesPolicy.ON):
    return Part(name, PartKind.GO_ROUND, name.title(), 10, 5, Cut.LAST, notes=notes)


FIRST, QUIET, LAST = a_part("first"), a_part("quiet", NotesPolicy.OFF), a_part("last")
BEFORE_QUIET = [("1. First", FIRST)]
BEFORE_LAST = [("2. Quiet", QUIET), ("1. First", FIRST)]


@pytest.fixture
def line_part():
    line_part = LinePart()
    line_part.follow(FIRST, [], typing=False)
    return line_part


def test_before_a_session_is_shown_notes_are_on():
    assert (LinePart().part(), LinePart().policy()) == (None, NotesPolicy.ON)


def test_a_line_goes_under_an_earlier_part_with_the_policy_of_that_part(line_part):
    line_part.follow(LAST, BEFORE_LAST, typing=False)
    line_part.choose("quiet")
    assert (line_part.part(), line_part.policy()) == (QUIET, NotesPolicy.OFF)
    assert line_part.earlier_title() == "2. Quiet"
    line_part.choose("no such part")
    assert (line_part.part(), line_part.earlier_title()) == (LAST, "")


@pytest.mark.parametrize(("typing", "part"), [(True, FIRST), (False, QUIET)])
def test_only_a_line_that_was_begun_stays_in_its_part_when_notes_go_off(line_part, typing, part):
    line_part.follow(QUIET, BEFORE_QUIET, typing=typing)
    assert line_part.part() is part


def test_a_line_that_was_begun_stays_in_its_part_also_where_notes_are_taken(line_part):
    line_part.follow(LAST, BEFORE_LAST, typing=True)
    assert (line_part.part(), line_part.earlier_title()) == (FIRST, "1. First")
    line_part.follow(FIRST, [], typing=True)
    assert (line_part.part(), line_part.earlier_title()) == (FIRST, "")


def test_a_line_that_was_begun_stays_in_its_part_when_the_session_goes_back(line_part):
    line_part.follow(LAST, BEFORE_LAST, title="3. Last", typing=False)
    line_part.follow(FIRST, [], title="1. First", typing=True)
    assert (line_part.part(), line_part.earlier_title()) == (LAST, "3. Last")
    line_part.choose("")
    assert line_part.part() is FIRST


def test_without_a_line_the_part_is_the_current_one(line_part):
    line_part.follow(LAST, BEFORE_LAST, typing=False)
    assert line_part.part() is LAST


def test_with_a_reason_notes_are_on_in_that_part_alone(line_part):
    line_part.follow(QUIET, BEFORE_QUIET, typing=False)
    line_part.reasons = {"first": "They asked"}
    assert line_part.policy() is NotesPolicy.OFF
    line_part.reasons = {"quiet": "They asked"}
    assert line_part.policy() is NotesPolicy.ON
    line_part.reset()
    assert (line_part.part(), line_part.earlier) == (None, {})
