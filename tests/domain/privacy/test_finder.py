from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.session.privacy_words import finder_beside
from dialogue_desk.domain.privacy.finds import FindKind

FINDER = finder_beside()
HOSTILE = (
    "a", "A ", "A. ", "1", "1 ", "1-", "(1", "@", "a@", "x.y@", "www.", "http://", "the only ", "la única ",
    "Maria ", "don ", "Officer ", "de la ", "calle ", "1 A ", "case number ", "born on ", "王先生", "И. ",
    "محمد ", "\u0301", "\u200b", "'", "a'", "街", "\n",
)  # fmt: skip


def found(text):
    return [(text[one.start : one.end], one.kind) for one in FINDER.finds(text)]


def test_a_line_with_a_titled_name_a_badge_and_a_street_is_marked_three_times():
    assert found("Officer J. Ruiz, badge 4471, stopped him on 118 Alder Street") == [
        ("Officer J. Ruiz", FindKind.TITLED_NAME),
        ("4471", FindKind.BADGE),
        ("118 Alder Street", FindKind.ADDRESS),
    ]


def test_a_street_without_a_number_is_a_place_but_an_address_beside_a_person():
    assert found("Elm Street is dark.") == []
    assert ("Elm St", FindKind.ADDRESS) in found("Officer J. Ruiz, badge 4471, on Elm St")


def test_a_name_typed_in_a_hurry_is_found_in_small_letters():
    assert found("maria said it twice") == [("maria", FindKind.NAME)]


def test_a_name_in_two_pieces_of_an_accent_is_found_whole():
    assert found("dijo Jose\u0301 que no") == [("Jose\u0301", FindKind.NAME)]


def test_a_name_cut_by_a_sign_that_nobody_sees_is_found():
    assert found("we asked Mar\u200bia today") == [("Mar\u200bia", FindKind.NAME)]


def test_the_place_of_a_circle_is_no_name():
    line = "We meet at the Tanglewood on Mondays."
    assert [line[one.start : one.end] for one in FINDER.finds(line)] == ["Tanglewood"]
    assert finder_beside(["Tanglewood Hall"]).finds(line) == ()


def test_a_word_that_is_also_a_name_is_left_alone_until_it_speaks():
    assert found("Will the council answer in May?") == []
    assert [words for words, _ in found("Will said so.")] == ["Will"]


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_finds_stand_in_order_and_share_no_letter(text):
    finds = FINDER.finds(text)
    assert all(0 <= one.start < one.end <= len(text) for one in finds)
    assert all(one.end <= after.start for one, after in pairwise(finds))


@pytest.mark.parametrize("piece", HOSTILE)
def test_text_made_to_be_slow_is_not(piece, time_of):
    short, long = ((piece * size)[:size] for size in (2_000, 8_000))
    FINDER.finds(short)
    assert time_of(lambda: FINDER.finds(long)) < 8 * time_of(lambda: FINDER.finds(short)) + 0.1


def test_two_hundred_notes_take_less_than_a_quarter_of_a_second(time_of):
    note = "Stops near the school feel random; nobody says why, and Officer Ruiz agreed: 415 555 0132."
    assert time_of(lambda: [FINDER.finds(note) for _ in range(200)]) < 0.25
