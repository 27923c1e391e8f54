"""The list of notes while somebody works with it, and the editors."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind
from dialogue_desk.ui.notes.notes_workbench import NotesWorkbench
from tools.gallery.coming_session import open_running
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

_LONG = (
    "Un banco con sombra y una lámpara en la parada de la Tercera, para que quienes esperan el último "
    "autobús no tengan que hacerlo a oscuras"
)
_WHY = "Las personas mayores caminan de vuelta a casa sin descansar, y nadie se queda a conversar"
_WHO = "La oficina de transporte del condado, junto con la asociación de comerciantes"
_STEP = "Preguntar en la próxima reunión del consejo quién decide sobre el mobiliario de las paradas"
_STRENGTHS = "El club de la cuadra ya cuida los maceteros, y la escuela tiene un taller de carpintería"
_OBSTACLES = "El permiso tardó dos años la última vez; la acera es estrecha y el poste está del otro lado"


def _work(stage: Stage) -> NotesWorkbench:
    """Take notes, with the focus on the second last note."""
    open_running(stage, time(10, 50), late=2 * 60_000).actions_here["note"].trigger()
    work = stage.the(NotesWorkbench)
    work.list.setFocus()
    work.list.go_to(work.list.rows()[-2].id)
    stage.settle()
    return work


def selected(stage: Stage) -> None:
    """Select three notes."""
    work = _work(stage)
    rows = work.list.rows()
    work.list.choose([row.id for row in rows[-3:]])


def edited(stage: Stage) -> None:
    """Edit a note in the list."""
    work = _work(stage)
    work.open(work.list.current_id())
    work.editor.box.insertPlainText(" Nobody says why.")


def menu(stage: Stage) -> None:
    """Open the menu of what can be done with a note."""
    work = _work(stage)
    stage.window.move(-600, 0)  # otherwise the edge of a small screen would move the menu
    work.available["menu"].trigger()


def themes(stage: Stage) -> None:
    """Choose the themes of three notes."""
    work = _work(stage)
    work.list.choose([row.id for row in work.list.rows()[-3:]])
    work.available["themes"].trigger()


def note_editor(stage: Stage) -> None:
    """Open a quote with all its fields."""
    work = _work(stage)
    folder = stage.folders.session(RecordId(stage.workspace.route.id))
    assert folder is not None
    note = Note(
        NoteKind.QUOTE, _LONG, folder.plan.parts[3].id, consent=Consent.NOT_ASKED, prompt=1, sensitive=True
    )
    work.list.go_to(stage.desk.add(folder.id, note))
    work.open_details()


def action_editor(stage: Stage) -> None:
    """Open an action idea with all its fields filled."""
    work = _work(stage)
    folder = stage.folders.session(RecordId(stage.workspace.route.id))
    assert folder is not None
    idea = ActionIdea(
        _LONG,
        folder.plan.parts[3].id,
        who=_WHO,
        first_step=_STEP,
        level=Level.INSTITUTION,
        horizon=Horizon.THIS_YEAR,
        why=_WHY,
        strengths=_STRENGTHS,
        obstacles=_OBSTACLES,
        dots=7,
    )
    work.list.go_to(stage.desk.add(folder.id, replace(idea, said_at=stage.clock.now())))
    work.open_details()


def undone(stage: Stage) -> None:
    """Undo a deletion."""
    work = _work(stage)
    work.available["remove"].trigger()
    stage.settle()
    stage.workspace.undo()


def removed(stage: Stage) -> None:
    """Delete three notes."""
    work = _work(stage)
    work.list.choose([row.id for row in work.list.rows()[-3:]])
    work.available["remove"].trigger()


SCENES = (
    Scene("notes-selected", "Notes, several selected", selected),
    Scene("notes-edited", "Notes, one edited in the list", edited),
    Scene("notes-menu", "Notes, what can be done", menu),
    Scene("notes-themes", "Notes, the themes of three", themes),
    Scene("notes-note", "A note, all of it", note_editor),
    Scene("notes-action", "An action idea, all of it", action_editor),
    Scene("notes-undone", "Notes, a deletion undone", undone),
    Scene("notes-removed", "Notes, three deleted", removed),
)
