"""The lists of words that the search for names uses."""

from dataclasses import fields

import pytest

from dialogue_desk.desk.session.privacy_check import name_lists
from dialogue_desk.domain.privacy.lists import Cues, NameLists, word_set

LISTS = NameLists(
    given=frozenset(("maria", "rose", "linda")),
    surnames=frozenset(("ruiz", "cruz")),
    also_words=frozenset(("rose", "cruz")),
    usual=frozenset(("monday",)),
    small_words=frozenset(("linda",)),
)


def test_a_list_is_read_without_its_comments_and_folded():
    assert word_set("# names\nMaría Ruiz\n\nO’Neil's") == {"maria", "ruiz", "o’neil"}


def test_a_name_is_plain_when_it_is_no_word():
    assert (LISTS.plain_given, LISTS.plain_surnames) == ({"maria", "linda"}, {"ruiz"})
    assert [LISTS.is_name(word) for word in ("maria", "ruiz", "rose", "cruz", "monday")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert LISTS.small_given == {"maria"}
    assert LISTS.names == {"maria", "rose", "linda", "ruiz", "cruz"}


def test_the_place_of_a_circle_points_at_nobody_unless_it_is_a_name():
    assert LISTS.with_usual(["Tanglewood Hall", "María"]).usual == {"monday", "tanglewood", "hall"}


def test_cues_are_words_or_groups_of_words():
    cues = Cues.of('titles = """\nOfficer doña\n"""\ntowards = "thanks to, talk  to"')
    assert cues == Cues(titles=frozenset(("officer", "dona")), towards=frozenset(("thanks to", "talk to")))


def test_a_list_of_cues_that_nobody_asks_for_is_refused():
    with pytest.raises(TypeError):
        Cues.of('titels = "mr"')


def test_every_list_of_cues_comes_with_the_app():
    assert all(getattr(name_lists().cues, field.name) for field in fields(Cues))
