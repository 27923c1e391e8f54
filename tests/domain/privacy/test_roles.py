"""People of whom there is one."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.roles import roles


def found(text):
    return [(text[one.start : one.end], one.kind) for one in roles(text)]


def test_a_role_that_a_place_has_once_is_found_and_its_office_is_not():
    assert found("we told the mayor twice") == [("the mayor", FindKind.ROLE)]
    assert found("le dije al alcalde") == [("al alcalde", FindKind.ROLE)]
    assert found("we went to the mayor's office") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("saw the judge's nephew run", "the judge's nephew"),
        ("the lady who owns the laundromat cried", "the lady who owns the laundromat"),
        ("the widow of the fire chief", "the widow of the fire chief"),
        ("head coach of the girls team", "head coach of the girls team"),
        ("la viuda del panadero lloró", "la viuda del panadero"),
        ("el hijo de la jueza chocó", "el hijo de la jueza"),
        ("la señora q vende los churros", "la señora q vende los churros"),
        ("la directora de la primaria llamó", "la directora de la primaria"),
    ],
)
def test_who_is_told_by_a_role_is_found_whole(text, said):
    assert (said, FindKind.ROLE) in found(text)
