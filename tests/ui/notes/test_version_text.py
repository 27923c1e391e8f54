"""What a person reads of two versions to tell them apart."""

import pytest

from dialogue_desk.domain.model.circles import Circle, GroundRule, Session
from dialogue_desk.domain.model.closing import DotVote, Tally
from dialogue_desk.domain.model.ids import HOUR, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread, Theme
from dialogue_desk.ui.notes.version_text import VersionText, differing, version_text, with_text
from dialogue_desk.words import Words

SCHOOL = RecordId("school")
THEMES = {SCHOOL: Theme("The school")}


def details(body):
    return dict(version_text(body, THEMES, Words()).details)


def test_a_note_shows_its_words_and_only_what_was_said_of_it():
    note = Note(NoteKind.CONCERN, "Stops feel random", spread=Spread.A_FEW, themes=(SCHOOL, RecordId("gone")))
    assert version_text(note, THEMES, Words()).text == "Stops feel random"
    assert details(note) == {"Kind": "Concern", "How many of you": "a few", "Themes": "The school"}


def test_consent_is_shown_for_quotes_alone():
    assert "Permission" in details(Note(NoteKind.QUOTE, "I felt seen", consent=Consent.YES))
    assert "Permission" not in details(Note(NoteKind.HOPE, "We talk", consent=Consent.YES))


def test_a_joined_theme_says_what_it_was_joined_into():
    assert details(Theme("library", SCHOOL)) == {"Joined into": "The school"}
    assert details(Theme("library", RecordId("gone"))) == {"Joined into": "a theme that is not here"}
    assert details(Theme("library")) == {}


def test_a_deleted_record_says_nothing():
    assert version_text(None, THEMES, Words()) == VersionText("")


def test_no_dots_and_none_counted_are_told_apart():
    assert "Dots" not in details(ActionIdea("A bench"))
    assert details(ActionIdea("A bench", dots=0))["Dots"] == "0"


def test_counts_are_shown_one_by_one():
    assert details(Tally("age", (("young", 3), ("old", 4)))) == {"young": "3", "old": "4"}
    assert list(details(DotVote(3, 9)).values()) == ["3", "9"]


def test_what_differs_is_named_also_where_one_version_lacks_it():
    ours = VersionText("a", (("Kind", "Hope"), ("Place", "Gym")))
    theirs = VersionText("b", (("Kind", "Hope"), ("Who", "All")))
    assert differing([ours, theirs]) == {"Place", "Who"}
    assert differing([ours, ours]) == differing([]) == frozenset()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (Note(NoteKind.HOPE, "old"), "text"),
        (GroundRule("old", 1), "text"),
        (ActionIdea("old"), "what"),
        (Theme("old"), "name"),
    ],
)
def test_what_a_person_wrote_can_be_written_in_a_third_way(body, field):
    assert getattr(with_text(body, "new"), field) == "new"
    assert version_text(body, {}, Words()).text == "old"


def test_a_circle_has_no_words_to_write_in_a_third_way():
    assert with_text(Circle("C07"), "new") is None


def test_a_session_is_known_by_its_number_and_shows_only_what_was_said_of_it():
    version = version_text(Session(2, "s1", (), 0, HOUR, 11), {}, Words())
    assert version.text == "Session 2"
    assert [name for name, _ in version.details] == ["Starts", "Ends", "People"]


def test_two_versions_tell_which_option_each_is_about():
    note = Note(NoteKind.CONCERN, "It costs too much", "ways", option="bus")
    titles = {("ways", "bus"): "Bus lanes"}
    assert dict(version_text(note, {}, Words(), titles).details)["About"] == "Bus lanes"
    assert details(note)["About"] == "bus"
    assert "About" not in details(Note(NoteKind.CONCERN, "It costs too much", "ways"))
