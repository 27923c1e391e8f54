"""Which fields of a record have words by people in them, and what of it is said aloud."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_desk.domain.model.bodies import Body, Kind

WORD_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PROGRAM: ("name", "code"),
    Kind.CIRCLE: ("code", "place", "about", "affinity"),
    Kind.SESSION: ("place",),
    Kind.GUIDE: (),
    Kind.GROUND_RULE: ("text",),
    Kind.NOTE: ("text",),
    Kind.THEME: ("name",),
    Kind.THEMES_APART: (),
    Kind.ACTION: ("what", "why", "who", "first_step", "strengths", "obstacles"),
    Kind.MOVE: (),
    Kind.CLOSING_STEP: (),
    Kind.TOP_THEMES: (),
    Kind.READ_BACK: (),
    Kind.TALLY_CATEGORY: ("name",),
    Kind.TALLY: (),
    Kind.DOT_VOTE: (),
    Kind.OVERRULE: ("reason",),
    Kind.PRIVACY_DECISION: (),
    Kind.OWN_GUIDE: (),
    Kind.CODING: (),
    Kind.LIKENESS: ("why",),
    Kind.CARD: ("what", "first_step"),
    Kind.STAR: (),
    Kind.REPORT_SENTENCE: ("texts",),
    Kind.REPORT_OUTLINE: ("headings",),
    Kind.SYNONYMS: ("words",),
    Kind.ANSWER: ("why",),
    Kind.PROGRESS: ("changed", "evidence"),
    Kind.VOICE: ("name",),
    Kind.INVITATION: ("to", "asked"),
    Kind.POOLED_COUNTS: ("said",),
    Kind.QUESTIONNAIRE: ("statements", "open_line"),
    Kind.FORUM: (),
    Kind.FORUM_OPTION: ("texts",),
    Kind.BALLOT_ENTRY: (),
    Kind.ACTION_TEAM: ("name", "convener", "facilitator", "support", "place"),
}
"""The fields that people fill with words, of every kind of record.

What is a guide's (its text, the titles of its sessions) was written before anybody met; a privacy
decision leaves for nobody but the other laptop.
"""

SAID = "said"
"""Stands for what was said aloud: the main words with their kind and spread.

It is the same after a name in the words was made unrecognizable.
"""

_MAIN = {Kind.NOTE: "text", Kind.ACTION: "what"}


def word_fields(body: Body) -> tuple[str, ...]:
    """Return the fields of ``body`` that have words in them."""
    return tuple(field for field in WORD_FIELDS[Kind.of(body)] if getattr(body, field))


def main_field(body: Body) -> str:
    """Return the field with the words by which people know a line; "" for what is no line."""
    return _MAIN.get(Kind.of(body), "")


def same_said(before: Body | None, after: Body) -> bool:
    """Whether both say the same aloud: the same main words, of the same kind and held as widely.

    Kind and spread stand beside the words where they are read to the circle.
    """
    beside = ("kind", "spread")
    return same_words(before, after, main_field(after)) and all(
        getattr(before, field, None) == getattr(after, field, None) for field in beside
    )


def same_words(before: Body | None, after: Body, field: str) -> bool:
    """Whether ``field`` has the same words in both."""
    return type(before) is type(after) and bool(field) and getattr(before, field) == getattr(after, field)
