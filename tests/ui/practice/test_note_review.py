"""Looking at the notes: first what was written, then what was not, and who could be identified."""

import pytest

from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.practice.review import TypedNote, review
from dialogue_desk.ui.practice.note_review import NoteReview
from tests.ui.practice.conversations import LAMP
from tests.ui.seen import button_saying, nameless, words_on

DARK = "somebody fell where the lamp is dark"


@pytest.fixture
def show(context, qtbot):
    def make(*notes, pace=Pace.USUAL):
        typed = [TypedNote(45, text, kind) for text, kind in notes]
        view = NoteReview(LAMP, pace, review(LAMP, typed, finds=finder_beside().finds), context)
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.show()
        qtbot.waitUntil(view.isActiveWindow)
        view.take_focus()
        return view

    return make


def test_a_note_is_beside_what_was_said_and_what_a_practiced_note_taker_wrote(show):
    words = words_on(show(("the dark lamp, somebody fell", NoteKind.CONCERN)))
    at = words.index("What was said")
    assert words[at : at + 8] == [
        "What was said",
        "The lamp by the bus stop went dark, and Rosa fell.",
        "You wrote",
        "Concern",
        "the dark lamp, somebody fell",
        "A practiced note-taker wrote",
        "Concern",
        DARK,
    ]


def test_what_was_written_comes_before_what_was_not(show):
    words = words_on(show((DARK, NoteKind.CONCERN)))
    assert words.index("What you wrote down") < words.index("What else was said")
    assert "that the city asks before it plants" in words
    assert "Nothing here is a grade. Every note-taker misses things, and chooses." in words


def test_another_kind_is_a_question(show):
    asked = "You took it as: Experience. They took it as: Concern. Which would the circle choose?"
    assert asked in words_on(show((DARK, NoteKind.EXPERIENCE)))
    assert asked not in words_on(show((DARK, NoteKind.CONCERN)))


def test_an_action_idea_has_a_name_too(show):
    assert "Action idea" in words_on(show((DARK, None)))


def test_a_note_that_tells_who_it_was_says_so_and_how_to_write_it(show):
    words = words_on(show(("Rosa fell, the lamp is dark", NoteKind.CONCERN)))
    assert "“Rosa” is a name." in words
    assert f"You could write: “{DARK}”" in words


def test_a_name_in_a_note_about_nothing_else_is_told_to_be_left_out(show):
    words = words_on(show(("xyzzy 555-123-4567", NoteKind.CONCERN)))
    assert "“555-123-4567”: Phone number" in words
    assert "Write what it means for the circle, and leave these words out." in words


def test_a_note_about_a_line_that_is_worth_none_is_fine(show):
    words = words_on(show(("did not know that", NoteKind.EXPERIENCE)))
    assert "A practiced note-taker wrote nothing here. Both are fine." in words


def test_a_note_in_words_of_its_own_is_shown_as_it_is(show):
    words = words_on(show(("xyzzy plugh", NoteKind.HOPE)))
    assert "In your own words" in words
    assert "xyzzy plugh" in words


def test_a_person_without_notes_sees_what_was_said(show):
    words = words_on(show())
    assert "What else was said" in words
    assert "What you wrote down" not in words
    assert "You did not write a note this time. Listening is practice too." in words


def test_the_pace_of_another_try_is_told(show, qtbot):
    view = show((DARK, NoteKind.CONCERN))
    with qtbot.waitSignal(view.again_wanted, check_params_cb=lambda pace: pace == Pace.SLOW):
        button_saying(view, "Again, slower").click()
    with qtbot.waitSignal(view.again_wanted, check_params_cb=lambda pace: pace == Pace.USUAL):
        button_saying(view, "Again").click()


def test_nothing_is_slower_than_line_by_line(show):
    assert show(pace=Pace.LINE_BY_LINE).slower.isHidden()


def test_everything_has_a_name_and_the_page_opens_at_its_top(show):
    view = show((DARK, NoteKind.CONCERN))
    assert nameless(view) == []
    assert view.page.verticalScrollBar().value() == 0


def test_huge_and_odd_notes_are_shown(show):
    odd = ("x" * 20_000, "سلام 👩🏽‍🌾", "<b>not bold</b>", "tab\tand\u00a0no break")
    words = words_on(show(*((text, NoteKind.HOPE) for text in odd)))
    assert set(odd) <= set(words)
