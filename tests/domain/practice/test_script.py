from dialogue_desk.domain.practice.script import BETWEEN_PARTS_S, PracticeLine, PracticePart, PracticeScript
from tests.domain.practice.small_script import POND


def test_lines_are_counted_through_all_parts() -> None:
    assert [one.place for one in POND.spoken] == [0, 1, 2, 3, 4]
    assert [one.part for one in POND.spoken] == [0, 0, 0, 0, 1]


def test_a_line_ends_when_its_words_are_said() -> None:
    assert [(one.begins, one.ends) for one in POND.spoken[:1]] == [(0, 4)]


def test_a_line_ends_when_the_next_one_cuts_in() -> None:
    assert (POND.spoken[1].begins, POND.spoken[1].ends) == (10, 14)


def test_a_part_begins_after_a_moment_of_quiet() -> None:
    assert POND.spoken[4].begins == POND.spoken[3].ends + BETWEEN_PARTS_S + 4


def test_a_practice_takes_as_long_as_its_last_line_needs() -> None:
    assert POND.seconds == POND.spoken[4].ends


def test_even_one_short_word_takes_a_second() -> None:
    script = PracticeScript(
        "", "", "", "", "", "", "", (PracticePart("", "", (PracticeLine(3, "A", "No"),)),)
    )
    assert (script.spoken[0].begins, script.spoken[0].ends) == (3, 4)
