"""Choosing what to practice: by keys, in plain words, with what each choice means."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.ui.practice.lead_form import LeadForm
from dialogue_desk.ui.practice.practice_choice import LEAD, NoteChoice, NoteForm, PracticeChoice
from dialogue_desk.words import Words
from tests.ui.practice.conversations import LAMP
from tests.ui.seen import nameless, words_on

SPANISH = replace(LAMP, language="es", title="La lámpara")
POND = replace(LAMP, id="pond", title="The pond", summary="About a pond.", parts=LAMP.parts[:1])


@pytest.fixture
def show(shelf, context, qtbot):
    def make(*scripts, language="en", size=(1366, 768)):
        here = replace(context, words=Words(language))
        lead = LeadForm(shelf, here)
        lead.read()
        view = PracticeChoice(NoteForm(scripts or (LAMP, SPANISH, POND), here), lead, here)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitUntil(view.isActiveWindow)
        view.take_focus()
        return view

    return make


def test_who_begins_is_offered_notes_slowly_from_the_first_part(show):
    assert show().notes.chosen() == NoteChoice(LAMP, Pace.SLOW, 0)


def test_a_conversation_is_offered_once_and_in_the_language_of_the_app(show):
    view = show(language="es")
    assert [chip.text() for chip in view.notes.conversation._chips] == ["La lámpara", "The pond"]
    assert view.notes.chosen().script == SPANISH


def test_another_conversation_begins_at_its_beginning(show):
    view = show(LAMP, replace(POND, parts=LAMP.parts))
    view.notes.part.choose("1")
    view.notes.conversation.choose("pond")
    view.notes.conversation.chosen.emit("pond")
    assert (view.notes.chosen().script.id, view.notes.chosen().part) == ("pond", 0)


def test_questions_without_a_choice_are_not_asked(show):
    view = show(POND)
    words = words_on(view)
    assert "Language" not in words
    assert "Where does it begin?" not in words
    assert "About a pond. It has 1 part." in words


def test_what_each_choice_means_is_shown_and_told(show):
    view = show()
    said = "A little slower than people talk. A good way to begin."
    assert said in words_on(view)
    assert view.notes.pace.accessibleDescription() == said


def test_without_conversations_only_leading_can_begin(show, shelf, context, qtbot):
    view = PracticeChoice(NoteForm((), context), LeadForm(shelf, context), context)
    qtbot.addWidget(view)
    assert not view.begin.isEnabled()
    view.show_side(LEAD)
    assert view.begin.isEnabled()


def test_each_side_says_what_will_happen(show):
    view = show()
    assert "2. You write notes, as in a session, with the same box and the same keys." in words_on(view)
    view.show_side(LEAD)
    assert "3. You find words for it, one key away, and adjust the plan when time is lost." in words_on(view)
    assert not view.notes.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(show):
    view = show()
    assert nameless(view) == []
    view.show_side(LEAD)
    assert nameless(view) == []
