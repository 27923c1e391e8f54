"""Scenes of themes that probably mean the same: beside a theme, in their sheet, and counted together."""

from __future__ import annotations

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread, Theme
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.themes.themes import ThemesTab
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_SAID = (
    ("Street lights", "Half the lamps on the way to the bus are out."),
    ("Alumbrado público", "Detrás de la cancha no se ve nada después de las seis."),
    ("Streetlight repairs on every block", "We reported the same lamp three times."),
    ("Lighting of the streets", "A light at the crossing would be a start."),
    ("Dark streets", "My mother walks home in the dark."),
    ("Traffic lights", "The light by the school is too short for children."),
    ("Luces de la calle", "Que arreglen los faroles de la calle Sexta."),
)


def _themes(stage: Stage) -> None:
    """Let five circles write the same theme in their own ways, and open it."""
    desk = stage.desk
    held = [one for one in desk.file.records.of_kind(Kind.SESSION) if isinstance(one.body, Session)]
    first = RecordId("")
    for number, (name, said) in enumerate(_SAID):
        session, theme = held[number % len(held)], desk.new_id()
        first = first or theme
        note = Note(NoteKind.CONCERN, said, spread=Spread.A_FEW, themes=(theme,))
        writes = (
            Write.of(theme, session.owner, Theme(name)),
            Write.of(desk.new_id(), session.id, note),
        )
        desk.perform(Edit(Act.WRITE, writes))
    stage.go(PageName.PROGRAM, stage.program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.themes)
    stage.settle()
    stage.the(ThemesTab).go_to(first)
    stage.settle()


def _sheet(stage: Stage) -> None:
    _themes(stage)
    stage.the(ThemesTab).same.click()
    stage.settle()


def _joined(stage: Stage) -> None:
    _sheet(stage)
    stage.press(stage.words.tr("Count as one"))
    stage.settle()


SCENES = (
    Scene("same-themes", "Program, a theme with others that are probably the same", _themes, ALL_SIZES),
    Scene("same-themes-sheet", "Program, which themes are the same", _sheet, ALL_SIZES),
    Scene("same-themes-joined", "Program, themes counted together", _joined),
)
