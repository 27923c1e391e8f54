"""A sentence says what fills its places, and ends in one dot."""

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from dialogue_desk.words import Words, catalog_in


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


def speaking(**said):
    """Words with a catalog in which sentences are said like this."""
    catalog = Catalog(locale="es")
    for sentence, translation in said.items():
        catalog.add(sentence, translation)
    file = io.BytesIO()
    write_mo(file, catalog)
    words = Words()
    words._catalog = catalog_in(file.getvalue())
    return words


@pytest.mark.parametrize("said", ["{other}", "{", "{0}", "{name.gone}", "{name[0][gone]}", "{name:%}"])
def test_a_translation_with_other_places_gives_way_to_the_english(said):
    assert speaking(**{"Hi {name}": "Hola {name}"}).tr("Hi {name}", name="Ana") == "Hola Ana"
    assert speaking(**{"Hi {name}": said}).tr("Hi {name}", name="Ana") == "Hi Ana"


@pytest.mark.parametrize("data", [b"", b"\xde\x12\x04\x95", b"\xde\x12\x04\x95" + b"\xff" * 40, b"x" * 99])
def test_a_damaged_catalog_leaves_the_app_in_english(data):
    words = Words()
    words._catalog = catalog_in(data)
    assert words.tr("Hi {name}", name="Ana") == "Hi Ana"
    assert words.ntr("{count} note", "{count} notes", 2) == "2 notes"


def test_counts_past_999_are_written_in_groups_and_a_year_is_none() -> None:
    english, spanish = Words(), Words("es")
    assert english.ntr("{count} note", "{count} notes", 12_345) == "12,345 notes"
    assert english.tr("{done} of {total} read", done=999, total=1_000) == "999 of 1,000 read"
    assert english.tr("{month} {day}, {year}", month="March", day=12, year=2026) == "March 12, 2026"
    assert (spanish.number(1_234), spanish.number(12_345)) == ("1234", "12\N{NARROW NO-BREAK SPACE}345")
