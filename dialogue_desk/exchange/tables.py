"""Everything that may leave a desk as tables for spreadsheets, and as records for programs.

Values come in and bytes go out.  They are told by the values alone, in the order of their ids: not by
the order in which packages came, the laptop's language, or the time.  What may not leave is not for
this module to judge: whoever calls leaves it out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from dialogue_desk.domain.bodies import Body
from dialogue_desk.domain.circles import Circle, GroundRule, Program
from dialogue_desk.domain.closing import Step
from dialogue_desk.domain.ids import MINUTE, Instant, Milliseconds, RecordId
from dialogue_desk.domain.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.plain import json_text, plain_body, plain_edition
from dialogue_desk.domain.records import Record
from dialogue_desk.domain.session_folder import SessionFolder, kept
from dialogue_desk.domain.summary import part_times
from dialogue_desk.domain.times_told import times_told
from dialogue_desk.words.times import local

Cell: TypeAlias = str | int | float | None
Rows: TypeAlias = Iterator[tuple[Cell, ...]]

BOM = "\ufeff"
"""Without it, Excel on Windows takes UTF-8 for the local code page, and garbles every accent."""

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take text for a formula, which could run a command or call out."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns.  ``name`` is the file's, without its ending."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the tables are drawn from."""

    records: Sequence[Record]
    folders: Sequence[SessionFolder]
    programs: Mapping[RecordId, Program]
    circles: Mapping[RecordId, Circle]

    def called(self, program_id: RecordId | None) -> str:
        """Return the code of a program, or else its name."""
        program = self.programs.get(program_id) if program_id else None
        return (program.code or program.name) if program else ""


def tables(records: Iterable[Record], folders: Iterable[SessionFolder]) -> tuple[Table, ...]:
    """Return every table.

    Args:
        records: all records that may leave.
        folders: the sessions they tell of, with nothing in them that may not.
    """
    given = sorted(records, key=lambda record: record.id)
    known = _Known(
        given,
        sorted(folders, key=lambda folder: folder.id),
        {program.id: program.body for program in kept(given, Program)},
        {circle.id: circle.body for circle in kept(given, Circle)},
    )
    return tuple(Table(name, tuple(columns.split()), tuple(rows(known))) for name, columns, rows in _TABLES)


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV that spreadsheets read rightly: UTF-8 with a mark, no cell a formula.

    Numbers stay numbers, with a point.  Text that a spreadsheet would take for a formula gets an
    apostrophe before it; all other text is exactly as it was caught.
    """
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def guarded(cell: Cell) -> Cell:
    """Return what to write in a cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_BEGINS) else cell


def record_lines(records: Iterable[Record]) -> bytes:
    """Return records as JSON, one edition a line: all that is known, for other programs."""
    lines = (
        json_text(plain_edition(record, edition))
        for record in sorted(records, key=lambda record: record.id)
        for edition in record.editions
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _programs(known: _Known) -> Rows:
    for program_id, program in known.programs.items():
        languages = " ".join(program.languages)
        yield (
            program_id,
            program.name,
            program.code,
            program.sessions,
            languages,
            _yes(program.sample),
            program.smallest_total,
            program.keep_until,
        )


def _circles(known: _Known) -> Rows:
    for circle_id, circle in known.circles.items():
        program = known.called(circle.program)
        place, until = circle.place, circle.keep_until
        yield circle_id, circle.program or "", program, circle.code, place, circle.language, until


def _sessions(known: _Known) -> Rows:
    for folder in known.folders:
        session, live = folder.session, folder.live
        yield (
            folder.id,
            *_whose(known, folder),
            folder.plan.title,
            folder.guide.id,
            folder.guide.version,
            session.plan,
            " ".join(session.languages),
            session.place or folder.circle.place,
            _local(folder, session.start),
            _local(folder, session.hard_end),
            _local(folder, live.started),
            _local(folder, live.closed),
            session.zone,
            _minutes(sum(part.planned for part in live.parts)),
            _minutes(sum(live.added)),
            _minutes(sum(live.spent)),
            live.pauses,
            _minutes(live.paused),
            live.phase.value,
            session.people,
            session.present,
            session.officers.value if session.officers else "",
        )


def _parts(known: _Known) -> Rows:
    for folder in known.folders:
        for place, (part, took) in enumerate(
            zip(folder.plan.parts, part_times(folder), strict=True), start=1
        ):
            yield (
                folder.id,
                *_whose(known, folder),
                place,
                part.id,
                part.title,
                part.kind.value,
                _minutes(took.planned),
                _minutes(took.added),
                _minutes(took.adapted),
                _minutes(took.spent),
                _yes(took.held),
            )


def _part_kinds(known: _Known) -> Rows:
    of_circle: dict[RecordId, list[SessionFolder]] = {}
    for folder in known.folders:
        of_circle.setdefault(folder.circle_id, []).append(folder)
    for circle_id, folders in sorted(of_circle.items()):
        circle = folders[0].circle
        for told in times_told(folders):
            yield (
                circle_id,
                known.called(circle.program),
                circle.code,
                told.kind.value,
                told.held,
                told.left_out,
                _minutes(told.planned),
                _minutes(told.adapted),
                _minutes(told.spent),
                told.over,
                _yes(told.always_over),
            )


def _notes(known: _Known) -> Rows:
    for folder in known.folders:
        titles = {part.id: part.title for part in folder.plan.parts}
        for note in folder.notes:
            body = note.body
            yield (
                note.id,
                folder.id,
                *_whose(known, folder),
                body.part,
                titles.get(body.part, ""),
                body.prompt or None,
                body.kind.value,
                body.text,
                body.spread.value if body.spread else "",
                "; ".join(folder.theme_names(body.themes)),
                body.language or folder.circle.language,
                _local(folder, body.said_at),
                body.consent.value if body.kind is NoteKind.QUOTE else "",
                _yes(body.sensitive),
                body.parked.value if body.kind is NoteKind.PARKING_LOT else "",
                _yes(note.id in folder.closing.read),
                _yes(note.clash),
            )


def _actions(known: _Known) -> Rows:
    for folder in known.folders:
        for action in folder.actions:
            body = action.body
            yield (
                action.id,
                folder.id,
                *_whose(known, folder),
                body.what,
                body.why,
                body.who,
                body.first_step,
                body.strengths,
                body.obstacles,
                body.level.value if body.level else "",
                body.horizon.value if body.horizon else "",
                body.dots,
                "; ".join(folder.theme_names(body.themes)),
                body.language or folder.circle.language,
                body.part,
                body.prompt or None,
                _local(folder, body.said_at),
                _yes(action.id in folder.closing.read),
                _yes(action.clash),
            )


def _closings(known: _Known) -> Rows:
    """What each circle did at its close.  Its tallies are not here: they are told of a whole program only."""
    for folder in known.folders:
        said = {note.id for note in folder.notes} | {action.id for action in folder.actions}
        vote = folder.closing.vote
        yield (
            folder.id,
            *_whose(known, folder),
            len(folder.notes),
            len(folder.actions),
            len(said & folder.closing.read),
            vote.dots_each if vote else None,
            vote.voters if vote else None,
            vote.budget if vote else None,
            sum(action.body.dots or 0 for action in folder.actions),
        )


def _closing_steps(known: _Known) -> Rows:
    for folder in known.folders:
        for step in Step:
            if step in folder.closing.steps:
                yield folder.id, *_whose(known, folder), step.value, folder.closing.steps[step].value


def _top_themes(known: _Known) -> Rows:
    for folder in known.folders:
        for place, theme in enumerate(folder.closing.top_themes, start=1):
            yield folder.id, *_whose(known, folder), place, theme, "".join(folder.theme_names([theme]))


def _overruled(known: _Known) -> Rows:
    for folder in known.folders:
        titles = {part.id: part.title for part in folder.plan.parts}
        for part, reason in sorted(folder.closing.overruled.items()):
            yield folder.id, *_whose(known, folder), part, titles.get(part, ""), reason


def _themes(known: _Known) -> Rows:
    for theme in kept(known.records, Theme):
        counts = [count for _, count in _counted(known, theme.id)]
        notes, actions = sum(notes for notes, _ in counts), sum(actions for _, actions in counts)
        circle = known.circles.get(theme.owner)
        program = known.called(circle.program if circle else theme.owner)
        yield theme.id, program, circle.code if circle else "", theme.body.name, len(counts), notes, actions


def _theme_counts(known: _Known) -> Rows:
    for theme in kept(known.records, Theme):
        for circle_id, (notes, actions) in _counted(known, theme.id):
            code = known.circles[circle_id].code if circle_id in known.circles else ""
            yield theme.id, theme.body.name, circle_id, code, notes, actions


def _ground_rules(known: _Known) -> Rows:
    rules = kept(known.records, GroundRule)
    for rule in sorted(rules, key=lambda rule: (rule.owner, rule.body.place, rule.id)):
        circle = known.circles.get(rule.owner)
        whose = (known.called(circle.program), circle.code) if circle else ("", "")
        yield rule.id, rule.owner, *whose, rule.body.text, _yes(rule.clash)


def _clashes(known: _Known) -> Rows:
    """Every wording of what two laptops changed, the one that screens show first."""
    for record in known.records:
        if record.clash:
            for number, edition in enumerate(record.editions, start=1):
                body = edition.body
                values = "" if body is None else json_text(plain_body(body))
                yield (
                    record.id,
                    record.kind.value,
                    record.owner,
                    number,
                    _text(body),
                    values,
                    _said(local(edition.at, 0)),
                )


def _whose(known: _Known, folder: SessionFolder) -> tuple[str, str, int]:
    return known.called(folder.circle.program), folder.circle.code, folder.session.number


def _counted(known: _Known, theme: RecordId) -> list[tuple[RecordId, tuple[int, int]]]:
    """Return the circles that raised a theme, each with how many notes and action ideas stand under it."""
    found: dict[RecordId, tuple[int, int]] = {}
    for folder in known.folders:
        notes = sum(theme in note.body.themes for note in folder.notes)
        actions = sum(theme in action.body.themes for action in folder.actions)
        if notes or actions:
            before = found.get(folder.circle_id, (0, 0))
            found[folder.circle_id] = (before[0] + notes, before[1] + actions)
    return sorted(found.items())


def _text(body: Body | None) -> str:
    match body:
        case Note() | GroundRule():
            return body.text
        case ActionIdea():
            return body.what
        case Theme() | Program():
            return body.name
        case _:
            return ""


def _minutes(length: Milliseconds) -> float:
    return round(length / MINUTE, 1)


def _local(folder: SessionFolder, at: Instant | None) -> str:
    """Return what the room's clock said."""
    return "" if at is None else _said(local(at, folder.session.zone))


def _said(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(" ", "seconds")


def _yes(value: object) -> str:
    return "yes" if value else "no"


_TABLES: tuple[tuple[str, str, Callable[[_Known], Rows]], ...] = (
    ("programs", "program_id name code sessions languages sample smallest_total keep_until", _programs),
    ("circles", "circle_id program_id program circle place language keep_until", _circles),
    (
        "sessions",
        "session_id program circle session title guide guide_version plan languages place planned_start"
        " planned_end started closed minutes_from_utc planned_minutes added_minutes actual_minutes pauses"
        " paused_minutes state people_expected people_present officers",
        _sessions,
    ),
    (
        "parts",
        "session_id program circle session place part_id part kind planned_minutes added_minutes"
        " adapted_minutes actual_minutes held",
        _parts,
    ),
    (
        "part_kinds_by_circle",
        "circle_id program circle kind held left_out planned_minutes adapted_minutes actual_minutes"
        " ran_over always_over",
        _part_kinds,
    ),
    (
        "notes",
        "note_id session_id program circle session part_id part prompt kind text spread themes language"
        " said_at consent sensitive parked read_back clash",
        _notes,
    ),
    (
        "actions",
        "action_id session_id program circle session what why who first_step strengths obstacles level"
        " horizon dots themes language part_id prompt said_at read_back clash",
        _actions,
    ),
    (
        "closings",
        "session_id program circle session notes actions read_back dots_each voters dots_in_all dots_placed",
        _closings,
    ),
    ("closing_steps", "session_id program circle session step state", _closing_steps),
    ("top_themes", "session_id program circle session place theme_id theme", _top_themes),
    ("overruled_parts", "session_id program circle session part_id part reason", _overruled),
    ("themes", "theme_id program own_theme_of theme circles notes actions", _themes),
    ("themes_by_circle", "theme_id theme circle_id circle notes actions", _theme_counts),
    ("ground_rules", "ground_rule_id circle_id program circle text clash", _ground_rules),
    ("clashes", "record_id kind lies_under wording text values written_at_utc", _clashes),
)
