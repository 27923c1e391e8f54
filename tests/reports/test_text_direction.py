import pytest

from dialogue_desk.reports.text_direction import isolate_direction, right_to_left


def test_direction_follows_the_first_letter_that_has_one() -> None:
    assert right_to_left("12 שלום and more")
    assert not right_to_left("12 hello שלום")
    assert not right_to_left("12 ...")


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("plain", "plain"),
        ("a \u202eb", "a \u202eb\u202c"),
        ("a \u202eb\u202c", "a \u202eb\u202c"),
        ("a \u202eb \u2066c", "a \u202eb \u2066c\u2069\u202c"),
    ],
)
def test_what_turns_text_around_ends_with_its_line(line: str, closed: str) -> None:
    assert isolate_direction(line) == closed
