"""The linear model that scores words."""

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_tagger import NEVER, NameTagger, weights_of
from dialogue_desk.domain.privacy.tokens import tokenize
from dialogue_desk.domain.privacy.word_facts import WordBook
from dialogue_desk.domain.privacy.word_lists import WordLists

BOOK = WordBook(NameLists(given=frozenset(), grades=WordLists(english={"the": 6}, given={"lupe": 3})))


def test_weights_are_read_by_their_features():
    assert weights_of("-7\tone\ttwo\n12\tthree\n") == {"one": -7, "two": -7, "three": 12}


def test_a_word_scores_the_sum_of_its_weights_and_a_common_word_never():
    text = "the Lupe"
    scores = NameTagger(BOOK, {"b30C_s": 40, "C4": 2}).scores(text, tokenize(text))
    assert scores == [NEVER, 42]


def test_a_name_before_it_changes_what_a_word_scores():
    weights = {"b30C^C": 100, "q1NC |NC": 7}
    assert NameTagger(BOOK, weights).scores("Lupe Lupe", tokenize("Lupe Lupe")) == [100, 7]
