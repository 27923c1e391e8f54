"""A sentence says what fills its places, and ends in one dot."""

import pytest

from dialogue_desk.words import Words


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("hoy, 7:41 p.\xa0m.", "Última copia: hoy, 7:41 p.\xa0m."),
        ("hace 3 días", "Última copia: hace 3 días."),
    ],
)
def test_a_place_that_ends_in_a_dot_ends_the_sentence(when, said):
    assert Words("es").tr("Last copy: {when}.", when=when) == said


def test_a_dot_within_a_place_stays_as_it_is():
    said = Words().tr(
        "“{file}” is revision {revision} and replaces revision {before}.",
        file="a..b",
        revision=2,
        before=1,
    )
    assert said == "“a..b” is revision 2 and replaces revision 1."


def test_one_and_many_end_in_one_dot_too():
    words = Words()
    assert words.ntr(
        "{count} note moved to {part}.", "{count} notes moved to {part}.", 1, part="1. Say it."
    ) == ("1 note moved to 1. Say it.")
