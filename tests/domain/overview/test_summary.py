"""What a circle gets back from its session."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.circles import GroundRule
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.ids import HOUR, MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Spread
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.domain.overview.session_folder import Stored, runs_of
from dialogue_desk.domain.overview.summary import part_times, summary_of
from tests.domain.session_folders import PLAN, a_folder, a_note, about, weighing

RUN = RecordId("run")
BUS, STOPS = (RecordId("bus"),), (RecordId("stops"),)


def texts(lines):
    return [line.text for line in lines]


def test_a_note_is_under_its_first_theme_top_themes_lead_and_no_theme_comes_last():
    notes = [Note(NoteKind.HOPE, "a"), Note(NoteKind.HOPE, "b", themes=STOPS)]
    notes += [Note(NoteKind.HOPE, text, themes=BUS + STOPS) for text in "cd"]
    folder = a_folder(*notes, themes=("bus", "stops"))
    assert [(one.name, texts(one.lines)) for one in summary_of(folder).talked_about] == [
        ("Bus", ["c", "d"]),
        ("Stops", ["b"]),
        ("", ["a"]),
    ]
    top = replace(folder, closing=ClosingFacts(top_themes=STOPS))
    assert [one.name for one in summary_of(top).talked_about] == ["Stops", "Bus", ""]


def test_what_people_differ_over_is_said_once_and_there():
    made = summary_of(
        a_folder(a_note(NoteKind.COMMON_GROUND, "x", spread=Spread.CONTESTED), a_note(text="y"))
    )
    assert (texts(made.differ), made.agree, texts(made.talked_about[0].lines)) == (["x"], (), ["y"])


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if kind is not NoteKind.DEBRIEF])
def test_every_kind_of_note_has_its_place(kind):
    note = Note(kind, "these words", consent=Consent.YES)
    assert "these words" in repr(summary_of(a_folder(note)))


def test_ideas_come_by_their_dots_and_those_with_as_many_as_they_were_added():
    ideas = [ActionIdea("a", dots=1), ActionIdea("b", dots=3), ActionIdea("c"), ActionIdea("d", dots=1)]
    made = summary_of(replace(a_folder(*ideas), closing=ClosingFacts(vote=DotVote(1, 5))))
    assert [one.idea.what for one in made.proposals] == ["b", "a", "d", "c"]
    assert made.dots_placed == 5


def test_what_was_read_to_the_circle_is_counted_among_what_is_written_here():
    closing = ClosingFacts(read=frozenset((RecordId("n0"), RecordId("n2"))))
    folder = a_folder(a_note(), ActionIdea("x"), Note(NoteKind.DEBRIEF, "private"), closing=closing)
    made = summary_of(folder)
    assert (made.written, made.read_back) == (2, 1)


def test_each_part_says_how_long_it_took_and_whether_it_was_held():
    moves = [Move(MoveKind.START, 1, RUN, 1), Move(MoveKind.CLOSE, 1 + 7 * MINUTE, RUN, 2)]
    folder = a_folder()
    folder = replace(folder, runs=runs_of(folder.session, PLAN, moves))
    assert [(one.spent, one.held) for one in part_times(folder)] == [(7 * MINUTE, True), (0, False)]
    assert summary_of(a_folder()).parts == ()


def test_a_session_has_the_rules_it_had_and_none_that_a_later_one_made():
    ids = RandomIds(seed=1)
    folder = a_folder()
    start = 100 * HOUR
    moves = (Move(MoveKind.START, start, RUN, 1), Move(MoveKind.CLOSE, start + HOUR, RUN, 2))
    made = {
        ids.new(start - HOUR): "before",
        ids.new(start + 12 * HOUR): "the next morning",
        ids.new(start + 48 * HOUR): "later",
        RecordId("old"): "old",
    }
    rules = tuple(Stored(one, folder.circle_id, GroundRule(text, 1)) for one, text in made.items())
    said = replace(folder, ground_rules=rules)
    ran = replace(said, runs=runs_of(folder.session, folder.plan, moves))

    assert summary_of(ran).ground_rules == ("before", "the next morning", "old")
    assert summary_of(said).ground_rules == ("before", "the next morning", "later", "old")


def test_what_was_said_about_an_option_is_there_by_kind_and_nowhere_else():
    kinds = (NoteKind.QUESTION, NoteKind.DISAGREEMENT, NoteKind.COMMON_GROUND, NoteKind.CONCERN)
    made = summary_of(
        weighing(
            *(about("bike", kind, f"bike {kind}") for kind in kinds),
            about("bus", NoteKind.QUOTE, "bus quote", consent=Consent.YES),
            about("", text="about all"),
            about("tram", text="of an option that is gone"),
        )
    )
    assert [(one.title, texts(one.lines)) for one in made.options] == [
        ("Bus lanes", ["bus quote"]),
        ("Bike lanes", ["bike concern", "bike common ground", "bike disagreement", "bike question"]),
    ]
    assert (made.agree, made.differ, made.questions, made.quotes) == ((), (), (), ())
    assert [texts(one.lines) for one in made.talked_about] == [["about all", "of an option that is gone"]]


def test_what_was_parked_stays_in_the_parking_lot_and_what_is_kept_back_is_under_no_option():
    made = summary_of(
        weighing(
            about("bus", NoteKind.PARKING_LOT, "later"),
            about("bus", NoteKind.QUOTE, "not asked"),
            about("bus", text="for the organizer alone", sensitive=True),
        )
    )
    assert (made.options, texts(made.parking_lot)) == ((), ["later"])
