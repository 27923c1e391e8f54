"""Numbers that stand for one person."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.numbers import numbers


def found(text):
    return [(text[one.start : one.end], one.kind) for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("badge number is 4471", "4471", FindKind.BADGE),
        ("case no. 22-1841", "case no. 22-1841", FindKind.CASE),
        ("the case number 22-1841", "22-1841", FindKind.CASE),
        ("officer # 731 laughed", "officer # 731", FindKind.BADGE),
        ("chapa núm 77-B", "núm 77-B", FindKind.BADGE),
        ("bday 5-9-2012", "5-9-2012", FindKind.BIRTH),
        ("nació el 4 de feb del 81", "4 de feb del 81", FindKind.BIRTH),
        ("dob read aloud 11 22 1961", "11 22 1961", FindKind.BIRTH),
        ("license nr D 440-7812-0093", "D 440-7812-0093", FindKind.IDENTITY),
        ("A# 209 118 340", "A# 209 118 340", FindKind.IDENTITY),
        ("ssn 123-45-6789", "123-45-6789", FindKind.IDENTITY),
        ("born on March 3, 1990", "March 3, 1990", FindKind.BIRTH),
    ],
)
def test_a_number_of_one_person_is_found(text, said, kind):
    assert (said, kind) in found(text)


@pytest.mark.parametrize(
    "text", ["1998-2004 was hard", "on 2026-03-12", "it cost $1,500.00", "three of us", "12 of 40 people"]
)
def test_years_days_and_sums_are_not(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("born the 2nd of feb '49 here", "the 2nd of feb '49"),
        ("she was born june nineteen sixty two", "june nineteen sixty two"),
        ("nació el 3 de mayo del setenta y dos", "3 de mayo del setenta y dos"),
        ("7 oct mil novecientos 61 puso mal el dmv", "7 oct mil novecientos 61"),
    ],
)
def test_a_date_of_birth_in_words_is_found(text, date):
    assert (date, FindKind.BIRTH) in found(text)


def test_a_date_of_long_ago_alone_is_no_birth():
    assert found("on 7 oct 1961 the mill closed") == []
