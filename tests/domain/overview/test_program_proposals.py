"""The proposals of a program know whom circles meant, and where two organizers differ."""

from dataclasses import replace

from dialogue_desk.domain.model.organizing import Rung, card_id, likeness, program_fact_id
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from tests.domain.overview.circle_ideas import PROGRAM, card, ideas_picture, proposed

BENCH = proposed("C01", "A bench", who="police dept.")
BUS = proposed("C02", "A bus", who="the choir")
LAMP = proposed("C03", "A lamp")
RELATED = likeness(BENCH.action_id, BUS.action_id, Rung.RELATED)


def known(*, cards=(), likenesses=(), differing=()):
    picture = ideas_picture(
        BENCH, BUS, LAMP, cards=cards, likenesses=likenesses, actors=["Police department"]
    )
    return ProgramProposals.of(replace(picture, work=replace(picture.work, differing=frozenset(differing))))


def test_an_actor_is_offered_or_the_words_of_the_circle_and_nothing_once_it_is_said():
    made = known()
    assert [made.offer(made.home[one.action_id]) for one in (BENCH, BUS, LAMP)] == [
        "Police department",
        "the choir",
        "",
    ]
    said = known(cards=[card(BENCH, actor="Council")])
    assert said.offer(said.home[BENCH.action_id]) == ""


def test_words_that_fit_no_actor_can_mean_one_and_those_that_fit_stay():
    made = known()
    assert made.not_understood == ("the choir",)
    learned = made.with_meant({"the choir": "Congregations", "police dept.": "Congregations"})
    assert learned.offered == {"police dept.": "Police department", "the choir": "Congregations"}
    assert learned.not_understood == ()


def test_what_two_organizers_say_differently_is_found_under_its_proposals():
    made = known(differing=[card_id(PROGRAM, BENCH.action_id)])
    assert made.to_choose(made.home[BENCH.action_id]) == card_id(PROGRAM, BENCH.action_id)
    assert made.to_choose(made.home[BUS.action_id]) is None
    compared = program_fact_id(PROGRAM, RELATED)
    made = known(likenesses=[RELATED], differing=[compared])
    assert [made.to_choose(made.home[one.action_id]) for one in (BENCH, BUS, LAMP)] == [
        compared,
        compared,
        None,
    ]


def test_an_actor_changes_nothing_of_which_ideas_are_together_and_a_likeness_does():
    assert known().is_alike(known(cards=[card(BENCH, actor="Council")]))
    assert not known().is_alike(known(likenesses=[RELATED]))


def test_without_a_program_there_is_nothing_to_choose():
    picture = replace(ideas_picture(BENCH), program_id=None, program=None)
    made = ProgramProposals.of(picture)
    assert made.to_choose(made.all[0]) is None
    assert made.actors == ()
