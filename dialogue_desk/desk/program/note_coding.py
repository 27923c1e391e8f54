"""Under which themes an organizer counts notes: what circles wrote stays as it is.

Each act is one step of Undo, however many notes it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import Coding, coding_id
from dialogue_desk.domain.overview.program_overview import CircleNote, ProgramPicture, ThemeCount
from dialogue_desk.domain.records.changes import Act, Edit, Write


def add_theme(desk: Desk, picture: ProgramPicture, notes: Iterable[CircleNote], theme: RecordId) -> Outcome:
    """Count notes under one more theme.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(Edit(Act.WRITE, _codings(picture, notes, into=theme)))


def move_notes(
    desk: Desk, picture: ProgramPicture, notes: Iterable[CircleNote], out_of: RecordId, into: RecordId
) -> Outcome:
    """Count notes under one theme instead of another one and all that are under that.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(Edit(Act.PUT, _codings(picture, notes, into, picture.within(out_of))))


def take_out(desk: Desk, picture: ProgramPicture, notes: Iterable[CircleNote], out_of: RecordId) -> Outcome:
    """Count notes no longer under a theme, nor under those that are under it.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(Edit(Act.WRITE, _codings(picture, notes, None, picture.within(out_of))))


def take_out_of_all(desk: Desk, picture: ProgramPicture, notes: Iterable[CircleNote]) -> Outcome:
    """Count notes under no theme.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    every = frozenset(picture.theme_of())
    return desk.perform(Edit(Act.WRITE, _codings(picture, notes, None, every)))


def as_circles_wrote(desk: Desk, picture: ProgramPicture, notes: Iterable[CircleNote]) -> Outcome:
    """Count notes under the themes that their circles gave them.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    owner = owner_of(picture)
    ids = [coding_id(owner, line.note_id) for line in notes if line.note_id in picture.work.codings]
    return desk.perform(Edit(Act.WRITE, tuple(Write(one, Kind.CODING, owner, None) for one in ids)))


def new_theme(
    desk: Desk,
    picture: ProgramPicture,
    name: str,
    notes: Sequence[CircleNote],
    out_of: ThemeCount | None = None,
) -> RecordId:
    """Make a theme of the program, count notes under it, and return its id.

    Notes that are split off another theme are counted there no longer; the new one is under the same wider
    theme as that.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    theme_id = desk.new_id()
    theme = Theme(name, starter=False, under=out_of.under if out_of else None)
    gone = picture.within(out_of.theme_id) if out_of else frozenset()
    made = Write.of(theme_id, owner_of(picture), theme)
    act = Act.SPLIT if out_of else Act.PUT
    desk.perform(Edit(act, (made, *_codings(picture, notes, theme_id, gone))))
    return theme_id


def choose_coding(
    desk: Desk, picture: ProgramPicture, note: RecordId, themes: tuple[RecordId, ...]
) -> Outcome:
    """Settle under which themes a note counts that two organizers coded differently.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.choose(coding_id(owner_of(picture), note), Coding(note, themes))


def codings_now(
    desk: Desk, picture: ProgramPicture, notes: Iterable[CircleNote]
) -> dict[RecordId, tuple[RecordId, ...]]:
    """Return under which themes an organizer counts these notes, without those that nobody coded."""
    owner = owner_of(picture)
    records = desk.file.records.known(coding_id(owner, line.note_id) for line in notes)
    bodies = (record.body for record in records.values())
    return {body.note: body.themes for body in bodies if isinstance(body, Coding)}


def codings_of(desk: Desk, picture: ProgramPicture, note: RecordId) -> tuple[tuple[RecordId, ...], ...]:
    """Return the different codings of a note, the one that counts for now first."""
    record = desk.get(coding_id(owner_of(picture), note))
    bodies = [edition.body for edition in record.editions] if record else []
    return tuple(dict.fromkeys(body.themes for body in bodies if isinstance(body, Coding)))


def differing_notes(picture: ProgramPicture) -> frozenset[RecordId]:
    """Return the notes that two organizers coded differently."""
    program = picture.program_id
    if program is None or not picture.work.differing:
        return frozenset()
    return frozenset(
        note for note in picture.work.codings if coding_id(program, note) in picture.work.differing
    )


def owner_of(picture: ProgramPicture) -> RecordId:
    """Return the program to which what organizers make of it belongs.

    Raises:
        ValueError: when its circles are in no program.
    """
    if picture.program_id is None:
        raise ValueError("circles without a program have no workbench")
    return picture.program_id


def _codings(
    picture: ProgramPicture,
    notes: Iterable[CircleNote],
    into: RecordId | None,
    out_of: frozenset[RecordId] = frozenset(),
) -> tuple[Write, ...]:
    owner = owner_of(picture)
    writes = []
    for line in notes:
        left = [theme for theme in line.theme_ids if theme not in out_of]
        themes = tuple(dict.fromkeys([*left, into] if into is not None else left))
        if themes != line.theme_ids:
            coding = Coding(line.note_id, themes)
            writes.append(Write.of(coding_id(owner, line.note_id), owner, coding))
    return tuple(writes)
