"""What is said of who took part and who is missing, on everything that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import VoiceKind
from dialogue_desk.domain.overview.voices_picture import (
    Coverage,
    VoicesPicture,
    VoiceStanding,
    Wanted,
)
from dialogue_desk.reports.phrases import of_circles
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_MOST_CODES = 20


def people_text(people: int | None, words: Words) -> str:
    """Return a number of people, or that it is hidden."""
    return words.tr("hidden") if people is None else words.number(people)


def counted_text(one: Wanted, words: Words) -> str:
    """Return how many were counted of those that are wanted."""
    if one.hidden or one.counted is not None:
        return people_text(one.counted, words)
    if one.circles is not None and one.voice.kind is VoiceKind.POLICE:
        return words.ntr("in {count} circle", "in {count} circles", one.circles)
    if one.circles is not None:
        return words.ntr("{count} youth circle", "{count} youth circles", one.circles)
    return words.tr("not counted")


def coverage_text(coverage: Coverage, words: Words) -> str:
    """Return in how many circles people were counted; a dash where in none."""
    return of_circles(coverage.circles, coverage.of, words) if coverage.circles else "–"


def missing_text(one: Wanted, words: Words) -> str:
    """Return how many are missing, in the cell of a table; a dash where nothing can be said."""
    if one.standing is VoiceStanding.MISSING:
        return words.number(one.missing or 0)
    return {
        VoiceStanding.ENOUGH: words.tr("nobody"),
        VoiceStanding.HIDDEN: words.tr("maybe some"),
        VoiceStanding.TOO_LITTLE_COVERAGE: words.tr("not known yet"),
    }.get(one.standing, "–")


def standing_sentence(one: Wanted, words: Words) -> str:
    """Return in a sentence how it is with those that are wanted."""
    tr, covered, hoped = words.tr, coverage_text(one.coverage, words), one.voice.hoped
    if one.standing is VoiceStanding.MISSING and one.counted is None:
        return tr("{hoped} hoped for; in {circles}, none was in the room.", hoped=hoped, circles=covered)
    said = {
        VoiceStanding.MISSING: words.ntr(
            "{count} person is missing: {counted} of {hoped} hoped for, counted in {circles}.",
            "{count} are missing: {counted} of {hoped} hoped for, counted in {circles}.",
            one.missing or 0,
            counted=one.counted,
            hoped=hoped,
            circles=covered,
        ),
        VoiceStanding.HIDDEN: tr(
            "Some of {hoped} may be missing: the number is hidden. Counted in {circles}.",
            hoped=hoped,
            circles=covered,
        ),
        VoiceStanding.TOO_LITTLE_COVERAGE: tr("Not known yet: counted in {circles} only.", circles=covered),
        VoiceStanding.NO_NUMBER_HOPED: tr(
            "Nobody said how many are hoped for. Counted in {circles}.", circles=covered
        ),
        VoiceStanding.ENOUGH: tr(
            "{counted} of {hoped} hoped for, counted in {circles}.",
            counted=one.counted,
            hoped=hoped,
            circles=covered,
        ),
    }
    return said.get(one.standing) or _not_counted_sentence(one, words)


def _not_counted_sentence(one: Wanted, words: Words) -> str:
    if one.circles is None:
        return words.tr("Not counted: no slip asks for them yet.")
    covered = coverage_text(one.coverage, words)
    if one.voice.kind is VoiceKind.POLICE:
        return words.ntr(
            "Officers were in the room in {count} circle; {circles} said whether they were.",
            "Officers were in the room in {count} circles; {circles} said whether they were.",
            one.circles,
            circles=covered,
        )
    return words.ntr(
        "{count} circle is of young people. How many came to others, nobody counted.",
        "{count} circles are of young people. How many came to others, nobody counted.",
        one.circles,
    )


def how_hidden(least: int, words: Words) -> str:
    """Return what it means that a number is hidden."""
    return words.ntr(
        "“hidden”: fewer than {count} person, or a number by which one of fewer could be worked out. Nobody "
        "counts as fewer too.",
        "“hidden”: fewer than {count} people, or a number by which one of fewer could be worked out. Nobody "
        "counts as fewer too.",
        least,
    )


def how_counted(voices: VoicesPicture, words: Words) -> Iterator[str]:
    """Yield how people were counted, and why somebody is not said to be missing where that is so."""
    yield words.tr(
        "Slips of small circles were counted together, so that no number is of one small circle. Each circle "
        "is counted once."
    )
    if any(one.standing is VoiceStanding.TOO_LITTLE_COVERAGE for one in voices.wanted):
        yield words.tr(
            "We say that somebody is missing only where at least four in five circles were counted."
        )


def left_out_sentences(voices: VoicesPicture, codes: Mapping[RecordId, str], words: Words) -> Iterator[str]:
    """Yield what was typed in and does not count, so that nobody counts twice."""
    for pool in voices.uncounted.pools:
        yield words.ntr(
            "A pile of {count} slip is left out: another pile has one of its circles.",
            "A pile of {count} slips is left out: another pile has one of its circles.",
            pool.body.slips,
        )
    for pool in voices.uncounted.elsewhere:
        yield words.ntr(
            "A pile of {count} slip is left out: none of its circles is in the program.",
            "A pile of {count} slips is left out: none of its circles is in the program.",
            pool.body.slips,
        )
    if twice := [codes[one] for one in voices.uncounted.circles if one in codes]:
        named = twice[:_MOST_CODES]
        if more := len(twice) - len(named):
            named.append(words.ntr("{count} more", "{count} more", more))
        yield words.tr(
            "The own tally of these circles is left out, because their slips are in a pile: {circles}.",
            circles=join_names(named, words),
        )
