"""How an organizer shapes the themes of a program: name, wider theme, color, and what is set aside.

A theme that circles made stays theirs: the program gets one of the same name, which stands for it.  Each act
is one step of Undo.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.note_coding import owner_of
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.notes.apart_themes import apart_id, keeping_apart
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.domain.records.changes import Act, Edit, Write

_TALK_ITSELF = frozenset(
    twin_key(name)
    for name in (
        "Ground rules", "Our ground rules", "Agreements", "Our agreements", "Thanks", "Thank you",
        "Gratitude", "Check-in", "Check-out", "Closing", "Feedback", "Logistics", "Parking lot",
        "Housekeeping", "About this circle", "The circle itself", "Acuerdos", "Nuestros acuerdos", "Reglas",
        "Gracias", "Agradecimientos", "Agradecimiento", "Bienvenida", "Cierre", "Logística",
        "Sobre este círculo", "Comentarios sobre la sesión",
    )
)  # fmt: skip
"""Names of what is mostly about the talk itself, as circles write them."""

_TALK = ""
"""What stands for the talk itself among names that are told apart: no theme has this name."""


def rename_theme(desk: Desk, picture: ProgramPicture, theme: ThemeCount, name: str) -> RecordId:
    """Give a theme another name, and return the id of the one that has it.

    Circles keep the names that they wrote; they are counted with it.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return _change(desk, picture, theme, lambda body: body.renamed(theme.name, name))


def put_under(desk: Desk, picture: ProgramPicture, theme: ThemeCount, wider: RecordId | None) -> RecordId:
    """Put a theme under a wider one, or beside all others; return the id of the one that is there.

    Raises:
        ValueError: when the wider one is under this theme itself.
        DeskTrouble: when it could not be written; then nothing was.
    """
    if wider in picture.within(theme.theme_id):
        raise ValueError("no theme is under itself")
    return _change(desk, picture, theme, lambda body: replace(body, under=wider))


def color_theme(desk: Desk, picture: ProgramPicture, theme: ThemeCount, color: int) -> RecordId:
    """Give a theme a color, 0 for none; return the id of the one that has it.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return _change(desk, picture, theme, lambda body: replace(body, color=color))


def set_aside(desk: Desk, picture: ProgramPicture, theme: ThemeCount, *, aside: bool) -> RecordId:
    """Keep a theme apart from the findings, because it is about the talk itself, or count it again.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    also = () if aside else (_keeping_among_findings(picture, theme),)
    return _change(desk, picture, theme, lambda body: replace(body, aside=aside), also)


def keep_among_findings(desk: Desk, picture: ProgramPicture, theme: ThemeCount) -> Outcome:
    """Remember that a theme of this name is no talk about the talk, so that nobody is asked again.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(Edit(Act.SORT, (_keeping_among_findings(picture, theme),)))


def sounds_aside(picture: ProgramPicture, theme: ThemeCount, apart: Collection[RecordId]) -> bool:
    """Whether the name of a theme says that it is about the talk itself, and no person said otherwise.

    ``apart`` are the records of what people told apart (``themes_told_apart``).
    """
    if theme.aside or picture.program_id is None:
        return False
    if apart_id(picture.program_id, theme.name, _TALK) in apart:
        return False
    return any(twin_key(name) in _TALK_ITSELF for name in (theme.name, *theme.also_written))


def _keeping_among_findings(picture: ProgramPicture, theme: ThemeCount) -> Write:
    return keeping_apart(owner_of(picture), theme.name, _TALK)


def _change(
    desk: Desk,
    picture: ProgramPicture,
    theme: ThemeCount,
    change: Callable[[Theme], Theme],
    also: Sequence[Write] = (),
) -> RecordId:
    owner = owner_of(picture)
    records = desk.file.records.known(sorted(theme.ids))
    record = records.get(theme.theme_id)
    if record is not None and record.owner == owner and isinstance(record.body, Theme):
        own, body = record.id, record.body
    else:
        own, body = desk.new_id(), Theme(theme.name, starter=False)
    changed = change(body)
    writes = [Write.of(own, owner, changed), *also]
    if twin_key(theme.name) not in map(twin_key, changed.every_name):
        # Of one name they were one; now the program's has to stand for the others by what they say.
        writes += [
            Write.again(one, replace(one.body, into=own))
            for one in records.values()
            if one.id != own and isinstance(one.body, Theme) and one.body.into is None
        ]
    desk.perform(Edit(Act.SORT, tuple(writes)))
    return own
