"""Sentences about what waits for a person's answer, and about laptops that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.trust.waiting_changes import WaitingChanges
from dialogue_desk.desk.trust.way_back import circles_of
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.storage.trust_tables import Erased
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.times import day

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
        circles = _circles(waiting, erased=True)
        yield words.tr("Would erase {what}.", what=records_text(waiting.erased, circles, words))
    if waiting.changed:
        circles = _circles(waiting, erased=False)
        yield words.tr("Would change {what}.", what=records_text(waiting.changed, circles, words))
    others = waiting.writers - waiting.own
    if waiting.own and others:
        yield words.ntr(
            "This laptop and {count} other wrote this.", "This laptop and {count} others wrote this.", others
        )
    elif waiting.own:
        yield words.tr("This laptop wrote this.")
    elif others:
        yield words.ntr("One other laptop wrote this.", "{count} other laptops wrote this.", others)


def waits_sentence(waiting: WaitingChanges, words: Words) -> str:
    """Say in one line what the files of one laptop would do, and that it waits."""
    return words.tr(
        "{source}: waits for an answer. {effects}",
        source=source_text(waiting, words),
        effects=" ".join(effect_sentences(waiting, words)),
    )


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


def records_text(counts: Mapping[Kind, int], circles: Sequence[str], words: Words) -> str:
    """Return "165 notes of 5 circles", given the codes of these."""
    what = counts_text(counts, words)
    if not circles or (len(circles) > 1 and counts.get(Kind.CIRCLE) == len(circles)):
        return what  # none, or the circles themselves are counted
    where = (
        words.tr("circle {code}", code=safe_in_sentence(circles[0]))
        if len(circles) == 1
        else words.ntr("{count} circle", "{count} circles", len(circles))
    )
    return words.tr("{what} of {where}", what=what, where=where)


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
    return join_names(texts, words)


def erased_text(desk: Desk, erased: Sequence[Erased], words: Words) -> str:
    """Say what other laptops' files erased here, until when it can be brought back, and what cannot."""
    said, quotes = _erased_sentence(desk, erased, words), _quotes(erased)
    if not quotes:
        return said
    gone = words.ntr(
        "{count} of these notes is a quote, which is gone for good.",
        "{count} of these notes are quotes, which are gone for good.",
        quotes,
    )
    return f"{said} {gone}"


def brought_back_sentence(erased: Sequence[Erased], words: Words) -> str:
    """Say that all of it is back, or what is not."""
    quotes = _quotes(erased)
    if not erased:
        return words.tr("Its days are over: it is erased for good.")
    if not quotes:
        return words.tr("It is back, as it was before it was erased.")
    return words.ntr(
        "It is back, as it was before it was erased, except {count} quote, which was erased for good.",
        "It is back, as it was before it was erased, except {count} quotes, which were erased for good.",
        quotes,
    )


def _quotes(erased: Sequence[Erased]) -> int:
    return sum(len(one.quotes) for one in erased)


def _erased_sentence(desk: Desk, erased: Sequence[Erased], words: Words) -> str:
    counts = Counter(record.kind for one in erased for record in (*one.records, *one.quotes))
    said = {kind: counts[kind] for kind in (Kind.NOTE, Kind.ACTION) if counts[kind]}
    what = records_text(said or counts, circles_of(desk, erased), words)
    zone = desk.clock.zone(desk.clock.now())
    until = day(min(one.until for one in erased), zone, words)
    signers = {claim.signer for one in erased for claim in one.claims}
    at = desk.file.history.made_at(erased[0].seq)
    if len(erased) > 1 or len(signers) != 1 or at is None:
        return words.tr(
            "Files of other laptops erased {what}. Until {until} you can bring all of it back.",
            what=what,
            until=until,
        )
    (signer,) = signers
    if not signer:
        return words.tr(
            "A file that nobody signed erased {what} on {date}. Until {until} you can bring it back.",
            what=what,
            date=day(at, zone, words),
            until=until,
        )
    return words.tr(
        "Laptop {laptop} erased {what} on {date}. Until {until} you can bring it back.",
        laptop=short_device(signer),
        what=what,
        date=day(at, zone, words),
        until=until,
    )


def _circles(waiting: WaitingChanges, *, erased: bool) -> list[str]:
    return [one.code for one in waiting.circles if one.code and (one.erased if erased else one.changed)]
