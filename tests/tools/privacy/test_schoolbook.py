"""What the name tagger learns from."""

from dialogue_desk.desk.session.privacy_words import name_lists
from tools.privacy.schoolbook import fragment_of
from tools.privacy.scoring import line_of


def learned(marked):
    fragment = fragment_of(line_of(marked), name_lists())
    return [fragment.text[start:end] for start, end in fragment.names]


def test_a_title_and_an_article_are_no_part_of_the_name():
    assert learned("el {titled name: padre Anselmo} y {name: la tía Chabela}") == ["Anselmo", "Chabela"]


def test_other_labels_are_no_names():
    assert learned("{rare role: the mayor} called {phone: 555-0132}") == []
