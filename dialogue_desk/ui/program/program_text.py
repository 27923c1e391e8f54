"""The sentences that tell what has arrived of a program and what was said in it."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.overview.program_overview import (
    ArrivedSession,
    CircleNote,
    ProgramPicture,
    ThemeCount,
)
from dialogue_desk.reports.phrases import also_written, not_counted_text
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, language_name
from dialogue_desk.words.names import name_of


def arrived_text(picture: ProgramPicture, words: Words) -> str:
    """Return "9 of 10 sessions have arrived, from 5 circles."."""
    if not picture.arrived:
        return words.tr("Nothing has arrived yet.")
    circles = sum(any(row.sessions) for row in picture.rows)
    return words.ntr(
        "{held} of {count} session has arrived, from {circles}.",
        "{held} of {count} sessions have arrived, from {circles}.",
        len(picture.arrived) + len(picture.missing),
        held=len(picture.arrived),
        circles=words.ntr("{count} circle", "{count} circles", circles),
    )


def attendance_text(picture: ProgramPicture, words: Words) -> str:
    """Return "Attendance: 96. 18 hours of talk."; less than half an hour is left out.

    It adds up those who were counted, and says in how many sessions nobody counted.
    """
    said = []
    if picture.not_counted < len(picture.arrived):
        said.append(words.ntr("Attendance: {count}.", "Attendance: {count}.", picture.attendances))
    if picture.not_counted:
        said.append(not_counted_text(picture.not_counted, words))
    if hours := round(picture.minutes / 60):
        said.append(words.ntr("{count} hour of talk.", "{count} hours of talk.", hours))
    return " ".join(said)


def languages_text(picture: ProgramPicture, words: Words) -> str:
    """Return "English and Spanish"."""
    return join_names([language_name(code, words) for code in picture.languages], words)


def missing(picture: ProgramPicture, words: Words) -> tuple[str, ...]:
    """Return what has not arrived, by circle: "C04: session 2"."""
    texts = []
    for row in picture.rows:
        sessions = zip(picture.columns, row.sessions, row.expected, strict=True)
        numbers = [str(number) for number, session, expected in sessions if expected and session is None]
        if len(numbers) == 1:
            texts.append(words.tr("{code}: session {number}", code=row.code, number=numbers[0]))
        elif numbers:
            joined = join_names(numbers, words)
            texts.append(words.tr("{code}: sessions {numbers}", code=row.code, numbers=joined))
    return tuple(texts)


def open_sessions(picture: ProgramPicture, words: Words) -> tuple[str, ...]:
    """Return what arrived before it was wrapped up: "C05: session 2"."""
    return tuple(
        words.tr("{code}: session {number}", code=row.code, number=number)
        for row in picture.rows
        for number, session in zip(picture.columns, row.sessions, strict=True)
        if session is not None and not session.closed
    )


def people(session: ArrivedSession, words: Words) -> str:
    """Return "11 people", or that nobody counted them."""
    if session.people is None:
        return words.tr("people not counted")
    return words.ntr("{count} person", "{count} people", session.people)


def note_counts_text(session: ArrivedSession, words: Words) -> str:
    """Return "14 notes, 3 action ideas"."""
    notes = words.ntr("{count} note", "{count} notes", session.notes)
    if not session.actions:
        return notes
    ideas = words.ntr("{count} action idea", "{count} action ideas", session.actions)
    return words.tr("{notes}, {ideas}", notes=notes, ideas=ideas)


def attention(session: ArrivedSession, words: Words) -> tuple[str, ...]:
    """Return what a session still needs: "Not wrapped up yet", "1 version to choose"."""
    needs = [] if session.closed else [words.tr("Not wrapped up yet")]
    if session.news:
        needs.append(
            words.ntr("{count} change since you exported", "{count} changes since you exported", session.news)
        )
    if session.conflicts:
        needs.append(words.ntr("{count} version to choose", "{count} versions to choose", session.conflicts))
    return tuple(needs)


def share(count: int, total: int, words: Words) -> str:
    """Return "4 of 5 circles"."""
    return words.ntr("{raised} of {count} circle", "{raised} of {count} circles", total, raised=count)


def raised_by(theme: ThemeCount, total: int, words: Words) -> str:
    """Return "Raised by 4 of 5 circles: C01, C02, C03 and C05.", and in which other spellings."""
    raised = words.tr(
        "Raised by {share}: {circles}.",
        share=share(len(theme.circles), total, words),
        circles=join_names(theme.circles, words),
    )
    if not theme.also_written:
        return raised
    return f"{raised} {also_written(theme.also_written, words)}"


def source_text(code: str, number: int, language: str, words: Words) -> str:
    """Return "C03 · session 2 · Spanish"; the language is left out when it is that of the screen."""
    place = words.tr("{code} · session {number}", code=code, number=number)
    if language and language != words.language:
        return f"{place} · {language_name(language, words)}"
    return place


def line_rows(lines: Iterable[CircleNote], words: Words, *, themes: bool = True) -> tuple[NoteRow, ...]:
    """Return notes as a list shows them, each in its own words."""
    labels: dict[tuple[NoteKind, Spread | None], str] = {}
    rows = []
    for line in lines:
        key = (line.kind, line.spread)
        if key not in labels:
            labels[key] = " · ".join(name_of(member, words) for member in key if member is not None)
        place = source_text(line.circle, line.number, line.language, words)
        rows.append(NoteRow(line.note_id, labels[key], line.text, place, line.themes if themes else ()))
    return tuple(rows)
