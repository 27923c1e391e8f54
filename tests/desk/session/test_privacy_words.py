"""The lists and weights that come with the app."""

import pytest

from dialogue_desk.desk.session.privacy_words import finder_beside, name_lists, name_weights


@pytest.mark.parametrize("field", ["english", "spanish", "given", "surnames", "capitals"])
def test_every_graded_list_comes_with_the_app(field):
    graded = getattr(name_lists().grades, field)
    assert len(graded) > 4_000
    assert all(1 <= grade <= 6 for grade in graded.values())


def test_names_of_our_own_lists_count_among_the_long_ones():
    lists = name_lists()
    assert lists.given <= lists.grades.given.keys()


def test_weights_speak_for_and_against_a_name():
    assert min(name_weights().values()) < 0 < max(name_weights().values())


def test_the_words_of_a_place_point_at_nobody():
    assert finder_beside(["Tanglewood Hall"]).finds("we meet at Tanglewood") == ()
