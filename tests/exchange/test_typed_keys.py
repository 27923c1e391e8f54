"""Keys as people type and send them: what is read as one, and where a wrong one is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.key_grid import PREFIX, key_grid
from dialogue_desk.exchange.sealing import key_of, new_key
from dialogue_desk.exchange.typed_keys import (
    KeyFault,
    WrongKey,
    public_key_file,
    public_key_in,
    read_public_key,
    typed_key,
)

SIGNS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
SECRET = "AGE-SECRET-KEY-1RNDT8YGL5XWWEKV3EVQFAM5LNSR6P5DL6C86J9DFFTXM6CS8YK9S9VE0HK"
KEY = key_of(SECRET)


def fault_of(text):
    with pytest.raises(WrongKey) as wrong:
        typed_key(text)
    return wrong.value


def cell(place):
    return f"{'ABCD'[place // 16]}{place % 16 // 4 + 1}"


def test_the_grid_of_a_key_is_read_again_however_it_is_typed():
    grid = key_grid(SECRET)
    assert grid.rows[0] == ("A", ("RNDT", "8YGL", "5XWW", "EKV3"))
    assert grid.rows[3] == ("D", ("YK9S", "9VE0", "HK"))
    groups = [group for _, row in grid.rows for group in row]
    for text in (
        " ".join(groups),
        "\n".join(groups).lower(),
        f"{PREFIX} {'-'.join(groups)}",
        f"  {SECRET}\r\n",
        f"age-secret-key-1{''.join(groups).lower()}",
        ".".join(groups),
    ):
        assert typed_key(text) == KEY


@given(st.sets(st.integers(0, 57), min_size=1, max_size=2), st.data())
def test_one_or_two_wrong_signs_are_found_in_their_groups(places, data):
    signs = list(SECRET.removeprefix(PREFIX))
    for place in places:
        signs[place] = data.draw(st.sampled_from([sign for sign in SIGNS if sign != signs[place]]))
    wrong = fault_of("".join(signs))
    assert wrong.fault is KeyFault.PLACES
    assert set(wrong.places) == set(map(cell, places))


@given(st.integers(0, 56))
def test_two_neighbors_that_changed_places_are_found(place):
    signs = list(SECRET.removeprefix(PREFIX))
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    if "".join(signs) == SECRET.removeprefix(PREFIX):
        return
    assert set(fault_of("".join(signs)).places) == {cell(place), cell(place + 1)}


def test_a_sign_that_no_key_has_is_named_with_its_group():
    typed = SECRET.removeprefix(PREFIX)
    wrong = fault_of(typed[:5] + "B" + typed[6:40] + "o" + typed[41:])
    assert (wrong.fault, wrong.places, wrong.signs) == (KeyFault.SIGN, ("A2", "C3"), ("B", "O"))


def test_a_key_that_is_too_short_or_too_long_says_how_much_there_is():
    assert (fault_of(SECRET[:-4]).fault, fault_of(SECRET[:-4]).count) == (KeyFault.SHORT, 54)
    assert (fault_of(SECRET + "QQ").fault, fault_of(SECRET + "QQ").count) == (KeyFault.LONG, 60)
    assert fault_of(" \n").fault is fault_of(PREFIX).fault is KeyFault.EMPTY
    assert fault_of(KEY.public).fault is KeyFault.PUBLIC
    assert fault_of("x" * 100_000).fault is KeyFault.LONG


def test_many_wrong_signs_are_no_key_and_no_place_is_guessed():
    wrong = fault_of("Q" * 58)
    assert (wrong.fault, wrong.places) == (KeyFault.SOMEWHERE, ())


def test_a_public_key_is_found_in_a_message_or_a_file(tmp_path):
    for text in (KEY.public, f"Hi! Mine is {KEY.public.upper()}.", f"{KEY.public[:30]}\n{KEY.public[30:]}"):
        assert public_key_in(text) == KEY.public
    file = tmp_path / "key.txt"
    file.write_bytes(public_key_file(KEY.public, "Public key of an organizer"))
    assert read_public_key(file) == KEY.public
    file.write_text(KEY.public, encoding="utf-16")
    assert read_public_key(file) == KEY.public


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", KeyFault.EMPTY),
        ("call me", KeyFault.EMPTY),
        (SECRET, KeyFault.PUBLIC),
        (SECRET.lower(), KeyFault.PUBLIC),
        (f"# {KEY.public}\n{SECRET}", KeyFault.PUBLIC),
        (KEY.public[:-3], KeyFault.SOMEWHERE),
        (KEY.public[:-1] + ("q" if KEY.public[-1] != "q" else "p"), KeyFault.SOMEWHERE),
        (f"{KEY.public} {new_key().public}", KeyFault.LONG),
    ],
)
def test_what_is_no_public_key_is_told_apart(text, fault):
    with pytest.raises(WrongKey) as wrong:
        public_key_in(text)
    assert wrong.value.fault is fault


def test_a_folder_or_a_picture_is_no_public_key(tmp_path):
    (tmp_path / "photo").write_bytes(b"\x89PNG\xff\xfe\x00")
    for path in (tmp_path, tmp_path / "photo"):
        with pytest.raises(WrongKey):
            read_public_key(path)
    with pytest.raises(OSError, match="gone"):
        read_public_key(tmp_path / "gone")
