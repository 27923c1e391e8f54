"""Ages of people who are not grown up."""

import pytest

from dialogue_desk.domain.privacy.ages import ages_beside, minors
from dialogue_desk.domain.privacy.finds import Find, FindKind


def found(text):
    return [(text[one.start : one.end], one.kind) for one in minors(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("my 9 year old saw it", "9 year old"),
        ("he was seventeen then", "he was seventeen"),
        ("mi hija tiene 12 años", "tiene 12 años"),
        ("a fifth grader said it", "fifth grader"),
        ("她十五岁", "十五岁"),
        ("her nephew (14) ran", "nephew (14)"),
        ("her boy is 9 and scared", "boy is 9"),
        ("her baby 7 mos slept", "baby 7 mos"),
        ("sixteen n working", "sixteen"),
        ("in 4th grade, walks alone", "in 4th grade"),
        ("niño de 6", "niño de 6"),
        ("bebé d 10 meses", "bebé d 10 meses"),
        ("hija d doce", "hija d doce"),
        ("tiene 13 y ya trabaja", "tiene 13"),
    ],
)
def test_an_age_below_eighteen_is_found(text, said):
    assert any(said in one and kind is FindKind.MINOR for one, kind in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "he is 18",
        "she was 45 then",
        "he was 5 minutes late",
        "tiene 30 años",
        "tiene 14 edificios",
        "my kids 3 times",
        "12 blocks",
    ],
)
def test_people_who_are_grown_up_and_other_counts_are_not(text):
    assert found(text) == []


def test_a_bare_number_behind_a_name_is_an_age():
    def beside(text, name):
        return [text[one.start : one.end] for one in ages_beside(text, [Find(0, len(name), FindKind.NAME)])]

    assert beside("Dani 14 wants out", "Dani") == ["14"]
    assert beside("Dani (9)", "Dani") == ["9"]
    assert beside("Dani, 12 años", "Dani") == ["12 años"]
    assert beside("Dani 3 kids", "Dani") == beside("Dani 41", "Dani") == []


@pytest.mark.parametrize(
    "text",
    [
        "teen said hes 15 and a half",
        "la niña (12 y medio) hace los bills",
        "el bb tiene 10 semanas",
        "the younger twin, just turned seventeen, cuffed",
        "el chico anda en los 16",
        "girl of 6 hid",
        "al mas chico, kinder, 5, le dijeron",
    ],
)
def test_halves_weeks_and_ages_in_words_are_ages(text):
    assert list(minors(text))


def test_half_past_seven_is_no_age():
    assert not list(minors("d 7 y media a 9"))
