"""A line that looks like a label and is none is told with the sign that was meant."""

from __future__ import annotations

import pytest

from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.exchange.guide_signs import LABELS, Sign, label_like, meant_by, nearest
from dialogue_desk.words import Words

WORDS = Words()
START = (
    "---\nid: evening\nversion: 1.0.0\nlanguage: en\ntitle: An Evening\npeople: 6-9\n---\n"
    "# Our evening {#s1 minutes=20}\n## Talk {#talk kind=open-talk minutes=10}\n"
)


def told(text: str) -> list[tuple[int, str]]:
    with pytest.raises(GuideUnreadable) as caught:
        read_guide(START + text, "x.guide.md", WORDS)
    return [(fault.line, fault.sentence) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ask: why?", "Begin each question with - and a space"),
        ("Question: why?", "Begin each question with -"),
        ("Pregunta: ¿por qué?", "Begin each question with -"),
        ("Say: hello", "Begin what is said aloud with > and a space"),
        ("Decir: hola", "Begin what is said aloud with >"),
        ("Read aloud: hello", "Begin what is said aloud with >"),
        ("Tips: wait", "Write “Tip:” if you mean that"),
        ("Note: wait", "Write “Tip:” if you mean that"),
        ("Consejo: esperen", "Write “Tip:” if you mean that"),
        ("tip: wait", "Write “Tip:” if you mean that"),
        ("Tip : wait", "Write “Tip:” if you mean that"),
        ("**Tip:** wait", "Write “Tip:” if you mean that"),
        ("Tipp: wait", "Write “Tip:” if you mean that"),
        ("Materiales: sillas", "Write “Materials:” if you mean that"),
        ("Objetivo: oírnos", "Write “Goal:” if you mean that"),
        ("Minutes: 8", "Write it into the braces of the heading"),
        ("Purpose: hear", "The purpose is a plain paragraph"),
        ("Paris: a city", "For a plain text, put a backslash before the colon"),
        ("Two words: here", "For a plain text, put a backslash before the colon"),
        ("Ñandú: un ave", "For a plain text, put a backslash before the colon"),
    ],
)
def test_the_sentence_names_the_sign_that_was_meant(line: str, said: str) -> None:
    ((number, sentence),) = told(f"Why we talk.\n\n{line}\n")
    assert (number, said in sentence) == (12, True), sentence


def test_a_word_without_end_is_told_by_its_beginning() -> None:
    ((_, sentence),) = told(f"Wa{'x' * 20_000}: so\n")
    assert len(sentence) < 500


def test_it_is_found_where_it_would_run_into_another_text() -> None:
    assert [line for line, _ in told("Why.\nAsk: why?\n")] == [11]
    assert [line for line, _ in told("> Hello.\nSay: more\n")] == [11]
    assert [line for line, _ in told("- Why?\nQuestion: who?\n")] == [11]
    assert [line for line, _ in told("Tip: wait\nHint: more\n")] == [11]
    assert [line for line, _ in told("### Step {minutes=5}\nNote: x\n")] == [11]


@pytest.mark.parametrize(
    "text",
    [
        "> Note: this is said.",
        "- Question: is it asked?",
        "Tip: If it is quiet, ask: “Who?”",
        "We meet at 9:00 and say: hello.",
        "See https://example.org",
        "Http://example.org",
        "one word: lower case",
        "Three words here: no label",
        "Paris\\: a city",
        "¿Quién: tú?",
    ],
)
def test_other_colons_are_let_be(text: str) -> None:
    read_guide(f"{START}{text}\n", "x.guide.md", WORDS)


def test_on_a_card_people_may_speak_and_only_words_for_labels_are_told() -> None:
    read_guide(
        f"{START}### A night {{.case}}\nOfficer: I stopped him.\n\nNadia: I ran.\n", "x.guide.md", WORDS
    )
    ((line, sentence),) = told("### Leave it {.option #leave}\nPros: cheap\n")
    assert line == 11 and "Write “For:”" in sentence


def test_a_word_stands_for_a_label_by_meaning_or_by_its_letters() -> None:
    assert meant_by("Pros") == (Sign.LABEL, "For")
    assert meant_by("Materails") == (Sign.LABEL, "Materials")
    assert meant_by("Say") == (Sign.SAY, "")
    assert meant_by("Paris") == (Sign.UNKNOWN, "")
    assert all(meant_by(label) == (Sign.LABEL, label) for label in LABELS)


def test_near_is_one_letter_of_a_short_word_and_two_of_a_long_one() -> None:
    assert nearest("cit", ["cut"]) == "cut" and nearest("cii", ["cut"]) is None
    assert nearest("mintes", ["minutes"]) == "minutes" and nearest("mnts", ["minutes"]) is None
    assert nearest("floro", ["floor"]) == "floor"


def test_what_is_behind_a_backslash_looks_like_nothing() -> None:
    assert (label_like("Ask: x", card=False), label_like("Ask\\: x", card=False)) == ("Ask", "")
