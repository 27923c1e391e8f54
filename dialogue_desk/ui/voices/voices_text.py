"""Voices, invitations and circles in words: as rows of lists, and their sums."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, PooledCounts
from dialogue_desk.domain.overview.counted_pools import heads, heads_of
from dialogue_desk.domain.overview.program_overview import CircleRow, ProgramPicture
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.voices_picture import (
    CircleSums,
    Coverage,
    InvitationSums,
    Wanted,
)
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.voices.figure_rows import FigureRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import written_day

_LONGEST = 120
_MOST_NAMED = 4


def coverage_text(coverage: Coverage, words: Words) -> str:
    """Return of how many circles a figure is."""
    return words.ntr(
        "{circles} of {count} circle counted",
        "{circles} of {count} circles counted",
        coverage.of,
        circles=coverage.circles,
    )


def wanted_row(wanted: Wanted, words: Words) -> FigureRow:
    """Return a voice as the list of those wanted shows it."""
    voice = wanted.voice
    return FigureRow(
        wanted.id,
        shortened(voice.name, _LONGEST),
        name_of(voice.kind, words),
        counted_text(wanted, words),
        wanted.counted or 0,
        voice.hoped if wanted.counted is not None else 0,
        _flag(wanted.in_conflict, words),
        movable=True,
    )


def counted_text(wanted: Wanted, words: Words) -> str:
    """Return how many of a voice were counted, of how many hoped for, and in how many circles."""
    hoped, covered = wanted.voice.hoped, coverage_text(wanted.coverage, words)
    if wanted.circles is not None:
        within = words.ntr("in {count} circle", "in {count} circles", wanted.circles)
        return _joined(within, _hoped(hoped, words), covered)
    if wanted.voice.category is None:
        return _joined(words.tr("no question asks for them"), _hoped(hoped, words))
    if wanted.hidden:
        return _joined(words.tr("number hidden"), _hoped(hoped, words), covered)
    if wanted.counted is None:
        return _joined(words.tr("not known yet"), _hoped(hoped, words), covered)
    if hoped:
        return _joined(words.tr("about {counted} of {hoped}", counted=wanted.counted, hoped=hoped), covered)
    return _joined(words.tr("about {counted}", counted=wanted.counted), covered)


def _hoped(hoped: int, words: Words) -> str:
    return words.tr("hoped for: {hoped}", hoped=hoped) if hoped else ""


def _flag(in_conflict: bool, words: Words) -> str:
    return words.tr("Two organizers wrote different things of it.") if in_conflict else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def missing_row(wanted: Wanted, words: Words) -> FigureRow:
    """Return a voice as the list of those missing shows it: with whom to ask."""
    asked = sorted(wanted.asked, key=lambda one: (one.body.day, one.id), reverse=True)
    if asked:
        names = [shortened(one.body.to, 40) for one in asked[:_MOST_NAMED]]
        named = join_names(names, words)
        if len(asked) > _MOST_NAMED:
            named = words.tr("{names} and others", names=", ".join(names))
        detail = words.tr("asked so far: {names}", names=named)
    else:
        detail = words.tr("nobody was asked yet")
    fewer = words.tr("{count} missing", count=wanted.missing) if wanted.missing else ""
    said = _joined(fewer, counted_text(wanted, words))
    return FigureRow(
        wanted.id,
        shortened(wanted.voice.name, _LONGEST),
        _joined(name_of(wanted.voice.kind, words), detail),
        said,
        wanted.counted or 0,
        wanted.voice.hoped if wanted.counted is not None else 0,
    )


def invitation_row(stored: Stored[Invitation], names: Mapping[RecordId, str], words: Words) -> FigureRow:
    """Return an invitation as the list shows it."""
    one = stored.body
    voices = [names[voice] for voice in one.voices if voice in names]
    fors = words.tr("for: {names}", names=join_names(voices, words)) if voices else words.tr("for all voices")
    numbers = words.tr(
        "invited: {invited} · signed up: {signed_up}", invited=one.invited, signed_up=one.signed_up
    )
    day = written_day(date.fromisoformat(one.day), words) if one.day else ""
    return FigureRow(
        stored.id,
        shortened(one.to, _LONGEST),
        _joined(one.asked, fors),
        _joined(numbers, day),
        one.signed_up,
        one.invited,
        _flag(stored.in_conflict, words),
    )


def sums_text(sums: InvitationSums, words: Words) -> str:
    """Return how many were asked, and how many people they told and who signed up, together."""
    if not sums.asked:
        return words.tr("Nobody was asked yet. Who is close to the people you want?")
    numbers = words.tr(
        "invited: {invited} · signed up: {signed_up}", invited=sums.invited, signed_up=sums.signed_up
    )
    return _joined(words.ntr("{count} invitation", "{count} invitations", sums.asked), numbers)


def circle_facts(row: CircleRow, words: Words) -> str:
    """Return what is known of who is in a circle: language, officers, young people."""
    came = {one.officers for one in row.sessions if one is not None}
    officers = bool(came & {Officers.PRESENT, Officers.PARTLY})
    return _joined(
        language_name(row.language, words),
        words.tr("with police officers") if officers else "",
        words.tr("young people") if row.youth else "",
    )


def people_text(row: CircleRow, words: Words) -> str:
    """Return the most people who came to one session of a circle."""
    people = heads(row)
    if people is None:
        return words.tr("people not counted")
    return words.ntr("{count} person", "{count} people", people)


def sums_of_circles_text(sums: CircleSums, words: Words) -> str:
    """Return how many circles met: by language, with officers, of young people."""
    languages = [
        words.tr("{name}: {count}", name=language_name(language, words), count=count)
        for language, count in sums.by_language
    ]
    officers = words.tr(
        "with police officers: {count} of {told} that say so",
        count=sums.with_officers,
        told=sums.officers_told,
    )
    return _joined(
        words.ntr("{count} circle met", "{count} circles met", sums.met),
        *languages,
        officers if sums.officers_told else "",
        words.tr("of young people: {count}", count=sums.of_young_people) if sums.of_young_people else "",
    )


def pile_row(pile: Stored[PooledCounts], picture: ProgramPicture, above: str, words: Words) -> FigureRow:
    """Return a pile of slips as the list shows it."""
    codes = {row.circle_id: row.code for row in picture.rows}
    circles = [codes[one] for one in pile.body.circles if one in codes]
    heads = heads_of(picture, pile.body.circles)
    slips = words.ntr("{count} slip", "{count} slips", pile.body.slips)
    people = words.ntr("of {count} person", "of {count} people", heads) if heads else ""
    return FigureRow(
        pile.id,
        join_names(circles, words) or words.tr("Circles that are gone"),
        "",
        " ".join(filter(None, (slips, people))),
        pile.body.slips,
        heads or 0,
        _flag(pile.in_conflict, words),
        above,
    )
