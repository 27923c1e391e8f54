from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import (
    Cut,
    Length,
    Measure,
    Mode,
    NotesPolicy,
    Part,
    PartKind,
    PartStep,
    SessionPlan,
)
from dialogue_desk.domain.model.guide_concerns import (
    Concern,
    ConcernKind,
    concerns,
    spoken_concerns,
)
from dialogue_desk.domain.model.guide_lengths import fitting_seconds_each, go_round_seconds
from dialogue_desk.domain.model.notes import NoteKind

TALK = Part("talk", PartKind.OPEN_TALK, "Conversation", 20, 10, Cut.LAST)
CLOSE = Part("close", PartKind.CLOSING, "Close", 10, 5, Cut.NEVER)
EVENING = SessionPlan("s1", "Evening", 30, "Conversation", (TALK, CLOSE))
ROUND = Part("round", PartKind.GO_ROUND, "Round", 24, 18, Cut.NEVER, seconds_each=120, pause=5, silence=120)


def test_a_sound_session_raises_no_concern() -> None:
    assert concerns(EVENING, 12) == ()


def test_parts_that_do_not_add_up_to_the_session_are_found() -> None:
    found = concerns(replace(EVENING, minutes=90), 12)
    assert found == (Concern(ConcernKind.DOES_NOT_ADD_UP, planned=90, needed=30),)


def test_twelve_people_with_two_minutes_each_need_27_minutes_and_fit_24_with_105_seconds() -> None:
    assert go_round_seconds(12, 120, pause=5, silence=120) == 27 * 60 - 5
    assert go_round_seconds(12, 120, pause=5, silence=120, factor=125) == 12 * 150 + 55 + 120
    plan = SessionPlan("s1", "Evening", 54, "", (ROUND, TALK, CLOSE))
    assert concerns(plan, 12) == (
        Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", planned=24, needed=27, seconds_each=105),
    )
    assert concerns(plan, 10) == ()


def test_a_go_round_that_fills_its_part_to_the_second_fits() -> None:
    part = replace(ROUND, minutes=2, floor=1, seconds_each=30, pause=0, silence=0)
    plan = SessionPlan("s1", "Evening", 12, "", (part, replace(CLOSE, cut=Cut.LAST)))
    assert concerns(plan, 4) == ()
    assert [found.kind for found in concerns(plan, 5)] == [ConcernKind.GO_ROUND_TOO_LONG]


def test_a_session_without_a_closing_is_found_and_a_read_back_alone_is_none() -> None:
    plan = replace(EVENING, minutes=20, parts=(TALK,))
    assert concerns(plan, 8) == (Concern(ConcernKind.NO_CLOSING),)
    read_back = replace(plan, minutes=30, parts=(TALK, replace(CLOSE, kind=PartKind.READ_BACK)))
    assert concerns(read_back, 8) == (Concern(ConcernKind.NO_CLOSING),)


def test_a_session_in_which_nothing_may_be_cut_is_found() -> None:
    plan = replace(EVENING, parts=(replace(TALK, cut=Cut.NEVER), CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.NOTHING_TO_CUT),)


def test_a_floor_above_the_minutes_is_found() -> None:
    plan = replace(EVENING, parts=(replace(TALK, floor=25), CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.FLOOR_ABOVE_MINUTES, "talk", planned=20, needed=25),)


def test_steps_longer_than_their_part_are_found() -> None:
    plan = replace(EVENING, parts=(replace(TALK, steps=(PartStep("One", 12), PartStep("Two", 12))), CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.STEPS_TOO_LONG, "talk", planned=20, needed=24),)


def test_a_go_round_that_is_interpreted_is_offered_shorter_turns():
    go_round = Part(
        "round", PartKind.GO_ROUND, "Round", 24, 18, Cut.NEVER, seconds_each=105, pause=5, silence=120
    )
    pairs = Part("pairs", PartKind.PAIRS, "Pairs", 13, 10, Cut.LAST)
    close = Part("close", PartKind.CLOSING, "Close", 9, 5, Cut.NEVER)
    plan = SessionPlan("s1", "Evening", 46, "", (go_round, pairs, close))
    assert concerns(plan, 12) == ()
    (found,) = concerns(plan, 12, factor=160)
    assert found == Concern(ConcernKind.GO_ROUND_TOO_LONG, "round", planned=24, needed=37, seconds_each=65)
    assert fitting_seconds_each(go_round, 12, factor=160) == 65


def kinds(plan: SessionPlan, people: int = 8) -> list[tuple[ConcernKind, str]]:
    return [(found.kind, found.part) for found in concerns(plan, people)]


def test_steps_that_the_shortest_part_has_no_room_for_are_a_hint() -> None:
    steps = (PartStep("One", 10, floor=6), PartStep("Two", 10, floor=6))
    found = concerns(replace(EVENING, parts=(replace(TALK, steps=steps), CLOSE)), 8)
    assert found == (Concern(ConcernKind.STEPS_ABOVE_FLOOR, "talk", planned=10, needed=12),)
    assert found[0].kind.hint
    shorter = tuple(replace(step, floor=5) for step in steps)
    assert concerns(replace(EVENING, parts=(replace(TALK, steps=shorter), CLOSE)), 8) == ()


def test_a_go_round_without_turns_is_found_unless_nobody_counts_the_time() -> None:
    for part in (replace(TALK, kind=PartKind.GO_ROUND), replace(TALK, mode=Mode.GO_ROUND)):
        plan = replace(EVENING, parts=(part, CLOSE))
        assert kinds(plan) == [(ConcernKind.GO_ROUND_WITHOUT_TURNS, "talk")]
        assert kinds(replace(plan, parts=(replace(part, clock=False), CLOSE))) == []
        assert kinds(replace(plan, parts=(replace(part, seconds_each=60), CLOSE))) == []


def test_notes_that_are_wanted_where_none_are_taken_are_found() -> None:
    part = replace(TALK, notes=NotesPolicy.OFF, wanted=(NoteKind.HOPE,))
    assert kinds(replace(EVENING, parts=(part, CLOSE))) == [(ConcernKind.WANTED_WITHOUT_NOTES, "talk")]
    themes = replace(part, notes=NotesPolicy.THEMES_ONLY)
    assert kinds(replace(EVENING, parts=(themes, CLOSE))) == []


def test_words_that_take_longer_to_read_aloud_than_the_part_lasts_are_told_in_minutes() -> None:
    part = replace(TALK, minutes=2, floor=1, say=("word " * 300,))
    plan = SessionPlan("s1", "Evening", 12, "", (part, CLOSE))
    assert concerns(plan, 8) == (Concern(ConcernKind.READ_ALOUD_TOO_LONG, "talk", planned=2, needed=3),)
    assert kinds(replace(plan, parts=(replace(part, say=("word " * 260,)), CLOSE))) == []


def test_words_before_a_go_round_need_their_time_too() -> None:
    part = replace(TALK, kind=PartKind.GO_ROUND, minutes=10, seconds_each=60, say=("word " * 130,))
    plan = SessionPlan("s1", "Evening", 20, "", (part, CLOSE))
    assert kinds(plan, people=9) == []
    assert kinds(plan, people=10) == [(ConcernKind.READ_ALOUD_TOO_LONG, "talk")]
    assert kinds(plan, people=11) == [(ConcernKind.GO_ROUND_TOO_LONG, "talk")]


def test_a_session_that_is_too_long_even_when_everything_is_shortened_is_found() -> None:
    plan = replace(EVENING, minutes=19)
    assert concerns(plan, 8) == (
        Concern(ConcernKind.DOES_NOT_ADD_UP, planned=19, needed=30),
        Concern(ConcernKind.FLOORS_TOO_LONG, planned=19, needed=20),
    )
    droppable = replace(plan, parts=(replace(TALK, cut=Cut.FIRST), CLOSE))
    assert kinds(droppable) == [(ConcernKind.DOES_NOT_ADD_UP, "")]


def test_more_questions_to_choose_than_there_are_is_a_hint() -> None:
    plan = replace(EVENING, parts=(replace(TALK, ask=("One?",), choose=2), CLOSE))
    (found,) = concerns(plan, 8)
    assert (found.kind, found.kind.hint) == (ConcernKind.CHOOSES_TOO_MANY, True)


# Tracks, times of day, minutes that depend on others


def test_tracks_that_take_different_time_are_found_where_they_begin() -> None:
    youth, adults = replace(TALK, id="a", track="youth"), replace(TALK, id="b", track="adults")
    plan = SessionPlan("s1", "Day", 30, "", (youth, adults, CLOSE))
    assert concerns(plan, 8) == ()
    unequal = replace(plan, parts=(youth, replace(adults, minutes=15), CLOSE))
    assert concerns(unequal, 8) == (Concern(ConcernKind.TRACKS_DIFFER, "a", planned=15, needed=20),)


def test_a_part_at_a_time_of_day_that_those_before_cannot_meet_is_found() -> None:
    supper = replace(TALK, id="supper", kind=PartKind.BREAK, at=18 * 60 + 30, minutes=30, floor=30)
    guest = replace(TALK, id="guest", at=19 * 60)
    plan = SessionPlan("s1", "Day", 80, "", (TALK, supper, guest, CLOSE))
    assert concerns(plan, 8) == ()
    late = replace(plan, parts=(TALK, supper, replace(guest, at=18 * 60 + 50), CLOSE))
    assert concerns(late, 8) == (Concern(ConcernKind.BEGINS_TOO_EARLY, "guest", planned=20, needed=30),)


def test_waiting_for_a_time_of_day_is_part_of_a_session() -> None:
    supper = replace(TALK, id="supper", at=18 * 60)
    guest = replace(TALK, id="guest", at=19 * 60)
    parts = (supper, guest, CLOSE)
    assert concerns(SessionPlan("s1", "Day", 90, "", parts), 8) == ()
    found = concerns(SessionPlan("s1", "Day", 50, "", parts), 8)
    assert found == (Concern(ConcernKind.DOES_NOT_ADD_UP, planned=50, needed=90),)


def test_equal_parts_may_leave_a_minute_and_need_one_each() -> None:
    equal = [replace(TALK, id=name, length=Length(Measure.EQUAL)) for name in ("a", "b", "c")]
    plan = SessionPlan("s1", "Forum", 45, "", (*equal, CLOSE))
    assert concerns(plan, 8) == ()
    found = concerns(replace(plan, minutes=12), 8)
    assert found == (Concern(ConcernKind.NOTHING_LEFT, "a", planned=12),)


def test_a_go_round_that_is_as_long_as_it_takes_may_leave_time_and_not_take_more_than_there_is() -> None:
    go_round = replace(ROUND, cut=Cut.LAST, length=Length(Measure.EACH, floor=10))
    plan = SessionPlan("s1", "Evening", 54, "", (go_round, TALK, CLOSE))
    assert concerns(plan, 8) == concerns(plan, 10) == ()
    assert concerns(plan, 12) == (Concern(ConcernKind.DOES_NOT_ADD_UP, planned=54, needed=57),)


# What is said


def test_people_are_told_of_the_notes_before_they_speak_where_notes_are_taken() -> None:
    ask = replace(TALK, ask=("Why are you here?",))
    untold = (Concern(ConcernKind.NOTHING_SAID_OF_NOTES, "talk"),)
    assert spoken_concerns(replace(EVENING, parts=(ask, CLOSE)), "en") == untold
    quiet = replace(ask, notes=NotesPolicy.OFF)
    assert spoken_concerns(replace(EVENING, parts=(quiet, CLOSE)), "en") == ()
    told = replace(TALK, id="told", kind=PartKind.PRIVACY_NOTICE)
    assert spoken_concerns(replace(EVENING, parts=(told, ask)), "en") == ()
    assert spoken_concerns(replace(EVENING, parts=(ask, told)), "en") == untold


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        ("en", "You will hear the notes at the end.", 0),
        ("en-US", "We write down ideas, not names.", 0),
        ("en", "Take out a sheet and write a word.", 1),
        ("es", "Al final oirán las notas.", 0),
        ("es", "Hoy hablamos de la calle.", 1),
        ("pt", "Vamos começar.", 0),
    ],
)
def test_a_welcome_can_tell_them(language: str, said: str, found: int) -> None:
    welcome = replace(TALK, id="welcome", kind=PartKind.WELCOME, say=(said,))
    ask = replace(TALK, ask=("Why?",))
    assert len(spoken_concerns(replace(EVENING, parts=(welcome, ask)), language)) == found


def test_words_that_are_hard_to_follow_by_ear_are_a_hint() -> None:
    hard = "Institutional accountability necessitates comprehensive deliberation regarding responsibilities "
    plan = replace(EVENING, parts=(replace(TALK, say=(hard * 6 + ".",)), CLOSE))
    (found,) = spoken_concerns(plan, "en")
    assert (found.kind, found.part, found.planned) == (ConcernKind.HARD_TO_FOLLOW, "talk", 7)
    assert found.needed > 12 and found.kind.hint
