"""Which id, owner and size a record from outside may have."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.circles import Circle, GroundRule, Program, Session
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    PrivacyAnswer,
    PrivacyDecision,
    ReadBack,
    Tally,
    TallyCategory,
    TopThemes,
    fact_id,
    fact_of,
)
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme, ThemesApart
from dialogue_desk.domain.model.own_guide import Origin, OwnGuide
from dialogue_desk.domain.notes.apart_themes import apart_id, keeping_apart
from dialogue_desk.domain.notes.note_edits import right_after
from dialogue_desk.domain.records.encoding import InvalidRecord
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Stamp, Version, new_record
from dialogue_desk.domain.records.shape import (
    MOST_EDITIONS,
    MOST_EDITS,
    MOST_WRITERS,
    check_shape,
    misplaced,
    renamed,
)

HERE = Stamp(DeviceId("here"), 1, 0)


def an_id(number):
    return RecordId(f"019cd9d1-52a0-7007-9f39-{number:012x}")


PROGRAM, CIRCLE, SESSION, NOTE, THEME, CATEGORY, OTHER = map(an_id, range(7))


def made(record_id, owner, body):
    return new_record(record_id, owner, body, HERE)


def fact(body, session=SESSION):
    return made(fact_id(session, fact_of(body)), session, body)


def together(*records):
    return {one.id: one for one in records}


TOWN = made(PROGRAM, NO_OWNER, Program("Our town"))
GROUP = made(CIRCLE, NO_OWNER, Circle("C01", program=PROGRAM))
EVENING = made(SESSION, CIRCLE, Session(1, "s1", (), 0, 5, 9))
LINE = made(NOTE, SESSION, Note(NoteKind.HOPE, "x"))
HALF = made(right_after(NOTE, an_id(9)), SESSION, Note(NoteKind.HOPE, "y"))
QUARTER = made(right_after(HALF.id, an_id(8)), SESSION, ActionIdea("z"))
FACTS = (
    *(fact(ClosingStep(step)) for step in CloseStep),
    fact(TopThemes((THEME,))),
    fact(ReadBack(NOTE)),
    fact(ReadBack(HALF.id)),
    fact(Tally(CATEGORY)),
    fact(DotVote(3, 11)),
    fact(Overrule("stories", "The circle asked for it.")),
    fact(PrivacyDecision("ab12" * 6, PrivacyAnswer.KEEP)),
)
HONEST = together(
    TOWN,
    GROUP,
    EVENING,
    LINE,
    HALF,
    QUARTER,
    made(THEME, CIRCLE, Theme("Work")),
    made(an_id(10), PROGRAM, Theme("Homes")),
    made(an_id(11), CIRCLE, GroundRule("One at a time", 1)),
    made(CATEGORY, PROGRAM, TallyCategory("Age", ("young", "old"))),
    made(an_id(12), SESSION, Move(MoveKind.START, 5)),
    *(made(one.id, one.owner, one.body) for one in (keeping_apart(PROGRAM, "Work", "Homes"),)),
    *FACTS,
)


def refused(*records):
    with pytest.raises(InvalidRecord):
        check_shape(HONEST | together(*records))
    return True


def test_what_the_app_makes_has_the_right_shape():
    check_shape(HONEST)
    check_shape({key: one.written(None, HERE) for key, one in HONEST.items()})
    check_shape({key: one.without_words(HERE) for key, one in HONEST.items()})


def test_what_keeps_two_themes_apart_has_the_id_of_what_it_says_and_no_session_above_it():
    right = keeping_apart(PROGRAM, "Work", "Homes")
    assert refused(made(right.id, PROGRAM, ThemesApart("0" * 24)))
    assert refused(made(right.id, CIRCLE, right.body))
    in_session = keeping_apart(SESSION, "Work", "Homes")
    assert refused(made(in_session.id, SESSION, in_session.body))
    assert refused(made(apart_id(NOTE, "Work", "Homes"), NOTE, right.body))


@pytest.mark.parametrize(
    "taken",
    [
        "n1",
        "guide-" + "0" * 32,
        NOTE.upper(),
        f"{NOTE}\n",
        f" {NOTE}",
        f"{NOTE}:",
        f"{NOTE}:later",
        f"{SESSION}:themes",
        f"{SESSION}:{NOTE}",
        f"{SESSION}:dot vote",
    ],
)
def test_a_note_takes_no_id_that_notes_are_not_given(taken):
    assert refused(made(RecordId(taken), SESSION, LINE.body))


def test_only_lines_go_on_under_an_id_made_of_another():
    assert refused(made(HALF.id, CIRCLE, Theme("Work")))
    assert refused(made(HALF.id, SESSION, Move(MoveKind.START, 5)))


@pytest.mark.parametrize("one", FACTS, ids=lambda one: one.kind.value)
def test_a_fact_has_the_id_that_its_session_and_what_it_is_about_give(one):
    elsewhere = fact_id(OTHER, one.id.partition(":")[2])
    assert refused(made(elsewhere, SESSION, one.body))
    assert refused(made(RecordId(one.id + "x"), SESSION, one.body))
    for other in FACTS:
        if other.id != one.id:
            assert refused(made(other.id, SESSION, one.body))


def test_what_two_facts_were_called_when_format_1_1_was_made_is_what_they_are_called_now():
    for fact_now, before in ((fact(TopThemes((THEME,))), "top themes"), (fact(DotVote(3, 11)), "dots")):
        earlier = made(RecordId(f"{SESSION}:{before}"), SESSION, fact_now.body)
        assert renamed(earlier) == fact_now == renamed(fact_now)
    step = fact(ClosingStep(CloseStep.TOP_THEMES))
    assert renamed(step) == step and renamed(LINE) == LINE


def test_every_version_of_a_fact_is_about_the_same_thing():
    read = fact(ReadBack(NOTE))
    other = Edition(Version((("there", 1),)), 0, DeviceId("there"), ReadBack(THEME))
    assert refused(Record(read.id, read.kind, read.owner, (*read.editions, other)))


@pytest.mark.parametrize(
    ("record_id", "owner", "body"),
    [
        (OTHER, CIRCLE, Program("x")),
        (OTHER, PROGRAM, Circle("C02")),
        (OTHER, NO_OWNER, EVENING.body),
        (OTHER, PROGRAM, EVENING.body),
        (OTHER, SESSION, EVENING.body),
        (OTHER, CIRCLE, LINE.body),
        (OTHER, NOTE, LINE.body),
        (OTHER, NO_OWNER, LINE.body),
        (OTHER, PROGRAM, GroundRule("x", 1)),
        (OTHER, SESSION, Theme("x")),
        (OTHER, CIRCLE, TallyCategory("x", ())),
        (OTHER, CIRCLE, Move(MoveKind.START, 5)),
        (OTHER, OTHER, LINE.body),
        (OTHER, RecordId("anything"), LINE.body),
        (OTHER, NO_OWNER, Circle("C02", program=SESSION)),
        (OTHER, NO_OWNER, Circle("C02", program=RecordId("ours"))),
    ],
)
def test_a_record_belongs_to_what_its_kind_belongs_to(record_id, owner, body):
    assert refused(made(record_id, owner, body))


def test_no_records_belong_to_each_other_in_a_ring():
    assert refused(made(SESSION, SESSION, EVENING.body))
    assert refused(made(SESSION, OTHER, EVENING.body), made(OTHER, SESSION, EVENING.body))


def with_version(counts, device="here"):
    edition = Edition(Version(tuple(counts)), 0, DeviceId(device), LINE.body)
    return Record(NOTE, LINE.kind, SESSION, (edition,))


def test_a_laptop_and_its_hands_have_names_that_laptops_are_given():
    check_shape(together(with_version([(an_id(1), 7), (f"{an_id(2)}/1", 7), ("a" * 64, MOST_EDITS)])))
    for name in ("", "two words", "a/", "a/b/c", "/1", "../x", "ñ", "a\n", "a" * 81, "a/" + "1" * 9):
        assert refused(with_version([(name, 1)]))
        assert refused(with_version([("here", 1)], device=name))
    assert refused(with_version([("here", 1)], device="here/1"))


def test_no_more_is_counted_than_anybody_can_have_written():
    assert refused(with_version([("here", MOST_EDITS + 1)]))
    check_shape(together(with_version((f"w{n}", 1) for n in range(MOST_WRITERS))))
    assert refused(with_version((f"w{n}", 1) for n in range(MOST_WRITERS + 1)))


def crowd(first, after):
    editions = (
        Edition(Version(((f"w{n}", 1),)), 0, DeviceId(f"w{n}"), Note(NoteKind.HOPE, str(n)))
        for n in range(first, after)
    )
    return Record(NOTE, LINE.kind, SESSION, tuple(editions))


def test_no_record_has_more_versions_than_there_are_laptops():
    check_shape(together(crowd(0, MOST_EDITIONS)))
    assert refused(crowd(0, MOST_EDITIONS + 1))


def test_everything_is_in_its_place_where_the_file_or_the_desk_has_what_it_belongs_to():
    assert misplaced(HONEST, {}) == set()
    assert misplaced(together(*FACTS, LINE), together(EVENING)) == set()
    assert misplaced(together(EVENING), together(GROUP)) == set()


def test_what_belongs_to_nothing_known_is_misplaced_with_all_that_belongs_to_it():
    assert misplaced(together(LINE), {}) == {NOTE}
    assert misplaced(together(EVENING, LINE, GROUP), {}) == set()
    assert misplaced(together(EVENING, LINE, *FACTS), {}) == {SESSION, NOTE, *(one.id for one in FACTS)}


def test_what_would_belong_to_a_thing_of_another_kind_here_is_misplaced():
    here = together(made(SESSION, CIRCLE, Theme("x")))
    assert misplaced(together(LINE), here) == {NOTE}
    assert misplaced(together(GROUP, EVENING, LINE), here) == {NOTE}
    assert misplaced(together(GROUP), together(made(PROGRAM, NO_OWNER, Circle("C02")))) == {CIRCLE}
    assert misplaced(together(GROUP), {}) == set()


def test_a_trace_of_something_erased_has_its_place_also_before_what_it_belonged_to_is_known():
    gone = LINE.without_words(HERE)
    assert misplaced(together(gone), {}) == set()
    assert misplaced(together(gone), together(made(SESSION, CIRCLE, Theme("x")))) == {NOTE}


def test_a_guide_of_a_desks_own_comes_in_no_package():
    with pytest.raises(InvalidRecord, match="own guide"):
        check_shape(together(made(an_id(9), NO_OWNER, OwnGuide(Origin.OPENED))))
