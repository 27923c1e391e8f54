"""The tables of programs and circles: themes, ground rules, and what waits for a choice."""

from __future__ import annotations

from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import GroundRule, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.encoding import encode_body, json_text
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, clock_time, yes
from dialogue_desk.words.times import local_datetime


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
    for theme in stored(source.records, Theme):
        counts = [count for _, count in _counted(source, theme.id)]
        notes, actions = sum(notes for notes, _ in counts), sum(actions for _, actions in counts)
        circle = source.circles.get(theme.owner)
        program = source.program_name(circle.program if circle else theme.owner)
        yield theme.id, program, circle.code if circle else "", theme.body.name, len(counts), notes, actions


def _theme_counts(source: TableSource) -> Rows:
    for theme in stored(source.records, Theme):
        for circle_id, (notes, actions) in _counted(source, theme.id):
            code = source.circles[circle_id].code if circle_id in source.circles else ""
            yield theme.id, theme.body.name, circle_id, code, notes, actions


def _ground_rules(source: TableSource) -> Rows:
    rules = stored(source.records, GroundRule)
    for rule in sorted(rules, key=lambda rule: (rule.owner, rule.body.place, rule.id)):
        circle = source.circles.get(rule.owner)
        whose = (source.program_name(circle.program), circle.code) if circle else ("", "")
        yield rule.id, rule.owner, *whose, rule.body.text, yes(rule.in_conflict)


def _conflicts(source: TableSource) -> Rows:
    """Every wording of what two laptops changed, the one that screens show first."""
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


def _counted(source: TableSource, theme: RecordId) -> list[tuple[RecordId, tuple[int, int]]]:
    """Return the circles that raised a theme, each with how many notes and action ideas stand under it."""
    found: dict[RecordId, tuple[int, int]] = {}
    for folder in source.folders:
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


OF_PROGRAMS: tuple[RowsOf, ...] = (
    ("programs", "program_id name code sessions languages sample smallest_total keep_until", _programs),
    ("circles", "circle_id program_id program circle place language keep_until", _circles),
)
ACROSS_SESSIONS: tuple[RowsOf, ...] = (
    ("themes", "theme_id program own_theme_of theme circles notes actions", _themes),
    ("themes_by_circle", "theme_id theme circle_id circle notes actions", _theme_counts),
    ("ground_rules", "ground_rule_id circle_id program circle text clash", _ground_rules),
    ("clashes", "record_id kind lies_under wording text values written_at_utc", _conflicts),
)
