import pytest

from dialogue_desk.domain.notes.theme_synonyms import (
    LONGEST_GROUP,
    MOST_GROUPS,
    Synonyms,
    SynonymsUnreadable,
    synonyms_in,
)


def test_a_line_is_a_group_with_english_before_the_bar_and_spanish_behind_it():
    assert synonyms_in("cops, law enforcement | policía, agentes") == (
        Synonyms(("cops", "law enforcement"), ("policía", "agentes")),
    )


def test_remarks_and_empty_lines_are_passed_over():
    assert synonyms_in("# streets\n\n  \nroads, streets # of all sizes\n") == (
        Synonyms(("roads", "streets")),
    )


def test_commas_without_words_between_them_make_no_words():
    assert synonyms_in(",, a,,b , | ,") == (Synonyms(("a", "b")),)


def test_a_line_too_long_is_named():
    with pytest.raises(SynonymsUnreadable) as refused:
        synonyms_in("a, b\n" + "c" * (LONGEST_GROUP + 1))
    assert refused.value.line == 2


def test_too_many_lines_are_refused_at_the_first_of_them():
    with pytest.raises(SynonymsUnreadable) as refused:
        synonyms_in("a, b\n" * (MOST_GROUPS + 1))
    assert refused.value.line == MOST_GROUPS + 1
