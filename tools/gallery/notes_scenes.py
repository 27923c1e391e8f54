"""The list of notes while it is worked with, and the editors."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Level, Note, NoteKind
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.notes.notes_workbench import NotesWorkbench
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.run_page import RunPage
from tools.gallery.stage import Stage
from tools.gallery.tonight import Tonight

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
    """Take notes beside another laptop, with the keys on the second note of the part that is on."""
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(time(10, 50), late=2 * 60_000)
    stage.go(PageName.RUN, tonight.id)
    stage.the(ResumePanel).count_button.click()
    stage.settle()
    stage.the(RunPage).actions_here["note"].trigger()
    work = stage.the(NotesWorkbench)
    work.list.setFocus()
    work.list.go_to(work.list.rows()[-2].id)
    stage.settle()
    return work


def chosen(stage: Stage) -> None:
    """Choose three notes."""
    work = _work(stage)
    rows = work.list.rows()
    work.list.choose([row.id for row in rows[-3:]])


def typed_over(stage: Stage) -> None:
    """Type over a note in its place."""
    work = _work(stage)
    work.open(work.list.current_id())
    work.editor.box.insertPlainText(" Nobody says why.")


def menu(stage: Stage) -> None:
    """Open the menu of what can be done with a note."""
    work = _work(stage)
    stage.window.move(-600, 0)  # else the menu would be pushed aside by the edge of a small screen
    work.available["menu"].trigger()


def themes(stage: Stage) -> None:
    """Choose the themes of three notes."""
    work = _work(stage)
    work.list.choose([row.id for row in work.list.rows()[-3:]])
    work.available["themes"].trigger()


def note_editor(stage: Stage) -> None:
    """Open all that is known of a quote."""
    work = _work(stage)
    folder = stage.folders.session(RecordId(stage.inside.route.id))
    assert folder is not None
    note = Note(
        NoteKind.QUOTE, _LONG, folder.plan.parts[3].id, consent=Consent.NOT_ASKED, prompt=1, sensitive=True
    )
    work.list.go_to(stage.desk.add(folder.id, note))
    work.open_details()


def action_editor(stage: Stage) -> None:
    """Open an action idea with all its fields filled."""
    work = _work(stage)
    folder = stage.folders.session(RecordId(stage.inside.route.id))
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
    """Take back a removal."""
    work = _work(stage)
    work.available["remove"].trigger()
    stage.settle()
    stage.inside.undo()


def removed(stage: Stage) -> None:
    """Remove three notes."""
    work = _work(stage)
    work.list.choose([row.id for row in work.list.rows()[-3:]])
    work.available["remove"].trigger()


SCENES = (
    ("notes-chosen", "Notes, several chosen", chosen),
    ("notes-typed-over", "Notes, one typed over in its place", typed_over),
    ("notes-menu", "Notes, what can be done", menu),
    ("notes-themes", "Notes, the themes of three", themes),
    ("notes-note", "A note, all of it", note_editor),
    ("notes-action", "An action idea, all of it", action_editor),
    ("notes-undone", "Notes, a removal taken back", undone),
    ("notes-removed", "Notes, three removed", removed),
)
