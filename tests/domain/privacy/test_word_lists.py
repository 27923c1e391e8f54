"""Graded lists."""

from dialogue_desk.domain.privacy.word_lists import WordLists, grades_of


def test_a_list_tells_the_grade_of_each_word():
    assert grades_of("= 1\nrare rarer\n= 6\nthe\nof a\n") == {
        "rare": 1,
        "rarer": 1,
        "the": 6,
        "of": 6,
        "a": 6,
    }


def test_a_word_is_as_common_as_in_the_language_that_knows_it_best():
    lists = WordLists(english={"red": 5}, spanish={"red": 3, "luz": 4})
    assert [lists.word_grade(word) for word in ("red", "luz", "xyzzy")] == [5, 4, 0]
