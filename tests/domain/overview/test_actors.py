"""Who must act: what circles wrote is understood where only one actor fits, and never more."""

import pytest

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.notes import Horizon
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.actors import actors_of, by_actor, meant_actors, offered_actor
from dialogue_desk.domain.overview.proposals import proposals_of
from tests.domain.overview.circle_ideas import card, ideas_picture, proposed

ACTORS = (
    "City council",
    "Police department",
    "School board",
    "City manager",
    "Biblioteca pública",
    "Ourselves",
)


@pytest.mark.parametrize(
    ("named", "actor"),
    [
        ("the Police Department", "Police department"),
        ("police dept.", "Police department"),
        ("PD", "Police department"),
        ("P.D.", "Police department"),
        ("police", "Police department"),
        ("our local police department, downtown", "Police department"),
        ("school boards", "School board"),
        ("la biblioteca publica", "Biblioteca pública"),
        ("ourselves", "Ourselves"),
        ("city", ""),
        ("the mayor", ""),
        ("", ""),
        ("the", ""),
        ("...", ""),
    ],
)
def test_a_circles_words_mean_an_actor_where_only_one_fits(named, actor):
    assert offered_actor(named, ACTORS) == actor


def test_actors_are_those_of_the_program_and_those_that_organizers_named():
    bench = proposed("C01", "A bench")
    said = card(bench, actor="Water utility", joins=("city COUNCIL", "Church"))
    assert actors_of(ideas_picture(bench, cards=[said], actors=["Police", "City council"])) == (
        "Police",
        "City council",
        "Church",
        "Water utility",
    )


def groups(*ideas, cards=(), actors=()):
    found = by_actor(proposals_of(ideas_picture(*ideas, cards=cards)), actors)
    return [(group.actor, group.named, [one.idea.what for one in group.proposals]) for group in found]


def test_proposals_stand_under_who_must_act_soonest_first_and_last_those_that_name_nobody():
    later = proposed("C01", "A bench", who="Council", horizon=Horizon.LONGER)
    now = proposed("C02", "A bus", horizon=Horizon.NOW)
    open_end = proposed("C03", "A lamp", who="council")
    nobody, rare = proposed("C04", "A tree"), proposed("C05", "A song", who="The choir")
    assert groups(nobody, rare, later, open_end, now, cards=[card(now, actor="Council")]) == [
        ("Council", True, ["A bus", "A bench", "A lamp"]),
        ("", True, ["A song"]),
        ("", False, ["A tree"]),
    ]


def test_an_actor_of_the_program_has_a_heading_of_its_own_for_one_proposal():
    assert groups(proposed("C05", "A song", who="the CHOIR"), actors=["The choir"]) == [
        ("The choir", True, ["A song"])
    ]


def test_nothing_proposed_is_no_group():
    assert groups() == []


def test_other_words_and_another_language_mean_an_actor_too():
    actors = ("Congregations", "Police department", "Fire department")
    named = ("churches", "Departamento de policía", "bomberos", "the choir")
    assert meant_actors(named, actors, ThemeVocabulary(theme_words())) == {
        "churches": "Congregations",
        "Departamento de policía": "Police department",
        "bomberos": "Fire department",
    }


def test_where_two_actors_fit_as_well_none_is_meant():
    assert meant_actors(["iglesias"], ("Congregations", "Churches"), ThemeVocabulary(theme_words())) == {}
