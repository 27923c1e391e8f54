import pytest

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.notes.theme_suggestions import theme_suggestions
from dialogue_desk.domain.notes.theme_synonyms import synonyms_in
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary


def test_a_program_adds_words_of_its_own():
    names = ["The Hollow", "Lower Creek", "Police", "Los azules"]
    assert theme_suggestions(names, ThemeVocabulary(theme_words()))["The Hollow"] == ()
    own = theme_words().with_synonyms(synonyms_in("the hollow, lower creek\npolice, los azules"))
    found = theme_suggestions(names, ThemeVocabulary(own))
    assert [one.name for one in found["The Hollow"]] == ["Lower Creek"]
    assert [one.name for one in found["Police"]] == ["Los azules"]


def test_words_added_to_a_group_keep_those_it_had():
    own = theme_words().with_synonyms(synonyms_in("cops, the blue"))
    assert [
        one.name for one in theme_suggestions(["The blue", "Policía"], ThemeVocabulary(own))["The blue"]
    ] == ["Policía"]


@pytest.mark.parametrize("word", ["more", "menos", "without", "against"])
def test_words_that_turn_a_name_are_in_the_list(word):
    assert word in theme_words().turning
