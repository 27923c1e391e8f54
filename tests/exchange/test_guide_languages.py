"""A guide in two languages has the same names and figures, and no text is missing in either."""

from __future__ import annotations

import pytest

from dialogue_desk.exchange.guide_files import open_guide
from dialogue_desk.exchange.guide_languages import compare_languages
from dialogue_desk.words import Words

WORDS = Words()
ENGLISH = """---
id: evening
version: 1.0.0
language: en
title: An Evening
people: 8-12
---

# Ground rules

- Listen.
- You can pass.

# Evening {#s1 minutes=30}

Goal: Hear each other.

## Round {#round kind=go-round minutes=24 each=60}

Why we do it.

> Say this to everyone who came.

- Ask this?

Tip: Wait.
Tip: Breathe.
Wanted: hope

### Think {minutes=2}

### Leave it {.option #leave}

For: cheap

## Close {#close kind=closing minutes=6}
"""
SPANISH = """---
id: evening
version: 1.0.0
language: es
title: Una noche
people: 8-12
---

# Ground rules

- Escuchar.
- Se puede pasar.

# Noche {#s1 minutes=30}

Goal: Oírnos.

## Ronda {#round kind=go-round minutes=24 each=60}

Para qué lo hacemos.

> Digan esto a quienes vinieron.

- ¿Preguntan esto?

Tip: Esperen.
Tip: Respiren.
Wanted: hope

### Pensar {minutes=2}

### Dejarlo {.option #leave}

For: barato

## Cierre {#close kind=closing minutes=6}
"""


def compare(other: str, first: str = ENGLISH) -> list[str]:
    opened = (
        open_guide(text, name, WORDS) for text, name in ((first, "en.guide.md"), (other, "es.guide.md"))
    )
    return [fault.sentence for fault in compare_languages(*opened, WORDS)]


def test_a_translation_that_says_the_same_raises_no_warning() -> None:
    assert compare(SPANISH) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: evening", "id: night", 2, "“id:” is not the same"),
        ("version: 1.0.0", "version: 2.0.0", 3, "“version:” is not the same"),
        ("people: 8-12", "people: 6-9", 6, "“people:” is not the same"),
        ("- Se puede pasar.\n", "", 11, "has 2 under “-” and this one has 1. See en.guide.md, line 11, 12."),
        ("minutes=24", "minutes=20", 18, "In #s1 #round, minutes is not the same"),
        ("minutes=2}", "minutes=3}", 30, "In #s1 #round ###1, minutes is not the same"),
        ("kind=go-round", "kind=fours", 18, "which has “go-round”"),
        (" each=60", "", 18, "In #s1 #round, each is not the same"),
        ("Wanted: hope", "Wanted: concern", 18, "In #s1 #round, Wanted is not the same"),
        ("> Digan esto a quienes vinieron.\n", "", 18, "has 1 under “>” and this one has 0"),
        ("Tip: Respiren.\n", "", 26, "has 2 under “Tip:” and this one has 1. See en.guide.md, line 26, 27."),
        ("Para qué lo hacemos.\n", "", 18, "has 1 under “plain text” and this one has 0"),
        ("For: barato\n", "", 32, "has 1 under “For:” and this one has 0"),
        ("Goal: Oírnos.\n", "", 14, "has 1 under “Goal:” and this one has 0"),
        ("{.option #leave}", "{.option #stay}", 32, "#s1 #round #stay is not in the other language"),
    ],
)
def test_each_difference_between_the_languages_is_told_with_its_lines(
    old: str, new: str, line: int, said: str
) -> None:
    assert old in SPANISH
    found = compare(SPANISH.replace(old, new))
    assert any(
        sentence.startswith(f"es.guide.md, line {line}: ") and said in sentence for sentence in found
    ), found
    assert all("(en)" in sentence for sentence in found)


def test_a_part_that_is_missing_is_told_where_its_session_stands_and_where_the_other_has_it() -> None:
    short = SPANISH[: SPANISH.index("## Cierre")]
    assert compare(short) == [
        "es.guide.md, line 14: In #s1, order is not the same as in the other language (en), "
        "which has “round, close”.",
        "es.guide.md, line 14: #s1 #close is missing. The other language (en) has it. "
        "See en.guide.md, line 36.",
    ]
    assert any("#s1 #close is not in the other language" in told for told in compare(SPANISH, first=short))


def test_a_long_line_that_is_the_same_in_both_is_a_hint() -> None:
    copied = SPANISH.replace("Digan esto a quienes vinieron.", "Say this to everyone who came.")
    (told,) = compare(copied)
    assert told == (
        "es.guide.md, line 22: Hint: This is word for word what the other language (en) has. "
        "Is it translated?"
    )
    british = ENGLISH.replace("language: en", "language: en-GB")
    assert compare(british) == []
