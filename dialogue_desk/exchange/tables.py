"""Everything that may leave a desk as tables for spreadsheets, and as records for programs.

The tables depend only on the records, in the order of their ids: not on the order in which packages came,
the laptop's language, or the time.  The caller leaves out what may not leave.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import USUAL_LICENSE, Circle, GroundRule, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.model.order import OrderKey, look_up_order
from dialogue_desk.domain.overview.session_folder import SessionFolder, stored
from dialogue_desk.domain.overview.voices_picture import VoicesPicture
from dialogue_desk.domain.records.encoding import encode_body, encode_edition, json_text
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.about_tables import with_about
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.forum_tables import OF_FORUMS
from dialogue_desk.exchange.organizing_tables import OF_ORGANIZERS
from dialogue_desk.exchange.session_tables import OF_SESSIONS
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, clock_time, several, yes
from dialogue_desk.exchange.theme_tables import OF_THEMES
from dialogue_desk.exchange.voices_tables import OF_VOICES
from dialogue_desk.words.times import local_datetime


def tables(
    records: Iterable[Record],
    folders: Iterable[SessionFolder],
    voices: Mapping[RecordId, VoicesPicture] | None = None,
) -> tuple[DataTable, ...]:
    """Return every table of the records that may leave, of their sessions, and of the tables themselves.

    ``voices`` are who took part in each program: counts of people leave for a whole program alone.
    """
    given = sorted(records, key=_place)
    known = TableSource(
        given,
        sorted(
            folders,
            key=lambda one: (look_up_order(one.circle.code), one.circle_id, one.session.number, one.id),
        ),
        {program.id: program.body for program in stored(given, Program)},
        {circle.id: circle.body for circle in stored(given, Circle)},
        voices or {},
    )
    found = [DataTable(name, tuple(columns.split()), tuple(rows(known))) for name, columns, rows in _TABLES]
    return with_about(found, known)


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
        yield (
            program_id,
            program.name,
            program.code,
            program.sessions,
            " ".join(program.languages),
            yes(program.sample),
            program.smallest_total,
            program.keep_until,
            program.organizer,
            program.contact,
            several(program.actors),
            program.answers,
            program.answer_by,
            program.forum,
            program.data_license or USUAL_LICENSE,
        )


def _rounds(source: TableSource) -> Rows:
    for program_id, program in source.programs.items():
        for number, one in enumerate(program.rounds, start=1):
            yield (
                program_id,
                source.program_name(program_id),
                number,
                one.name,
                one.first_day,
                one.last_day,
                one.guide,
            )


def _circles(source: TableSource) -> Rows:
    for circle_id, circle in source.circles.items():
        program = source.programs.get(circle.program) if circle.program else None
        rounds = program.rounds if program else ()
        yield (
            circle_id,
            circle.program or "",
            source.program_name(circle.program),
            circle.code,
            circle.place,
            circle.language,
            circle.about,
            yes(circle.youth),
            circle.affinity,
            circle.round or None,
            rounds[circle.round - 1].name if 0 < circle.round <= len(rounds) else "",
            several(circle.formerly),
            circle.into or "",
            source.circle_code(circle.into),
            circle.out_of or "",
            source.circle_code(circle.out_of),
            circle.keep_until or (program.keep_until if program else ""),
        )


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
    (
        "programs",
        "program_id name code sessions languages sample smallest_total keep_until organizer contact actors"
        " answers answer_by forum data_license",
        _programs,
    ),
    ("rounds", "program_id program round name first_day last_day guide", _rounds),
    (
        "circles",
        "circle_id program_id program circle place language about youth affinity round round_name formerly"
        " into_circle_id into_circle out_of_circle_id out_of_circle keep_until",
        _circles,
    ),
    *OF_SESSIONS,
    *OF_THEMES,
    ("ground_rules", "ground_rule_id circle_id program circle text clash", _ground_rules),
    *OF_ORGANIZERS,
    *OF_FORUMS,
    *OF_VOICES,
    ("clashes", "record_id kind lies_under wording text record_json written_at_utc", _conflicts),
)
