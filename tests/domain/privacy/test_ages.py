"""Ages of people who are not grown up."""

import pytest

from dialogue_desk.domain.privacy.ages import minors
from dialogue_desk.domain.privacy.finds import FindKind


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
    ],
)
def test_an_age_below_eighteen_is_found(text, said):
    assert any(said in one and kind is FindKind.MINOR for one, kind in found(text))


@pytest.mark.parametrize("text", ["he is 18", "she was 45 then", "he was 5 minutes late", "tiene 30 años"])
def test_people_who_are_grown_up_and_other_counts_are_not(text):
    assert found(text) == []
