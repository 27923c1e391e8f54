import pytest

from dialogue_desk.domain.model.text import one_line, printable


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
