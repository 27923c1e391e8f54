"""The count of a forum against brute force: dots conserved, ties as ties, no ballot twice or lost."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.forum import BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.overview.forum_result import forum_result, typed_ballots
from dialogue_desk.domain.overview.program_work import work_of
from dialogue_desk.domain.records.changes import Act, Edit, Write
from tests.domain.records.laptops import DEVICES, Laptop

PROGRAM = RecordId("p")
COUNTED = Forum(dots_each=3, most_on_one=2, stage=ForumStage.COUNTED)
OPTIONS = [ForumOption(RecordId(f"i{n}"), n, (("en", f"Idea {n}"),)) for n in range(1, 5)]


def keep(laptop, *bodies):
    writes = tuple(Write.of(program_fact_id(PROGRAM, one), PROGRAM, one) for one in bodies)
    laptop.make(Edit(Act.WRITE, writes).made_to(laptop.records, laptop.stamp()))
    return laptop


def a_laptop(*bodies, device=DEVICES[0], at=0):
    return keep(Laptop(device, at), *bodies) if bodies else Laptop(device, at)


def work(*bodies):
    return work_of(a_laptop(*bodies).records.values())


def counted(*entries, forum=COUNTED):
    return forum_result(work(forum, *OPTIONS, *entries))


def ballot(number, dots, entry=1, **more):
    return BallotEntry(entry, number, tuple(dots.items()), **more)


DOTS = st.dictionaries(st.integers(1, 4), st.integers(0, 3), max_size=3)
ENTRIES = st.lists(
    st.builds(
        lambda number, entry, dots, spoiled: ballot(number, dots, entry, spoiled=spoiled),
        st.integers(1, 5),
        st.sampled_from((1, 2)),
        DOTS,
        st.booleans(),
    ),
    max_size=10,
    unique_by=lambda one: (one.entry, one.number),
)


def fits(one):
    return one.given <= 3 and all(dots <= 2 for _, dots in one.dots)


def said(one):
    good = fits(one) and not one.spoiled
    return (good, tuple(sorted((n, d) for n, d in one.dots if d)) if good else ())


def by_hand(entries):
    """Count as people would: a pile for each number, a line for each option."""
    piles, dots, figures = {}, Counter(), Counter()
    for one in entries:
        piles.setdefault(one.number, set()).add(said(one))
    for pile in piles.values():
        if len(pile) > 1:
            figures["left out"] += 1
            continue
        ((good, given),) = pile
        figures["counted" if good else "spoiled"] += 1
        for option, count in given:
            dots[option] += count
    return dots, figures, len(piles)


@settings(max_examples=40)
@given(ENTRIES, st.randoms(use_true_random=False))
def test_it_counts_as_people_would_in_whatever_order_ballots_were_typed(entries, chance):
    dots, figures, papers = by_hand(entries)
    mixed = list(entries)
    chance.shuffle(mixed)
    result = counted(*mixed)
    assert result == counted(*entries)
    assert {one.number: one.dots for one in result.options} == {n: dots[n] for n in range(1, 5)}
    assert (result.ballots, result.spoiled, result.left_out) == tuple(
        figures[name] for name in ("counted", "spoiled", "left out")
    )
    assert result.typed == papers
    assert sum(one.dots for one in result.options) == result.dots <= result.budget


@settings(max_examples=40)
@given(ENTRIES)
def test_places_are_those_of_a_race_and_ties_share_one(entries):
    options = counted(*entries).options
    for one in options:
        assert one.place == 1 + sum(other.dots > one.dots for other in options)
        assert one.tied == (sum(other.dots == one.dots for other in options) > 1)
    assert [one.place for one in options] == sorted(one.place for one in options)


@settings(max_examples=40)
@given(ENTRIES, ENTRIES, st.booleans())
def test_two_laptops_merged_in_any_order_give_the_same_result(ours, theirs, forum_here):
    base = a_laptop(*((COUNTED,) if forum_here else (replace(COUNTED, ballots=9),)), *OPTIONS)
    one, other = (Laptop(device) for device in DEVICES[1:])
    for laptop, entries in ((one, ours), (other, theirs)):
        laptop.hear(base)
        keep(laptop, *entries)
    results = []
    for first, second in ((one, other), (other, one)):
        both = Laptop(DEVICES[0])
        for laptop in (first, second, first):
            both.hear(laptop)
        results.append(forum_result(work_of(both.records.values())))
    assert results[0] == results[1]
    assert results[0].typed == len({one.number for one in (*ours, *theirs)})
    piles = {}
    for entry in (*ours, *theirs):
        piles.setdefault(entry.number, set()).add(said(entry))
    assert set(results[0].differing) == {number for number, pile in piles.items() if len(pile) > 1}


def test_two_entries_that_say_the_same_count_once_however_they_are_written():
    result = counted(ballot(1, {3: 1, 1: 2}), ballot(1, {1: 2, 3: 1, 4: 0}, entry=2))
    assert (result.ballots, result.dots, result.once, result.differing) == (1, 3, 0, ())


def test_a_ballot_that_one_person_typed_counts_and_is_told():
    assert (counted(ballot(1, {1: 1})).ballots, counted(ballot(1, {1: 1})).once) == (1, 1)


def test_a_ballot_that_differs_is_left_out_and_shown_with_both():
    entries = ballot(7, {1: 2}), ballot(7, {1: 1}, entry=2)
    (typed,) = typed_ballots(work(COUNTED, *OPTIONS, *entries))
    assert typed.differs and [typed.by(one).body.given for one in (1, 2)] == [2, 1]
    result = counted(*entries)
    assert (result.ballots, result.left_out, result.differing, result.dots) == (0, 1, (7,), 0)


def test_too_many_dots_from_another_laptop_spoil_a_ballot():
    result = counted(ballot(1, {1: 2, 2: 2}), ballot(2, {1: 3}), ballot(3, {1: 2}))
    assert (result.ballots, result.spoiled, result.dots) == (1, 2, 2)


def test_a_tally_sheet_counts_for_all_of_its_ballots():
    result = counted(ballot(1, {1: 20, 2: 9}, ballots=10), ballot(2, {2: 2}))
    assert (result.ballots, result.budget, result.dots) == (11, 33, 31)
    assert {one.number: one.ballots for one in result.options} == {1: None, 2: None, 3: 0, 4: 0}


def test_nothing_of_the_result_is_known_before_the_count_is_closed():
    voting = replace(COUNTED, stage=ForumStage.VOTING)
    result = counted(ballot(1, {1: 1}), forum=voting)
    assert not result.out and result.options == () and result.typed == 1


def test_more_ballots_than_were_given_out_are_kept_and_told():
    few = replace(COUNTED, ballots=1)
    result = counted(ballot(1, {1: 1}), ballot(2, {1: 1}), forum=few)
    assert (result.ballots, result.too_many, result.not_back) == (2, 1, 0)
    assert counted(ballot(1, {1: 1}), forum=replace(COUNTED, ballots=5)).not_back == 4


def test_dots_on_an_option_that_was_erased_stay_under_its_number():
    result = forum_result(work(COUNTED, OPTIONS[0], OPTIONS[2], ballot(1, {2: 2, 4: 1})))
    gone = {one.number: one.dots for one in result.options if one.option is None}
    assert gone == {2: 2, 4: 1}
    assert result.options[0].number == 2 and result.options[0].text("en") == ""


def test_what_two_organizers_chose_differently_is_told():
    twice = ForumOption(RecordId("other"), 1, (("en", "Another"),))
    assert forum_result(work(COUNTED, *OPTIONS, twice)).doubled == (1,)
    one, other = a_laptop(COUNTED), a_laptop(replace(COUNTED, dots_each=5), device=DEVICES[1])
    one.hear(other)
    assert forum_result(work_of(one.records.values())).unsettled


def test_without_a_forum_there_is_nothing():
    assert forum_result(work()).typed == 0 and typed_ballots(work()) == ()


def test_words_fall_to_another_language_where_one_is_missing():
    assert counted().options[0].text("es") == "Idea 1"


def test_all_that_two_laptops_typed_of_one_entry_is_there_to_compare():
    base = a_laptop(COUNTED, *OPTIONS)
    one, other = a_laptop(ballot(1, {1: 1})), a_laptop(ballot(1, {2: 1}), device=DEVICES[1])
    base.hear(one)
    base.hear(other)
    (found,) = typed_ballots(work_of(base.records.values()))
    assert found.differs and {body.dots for body in found.versions} == {((1, 1),), ((2, 1),)}
