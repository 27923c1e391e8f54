"""Says of each concern about a session what will go wrong, and what to write in the guide instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.guide_concerns import Concern, ConcernKind
from dialogue_desk.words import Words

_Places: TypeAlias = Mapping[str, str | int]


def concern_sentence(concern: Concern, plan: SessionPlan, people: int, words: Words) -> str:
    """Return what will go wrong when ``people`` meet for this plan, as a sentence for the guide's author."""
    part = plan.part(concern.part) if concern.part else None
    places: _Places = {
        "session": plan.title,
        "part": part.title if part else "",
        "turns": (part.seconds_each or 0) if part else 0,
        "people": people,
        "planned": concern.planned,
        "needed": concern.needed,
        "seconds": concern.seconds_each,
    }
    return _SENTENCES[concern.kind](words, places)


def _go_round_too_long(words: Words, places: _Places) -> str:
    if places["seconds"]:
        return words.tr(
            "The go-round in “{part}” takes {needed} minutes with {people} people, "
            "and the part has {planned}. "
            "Write each={seconds}, or minutes={needed}.",
            **places,
        )
    return words.tr(
        "The go-round in “{part}” takes {needed} minutes with {people} people, "
        "and the part has {planned}: "
        "too little for any turn. Write minutes={needed}.",
        **places,
    )


def _read_aloud_too_long(words: Words, places: _Places) -> str:
    if places["turns"]:
        return words.tr(
            "What is read aloud in “{part}” and its go-round take {needed} minutes together, and the part "
            "has {planned}. Say less, or write minutes={needed}.",
            **places,
        )
    return words.tr(
        "What is said in “{part}” takes {needed} minutes to read aloud, and the part has {planned}. Say "
        "less, or write minutes={needed}.",
        **places,
    )


_SENTENCES: dict[ConcernKind, Callable[[Words, _Places], str]] = {
    ConcernKind.DOES_NOT_ADD_UP: lambda words, places: words.tr(
        "The parts of “{session}” take {needed} minutes together, and the session has {planned}. "
        "Change the parts, or write minutes={needed} for the session.",
        **places,
    ),
    ConcernKind.FLOORS_TOO_LONG: lambda words, places: words.tr(
        "Even when every part is as short as it can be, “{session}” takes {needed} minutes, and it has "
        "{planned}. Lower some floor=, or write cut=first for a part that may be left out.",
        **places,
    ),
    ConcernKind.NO_CLOSING: lambda words, places: words.tr(
        "“{session}” has no closing in which everyone is heard once more. Add a part with kind=closing.",
        **places,
    ),
    ConcernKind.NOTHING_TO_CUT: lambda words, places: words.tr(
        "Nothing in “{session}” can be cut if the session runs late. Add cut=last to a part, "
        "or cut=first to the break.",
        **places,
    ),
    ConcernKind.TRACKS_DIFFER: lambda words, places: words.tr(
        "From “{part}” on, one track takes {planned} minutes and another {needed}. Give each track the same "
        "minutes, so that nobody waits.",
        **places,
    ),
    ConcernKind.BEGINS_TOO_EARLY: lambda words, places: words.tr(
        "“{part}” begins {planned} minutes after the last part with a time of day, and what comes between "
        "takes at least {needed}. Change at=, or shorten the parts before it.",
        **places,
    ),
    ConcernKind.NOTHING_LEFT: lambda words, places: words.tr(
        "The other parts take all {planned} minutes of “{session}”, so nothing is left for “{part}”. Write "
        "fewer minutes for them, or minutes= for this one.",
        **places,
    ),
    ConcernKind.FLOOR_ABOVE_MINUTES: lambda words, places: words.tr(
        "“{part}” has {planned} minutes, less than its shortest time, {needed}. Write "
        "floor={planned} or less.",
        **places,
    ),
    ConcernKind.STEPS_TOO_LONG: lambda words, places: words.tr(
        "The steps of “{part}” take {needed} minutes together, and the part has {planned}.", **places
    ),
    ConcernKind.STEPS_ABOVE_FLOOR: lambda words, places: words.tr(
        "“{part}” can be shortened to {planned} minutes, and its steps take at least {needed}. Write floor= "
        "for the steps, or floor={needed} for the part.",
        **places,
    ),
    ConcernKind.GO_ROUND_TOO_LONG: _go_round_too_long,
    ConcernKind.GO_ROUND_WITHOUT_TURNS: lambda words, places: words.tr(
        "“{part}” is a go-round, and nothing says how long each person speaks. Write each=60, or clock=off "
        "if nobody is to count the time.",
        **places,
    ),
    ConcernKind.READ_ALOUD_TOO_LONG: _read_aloud_too_long,
    ConcernKind.WANTED_WITHOUT_NOTES: lambda words, places: words.tr(
        "“{part}” says what the note-taker listens for, and notes are off. Delete Wanted: or Notes: off.",
        **places,
    ),
    ConcernKind.CHOOSES_TOO_MANY: lambda words, places: words.tr(
        "“{part}” says choose={needed} and has fewer questions than that. Delete choose=, or add questions.",
        **places,
    ),
    ConcernKind.NOTHING_SAID_OF_NOTES: lambda words, places: words.tr(
        "People speak in “{part}” before they know who reads the notes. Put a part with kind=privacy-notice "
        "before it, or say something about the notes in the welcome.",
        **places,
    ),
    ConcernKind.HARD_TO_FOLLOW: lambda words, places: words.tr(
        "What is read aloud in “{part}” is as hard as a text for grade {needed}. Shorter sentences and "
        "plainer words reach everyone in the circle.",
        **places,
    ),
}
