"""People of whom there is one."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind, without_overlaps
from dialogue_desk.domain.privacy.the_only import the_only


def found(text):
    return [(text[one.start : one.end], one.kind) for one in without_overlaps(the_only(text))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the only nurse in the building said no", "the only nurse in the building"),
        ("la única maestra que habla hmong", "la única maestra que habla hmong"),
        ("she is the first woman officer", "the first woman officer"),
        ("only deaf kid in that class", "only deaf kid in that class"),
        ("only welder at the plant", "only welder at the plant"),
        ("only one on our block who stayed", "only one on our block who stayed"),
        ("única q habla mam", "única q habla mam"),
        ("la única enfermera d la clínica", "la única enfermera d la clínica"),
        ("唯一的护士", "唯一的护士"),
    ],
)
def test_the_only_one_of_its_kind_is_found_with_what_tells_which(text, said):
    assert found(text) == [(said, FindKind.ONLY)]


@pytest.mark.parametrize(
    "text",
    [
        "the only way to go",
        "the only bus",
        "the first person to speak",
        "only two kids came",
        "not the only one",
        "lo único que falta",
    ],
)
def test_a_thing_and_anybody_point_at_nobody(text):
    assert found(text) == []


def test_the_only_one_of_a_place_needs_no_known_word():
    text = "es la única garífuna del condado, según ella"
    assert [text[one.start : one.end] for one in the_only(text)] == ["es la única garífuna del condado"]
    assert not list(the_only("la única tienda del barrio cerró"))
