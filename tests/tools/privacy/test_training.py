"""Training the name tagger."""

import hashlib

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_tagger import NameTagger, weights_of
from dialogue_desk.domain.privacy.tokens import tokenize
from dialogue_desk.domain.privacy.word_facts import WordBook
from dialogue_desk.domain.privacy.word_lists import WordLists
from tools.privacy.fragments import Fragment
from tools.privacy.training import trained, without_hidden, written

WORDS = {"asked": 5, "the": 6, "light": 5, "said": 5, "so": 6, "we": 6, "hope": 5, "is": 6, "on": 6}
LISTS = NameLists(
    given=frozenset(), grades=WordLists(english=WORDS, given={"hope": 3, "lupe": 3, "dwayne": 3})
)
LESSONS = [
    Fragment("Lupe said so", ((0, 4),)),
    Fragment("we asked Dwayne", ((9, 15),)),
    Fragment("we hope so", ()),
    Fragment("Hope said so", ((0, 4),)),
    Fragment("the light is on", ()),
] * 12


def test_the_same_lessons_make_the_same_bytes_on_every_machine():
    bytes_of = "\n".join(written(trained(LESSONS, LISTS))).encode()
    assert hashlib.sha256(bytes_of).hexdigest()[:16] == "b3a3ab5e62700f78"


def test_what_was_learned_tells_a_name_from_the_same_word():
    weights = weights_of("\n".join(written(trained(LESSONS, LISTS))))
    tagger = NameTagger(WordBook(LISTS), weights)
    assert tagger.scores("Hope said so", tokenize("Hope said so"))[0] > 0
    assert tagger.scores("we hope so", tokenize("we hope so"))[1] < 0


def test_a_part_of_the_names_is_hidden_always_the_same():
    many = {f"name{number}": 1 for number in range(500)}
    lists = NameLists(given=frozenset(), grades=WordLists(given=many, surnames=many))
    hidden = without_hidden(lists).grades
    assert hidden.given == without_hidden(lists).grades.given
    assert 300 < len(hidden.given) < 470
