"""The lists of words that the search for names uses."""

from dataclasses import fields

import pytest

from dialogue_desk.desk.session.privacy_words import name_lists
from dialogue_desk.domain.privacy.lists import Cues, NameLists, word_set

LISTS = NameLists(
    given=frozenset(("maria", "rose", "linda")),
    surnames=frozenset(("ruiz", "cruz")),
    usual=frozenset(("monday",)),
)


def test_a_list_is_read_without_its_comments_and_folded():
    assert word_set("# names\nMaría Ruiz\n\nO’Neil's") == {"maria", "ruiz", "o’neil"}


def test_the_place_of_a_circle_points_at_nobody_unless_it_is_a_name():
    assert LISTS.with_usual(["Tanglewood Hall", "María"]).usual == {"monday", "tanglewood", "hall"}


def test_cues_are_words():
    cues = Cues.of('titles = """\nOfficer doña\n"""\nowned = "car  job"')
    assert cues == Cues(titles=frozenset(("officer", "dona")), owned=frozenset(("car", "job")))


def test_a_list_of_cues_that_nobody_asks_for_is_refused():
    with pytest.raises(TypeError):
        Cues.of('titels = "mr"')


def test_every_list_of_cues_comes_with_the_app():
    assert all(getattr(name_lists().cues, field.name) for field in fields(Cues))
