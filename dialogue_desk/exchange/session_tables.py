"""The tables of sessions: how the time went, what was said, and what was done at the wrap-up."""

from __future__ import annotations

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import NoteKind, about
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.summary import part_times
from dialogue_desk.domain.overview.usual_times import times_by_part_kind
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, decimal_minutes, room_time, yes
from dialogue_desk.exchange.theme_tables import ThemesOfLines


def _sessions(known: TableSource) -> Rows:
    for folder in known.folders:
        session, live = folder.session, folder.live
        yield (
            folder.id,
            folder.program_id or "",
            folder.circle_id,
            *known.whose(folder),
            folder.plan.title,
            folder.guide.id,
            folder.guide.version,
            session.plan,
            " ".join(session.languages),
            session.place or folder.circle.place,
            room_time(folder, session.start),
            room_time(folder, session.hard_end),
            room_time(folder, live.started),
            room_time(folder, live.closed),
            session.zone,
            decimal_minutes(sum(part.planned for part in live.parts)),
            decimal_minutes(sum(live.added)),
            decimal_minutes(sum(live.spent)),
            live.pauses,
            decimal_minutes(live.paused),
            live.phase.value,
            session.people,
            session.present,
            session.officers.value if session.officers else "",
            session.track,
            session.factor,
            yes(folder.begun),
        )


def _parts(known: TableSource) -> Rows:
    for folder in known.folders:
        for place, (part, took) in enumerate(
            zip(folder.plan.parts, part_times(folder), strict=True), start=1
        ):
            yield (
                folder.id,
                *known.whose(folder),
                place,
                part.id,
                part.title,
                part.kind.value,
                decimal_minutes(took.planned),
                decimal_minutes(took.added),
                decimal_minutes(took.adapted),
                decimal_minutes(took.spent),
                yes(took.held),
            )


def _part_kinds(known: TableSource) -> Rows:
    of_circle: dict[RecordId, list[SessionFolder]] = {}
    for folder in known.folders:
        of_circle.setdefault(folder.circle_id, []).append(folder)
    for circle_id, folders in of_circle.items():
        circle = folders[0].circle
        for times in times_by_part_kind(folders):
            yield (
                circle_id,
                known.program_name(circle.program),
                circle.code,
                times.kind.value,
                times.held,
                times.left_out,
                decimal_minutes(times.planned),
                decimal_minutes(times.adapted),
                decimal_minutes(times.spent),
                times.over,
                yes(times.always_over),
            )


def _notes(known: TableSource) -> Rows:
    themes = ThemesOfLines.of(known.records, known.circles)
    for folder in known.folders:
        titles, options = {part.id: part.title for part in folder.plan.parts}, folder.plan.options
        for note in folder.notes:
            body = note.body
            yield (
                note.id,
                line_code(note.id),
                folder.id,
                *known.whose(folder),
                body.part,
                titles.get(body.part, ""),
                body.prompt or None,
                body.kind.value,
                body.text,
                body.spread.value if body.spread else "",
                themes.named(themes.by_circle(note)),
                themes.named(themes.counted(note)),
                body.language or folder.circle.language,
                room_time(folder, body.said_at),
                body.consent.value if body.kind is NoteKind.QUOTE else "",
                yes(body.sensitive),
                body.parked.value if body.kind is NoteKind.PARKING_LOT else "",
                body.option,
                options.get(about(body), ""),
                yes(note.id in folder.closing.read),
                yes(note.in_conflict),
            )


def _actions(known: TableSource) -> Rows:
    themes = ThemesOfLines.of(known.records, known.circles)
    for folder in known.folders:
        titles, options = {part.id: part.title for part in folder.plan.parts}, folder.plan.options
        for action in folder.actions:
            body = action.body
            yield (
                action.id,
                line_code(action.id),
                folder.id,
                *known.whose(folder),
                body.what,
                body.why,
                body.who,
                body.first_step,
                body.strengths,
                body.obstacles,
                body.level.value if body.level else "",
                body.horizon.value if body.horizon else "",
                body.dots,
                themes.named(themes.by_circle(action)),
                body.language or folder.circle.language,
                body.part,
                titles.get(body.part, ""),
                body.prompt or None,
                body.option,
                options.get(about(body), ""),
                room_time(folder, body.said_at),
                yes(action.id in folder.closing.read),
                yes(action.in_conflict),
            )


def _closings(known: TableSource) -> Rows:
    """Yield what each circle did at its wrap-up, without tallies: only a whole program shows those."""
    for folder in known.folders:
        said = {note.id for note in folder.notes} | {action.id for action in folder.actions}
        vote = folder.closing.vote
        yield (
            folder.id,
            *known.whose(folder),
            len(folder.notes),
            len(folder.actions),
            len(said & folder.closing.read),
            vote.dots_each if vote else None,
            vote.voters if vote else None,
            vote.budget if vote else None,
            sum(action.body.dots or 0 for action in folder.actions),
        )


def _closing_steps(known: TableSource) -> Rows:
    for folder in known.folders:
        for step in CloseStep:
            if step in folder.closing.steps:
                yield folder.id, *known.whose(folder), step.value, folder.closing.steps[step].value


def _top_themes(known: TableSource) -> Rows:
    for folder in known.folders:
        named = folder.with_themes_in("")  # as in the other tables, whatever was spoken
        for place, theme in enumerate(folder.closing.top_themes, start=1):
            yield folder.id, *known.whose(folder), place, theme, "".join(named.theme_names([theme]))


def _overruled(known: TableSource) -> Rows:
    for folder in known.folders:
        titles = {part.id: part.title for part in folder.plan.parts}
        for part, reason in sorted(folder.closing.overruled.items()):
            yield folder.id, *known.whose(folder), part, titles.get(part, ""), reason


OF_SESSIONS: tuple[RowsOf, ...] = (
    (
        "sessions",
        "session_id program_id circle_id program circle session title guide guide_version plan languages"
        " place planned_start planned_end started closed minutes_from_utc planned_minutes added_minutes"
        " actual_minutes pauses paused_minutes state people_expected people_present officers track"
        " interpretation_percent arrived",
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
        "note_id line_code session_id program circle session part_id part prompt kind text spread themes"
        " counted_themes language said_at consent sensitive parked option_id option read_back clash",
        _notes,
    ),
    (
        "actions",
        "action_id line_code session_id program circle session what why who first_step strengths obstacles"
        " level horizon dots themes language part_id part prompt option_id option said_at"
        " read_back clash",
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
)
