from collections import Counter

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.text import plain_letters


def test_the_list_has_a_few_hundred_groups_in_both_languages():
    groups = theme_words().synonyms
    assert len(groups) > 300
    assert sum(bool(group.english) and bool(group.spanish) for group in groups) > 300


def test_no_word_or_phrase_is_in_two_groups_also_when_small_words_are_left_out():
    words = theme_words()
    silent = words.silent | words.between
    phrases: list[tuple[str, ...]] = []
    for group in words.synonyms:
        said = (plain_letters(one).replace("-", " ").split() for one in (*group.english, *group.spanish))
        phrases += {tuple(word for word in phrase if word not in silent) for phrase in said}
    assert () not in phrases
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []


def test_no_word_both_says_nothing_and_weighs_something():
    words = theme_words()
    assert not words.silent & (words.slight | words.turning | words.between)
