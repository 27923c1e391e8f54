"""What a program's picture says in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.overview.program_overview import (
    ArrivedSession,
    CircleNote,
    CircleProposal,
    ProgramPicture,
    ThemeCount,
)
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of


def arrived_text(picture: ProgramPicture, words: Words) -> str:
    """Return "9 of 10 sessions have arrived, from 5 circles."."""
    held = len(picture.arrived)
    circles = sum(any(row.sessions) for row in picture.rows)
    if not held:
        return words.tr("Nothing has arrived yet.")
    from_circles = words.ntr("{count} circle", "{count} circles", circles)
    total = len(picture.rows) * len(picture.columns)
    return words.tr(
        "{held} of {total} sessions have arrived, from {circles}.",
        held=held,
        total=total,
        circles=from_circles,
    )


def attendance_text(picture: ProgramPicture, words: Words) -> str:
    """Return "96 chairs were taken, over 18 hours of talk."."""
    taken = words.ntr("Attendance: {count}.", "Attendance: {count}.", picture.attendances)
    hours = round(picture.minutes / 60)
    if not hours:
        return taken
    talked = words.ntr("{count} hour of talk.", "{count} hours of talk.", hours)
    return f"{taken} {talked}"


def spoken_in(picture: ProgramPicture, words: Words) -> str:
    """Return "English and Spanish"."""
    return join_names([language_name(code, words) for code in picture.languages], words)


def missing(picture: ProgramPicture, words: Words) -> tuple[str, ...]:
    """Return what has not arrived, by circle: "C04: session 2"."""
    told = []
    for row in picture.rows:
        numbers = [
            str(number) for number, held in zip(picture.columns, row.sessions, strict=True) if held is None
        ]
        if len(numbers) == 1:
            told.append(words.tr("{code}: session {number}", code=row.code, number=numbers[0]))
        elif numbers:
            told.append(
                words.tr("{code}: sessions {numbers}", code=row.code, numbers=join_names(numbers, words))
            )
    return tuple(told)


def open_sessions(picture: ProgramPicture, words: Words) -> tuple[str, ...]:
    """Return what has arrived before it was closed: "C05: session 2"."""
    return tuple(
        words.tr("{code}: session {number}", code=row.code, number=number)
        for row in picture.rows
        for number, held in zip(picture.columns, row.sessions, strict=True)
        if held is not None and not held.closed
    )


def people(held: ArrivedSession, words: Words) -> str:
    """Return "11 people"."""
    return words.ntr("{count} person", "{count} people", held.people)


def note_counts_text(held: ArrivedSession, words: Words) -> str:
    """Return "14 notes, 3 action ideas"."""
    notes = words.ntr("{count} note", "{count} notes", held.notes)
    if not held.actions:
        return notes
    ideas = words.ntr("{count} action idea", "{count} action ideas", held.actions)
    return words.tr("{notes}, {ideas}", notes=notes, ideas=ideas)


def attention(held: ArrivedSession, words: Words) -> tuple[str, ...]:
    """Return what a session still needs: "Not closed yet", "1 to choose"."""
    needs = [] if held.closed else [words.tr("Not wrapped up yet")]
    if held.conflicts:
        needs.append(words.ntr("{count} version to choose", "{count} versions to choose", held.conflicts))
    return tuple(needs)


def share(count: int, of: int, words: Words) -> str:
    """Return "4 of 5 circles"."""
    return words.ntr("{raised} of {count} circle", "{raised} of {count} circles", of, raised=count)


def raised_by(theme: ThemeCount, of: int, words: Words) -> str:
    """Return "Raised by 4 of 5 circles: C01, C02, C03 and C05."."""
    return words.tr(
        "Raised by {share}: {circles}.",
        share=share(len(theme.circles), of, words),
        circles=join_names(theme.circles, words),
    )


def source_text(code: str, number: int, language: str, words: Words) -> str:
    """Return where a line comes from, and its language when that is not the screen's."""
    place = words.tr("{code} · session {number}", code=code, number=number)
    if language and language != words.language:
        return f"{place} · {language_name(language, words)}"
    return place


def line_rows(lines: Iterable[CircleNote], words: Words, *, themes: bool = True) -> tuple[NoteRow, ...]:
    """Return notes as a list shows them, each in its own words."""
    labels: dict[tuple[NoteKind, Spread | None], str] = {}
    rows = []
    for line in lines:
        sort = (line.kind, line.spread)
        if sort not in labels:
            labels[sort] = " · ".join(name_of(member, words) for member in sort if member is not None)
        place = source_text(line.circle, line.number, line.language, words)
        rows.append(NoteRow(line.note_id, labels[sort], line.text, place, line.themes if themes else ()))
    return tuple(rows)


def idea_row(proposal: CircleProposal, language: str, words: Words) -> NoteRow:
    """Return an action idea as a list shows it: who, what, and the first step.

    ``language`` is that of its circle, for one whose own is not known.
    """
    idea = proposal.idea
    text = idea.what
    if idea.first_step:
        step = words.tr("First step: {step}", step=idea.first_step)
        text = f"{text}\n{step}"
    who = idea.who or words.tr("No one chosen yet")
    place = source_text(proposal.circle, proposal.number, idea.language or language, words)
    return NoteRow(proposal.action_id, who, text, place, proposal.themes)
