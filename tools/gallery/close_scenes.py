"""Wrapping up and reading back, in their states."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.session.closing_edits import (
    set_dot_vote,
    set_officers,
    set_read_back,
    set_step_state,
    set_tally,
    set_top_themes,
)
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.closing.top_themes import raised_themes
from dialogue_desk.domain.model.circles import Officers, Program
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState, Tally, TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Parked
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.closing.save_bar import SaveBar
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.notes.read_back_view import ReadBack
from dialogue_desk.ui.notes.room_choice import RoomReadBack
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode
from dialogue_desk.ui.room.room_display import RoomDisplay
from dialogue_desk.ui.setup.program_setup import ProgramForm
from tools.gallery.coming_session import ComingSession, open_running
from tools.gallery.scene import FEW, Scene
from tools.gallery.stage import Stage

_NARROW = (820, 640)


def _folder(stage: Stage, session_id: RecordId) -> SessionFolder:
    folder = stage.folders.session(session_id)
    assert folder is not None
    return folder


def _held(stage: Stage, *, begun: bool = False) -> RecordId:
    """Run the coming session to its end; with ``begun``, half of the wrapping up is done too."""
    coming = ComingSession(stage)
    coming.run(time(12, 20))
    desk, session = stage.desk, coming.id
    desk.add(session, Note(NoteKind.PARKING_LOT, "Who pays for the lamps in the underpass?"))
    desk.add(session, Note(NoteKind.PARKING_LOT, "Parking on market days.", parked=Parked.NEXT_TIME))
    if begun:
        said = to_read(_folder(stage, session))
        for one in said[:4]:
            set_read_back(desk, session, one.id)
        set_attendance(desk, session, 11)
        set_officers(desk, session, Officers.PARTLY)
        set_step_state(desk, session, CloseStep.DEBRIEF, StepState.LATER)
        set_top_themes(desk, session, [theme.id for theme in raised_themes(_folder(stage, session))[:2]])
    return session


def _close(
    stage: Stage, step: CloseStep | None = None, *, begun: bool = True, narrow: bool = False
) -> ClosePage:
    session = _held(stage, begun=begun)
    stage.go(PageName.CLOSE, session)
    if narrow:
        stage.window.resize(*_NARROW)
    page = stage.the(ClosePage)
    if step is not None:
        page.go_to(step)
    stage.settle()
    return page


def _step(step: CloseStep, stage: Stage) -> None:
    _close(stage, step)


def _narrow(stage: Stage) -> None:
    _close(stage, CloseStep.PARKING_LOT, narrow=True)


def _untouched(stage: Stage) -> None:
    _close(stage, begun=False)


def _editing(stage: Stage) -> None:
    page = _close(stage, CloseStep.READ_BACK)
    view = page.findChild(ReadBack)
    assert view is not None
    view.take_focus()
    view.edit_button.click()


def _on_display(stage: Stage) -> None:
    page = _close(stage, CloseStep.READ_BACK)
    view = page.findChild(ReadBack)
    assert view is not None
    view.room_choice.choose(RoomReadBack.THIS)
    view.room_choice.chosen.emit(RoomReadBack.THIS)


def _dots(stage: Stage, over: int = 0) -> None:
    session = _held(stage, begun=True)
    set_dot_vote(stage.desk, session, DotVote(3, 11))
    actions = _folder(stage, session).actions
    given = (14 + over, 10, 6, 3)
    for action, dots in zip(actions, given, strict=True):
        stage.desk.rewrite(action.id, replace(action.body, dots=dots))
    stage.go(PageName.CLOSE, session)
    stage.the(ClosePage).go_to(CloseStep.ACTIONS)


def _tallies(stage: Stage, present: int = 11) -> None:
    session = _held(stage, begun=True)
    tr = stage.words.tr
    ages = TallyCategory(tr("Age"), (tr("under 18"), tr("18 to 29"), tr("30 to 64"), tr("65 and over")))
    program = stage.desk.get(stage.program)
    assert program is not None
    assert isinstance(program.body, Program)
    category = stage.desk.add(program.id, ages)
    stage.desk.add(program.id, TallyCategory(tr("How long here"), (tr("under 5 years"), tr("5 or more")), 1))
    set_attendance(stage.desk, session, present)
    set_tally(stage.desk, session, Tally(category, tuple(zip(ages.answers, (1, 3, 4, 2), strict=True))))
    stage.go(PageName.CLOSE, session)
    stage.the(ClosePage).go_to(CloseStep.TALLIES)


def _debrief(stage: Stage) -> None:
    session = _held(stage, begun=True)
    for text in (
        "The pairs worked; the gallery was too short.",
        "Two people left after the break. Ask the library about the heating.",
    ):
        stage.desk.add(session, Note(NoteKind.DEBRIEF, text))
    stage.go(PageName.CLOSE, session)
    page = stage.the(ClosePage)
    page.go_to(CloseStep.DEBRIEF)
    page.take_focus()


def _saved(stage: Stage) -> None:
    _close(stage, CloseStep.EXPORT)
    bar = stage.the(SaveBar)
    bar.save.click()
    bar.question.anyway.click()


def _opened_again(stage: Stage, step: CloseStep, *, asks: bool = False) -> None:
    """Do everything there is to do, then let two lines come in that nobody has looked at."""
    session = _held(stage, begun=True)
    for said in to_read(_folder(stage, session)):
        set_read_back(stage.desk, session, said.id)
    for done in CloseStep:
        set_step_state(stage.desk, session, done, StepState.DONE)
    stage.desk.add(session, Note(NoteKind.CONCERN, "Marta Beltrán from the bakery was stopped twice."))
    stage.desk.add(session, Note(NoteKind.QUESTION, "Who answers at 218-555-0147 after nine?"))
    stage.go(PageName.CLOSE, session)
    stage.the(ClosePage).go_to(step)
    stage.settle()
    if asks:
        stage.the(SaveBar).save.click()


def _lines_on_display(stage: Stage) -> QWidget:
    lines = (
        "The bus stop went dark in autumn; since then we walk round the block.",
        "Stops near the school feel random; nobody says why.",
        "Everyone wants the same two things: to be greeted, and to get home.",
        "Whether more patrols calm the block or tense it up.",
        "Who reads the complaint forms, and when do people hear back?",
    )
    display = RoomDisplay(stage.theme)
    display.setParent(stage.window)
    display.resize(1280, 720)
    display.show_content(RoomContent(RoomMode.LINES, lines))
    return display


def _run_reading(stage: Stage, *, on_display: bool = False) -> None:
    page = open_running(stage, time(12, 5))
    page.actions_here["read back"].trigger()
    stage.settle()
    if on_display:
        page.tools.read_back.view.room_choice.choose(RoomReadBack.THIS)
        page.tools.read_back.view.room_choice.chosen.emit(RoomReadBack.THIS)


def _notes_reading(stage: Stage) -> None:
    coming = ComingSession(stage)
    coming.run(time(10, 50))
    stage.go(PageName.NOTES, coming.id)
    stage.press(stage.words.tr("Read back"))


def _tally_sheet(stage: Stage) -> None:
    stage.go(PageName.PROGRAM, stage.program)
    stage.press(stage.words.tr("Change the program"))
    form = stage.the(ProgramForm)
    form.show_part(form.tallies)
    for name in (stage.words.tr("Age"), stage.words.tr("First time at a circle")):
        stage.press(name)


SCENES = (
    Scene("close", "Wrap up a session", _untouched),
    Scene("close-read-back", "Wrap up, reading back", partial(_step, CloseStep.READ_BACK)),
    Scene("close-editing", "Wrap up, a note being edited", _editing, FEW),
    Scene("close-on-display", "Wrap up, a note on the room display", _on_display, ("light",)),
    Scene("close-themes", "Wrap up, top themes", partial(_step, CloseStep.TOP_THEMES)),
    Scene("close-actions", "Wrap up, action ideas", partial(_step, CloseStep.ACTIONS)),
    Scene("close-dots", "Wrap up, dots", _dots),
    Scene(
        "close-dots-over", "Wrap up, more dots than there were", partial(_dots, over=9), ("light", "contrast")
    ),
    Scene("close-parking", "Wrap up, the parking lot", partial(_step, CloseStep.PARKING_LOT)),
    Scene("close-narrow", "Wrap up, in a narrow window", _narrow, FEW),
    Scene("close-people", "Wrap up, who was there", partial(_step, CloseStep.ATTENDANCE)),
    Scene("close-tallies", "Wrap up, tallies", _tallies),
    Scene(
        "close-tallies-few", "Wrap up, too few for tallies", partial(_tallies, present=8), ("light", "large")
    ),
    Scene("close-debrief", "Wrap up, the debrief", _debrief),
    Scene("close-privacy", "Wrap up, the privacy check", partial(_step, CloseStep.PRIVACY), FEW),
    Scene("close-export", "Wrap up, export", partial(_step, CloseStep.EXPORT)),
    Scene("close-saved", "Wrap up, saved", _saved, ("light", "dark", "large")),
    Scene(
        "close-opened-again",
        "Wrap up, opened again by two lines",
        partial(_opened_again, step=CloseStep.PRIVACY),
        FEW,
    ),
    Scene(
        "export-asks",
        "Export, asking before it saves",
        partial(_opened_again, step=CloseStep.EXPORT, asks=True),
        FEW,
    ),
    Scene("program-tallies", "Program, the tally sheet", _tally_sheet, FEW),
    Scene("run-read-back", "Run, reading back", _run_reading),
    Scene(
        "run-read-back-display",
        "Run, a note on the room display",
        partial(_run_reading, on_display=True),
        ("light",),
    ),
    Scene("run-notes-read", "Reading back while another laptop runs", _notes_reading, ("light", "large")),
    Scene("room-lines", "Room display: notes that are read back", _lines_on_display, ("light", "mirrored")),
)
