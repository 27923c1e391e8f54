"""A proposal keeps what every circle wrote, beside what organizers make of it."""

import random

from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.proposals import each_once, proposals_of, related
from tests.domain.overview.circle_ideas import card, ideas_picture, proposed

BENCH = proposed("C01", "A bench", who="The city", horizon=Horizon.NOW, why="Old people")
BENCHES = proposed("C02", "More benches", who="City", horizon=Horizon.LONGER, level=Level.POLICY)
SEATS = proposed("C03", "a bench.", who="the city", horizon=Horizon.LONGER)
JOINED = likeness(BENCH.action_id, BENCHES.action_id, Rung.NEAR)


def test_a_proposal_keeps_every_wording_circle_and_reason():
    (found,) = proposals_of(ideas_picture(BENCH, BENCHES, SEATS, likenesses=[JOINED]))
    assert {one.action_id for one in found.sources} == found.ids
    assert {one.circle for one in found.sources} == {"C01", "C02", "C03"}
    assert "Old people" in {one.idea.why for one in found.sources}
    assert len(found.wordings) == 2 and found.circles == 3


def test_it_is_worded_and_timed_as_most_circles_do():
    (found,) = proposals_of(ideas_picture(BENCHES, BENCH, SEATS, likenesses=[JOINED]))
    assert found.idea.what.lower().strip(".") == "a bench"
    assert (found.when, found.level) == (Horizon.LONGER, Level.POLICY)
    assert (found.actor, found.named.lower(), found.who) == ("", "the city", found.idea.who)


def test_what_organizers_say_stands_before_what_circles_wrote():
    said = card(
        BENCHES, actor="Parks", joins=("Library",), what="Benches on every block", horizon=Horizon.NOW
    )
    (found,) = proposals_of(ideas_picture(BENCH, BENCHES, cards=[said], likenesses=[JOINED]))
    assert (found.idea.what, found.idea.who, found.when) == ("Benches on every block", "Parks", Horizon.NOW)
    assert (found.actor, found.named != "", found.joins) == ("Parks", True, ("Library",))
    assert found.card.about == BENCHES.action_id
    assert [one.idea.what for one in found.sources if one.circle == "C01"] == ["A bench"]


def test_two_cards_of_one_proposal_fill_each_other():
    cards = [card(BENCH, actor="Parks"), card(BENCHES, actor="Council", first_step="Count them")]
    (found,) = proposals_of(ideas_picture(BENCH, BENCHES, cards=cards, likenesses=[JOINED]))
    assert found.actor == found.card.actor
    assert found.actor in {"Parks", "Council"}
    assert found.idea.first_step == "Count them"


def test_a_proposal_that_was_taken_apart_has_its_own_card_again():
    cards = [card(BENCHES, actor="Council")]
    apart = likeness(BENCH.action_id, BENCHES.action_id, Rung.DIFFERENT)
    found = proposals_of(ideas_picture(BENCH, BENCHES, cards=cards, likenesses=[apart]))
    assert {one.idea.what: one.actor for one in found} == {"A bench": "", "More benches": "Council"}


def test_proposals_are_the_same_in_whatever_order_circles_arrive():
    ideas = [BENCH, BENCHES, SEATS, proposed("C04", "A bus")]
    made = {one.id: one for one in proposals_of(ideas_picture(*ideas, likenesses=[JOINED]))}
    for number in range(6):
        random.Random(number).shuffle(ideas)
        again = proposals_of(ideas_picture(*ideas, likenesses=[JOINED]))
        assert {one.id: (one.idea, one.ids) for one in again} == {
            one: (it.idea, it.ids) for one, it in made.items()
        }


def test_related_and_conflicting_proposals_are_shown_on_both_and_stay_two():
    bus = proposed("C04", "A bus")
    said = [
        likeness(BENCH.action_id, bus.action_id, Rung.CONFLICT, "one street"),
        likeness(BENCHES.action_id, bus.action_id, Rung.DIFFERENT),
    ]
    found = proposals_of(ideas_picture(BENCH, BENCHES, bus, likenesses=said))
    shown = related(found, said)
    assert len(found) == 3
    assert [(one.idea.what, it.why) for one, it in shown[BENCH.action_id]] == [("A bus", "one street")]
    assert [one.idea.what for one, _ in shown[bus.action_id]] == ["A bench"]
    assert BENCHES.action_id not in shown


def test_names_that_differ_in_capitals_alone_are_one_in_the_order_they_came():
    assert each_once(["Council", "Parks", "COUNCIL", "parks "]) == ("Council", "Parks")


ACTORS = ("The city", "Parks")


def test_an_actor_of_the_program_whom_all_circles_name_counts_as_named():
    silent = proposed("C04", "A bench")
    (found,) = proposals_of(ideas_picture(BENCH, SEATS, silent, actors=ACTORS))
    assert (found.actor, found.who, found.card.actor) == ("The city", "The city", "")
    said = card(BENCH, actor="Parks")
    (found,) = proposals_of(ideas_picture(BENCH, SEATS, silent, cards=[said], actors=ACTORS))
    assert found.actor == "Parks", "organizers may name another"


def test_where_circles_name_different_actors_or_other_words_nobody_counts_as_named():
    parks = proposed("C04", "A bench", who="Parks")
    for others in ((parks,), (BENCHES,), (proposed("C05", "A bench", who="City hall"),)):
        joined = [likeness(BENCH.action_id, one.action_id, Rung.NEAR) for one in others]
        (found,) = proposals_of(ideas_picture(BENCH, *others, likenesses=joined, actors=ACTORS))
        assert found.actor == "" and found.named
    (apart,) = proposals_of(ideas_picture(BENCH, actors=("Parks",)))
    assert apart.actor == ""
