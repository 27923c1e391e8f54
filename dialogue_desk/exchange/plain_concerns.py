"""Says in a form what will go wrong in a session, at which field, and what would fix it there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.guide_concerns import Concern, ConcernKind
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import titled
from dialogue_desk.words.times import turn_length

_Places: TypeAlias = Mapping[str, str | int]

Figure: TypeAlias = tuple[str, str]
"""The key of a figure in the braces of a heading, and its value."""


def plain_sentence(concern: Concern, plan: SessionPlan, people: int, words: Words) -> str:
    """Return what will go wrong when ``people`` meet for this plan, without the words of guide files."""
    part = plan.part(concern.part) if concern.part else None
    places: _Places = {
        "part": titled(part.title, words) if part else "",
        "people": people,
        "planned": concern.planned,
        "needed": concern.needed,
        "turn": turn_length(concern.seconds_each, words) if concern.seconds_each else "",
    }
    return _SENTENCES[concern.kind](words, places)


def field_of(kind: ConcernKind) -> str:
    """Return the field of a form at which a concern is fixed."""
    return _FIELDS[kind]


def fixes(concern: Concern) -> tuple[Figure, ...]:
    """Return the figures each of which would fix it, the one that changes least first."""
    minutes, kind = ("minutes", str(concern.needed)), concern.kind
    if kind is ConcernKind.GO_ROUND_TOO_LONG:
        turns = (("each", str(concern.seconds_each)),) if concern.seconds_each >= _SHORTEST_TURN else ()
        return (*turns, minutes)
    if kind in (ConcernKind.READ_ALOUD_TOO_LONG, ConcernKind.STEPS_TOO_LONG, ConcernKind.DOES_NOT_ADD_UP):
        return (minutes,)
    if kind is ConcernKind.FLOOR_ABOVE_MINUTES:
        return (("floor", str(concern.planned)),)
    if kind is ConcernKind.STEPS_ABOVE_FLOOR:
        return (("floor", str(concern.needed)),)
    if kind is ConcernKind.GO_ROUND_WITHOUT_TURNS:
        return (("each", "60"),)
    return ()


_SHORTEST_TURN = 15
"""A turn of fewer seconds is none, so that it is not offered."""

_FIELDS = {
    ConcernKind.DOES_NOT_ADD_UP: "minutes",
    ConcernKind.FLOORS_TOO_LONG: "minutes",
    ConcernKind.NO_CLOSING: "",
    ConcernKind.NOTHING_TO_CUT: "",
    ConcernKind.TRACKS_DIFFER: "track",
    ConcernKind.BEGINS_TOO_EARLY: "at",
    ConcernKind.NOTHING_LEFT: "minutes",
    ConcernKind.FLOOR_ABOVE_MINUTES: "floor",
    ConcernKind.STEPS_TOO_LONG: "steps",
    ConcernKind.STEPS_ABOVE_FLOOR: "floor",
    ConcernKind.GO_ROUND_TOO_LONG: "each",
    ConcernKind.GO_ROUND_WITHOUT_TURNS: "each",
    ConcernKind.READ_ALOUD_TOO_LONG: "say",
    ConcernKind.WANTED_WITHOUT_NOTES: "Notes",
    ConcernKind.CHOOSES_TOO_MANY: "choose",
    ConcernKind.NOTHING_SAID_OF_NOTES: "",
    ConcernKind.HARD_TO_FOLLOW: "say",
}


def _go_round_too_long(words: Words, places: _Places) -> str:
    if places["turn"]:
        return words.tr(
            "With {people} people the go-round takes {needed} minutes, and “{part}” has {planned}. There is "
            "time for {turn} each.",
            **places,
        )
    return words.tr(
        "With {people} people the go-round takes {needed} minutes, and “{part}” has {planned}.", **places
    )


_SENTENCES: dict[ConcernKind, Callable[[Words, _Places], str]] = {
    ConcernKind.DOES_NOT_ADD_UP: lambda words, places: words.tr(
        "The parts take {needed} minutes together, and the session has {planned}.", **places
    ),
    ConcernKind.FLOORS_TOO_LONG: lambda words, places: words.tr(
        "Even with every part at its shortest, the session takes {needed} minutes, and it has {planned}. Let "
        "some parts be shorter, or be left out first.",
        **places,
    ),
    ConcernKind.NO_CLOSING: lambda words, _: words.tr(
        "There is no closing in which everyone is heard once more. Add a part of that kind."
    ),
    ConcernKind.NOTHING_TO_CUT: lambda words, _: words.tr(
        "Nothing can be cut when the session runs late. Choose a part that may be shortened or left out."
    ),
    ConcernKind.TRACKS_DIFFER: lambda words, places: words.tr(
        "From “{part}” on, one track takes {planned} minutes and another {needed}. Give each the same, so "
        "that nobody waits.",
        **places,
    ),
    ConcernKind.BEGINS_TOO_EARLY: lambda words, places: words.tr(
        "“{part}” starts {planned} minutes after the last part with a time of day, and what comes between "
        "takes at least {needed}.",
        **places,
    ),
    ConcernKind.NOTHING_LEFT: lambda words, places: words.tr(
        "The other parts take all {planned} minutes, so nothing is left for “{part}”.", **places
    ),
    ConcernKind.FLOOR_ABOVE_MINUTES: lambda words, places: words.tr(
        "“{part}” has {planned} minutes, less than its shortest, {needed}.", **places
    ),
    ConcernKind.STEPS_TOO_LONG: lambda words, places: words.tr(
        "The steps of “{part}” take {needed} minutes together, and the part has {planned}.", **places
    ),
    ConcernKind.STEPS_ABOVE_FLOOR: lambda words, places: words.tr(
        "“{part}” can be shortened to {planned} minutes, and its steps take at least {needed}.", **places
    ),
    ConcernKind.GO_ROUND_TOO_LONG: _go_round_too_long,
    ConcernKind.GO_ROUND_WITHOUT_TURNS: lambda words, places: words.tr(
        "“{part}” is a go-round, and nothing says how long each person speaks.", **places
    ),
    ConcernKind.READ_ALOUD_TOO_LONG: lambda words, places: words.tr(
        "To read “{part}” aloud takes {needed} minutes, with its go-round if it has one, and it has "
        "{planned}.",
        **places,
    ),
    ConcernKind.WANTED_WITHOUT_NOTES: lambda words, places: words.tr(
        "“{part}” says what the note-taker listens for, and notes are off.", **places
    ),
    ConcernKind.CHOOSES_TOO_MANY: lambda words, places: words.tr(
        "“{part}” has {planned} questions, and {needed} are to be put.", **places
    ),
    ConcernKind.NOTHING_SAID_OF_NOTES: lambda words, places: words.tr(
        "People speak in “{part}” before they know who reads the notes. Say it in the welcome, or add a part "
        "before it that does.",
        **places,
    ),
    ConcernKind.HARD_TO_FOLLOW: lambda words, places: words.tr(
        "What is read aloud in “{part}” is as hard as a text for grade {needed}. Shorter sentences and "
        "plainer words reach everyone.",
        **places,
    ),
}
