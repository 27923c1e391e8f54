"""Numbers behind the word that says what they are."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.references import references


def found(text):
    return [(text[one.start : one.end], one.kind) for one in references(text)]


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("asked who ofcr 44 dash 9 is", "44 dash 9", FindKind.BADGE),
        ("badge no. was 0618-T", "0618-T", FindKind.BADGE),
        ("placa d policía tres-cero-siete-uno anotada", "tres-cero-siete-uno", FindKind.BADGE),
        ("el d la placa 88 bis la llevó", "88 bis", FindKind.BADGE),
        ("flood claim DR 4817 / 00931 pending", "DR 4817 / 00931", FindKind.CASE),
        ("after CR-19-00832 got dismissed", "CR-19-00832", FindKind.CASE),
        ("caso 18cv—0441 sala 2", "18cv—0441 sala 2", FindKind.CASE),
        ("su caso es el A 0-99 1 terminado en 307", "A 0-99 1 terminado en 307", FindKind.CASE),
        ("chart no. MRN 0055 8192 clinic", "0055 8192", FindKind.IDENTITY),
        ("tribal ID 407-U-011925 turned down", "407-U-011925", FindKind.IDENTITY),
        ("traía matrícula consular 00-714-553", "00-714-553", FindKind.IDENTITY),
    ],
)
def test_a_number_behind_the_word_for_it_is_found_whole(text, number, kind):
    assert (number, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "report back in 2 weeks",
        "ticket was 175 plus fees",
        "badge colors confuse people",
        "officer 12 years",
        "placa nueva cuesta 90",
        "case by case they decide",
        "the case of 2019",
        "visa costs 1200 dollars",
        "social security office closed on wed",
    ],
)
def test_counts_prices_and_years_are_left_alone(text):
    assert found(text) == []
