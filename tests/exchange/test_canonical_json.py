"""What comes out of JSON from outside is shallow and plain, or it is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.canonical_json import canonical_json, composed, json_lines, read_json_object
from dialogue_desk.exchange.limits import Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=4)


def refusal_of(data, limits=None):
    with pytest.raises(PackageRefused) as refused:
        list(json_lines(data, limits or Limits()))
    return refused.value.reason


@given(st.lists(OBJECTS, max_size=5))
def test_objects_come_back_as_they_were(objects):
    assert list(json_lines(b"".join(canonical_json(value) + b"\n" for value in objects))) == objects


@given(OBJECTS)
def test_how_another_program_spaces_orders_and_escapes_does_not_matter(value):
    assert read_json_object(json.dumps(value, indent=1).encode()) == value


@given(st.dictionaries(st.text("abcXYZ_", max_size=5), VALUES, max_size=4))
def test_canonical_is_what_the_standard_library_writes_sorted_and_tight(value):
    written = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert canonical_json(value) == written.encode()


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "नमस्ते", "مرحبا", "👩🏽‍🌾", "e\u0301", " \t\n ", "\ufeff\x7f\x1b", "\\u0000"]
)
def test_text_is_kept_exactly(text):
    assert list(json_lines(canonical_json({"text": text}) + b"\n")) == [{"text": text}]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b" ",
        b"[]",
        b"1",
        b'"text"',
        b"null",
        b"{",
        b"{}{}",
        b"\xef\xbb\xbf{}",
        b'{"a":1,}',
        b"{'a':1}",
        b'{"a":1.5}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":-0.0}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":-Infinity}',
        b'{"a":1E400}',
        b'{"a":9223372036854775808}',
        b'{"a":-9223372036854775809}',
        b'{"a":1' + b"0" * 5000 + b"}",
        b'{"a":1,"a":1}',
        b'{"a":1, "a":2}',
        b'{"a":1,"\\u0061":2}',
        b'{"x":[{"a":1,"a":2}]}',
        b'{"a":"\xff"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\\udc00x"}',
        b'{"a":"\x00"}',
        b'{"a":"\\u0000"}',
        b'{"a":"\\\\\\u0000"}',
        b'{"\\u0000":1}',
    ],
)
def test_a_line_that_is_not_plain_is_refused(line):
    assert refusal_of(b"{}\n" + line + b"\n") is Refusal.IMPOSSIBLE


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_no_depth_exhausts_the_stack(opening):
    assert refusal_of(b'{"a":' + opening * 100_000 + b"\n") is Refusal.IMPOSSIBLE


def test_depth_counts_every_level():
    assert read_json_object(b'{"a":' + b"[" * 11 + b"]" * 11 + b"}")
    with pytest.raises(PackageRefused):
        read_json_object(b'{"a":' + b"[" * 12 + b"]" * 12 + b"}")


@pytest.mark.parametrize("whole", [2**63 - 1, -(2**63), 0])
def test_whole_numbers_of_64_bits_are_kept(whole):
    assert read_json_object(canonical_json({"n": whole})) == {"n": whole}


def test_a_last_line_that_does_not_end_is_refused():
    assert refusal_of(b'{}\n{"a":1}') is Refusal.IMPOSSIBLE


def test_nothing_is_no_lines():
    assert list(json_lines(b"")) == []


def test_a_line_over_the_limit_is_too_large():
    assert refusal_of(b'{"a":"' + b"x" * (16 << 20) + b'"}\n') is Refusal.TOO_LARGE


def test_more_values_than_records_can_have_are_refused_before_the_first_is_read():
    few = Limits(values=20)
    assert list(json_lines(b'{"a":[1,2,3]}\n' * 4, few))
    with pytest.raises(PackageRefused) as refused:
        next(json_lines(b'{"a":[1,2,3]}\n' * 6, few))
    assert refused.value.reason is Refusal.TOO_LARGE


def test_commas_and_brackets_in_texts_are_no_values():
    text = "a, b, [c] and {d}, " * 30 + '" \\ " ,'
    assert list(json_lines(canonical_json({"text": text}) + b"\n", Limits(values=2))) == [{"text": text}]


def test_too_many_lines_are_refused_before_the_first_is_read():
    with pytest.raises(PackageRefused) as refused:
        next(json_lines(b"{}\n" * 200_001))
    assert refused.value.reason is Refusal.TOO_LARGE
    assert len(list(json_lines(b"{}\n" * 3, Limits(lines=3)))) == 3


@given(st.binary(max_size=60))
def test_any_bytes_give_objects_or_a_refusal(noise):
    try:
        found = list(json_lines(noise + b"\n"))
    except PackageRefused:
        return
    assert all(isinstance(value, dict) for value in found)


def test_composing_reaches_every_text_and_leaves_the_rest():
    value = {"a": ["e\u0301", {"b": "e\u0301"}], "n": 1, "yes": True, "none": None, "pair": ("e\u0301",)}
    assert composed(value) == {"a": ["é", {"b": "é"}], "n": 1, "yes": True, "none": None, "pair": ["é"]}
