"""Everything that may leave a desk as tables for spreadsheets, and as records for programs.

The tables depend only on the records, in the order of their ids: not on the order in which packages came,
the laptop's language, or the time.  The caller leaves out what may not leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GroundRule, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.model.order import OrderKey, look_up_order
from dialogue_desk.domain.overview.program_themes import of_each_program
from dialogue_desk.domain.overview.session_folder import SessionFolder, Stored, stored
from dialogue_desk.domain.records.encoding import encode_body, encode_edition, json_text
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.session_tables import OF_SESSIONS
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, clock_time, yes
from dialogue_desk.words.times import local_datetime


def tables(records: Iterable[Record], folders: Iterable[SessionFolder]) -> tuple[DataTable, ...]:
    """Return every table of the records that may leave, and of their sessions."""
    given = sorted(records, key=_place)
    known = TableSource(
        given,
        sorted(
            folders,
            key=lambda one: (look_up_order(one.circle.code), one.circle_id, one.session.number, one.id),
        ),
        {program.id: program.body for program in stored(given, Program)},
        {circle.id: circle.body for circle in stored(given, Circle)},
    )
    return tuple(
        DataTable(name, tuple(columns.split()), tuple(rows(known))) for name, columns, rows in _TABLES
    )


def _place(record: Record) -> tuple[OrderKey, RecordId]:
    """What has a name stands by its name, all else in the order in which it was made."""
    named = record.body
    name = (
        named.code if isinstance(named, Circle) else named.name if isinstance(named, Theme | Program) else ""
    )
    return look_up_order(name), record.id


def record_lines(records: Iterable[Record]) -> bytes:
    """Return records as JSON, one edition a line: all that is known, for other programs."""
    lines = (
        json_text(encode_edition(record, edition))
        for record in sorted(records, key=lambda record: record.id)
        for edition in record.editions
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _programs(source: TableSource) -> Rows:
    for program_id, program in source.programs.items():
        languages = " ".join(program.languages)
        yield (
            program_id,
            program.name,
            program.code,
            program.sessions,
            languages,
            yes(program.sample),
            program.smallest_total,
            program.keep_until,
        )


def _circles(source: TableSource) -> Rows:
    for circle_id, circle in source.circles.items():
        program = source.program_name(circle.program)
        place, until = circle.place, circle.keep_until
        yield circle_id, circle.program or "", program, circle.code, place, circle.language, until


def _themes(source: TableSource) -> Rows:
    for together in _standing(source):
        theme, counts = together[0], [count for _, count in _counted(source, together)]
        notes, actions = sum(notes for notes, _ in counts), sum(actions for _, actions in counts)
        circle = source.circles.get(theme.owner)
        program = source.program_name(circle.program if circle else theme.owner)
        written = {one.body.name for one in together} - {theme.body.name}
        names = "; ".join(sorted(written, key=look_up_order))
        own = circle.code if circle else ""
        yield theme.id, program, own, theme.body.name, names, len(counts), notes, actions


def _theme_counts(source: TableSource) -> Rows:
    for together in _standing(source):
        theme = together[0]
        for circle_id, (notes, actions) in _counted(source, together):
            code = source.circles[circle_id].code if circle_id in source.circles else ""
            yield theme.id, theme.body.name, circle_id, code, notes, actions


def _ground_rules(source: TableSource) -> Rows:
    rules = stored(source.records, GroundRule)
    for rule in sorted(rules, key=lambda rule: (rule.owner, rule.body.place, rule.id)):
        circle = source.circles.get(rule.owner)
        whose = (source.program_name(circle.program), circle.code) if circle else ("", "")
        yield rule.id, rule.owner, *whose, rule.body.text, yes(rule.in_conflict)


def _conflicts(source: TableSource) -> Rows:
    """Yield every version of what two laptops changed, the one that screens show first."""
    for record in source.records:
        if record.in_conflict:
            for number, edition in enumerate(record.editions, start=1):
                body = edition.body
                values = "" if body is None else json_text(encode_body(body))
                yield (
                    record.id,
                    record.kind.value,
                    record.owner,
                    number,
                    _text(body),
                    values,
                    clock_time(local_datetime(edition.at, 0)),
                )


def _standing(source: TableSource) -> list[tuple[Stored[Theme], ...]]:
    """Return the themes, each with those that are counted as one with it, by name."""
    themes = stored(source.records, Theme)
    places = {theme.id: place for place, theme in enumerate(themes)}
    together = of_each_program(themes, source.circles)
    return sorted(together, key=lambda one: places[one[0].id])


def _counted(
    source: TableSource, together: Sequence[Stored[Theme]]
) -> list[tuple[RecordId, tuple[int, int]]]:
    """Return the circles that raised a theme, each with its number of notes and of action ideas."""
    found: dict[RecordId, tuple[int, int]] = {}
    ids = {theme.id for theme in together}
    for folder in source.folders:
        notes = sum(not ids.isdisjoint(note.body.themes) for note in folder.notes)
        actions = sum(not ids.isdisjoint(action.body.themes) for action in folder.actions)
        if notes or actions:
            before = found.get(folder.circle_id, (0, 0))
            found[folder.circle_id] = (before[0] + notes, before[1] + actions)
    return list(found.items())


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


_TABLES: tuple[RowsOf, ...] = (
    ("programs", "program_id name code sessions languages sample smallest_total keep_until", _programs),
    ("circles", "circle_id program_id program circle place language keep_until", _circles),
    *OF_SESSIONS,
    ("themes", "theme_id program own_theme_of theme also_written circles notes actions", _themes),
    ("themes_by_circle", "theme_id theme circle_id circle notes actions", _theme_counts),
    ("ground_rules", "ground_rule_id circle_id program circle text clash", _ground_rules),
    ("clashes", "record_id kind lies_under wording text values written_at_utc", _conflicts),
)
