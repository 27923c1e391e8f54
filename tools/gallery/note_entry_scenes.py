"""Notes being added, in each state that a note-taker meets."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtGui import QTextCursor

from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.ui.notes.note_form import NoteInput
from dialogue_desk.ui.run.run_page import RunPage
from tools.gallery.coming_session import open_running
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

_LONG = (
    "On the way home from the late shift the lamp at the stop was out again, and a car slowed down. "
    "Nobody got out, nobody said anything, and I walked the long way round by the market.\n"
) * 4


def _noting(stage: Stage, text: str = "", until: time = time(10, 50)) -> NoteInput:
    """Run the coming session, with ``text`` in the box."""
    page = open_running(stage, until)
    page.actions_here["note"].trigger()
    note_input = page.notes.note_input
    note_input.box.insertPlainText(text)
    stage.settle()
    return note_input


def _signs(stage: Stage) -> None:
    _noting(stage)


def _offers(stage: Stage) -> None:
    note_input = _noting(stage, "The gym is empty at four #s")
    note_input.box.turned.emit(1)


def _new_theme(stage: Stage) -> None:
    _noting(stage, "?Who decides where the lamp goes #lamps /2 ")


def _spread(stage: Stage) -> None:
    _noting(stage, "Everyone wants to be greeted.").choices.choose_spread(Spread.MOST)


def _late(stage: Stage) -> None:
    note_input = _noting(stage, "The door chain was fixed the same evening.")
    note_input.choices.choose_earlier_part(list(note_input.line_part.earlier)[1])


def _late_menu(stage: Stage) -> None:
    note_input = _noting(stage, "The door chain was fixed the same evening.")
    stage.window.move(-600, -200)
    note_input.choices.open_earlier()


def _kinds(stage: Stage) -> None:
    _noting(stage).choices.kinds.toggle_all()


def _question(stage: Stage) -> None:
    _noting(stage)
    stage.the(RunPage).card.words.questions[1].click()


def _off(stage: Stage, *, asked: bool = False, overruled: bool = False) -> None:
    note_input = _noting(stage, until=time(10, 27))
    if overruled:
        note_input.overruled.emit("six-views", "Everyone asked for it")
    elif asked:
        note_input.notice.ask()
        note_input.notice.reason.setText("Everyone asked that it be")


def _themes_only(stage: Stage) -> None:
    note_input = _noting(stage, _LONG.splitlines()[0], until=time(10, 9))
    note_input.entered.emit()


def _long(stage: Stage) -> None:
    note_input = _noting(stage, _LONG)
    note_input.box.moveCursor(QTextCursor.MoveOperation.End)


SCENES = (
    Scene("note-entry-signs", "Notes, the signs until they are learnt", _signs),
    Scene("note-entry-offers", "Notes, themes that may be meant", _offers),
    Scene("note-entry-new", "Notes, what a line says of itself", _new_theme),
    Scene("note-entry-spread", "Notes, how many of you", _spread),
    Scene("note-entry-late", "Notes, a late thought", _late),
    Scene("note-entry-late-menu", "Notes, the parts before this one", _late_menu),
    Scene("note-entry-kinds", "Notes, every kind", _kinds),
    Scene("note-entry-question", "Notes, the question that is on", _question),
    Scene("note-entry-off", "Notes are off", _off),
    Scene("note-entry-off-why", "Notes are off, and why they are taken", partial(_off, asked=True)),
    Scene("note-entry-overruled", "Notes are taken for a reason", partial(_off, overruled=True)),
    Scene("note-entry-themes", "Themes only, and a whole sentence", _themes_only),
    Scene("note-entry-long", "Notes, a long text", _long),
)
