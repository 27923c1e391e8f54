"""What each step of wrapping up is about, so that what came or changed after it was done opens it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dialogue_desk.domain.closing.leaving import Profile, leaving_records
from dialogue_desk.domain.closing.read_back import is_read_out
from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.closing import CloseStep, Marks, StepState, TopThemes
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Parked, Theme
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.marks import STATE_ALONE, Sight, Thing, marks_of
from dialogue_desk.domain.records.records import Record, Records
from dialogue_desk.domain.records.wording import SAID, word_fields

_NOT_EXPORTED = (Kind.CLOSING_STEP, Kind.GUIDE)
"""To tick a step off is no news for whoever has the package, and a guide never changes."""

_FOR = "/"
"""Stands between the audience of an export and a mark of what it got."""
_WITH_DEBRIEF = "organizer and debrief"


def covered(
    records: Records,
    session_id: RecordId,
    step: CloseStep,
    profile: Profile = Profile.ORGANIZER,
    *,
    debrief: bool = False,
) -> tuple[Thing, ...]:
    """Return what a step of a session is about as it is now, given all its ``records``.

    ``profile`` and ``debrief`` say what leaves, for the privacy check and the export.
    """
    if step is CloseStep.PRIVACY:
        leaves = leaving_records(records, session_id, profile, debrief=debrief)
        return tuple(thing for record in leaves for thing in _texts(record))
    if step is CloseStep.EXPORT:
        leaves = leaving_records(records, session_id, profile, debrief=debrief)
        return tuple(Thing(record) for record in leaves if record.kind not in _NOT_EXPORTED)
    about = _ABOUT.get(step)
    return () if about is None else tuple(about(records, session_id))


def marks_for_export(
    records: Records, session_id: RecordId, profile: Profile, *, debrief: bool = False
) -> Marks:
    """Return the marks of what an export holds, each under the audience that gets it."""
    things = covered(records, session_id, CloseStep.EXPORT, profile, debrief=debrief)
    audience = _audience(profile, debrief=debrief)
    return tuple(f"{audience}{_FOR}{mark}" for mark in marks_of(things)) or (f"{audience}{_FOR}",)


def with_other_audiences(marks: Marks, before: Marks) -> Marks:
    """Return ``marks`` of an export, and of ``before`` those for audiences that did not get it again."""
    again = {_profile(mark) for mark in marks}
    return tuple(sorted({*marks, *(mark for mark in before if _profile(mark) not in again)}))


def changed_since(folder: SessionFolder, step: CloseStep, *, debrief: bool = False) -> int:
    """Return how many things that a step is about came or changed since it was called done.

    ``debrief``: it is to go to the organizer too.
    """
    sight = folder.closing.sights.get(step)
    if sight is None:
        return 0
    exported = {profile for mark in sight.marks if (profile := _profile(mark)) is not None}
    if step is CloseStep.EXPORT and exported:
        return max(_not_exported(folder, sight, profile) for profile in exported)
    return sight.not_seen(covered(folder.records, folder.id, step, debrief=debrief))


def new_texts(folder: SessionFolder, *, debrief: bool = False) -> frozenset[tuple[RecordId, str]]:
    """Return the record and the field of each text that came or changed since the privacy check was done."""
    sight = folder.closing.sights.get(CloseStep.PRIVACY)
    if sight is None or folder.closing.steps.get(CloseStep.PRIVACY) is not StepState.DONE:
        return frozenset()
    things = covered(folder.records, folder.id, CloseStep.PRIVACY, debrief=debrief)
    return frozenset((thing.record.id, thing.field) for thing in things if not sight.had(thing))


def themes_raised(records: Records, session_id: RecordId) -> Iterator[Thing]:
    """Yield the themes that the lines of a session have, debriefs not counted."""
    ids = {theme for record in _inside(records, session_id) for theme in _raised(record)}
    yield from (Thing(records[one], "name") for one in sorted(ids) if one in records)


def _themes_chosen(records: Records, session_id: RecordId) -> Iterator[Thing]:
    """Yield the themes that were raised, and those chosen that are gone or under another name by now."""
    yield from themes_raised(records, session_id)
    for record in _inside(records, session_id):
        chosen = {one: None for edition in record.editions for one in _chosen(edition.body)}
        for theme, now in ((theme, _now_called(records, theme)) for theme in chosen):
            if now is not None:
                yield Thing(record, state=f"{theme}{_FOR}{now}")


def _chosen(body: Body | None) -> tuple[RecordId, ...]:
    return body.themes if isinstance(body, TopThemes) else ()


def _now_called(records: Records, theme: RecordId) -> str | None:
    """Return the id of the theme that another was joined into, "" once it is gone; None while it stands."""
    chosen, seen = _theme(records, theme), {theme}
    if chosen is None:
        return ""
    end, last = chosen, theme
    while end.into is not None and end.into not in seen and (after := _theme(records, end.into)) is not None:
        last, end = end.into, after
        seen.add(last)
    return None if twin_key(end.name) == twin_key(chosen.name) else last


def _theme(records: Records, theme: RecordId) -> Theme | None:
    record = records.get(theme)
    return record.body if record is not None and isinstance(record.body, Theme) else None


def _audience(profile: Profile, *, debrief: bool) -> str:
    return _WITH_DEBRIEF if debrief and profile is Profile.ORGANIZER else profile.value


def _profile(mark: str) -> Profile | None:
    """Return for whom a mark of an export is; None for a mark from a newer app."""
    audience = mark.partition(_FOR)[0]
    known = {_WITH_DEBRIEF: Profile.ORGANIZER, **{profile.value: profile for profile in Profile}}
    return known.get(audience)


def _not_exported(folder: SessionFolder, sight: Sight, profile: Profile) -> int:
    """Return how many things changed that a past export for ``profile`` would hold today."""
    marks = [mark for mark in sight.marks if _profile(mark) is profile]
    debrief = any(mark.startswith(_WITH_DEBRIEF) for mark in marks)
    got = frozenset(mark.partition(_FOR)[2] for mark in marks)
    things = covered(folder.records, folder.id, CloseStep.EXPORT, profile, debrief=debrief)
    return Sight(got, sight.unmarked).not_seen(things)


def _texts(record: Record) -> Iterator[Thing]:
    fields = dict.fromkeys(
        field for edition in record.editions if edition.body for field in word_fields(edition.body)
    )
    return (Thing(record, field) for field in fields)


def _inside(records: Records, session_id: RecordId) -> Iterator[Record]:
    return (record for record in records.values() if record.owner == session_id)


def _bodies(record: Record) -> Iterator[Note | ActionIdea]:
    for edition in record.editions:
        if isinstance(edition.body, Note | ActionIdea):
            yield edition.body


def _raised(record: Record) -> Iterator[RecordId]:
    for body in _bodies(record):
        if not (isinstance(body, Note) and body.kind is NoteKind.DEBRIEF):
            yield from body.themes


def _lines_read(records: Records, session_id: RecordId) -> Iterator[Thing]:
    for record in _inside(records, session_id):
        if any(isinstance(body, ActionIdea) or is_read_out(body) for body in _bodies(record)):
            yield Thing(record, SAID)


def _ideas(records: Records, session_id: RecordId) -> Iterator[Thing]:
    for record in _inside(records, session_id):
        if record.kind is Kind.DOT_VOTE:
            yield Thing(record)
        for body in _bodies(record):
            if isinstance(body, ActionIdea):
                yield Thing(record, SAID, "" if body.dots is None else str(body.dots))


def _parked(records: Records, session_id: RecordId) -> Iterator[Thing]:
    for record in _inside(records, session_id):
        if any(_is_undecided(body) for body in _bodies(record)):
            yield Thing(record, SAID)


def _is_undecided(body: Note | ActionIdea) -> bool:
    return isinstance(body, Note) and body.kind is NoteKind.PARKING_LOT and body.parked is Parked.OPEN


def _counted(records: Records, session_id: RecordId) -> Iterator[Thing]:
    """Yield what is asked, and how many were there to answer."""
    yield from (Thing(record) for record in records.values() if record.kind is Kind.TALLY_CATEGORY)
    session = records.get(session_id)
    if session is not None and isinstance(session.body, Session):
        yield Thing(session, STATE_ALONE, str(session.body.head_count))


_ABOUT: Mapping[CloseStep, Callable[[Records, RecordId], Iterable[Thing]]] = {
    CloseStep.READ_BACK: _lines_read,
    CloseStep.TOP_THEMES: _themes_chosen,
    CloseStep.ACTIONS: _ideas,
    CloseStep.PARKING_LOT: _parked,
    CloseStep.TALLIES: _counted,
}
"""The attendance and the debrief are about nothing else: each is what was written in it."""
