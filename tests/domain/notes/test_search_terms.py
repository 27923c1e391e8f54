"""What was said is found by its words, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.notes.search_terms import Excerpt, excerpt, parse_query, search_words


def found(asked, text):
    return bool(parse_query(asked).found_in(search_words(text)))


def marked(asked, text, **more):
    shown = excerpt(text, parse_query(asked), **more)
    return [shown.text[start:end] for start, end in shown.marks]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("STOPS", "Stops near the school"),
        ("preocupacion", "La preocupación de todos"),
        ("preocupación", "LA PREOCUPACION DE TODOS"),
        ("strasse", "Auf der Straße"),
        ("office", "the o\ufb03ce is closed"),
        ("cooperate", "co\u00adoperate"),
        ("2024", "in \uff12\uff10\uff12\uff14"),
        ("école", "e\u0301cole"),
        ("مدرسة", "مُدَرِّسَة"),
        ("שלום", "שָׁלוֹם"),
        ("안전", "안전한 학교"),
        ("हिन्दी", "वह हिन्दी बोलता है"),
        ("安全", "我们要学校安全的计划"),
        ("ความปลอดภัย", "เราต้องการความปลอดภัย"),
        ("🔥", "the hall🔥 was hot"),
        ("👍", "👍🏽 from all"),
        ("don't", "We don’t know"),
        ("24/7", "open 24/7 now"),
    ],
)
def test_case_accents_and_the_way_it_is_written_do_not_matter(asked, text):
    assert found(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("top", "Stops near the school"),  # a word is found by its beginning
        ("stops bus", "Stops near the school"),  # all words must be there
        ("stop ", "Stops near the school"),  # a word that was ended is that word
        ("s", "Stops near the school"),  # one letter begins too much
        ("全学", "学校安全"),  # letters in another order
    ],
)
def test_what_is_not_there_is_not_found(asked, text):
    assert not found(asked, text)


def test_the_last_word_is_found_while_it_is_typed():
    for end in range(2, len("school") + 1):
        assert found("school"[:end], "Stops near the school")
    assert found("near sch", "Stops near the school") and not found("sch near", "Stops near the school")


@pytest.mark.parametrize("asked", ["", "   ", "???", '"" * ^ ( ) -', "NEAR/2", "a" * 10**6, "\ud800\x00"])
def test_anything_can_be_typed_into_the_box(asked):
    parse_query(asked).found_in(search_words("Stops near the school"))
    excerpt("Stops near the school", parse_query(asked))


def test_marks_alone_ask_for_nothing():
    assert not parse_query('?! "*" -') and parse_query("stop?!")


def test_a_page_pasted_into_the_box_asks_for_its_first_words():
    asked = parse_query(" ".join(f"w{number}" for number in range(1_000)))
    assert len(asked.phrases) == 24


@pytest.mark.parametrize(
    ("asked", "text", "marks"),
    [
        ("school stop", "Stops near the SCHOOL; stop!", ["Stops", "SCHOOL", "stop"]),
        ("stop school", "Stops near the SCHOOL; stop!", ["SCHOOL", "stop"]),
        ("preocupacion", "La preocupación, sí", ["preocupación"]),
        ("preocupacio", "La preocupacio\u0301n, sí", ["preocupacio\u0301n"]),
        ("安全", "学校安全计划", ["安", "全"]),
        ("bus", "no such word", []),
    ],
)
def test_the_words_found_are_marked_in_the_text_as_it_was_written(asked, text, marks):
    assert marked(asked, text) == marks


def test_a_long_text_is_shown_about_what_was_found_in_it():
    text = "word " * 400 + "the lantern stood " + "word " * 400
    shown = excerpt(text, parse_query("lantern"), most=100)
    ((start, end),) = shown.marks
    assert shown.text[start:end] == "lantern" and len(shown.text) <= 120
    assert shown.text.startswith("… ") and shown.text.endswith(" …")
    assert excerpt(text, parse_query("nothing"), most=100).text.startswith("word word")


def test_a_million_letters_without_a_space_are_cut():
    shown = excerpt("x" * 10**6, parse_query("xx"))
    assert len(shown.text) < 300 and shown.marks == ()


def test_the_best_weighs_most():
    asked = parse_query("stop")
    texts = ["stop and search stop", "a stop here", "the stops here", "a stop in a very long line of words"]
    weights = [asked.weight(" ".join(search_words(text))) for text in texts]
    assert weights[0] > weights[1] > weights[2] and weights[1] > weights[3]


@given(st.text(max_size=60), st.text(max_size=12))
def test_what_is_marked_is_what_is_found(text, asked):
    wanted = parse_query(asked)
    shown = excerpt(text, wanted)
    assert bool(shown.marks) == bool(wanted.found_in(search_words(text)))
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)


@given(st.text(min_size=1))
def test_a_text_is_found_by_itself(text):
    asked = parse_query(text)
    assert not asked or asked.found_in(search_words(text))


def test_a_short_text_is_shown_whole():
    assert excerpt("short", parse_query("rt")) == Excerpt("short")
