import pytest

from dialogue_desk.domain.notes.word_stems import (
    Tongue,
    WordStems,
    english_forms,
    singular,
    singulars,
    spoken,
    words_of,
)


def test_words_are_read_without_signs_capitals_and_possessives():
    assert words_of("Neighbors' Gardens & the City’s #parks!") == [
        "neighbors",
        "gardens",
        "&",
        "the",
        "city",
        "parks",
    ]


def test_a_hyphen_parts_words_but_not_a_word_from_its_beginning():
    assert words_of("After-school re-entry, de-escalation") == [
        "after",
        "school",
        "reentry",
        ",",
        "deescalation",
    ]


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("parks", "park"),
        ("buses", "bus"),
        ("autobuses", "autobus"),
        ("cities", "city"),
        ("churches", "church"),
        ("leyes", "ley"),
        ("houses", "house"),
        ("bus", "bus"),
        ("glass", "glass"),
        ("crisis", "crisis"),
        ("as", "as"),
    ],
)
def test_the_plural_is_taken_off(many, one):
    assert singular(many) == one


def test_forms_of_a_word_have_one_stem():
    stems = WordStems()
    assert stems.stem("trusting", Tongue.ENGLISH) == stems.stem("trusted", Tongue.ENGLISH)
    assert stems.stem("comunicacion", Tongue.SPANISH) == stems.stem("comunicaciones", Tongue.SPANISH)


def test_spanish_nouns_are_written_as_in_english_but_for_their_ending():
    assert "segregation" in english_forms("segregacion")
    assert "segregation" in english_forms("segregaciones")
    assert "diversity" in english_forms("diversidad")
    assert "hospital" in english_forms("hospitales")
    assert english_forms("pan") == []


def test_what_sounds_alike_in_spanish_is_spoken_alike():
    assert spoken("vecino") == spoken("besino")
    assert spoken("hacer") == spoken("aser")
    assert spoken("vigilancia") == spoken("vijilansia")
    assert spoken("gato") != spoken("jato")


def test_a_word_may_be_the_plural_of_several():
    assert singulars("luces") == ("luces", "luce", "luc", "luz")
    assert singulars("trenes") == ("trenes", "trene", "tren")
    assert singulars("bus") == ("bus",)
