"""People of whom there is one."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.roles import roles


def found(text):
    return [(text[one.start : one.end], one.kind) for one in roles(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the only nurse in the building said no", "the only nurse in the building"),
        ("la única maestra que habla hmong", "la única maestra que habla hmong"),
        ("she is the first woman officer", "the first woman officer"),
        ("唯一的护士", "唯一的护士"),
    ],
)
def test_the_only_one_of_its_kind_is_found_with_what_tells_which(text, said):
    assert found(text) == [(said, FindKind.ONLY)]


@pytest.mark.parametrize("text", ["the only way to go", "the only bus", "the first person to speak"])
def test_a_thing_and_anybody_point_at_nobody(text):
    assert found(text) == []


def test_a_role_that_a_place_has_once_is_found_and_its_office_is_not():
    assert found("we told the mayor twice") == [("the mayor", FindKind.ROLE)]
    assert found("le dije al alcalde") == [("al alcalde", FindKind.ROLE)]
    assert found("we went to the mayor's office") == []
