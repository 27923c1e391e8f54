"""Sentences of the practice: how long it takes, how far behind notes were, what could identify somebody."""

from __future__ import annotations

from dialogue_desk.domain.practice.playback import Pace, length
from dialogue_desk.domain.practice.review import Review, ReviewedNote
from dialogue_desk.domain.practice.script import Mark, MarkKind, PracticeScript, Spoken
from dialogue_desk.domain.privacy.finds import Find
from dialogue_desk.words import Words
from dialogue_desk.words.privacy_names import find_name

_MINUTE_S = 60
_LINES_TOGETHER = 3
_ROUNDED_S = 5
"""Nobody counts their own delay to the second."""


def conversation_text(script: PracticeScript, words: Words) -> str:
    """Return what a conversation is about, and in how many parts."""
    parts = words.ntr("It has {count} part.", "It has {count} parts.", len(script.parts))
    return f"{script.summary} {parts}"


def said_text(script: PracticeScript, line: Spoken) -> str:
    """Return a line with what the same voice said right before it, which it may only make sense with."""
    said: list[str] = []
    for one in reversed(script.spoken[: line.place + 1]):
        if (one.part, one.line.voice) != (line.part, line.line.voice) or len(said) == _LINES_TOGETHER:
            break
        said.insert(0, one.line.text)
    return " ".join(said)


def pace_text(pace: Pace, words: Words) -> str:
    """Return what a pace is good for."""
    return {
        Pace.SLOW: words.tr("A little slower than people talk. A good way to begin."),
        Pace.USUAL: words.tr("As fast as people talk in a circle. You will miss things, as everyone does."),
        Pace.FAST: words.tr("Faster than most circles, for when the usual pace has become easy."),
        Pace.LINE_BY_LINE: words.tr("The next line waits until you ask for it. No hurry at all."),
    }[pace]


def length_text(script: PracticeScript, pace: Pace, part: int, words: Words) -> str:
    """Return how long a practice takes from one of its parts on."""
    seconds = length(script, pace, part)
    if seconds is None:
        return words.tr("As long as you like.")
    return words.tr("This takes {minutes}.", minutes=_minutes(seconds, words))


def written_text(review: Review, words: Words) -> str:
    """Return how many notes there are, and about how much of what was worth one."""
    count, total = len(review.written), len(review.written) + len(review.missed)
    if not review.notes:
        return words.tr("You did not write a note this time. Listening is practice too.")
    notes = words.ntr("You wrote {count} note.", "You wrote {count} notes.", len(review.notes))
    if not count:
        return notes
    about = words.tr(
        "A practiced note-taker would note {total} things; you have {count} of them.",
        total=total,
        count=count,
    )
    return f"{notes} {about}"


def behind_text(review: Review, words: Words) -> str:
    """Return how far behind the notes were, as people say it; "" when that was not measured."""
    seconds = review.behind
    if seconds is None:
        return ""
    if seconds < _ROUNDED_S:
        return words.tr("You were right behind what was said.")
    if seconds < _MINUTE_S + _MINUTE_S // 2:
        rounded = round(seconds / _ROUNDED_S) * _ROUNDED_S
        return words.tr("You were about {seconds} seconds behind what was said.", seconds=rounded)
    minutes = max(2, round(seconds / _MINUTE_S))
    return words.tr("You were about {minutes} minutes behind what was said.", minutes=minutes)


def safety_text(review: Review, words: Words) -> str:
    """Return how many notes could identify somebody."""
    if not review.notes:
        return ""
    count = sum(one.could_identify for one in review.notes)
    if not count:
        return words.tr("As far as we can tell, your notes identify nobody.")
    return words.ntr(
        "{count} note could identify somebody. It is marked below.",
        "{count} notes could identify somebody. They are marked below.",
        count,
    )


def identifying_text(note: ReviewedNote, words: Words) -> tuple[str, ...]:
    """Return a sentence for each thing in a note that could identify somebody."""
    marks = tuple(mark_text(mark, words) for mark in note.marks)
    known = " ".join(mark.words.casefold() for mark in note.marks)
    found = (find for find in note.finds if _words_of(find, note).casefold() not in known)
    return marks + tuple(find_text(find, _words_of(find, note), words) for find in found)


def mark_text(mark: Mark, words: Words) -> str:
    """Return what some words of a line give away."""
    return {
        MarkKind.NAME: words.tr("“{said}” is a name.", said=mark.words),
        MarkKind.PLACE: words.tr("“{said}” tells where somebody can be found.", said=mark.words),
        MarkKind.ROLE: words.tr("“{said}” is true of so few people that it tells who.", said=mark.words),
        MarkKind.DATE: words.tr("“{said}” tells when, and others may know who it was.", said=mark.words),
    }[mark.kind]


def find_text(find: Find, said: str, words: Words) -> str:
    """Return what the privacy check would say of some words."""
    return words.tr("“{said}”: {kind}", said=said, kind=find_name(find.kind, words))


def _words_of(find: Find, note: ReviewedNote) -> str:
    return note.note.text[find.start : find.end]


def _minutes(seconds: float, words: Words) -> str:
    minutes = max(1, round(seconds / _MINUTE_S))
    return words.ntr("about {count} minute", "about {count} minutes", minutes)
