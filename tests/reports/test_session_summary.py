"""What a circle reads of its own session."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.document import Table
from dialogue_desk.domain.ids import MINUTE
from dialogue_desk.domain.live_session import MoveKind
from dialogue_desk.domain.notes import ActionIdea, Consent, Horizon, Note, NoteKind, Spread
from dialogue_desk.domain.summary import summary_of
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.words import Words
from tests.reports.folders import MOVES, STOPS, a_folder
from tests.reports.reading import outline


def read(folder):
    return session_document(summary_of(folder), Words())


def test_what_was_said_stands_under_its_theme_with_how_widely_it_was_held():
    hope = Note(NoteKind.HOPE, "Buses after nine.")
    concern = Note(NoteKind.CONCERN, "Stops feel random.", spread=Spread.A_FEW, themes=STOPS)
    said = outline(read(a_folder(hope, concern)))
    assert said["Stops and searches"] == [("Stops feel random.", "Concern · a few")]
    assert said["Other things said"] == [("Buses after nine.", "Hope")]


def test_agreement_and_difference_have_their_own_places():
    said = outline(
        read(
            a_folder(
                Note(NoteKind.COMMON_GROUND, "All want to get home.", spread=Spread.EVERYONE, themes=STOPS),
                Note(NoteKind.DISAGREEMENT, "More patrols, or fewer."),
                Note(NoteKind.CONCERN, "Sirens at night.", spread=Spread.CONTESTED),
                Note(NoteKind.QUESTION, "Who reads complaints?"),
                Note(NoteKind.PARKING_LOT, "The bus shelter."),
            )
        )
    )
    assert said["Where we agree"] == [("All want to get home.", "everyone · Stops and searches")]
    assert said["Where we differ"] == [("More patrols, or fewer.", ""), ("Sirens at night.", "contested")]
    assert said["Questions still open"] == [("Who reads complaints?", "")]
    assert said["Kept for later"] == [("The bus shelter.", "")]
    assert "What we talked about" not in said


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("spread", [None, *Spread])
def test_every_note_that_may_leave_is_in_it_once(kind, spread):
    document = read(a_folder(Note(kind, "these words", spread=spread, consent=Consent.YES)))
    assert repr(document).count("these words") == (0 if kind is NoteKind.DEBRIEF else 1)


@pytest.mark.parametrize("consent", [Consent.NOT_ASKED, Consent.WITHDRAWN])
def test_a_debrief_and_a_quote_without_consent_are_nowhere_in_it(consent):
    debrief = Note(NoteKind.DEBRIEF, "secret one")
    quote = Note(NoteKind.QUOTE, "secret two", consent=consent, spread=Spread.CONTESTED)
    assert "secret" not in repr(read(a_folder(debrief, quote)))


def test_a_quote_with_consent_is_quoted():
    said = outline(read(a_folder(Note(NoteKind.QUOTE, "We wave now.", consent=Consent.YES))))
    assert said["In people’s own words"] == [("“We wave now.”", "")]


def test_an_action_idea_says_who_what_first_and_when():
    idea = ActionIdea("Open house", themes=STOPS, who="Police", first_step="Pick a day", horizon=Horizon.NOW)
    aside = "Who: Police · First step: Pick a day · Within three months · Stops and searches"
    assert outline(read(a_folder(actions=[idea])))["What we propose"] == [("Open house", aside)]


def test_it_tells_how_long_each_part_took_and_which_was_left_out():
    tables = [block for block in read(a_folder()).blocks if isinstance(block, Table)]
    assert tables[0].rows == (
        ("Welcome", "5 min", "7 min"),
        ("Break", "5 min", "left out"),
        ("Close", "5 min", "5 min"),
    )


def test_what_the_evening_made_of_the_plan_has_a_column_only_where_it_made_anything():
    (table,) = [block for block in read(a_folder()).blocks if isinstance(block, Table)]
    assert [column.head for column in table.columns] == ["Part", "Planned", "Time taken"]
    start, minutes = MOVES[0], (7 * MINUTE, 4 * MINUTE)
    again = replace(start, kind=MoveKind.REPLAN, number=2, parts=("welcome", "close"), given=minutes)
    jump, close = (replace(move, number=move.number + 1) for move in MOVES[1:])
    (table,) = [
        block
        for block in read(a_folder(moves=(start, again, jump, close))).blocks
        if isinstance(block, Table)
    ]
    assert [column.head for column in table.columns] == ["Part", "Planned", "Adapted", "Time taken"]
    assert table.rows == (
        ("Welcome", "5 min", "7 min", "7 min"),
        ("Break", "5 min", "none", "left out"),
        ("Close", "5 min", "4 min", "5 min"),
    )


def test_a_session_that_never_ran_tells_no_times():
    assert not [block for block in read(a_folder(moves=())).blocks if isinstance(block, Table)]


def test_a_session_without_notes_says_so():
    assert "No notes were taken in this session." in repr(read(a_folder()))


def test_it_counts_who_was_there_and_names_the_evening_as_in_the_room():
    document = read(a_folder())
    assert document.title == "Meeting as neighbors"
    assert document.subtitle == (
        "Safer Streets · Circle C07, session 1 · Eastside Library · March 12, 2026 · 9 people"
    )


def test_markup_and_formulas_are_text():
    text = "=1+1 <b>&amp;</b> \u202e"
    assert outline(read(a_folder(Note(NoteKind.HOPE, text))))["What we talked about"] == [(text, "Hope")]


def test_a_session_without_a_program_is_read_as_well():
    folder = replace(a_folder(Note(NoteKind.HOPE, "x")), program=None, program_id=None)
    assert read(folder).subtitle.startswith("Circle C07, session 1 · Eastside Library")
