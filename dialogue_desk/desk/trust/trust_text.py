"""Sentences about what waits for a person's answer, and about laptops that are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from dialogue_desk.desk.trust.waiting_changes import WaitingChanges
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.words import Words

_CIRCLES_NAMED = 6
"""How many circles are named; the rest are counted."""


def source_text(waiting: WaitingChanges, words: Words) -> str:
    """Return from which files and which laptop it comes: "“c01.dialogue” from laptop ab12 cd34"."""
    first, more = safe_in_sentence(waiting.files[0]), len(waiting.files) - 1
    laptop = short_device(waiting.signer)
    if not waiting.signer and not more:
        return words.tr("“{file}”, which nobody signed", file=first)
    if not waiting.signer:
        return words.ntr(
            "“{file}” and {count} more file, which nobody signed",
            "“{file}” and {count} more files, which nobody signed",
            more,
            file=first,
        )
    if not more:
        return words.tr("“{file}” from laptop {laptop}", file=first, laptop=laptop)
    return words.ntr(
        "“{file}” and {count} more file from laptop {laptop}",
        "“{file}” and {count} more files from laptop {laptop}",
        more,
        file=first,
        laptop=laptop,
    )


def effect_sentences(waiting: WaitingChanges, words: Words) -> Iterator[str]:
    """Yield what it would erase and change, and who wrote that."""
    if waiting.erased:
        what, where = counts_text(waiting.erased, words), _where(waiting, words, erased=True)
        yield (
            words.tr("Would erase {what} of {where}.", what=what, where=where)
            if where
            else words.tr("Would erase {what}.", what=what)
        )
    if waiting.changed:
        what, where = counts_text(waiting.changed, words), _where(waiting, words, erased=False)
        yield (
            words.tr("Would change {what} of {where}.", what=what, where=where)
            if where
            else words.tr("Would change {what}.", what=what)
        )
    others = waiting.writers - waiting.own
    if waiting.own and others:
        yield words.ntr(
            "This laptop and {count} other wrote this.", "This laptop and {count} others wrote this.", others
        )
    elif waiting.own:
        yield words.tr("This laptop wrote this.")
    elif others:
        yield words.ntr("{count} other laptop wrote this.", "{count} other laptops wrote this.", others)


def circle_lines(waiting: WaitingChanges, words: Words) -> Iterator[str]:
    """Yield how much it would change and erase of each circle, when there are several."""
    circles = [one for one in waiting.circles if one.code]
    if len(circles) < 2:
        return
    for one in islice(circles, _CIRCLES_NAMED):
        counts = (
            words.ntr("{count} entry erased", "{count} entries erased", one.erased) if one.erased else "",
            words.ntr("{count} entry changed", "{count} entries changed", one.changed) if one.changed else "",
        )
        name = words.tr("Circle {code}", code=safe_in_sentence(one.code))
        yield " · ".join(text for text in (name, *counts) if text)
    more = len(circles) - _CIRCLES_NAMED
    if more > 0:
        yield words.ntr("and {count} more", "and {count} more", more)


def counts_text(counts: Mapping[Kind, int], words: Words) -> str:
    """Return "2 sessions, 31 notes, 4 other entries": what people know by name, and the rest counted."""
    named = {
        Kind.PROGRAM: words.ntr("{count} program", "{count} programs", counts.get(Kind.PROGRAM, 0)),
        Kind.CIRCLE: words.ntr("{count} circle", "{count} circles", counts.get(Kind.CIRCLE, 0)),
        Kind.SESSION: words.ntr("{count} session", "{count} sessions", counts.get(Kind.SESSION, 0)),
        Kind.NOTE: words.ntr("{count} note", "{count} notes", counts.get(Kind.NOTE, 0)),
        Kind.ACTION: words.ntr("{count} action idea", "{count} action ideas", counts.get(Kind.ACTION, 0)),
        Kind.THEME: words.ntr("{count} theme", "{count} themes", counts.get(Kind.THEME, 0)),
    }
    texts = [text for kind, text in named.items() if counts.get(kind)]
    rest = sum(count for kind, count in counts.items() if kind not in named)
    if rest and texts:
        texts.append(words.ntr("{count} other entry", "{count} other entries", rest))
    elif rest:
        texts.append(words.ntr("{count} entry", "{count} entries", rest))
    return ", ".join(texts)


def circles_text(codes: Sequence[str], words: Words) -> str:
    """Return "circle C01" or "5 circles"; "" for what is in no circle."""
    if len(codes) == 1:
        return words.tr("circle {code}", code=safe_in_sentence(codes[0]))
    return words.ntr("{count} circle", "{count} circles", len(codes)) if codes else ""


def twin_sentence(words: Words) -> str:
    """Say that this desk is or was in use on another laptop too, and what that means."""
    return words.tr(
        "This desk is, or was, also in use on another laptop, so this laptop now has a name of its own. "
        "Nothing was lost; where both changed the same entry, both versions are kept for you to choose from."
    )


def _where(waiting: WaitingChanges, words: Words, *, erased: bool) -> str:
    found = [one.code for one in waiting.circles if one.code and (one.erased if erased else one.changed)]
    if len(found) > 1 and erased and waiting.erased[Kind.CIRCLE] == len(found):
        return ""  # the circles themselves are counted
    return circles_text(found, words)
