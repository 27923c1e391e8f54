import pytest

from dialogue_desk.domain.model.text import (
    TITLE_LETTERS,
    decoded,
    folded,
    isolate_direction,
    one_line,
    plain_letters,
    printable,
    right_to_left,
    safe_in_sentence,
    shown_title,
    title_text,
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert printable(f"one{end}two") == "one\ntwo"


def test_control_characters_become_visible() -> None:
    assert printable("\x00 \x1b \x7f \x9f \ud800 \uffff") == "\u2400 \u241b \u2421 \ufffd \ufffd \ufffd"


def test_everything_else_is_kept() -> None:
    text = "  <b>\t& \u202eabc\u202c \u200d 👩🏽\u200d🌾 =1+1 ẹ́ \u0301 "

    assert printable(text) == text


def test_a_title_is_on_one_line() -> None:
    assert one_line(" Safety\r\n Together\t ") == "Safety Together"


def test_letters_are_folded_for_comparing_and_an_accent_stays_a_mark_behind_its_letter() -> None:
    assert folded("ＡÑO Straße") == "an\u0303o strasse"
    assert folded("SE\u00d1OR") == folded("sen\u0303or") != folded("senor")


@pytest.mark.parametrize("name", ["İzmir", "izmir", "IZMIR", "ızmır", "i\u0307zmir"])
def test_a_name_is_one_with_and_without_capitals_accents_and_dots(name: str) -> None:
    assert plain_letters(name) == "izmir"
    assert plain_letters("Đặng Łódź Ærø") == "dang lodz aero"
    assert plain_letters("हिन्दी") == folded("हिन्दी")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_mark_of_byte_order_is_no_part_of_a_text(encoding: str) -> None:
    assert decoded("título = 1".encode(encoding)) == "título = 1"


def test_names_from_outside_cannot_turn_or_break_the_sentence_around_them() -> None:
    assert safe_in_sentence("a\u202eb\nc") == "a\ufffdb\ufffdc"
    assert safe_in_sentence("Año 2.dialogue") == "Año 2.dialogue"


def test_direction_follows_the_first_letter_that_has_one() -> None:
    assert right_to_left("12 שלום and more")
    assert not right_to_left("12 hello שלום")
    assert not right_to_left("12 ...")


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("plain", "plain"),
        ("a \u202eb", "a \u202eb\u202c"),
        ("a \u202eb\u202c", "a \u202eb\u202c"),
        ("a \u202eb \u2066c", "a \u202eb \u2066c\u2069\u202c"),
    ],
)
def test_what_turns_text_around_ends_with_its_line(line: str, closed: str) -> None:
    assert isolate_direction(line) == closed


def test_a_title_takes_one_line_and_nothing_that_turns_the_words_beside_it() -> None:
    assert title_text("Our \u202estreet\x07\r\nand \u2067we ") == "Our street and we "


def test_a_title_that_is_too_long_is_shown_cut_and_any_other_whole() -> None:
    assert shown_title("Our street") == "Our street"
    assert shown_title("x" * TITLE_LETTERS) == "x" * TITLE_LETTERS
    assert shown_title("x" * 90_000) == "x" * (TITLE_LETTERS - 1) + "…"
    assert shown_title("one two three", 5) == "one…"
