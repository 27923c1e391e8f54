"""Proposals are offered as one for the words they share, never for those that turn what is said."""

import pytest

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.like_proposals import MOST_OFFERED, like_proposals
from dialogue_desk.domain.overview.proposals import proposals_of
from tests.domain.overview.circle_ideas import ideas_picture, proposed

VOCABULARY = ThemeVocabulary(theme_words())
REST = [
    proposed("C09", text) for text in ("Paint the crosswalks", "A choir in the mall", "Longer library hours")
]


def offered(*texts, likenesses=()):
    ideas = [proposed(f"C{place}", text) for place, text in enumerate(texts)]
    found = proposals_of(ideas_picture(*ideas, *REST, likenesses=likenesses))
    return like_proposals(found, likenesses, VOCABULARY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repair the street lights in the park", "Fix the street lights in the park"),
        ("Interpreters at the front desk", "An interpreter at the desk in front"),
        ("Arreglar las luces del parque", "Fix the lights in the park"),
    ],
)
def test_proposals_that_share_most_of_what_they_say_are_offered_with_the_words(one, other):
    (found,) = offered(one, other)
    assert {found.one.idea.what, found.other.idea.what} == {one, other}
    assert len(found.shared) >= 2 and 0.5 <= found.score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More police in the park at night", "Fewer police in the park at night"),
        ("Repair the street lights", "Repair the school bus"),
        ("A bench", "A bus"),
    ],
)
def test_opposites_and_proposals_on_other_things_are_not_offered(one, other):
    assert offered(one, other) == ()


@pytest.mark.parametrize("rung", [Rung.DIFFERENT, Rung.RELATED, Rung.CONFLICT])
def test_an_answer_is_remembered(rung):
    texts = "Repair the street lights in the park", "Fix the street lights in the park"
    said = likeness(*(f"C{place} {text}" for place, text in enumerate(texts)), rung)
    assert offered(*texts, likenesses=[said]) == ()


def test_few_are_offered_and_the_likeliest_first():
    texts = [f"Repair the street lights in the park at gate {word}" for word in "abcdefgh"]
    found = offered(*texts, "Clean the beach on Sunday morning", "Clean the beach on Sunday mornings")
    assert len(found) == MOST_OFFERED
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_no_proposals_are_no_offer():
    assert like_proposals((), (), VOCABULARY) == ()
