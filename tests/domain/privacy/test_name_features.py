"""What the name tagger sees."""

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_features import Line
from dialogue_desk.domain.privacy.tokens import tokenize
from dialogue_desk.domain.privacy.word_facts import WordBook
from dialogue_desk.domain.privacy.word_lists import WordLists

GRADES = WordLists(
    english={"the": 6, "said": 5, "with": 6, "hope": 5},
    spanish={"dijo": 5, "con": 6, "la": 6},
    given={"hope": 3, "rosa": 4},
)
BOOK = WordBook(NameLists(given=frozenset(), grades=GRADES))


def line(text):
    return Line(text, tokenize(text), BOOK)


def asked(text):
    return [word.text for at, word in enumerate(tokenize(text)) if line(text).worth_asking(at)]


def test_common_words_in_small_letters_and_lone_letters_are_not_asked_about():
    assert asked("the hope said x with rosa") == ["hope", "rosa"]


def test_words_in_other_scripts_and_letters_behind_digits_are_not_asked_about():
    assert asked("9th Мария") == []


def test_a_name_has_other_features_with_a_capital_than_without():
    assert set(line("hope said").features(0, "^")) != set(line("Hope said").features(0, "^"))


def test_a_name_has_other_features_in_another_language_than_its_own():
    assert not set(line("the hope said").features(1, "0")) & {
        feature for feature in line("la hope dijo").features(1, "0") if feature.startswith("d")
    }


def test_a_capital_at_the_head_of_an_unfinished_line_is_told_from_that_of_a_sentence():
    assert set(line("Hope said").features(0, "^")) != set(line("Hope said.").features(0, "^"))


def test_a_short_form_is_never_asked_about_in_small_letters():
    words = tokenize("they shd go")
    assert not Line("they shd go", words, BOOK).worth_asking(1)
