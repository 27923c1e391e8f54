"""Who took part, each circle counted once, and who is missing, where enough circles were counted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.circles import Officers, Program
from dialogue_desk.domain.model.closing import Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice, VoiceKind
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.voices_picture import (
    Coverage,
    InvitationSums,
    VoiceStanding,
    voices_of,
)
from tests.domain.arrived import came, pictured

TOWN, AGE, HOME = RecordId("town"), RecordId("age"), RecordId("home")
QUESTIONS = (
    Stored(AGE, TOWN, TallyCategory("How old are you?", ("under 18", "18 to 64", "65 and over"))),
    Stored(HOME, TOWN, TallyCategory("Where do you live?", ("north", "south"))),
)


def tallied(*counts, of=AGE, people=40, **more):
    answers = next(one.body.answers for one in QUESTIONS if one.id == of)
    tally = Tally(of, tuple(zip(answers, counts, strict=True)))
    return replace(came(people), tallies=(tally,), **more)


def pool(name, circles, *counts, of=AGE, slips=None, kind=SlipKind.TALLY):
    answers = next(one.body.answers for one in QUESTIONS if one.id == of)
    counted = tuple((of, answer, count) for answer, count in zip(answers, counts, strict=True))
    owners = tuple(map(RecordId, circles))
    return Stored(RecordId(name), TOWN, PooledCounts(kind, owners, slips or sum(counts), counted))


def voice(name, **options):
    return Stored(RecordId(name), TOWN, Voice(name, **options))


def seen(*rows, **work):
    picture = pictured(*rows)
    made = replace(picture, program=Program("Town"), categories=QUESTIONS, work=ProgramWork(**work))
    return voices_of(made)


def people(found, category=AGE):
    counts = next(one for one in found.categories if one.category == category)
    return tuple(one.people for one in counts.answers)


def test_tallies_of_large_circles_and_pooled_slips_are_added_up():
    found = seen(
        (tallied(12, 20, 11),),
        (came(8),),
        (came(9),),
        (None,),
        pools=(pool("p", ("c2", "c3"), 4, 10, 2),),
    )
    assert people(found) == (16, 30, 13)
    assert (found.categories[0].answered, found.categories[0].coverage) == (59, Coverage(3, 3))
    assert (found.categories[1].answered, found.categories[1].coverage) == (None, Coverage(0, 3))


def test_a_circle_counts_once_in_the_session_with_the_most_answers():
    found = seen((tallied(12, 20, 11), tallied(13, 21, 11), tallied(1, 1, 1)))
    assert people(found) == (13, 21, 11)


def test_a_circle_in_a_pool_does_not_count_its_own_tally_too():
    found = seen((tallied(12, 20, 11),), (came(8),), pools=(pool("p", ("c1", "c2"), 14, 30, 12),))
    assert people(found) == (14, 30, 12)
    assert found.uncounted.circles == ("c1",)


def test_a_pool_that_leaves_a_question_empty_leaves_the_own_tally_of_its_circles():
    asked_else = pool("p", ("c1", "c2"), 20, 20, of=HOME)
    found = seen((tallied(12, 20, 11),), (came(8),), pools=(asked_else,))
    assert (people(found), found.uncounted.circles) == ((12, 20, 11), ())
    assert found.categories[1].coverage == Coverage(2, 2)


def test_of_two_pools_with_a_circle_in_both_one_counts_and_the_other_is_told():
    found = seen(
        *[(came(8),)] * 3,
        pools=(pool("a", ("c1", "c2"), 10, 10, 10), pool("b", ("c2", "c3"), 12, 12, 12)),
    )
    assert people(found) == (10, 10, 10)
    assert [one.id for one in found.uncounted.pools] == ["b"]


def test_piles_of_questionnaires_count_for_no_tally():
    found = seen((came(12),), pools=(pool("q", ("c1",), 20, 20, 20, kind=SlipKind.BEFORE),))
    assert found.categories[0].coverage == Coverage(0, 1)
    assert found.uncounted.pools == ()


def test_a_pool_of_circles_that_are_not_here_is_left_out_and_told():
    found = seen((tallied(12, 20, 11),), pools=(pool("far", ("x1", "x2"), 20, 20, 20),))
    assert people(found) == (12, 20, 11)
    assert [one.id for one in found.uncounted.elsewhere] == ["far"]


@given(
    st.lists(st.lists(st.booleans(), min_size=1, max_size=3), min_size=1, max_size=5),
    st.lists(st.sets(st.integers(1, 6), min_size=1), max_size=5),
)
def test_no_circle_counts_twice_and_none_is_lost_without_a_word(sessions, piles):
    """Each tally and each pile gives an answer of its own, so that what was counted can be told apart."""
    rows = [
        tuple(
            replace(came(100), tallies=(Tally(AGE, ((f"c{at} {number}", 50 + number),)),) if own else ())
            for number, own in enumerate(row)
        )
        for at, row in enumerate(sessions, 1)
    ]
    pools = tuple(
        Stored(
            RecordId(f"p{n}"),
            TOWN,
            PooledCounts(
                SlipKind.TALLY,
                tuple(RecordId(f"c{one}") for one in sorted(pile)),
                90,
                ((AGE, f"p{n}", 90),),
            ),
        )
        for n, pile in enumerate(piles)
    )
    found = seen(*rows, pools=pools)
    counted = {
        one.answer
        for one in found.categories[0].answers
        if one.answer not in QUESTIONS[0].body.answers and one.people != 0
    }
    owners = {one.id: set(one.body.circles) for one in pools}
    sources = [
        source
        for answer in counted
        for source in (owners[answer] if answer in owners else {answer.partition(" ")[0]})
    ]
    assert len(sources) == len(set(sources))
    told = {one.id for one in (*found.uncounted.pools, *found.uncounted.elsewhere)}
    assert told | (counted & owners.keys()) == owners.keys()
    kept = {f"c{at}" for at, row in enumerate(sessions, 1) if any(row)}
    assert kept <= set(sources)


def test_few_people_are_hidden_and_so_is_what_would_give_them_away():
    found = seen((tallied(3, 20, 17),), voices=(voice("young", hoped=20, category=AGE, answer="under 18"),))
    assert people(found) == (None, 20, None)
    (young,) = found.wanted
    assert (young.standing, young.hidden, young.counted, young.missing) == (
        VoiceStanding.HIDDEN,
        True,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("uncounted", "standing"), [(1, VoiceStanding.MISSING), (2, VoiceStanding.TOO_LITTLE_COVERAGE)]
)
def test_nobody_is_missing_below_four_circles_of_five(uncounted, standing):
    rows = [(tallied(12, 20, 11),)] * (5 - uncounted) + [(came(8),)] * uncounted
    (young,) = seen(*rows, voices=(voice("young", hoped=100, category=AGE, answer="under 18"),)).wanted
    assert young.standing is standing
    assert young.missing == (100 - 48 if standing is VoiceStanding.MISSING else None)


def test_enough_is_enough_whatever_the_coverage():
    rows = [(tallied(12, 20, 11),), (came(8),), (came(8),)]
    (young,) = seen(*rows, voices=(voice("young", hoped=12, category=AGE, answer="under 18"),)).wanted
    assert (young.standing, young.counted) == (VoiceStanding.ENOUGH, 12)


def test_an_answer_that_the_question_no_longer_has_still_counts():
    odd = Stored(RecordId("p"), TOWN, PooledCounts(SlipKind.TALLY, (RecordId("c1"),), 30, ((AGE, "90", 30),)))
    found = seen((came(30),), pools=(odd,))
    assert [one.answer for one in found.categories[0].answers][-1] == "90"


def test_police_are_known_by_the_circles_that_said_officers_were_in_the_room():
    there, away = replace(came(), officers=Officers.PARTLY), replace(came(), officers=Officers.NOT_PRESENT)
    police = voice("police", kind=VoiceKind.POLICE, hoped=30)
    found = seen((away, there), (away,), (came(),), voices=(police,))
    (wanted,) = found.wanted
    assert (wanted.circles, wanted.coverage, wanted.standing) == (
        1,
        Coverage(2, 3),
        VoiceStanding.NOT_COUNTED,
    )
    (wanted,) = seen((away,), (away,), voices=(police,)).wanted
    assert (wanted.circles, wanted.standing, wanted.missing) == (0, VoiceStanding.MISSING, 30)


def test_young_people_whom_no_question_asks_for_are_known_by_their_circles():
    picture = pictured((came(),), (came(),))
    rows = (replace(picture.rows[0], youth=True), picture.rows[1])
    work = ProgramWork(voices=(voice("young", kind=VoiceKind.YOUNG, hoped=9),))
    (wanted,) = voices_of(replace(picture, rows=rows, work=work)).wanted
    assert (wanted.circles, wanted.coverage) == (1, Coverage(2, 2))


def test_whom_to_ask_stands_beside_those_who_are_missing_the_most_missing_first():
    asked = Stored(RecordId("i"), TOWN, Invitation("Mosque", "to come", (RecordId("north"),), 40, 12))
    other = Stored(RecordId("j"), TOWN, Invitation("Union", "to tell of it", (), 10, 2))
    found = seen(
        *[(tallied(30, 20, of=HOME),)] * 2,
        voices=(
            voice("south", hoped=50, category=HOME, answer="south"),
            voice("north", hoped=90, category=HOME, answer="north"),
            voice("anybody"),
        ),
        invitations=(asked, other),
    )
    assert [(one.id, one.missing, one.asked) for one in found.missing] == [
        ("north", 30, (asked,)),
        ("south", 10, ()),
    ]
    assert found.invitations == InvitationSums(2, 50, 14)


def test_circles_are_counted_by_what_may_be_said_of_a_circle():
    picture = pictured((replace(came(), officers=Officers.PRESENT),), (came(),), (None,))
    rows = (picture.rows[0], replace(picture.rows[1], language="es", youth=True), picture.rows[2])
    sums = voices_of(replace(picture, rows=rows)).circles
    assert (sums.met, dict(sums.by_language)) == (2, {"en": 1, "es": 1})
    assert (sums.with_officers, sums.officers_told, sums.of_young_people) == (1, 1, 1)


def test_a_program_without_circles_says_nothing_and_breaks_nothing():
    found = seen(
        voices=(voice("police", kind=VoiceKind.POLICE, hoped=3), voice("young", kind=VoiceKind.YOUNG))
    )
    assert not found.missing
    assert found.says_something
    assert not seen().says_something


def merged(*into):
    """Return what was counted of circles, each going on with the circle of this code."""
    rows = pictured(*((tallied(12, 20, 11),) if code != "-" else (came(40),) for code, _ in into)).rows
    rows = tuple(replace(row, into=other) for row, (_, other) in zip(rows, into, strict=True))
    made = replace(pictured(), rows=rows, program=Program("Town"), categories=QUESTIONS)
    return voices_of(made)


def test_people_of_a_circle_that_goes_on_with_another_count_there_alone():
    found = merged(("+", "C2"), ("+", ""), ("+", ""))
    assert people(found) == (24, 40, 22)
    assert found.categories[0].coverage == Coverage(3, 3)
    chain = merged(("+", "C2"), ("-", "C3"), ("+", ""))
    assert (people(chain), chain.categories[0].coverage) == ((12, 20, 11), Coverage(3, 3))


def test_a_merged_circle_counts_by_its_own_tally_where_the_other_kept_none():
    found = merged(("+", "C2"), ("-", ""))
    assert (people(found), found.categories[0].coverage) == ((12, 20, 11), Coverage(1, 2))


def test_circles_that_would_go_on_with_each_other_end_somewhere():
    assert merged(("+", "C2"), ("+", "C1")).categories[0].coverage.circles == 2
