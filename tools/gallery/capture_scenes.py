"""Notes being caught, in each state that a note-taker meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.notes.note_form import NoteInput
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.run_page import RunPage
from tools.gallery.stage import Stage
from tools.gallery.tonight import Tonight

_LONG = (
    "On the way home from the late shift the lamp at the stop was out again, and a car slowed down. "
    "Nobody got out, nobody said anything, and I walked the long way round by the market.\n"
) * 4


def _noting(stage: Stage, text: str = "", until: time = time(10, 50)) -> NoteInput:
    """Run tonight, with ``text`` in the box."""
    tonight = Tonight(stage.desk, stage.folders, stage.clock)
    tonight.hold(until)
    stage.go(PageName.RUN, tonight.id)
    stage.the(ResumePanel).count_button.click()
    stage.settle()
    page = stage.the(RunPage)
    page.actions_here["note"].trigger()
    capture = page.notes.note_input
    capture.box.insertPlainText(text)
    stage.settle()
    return capture


def _signs(stage: Stage) -> None:
    _noting(stage)


def _offers(stage: Stage) -> None:
    capture = _noting(stage, "The gym is empty at four #s")
    capture.box.turned.emit(1)


def _new_theme(stage: Stage) -> None:
    _noting(stage, "?Who decides where the lamp goes #lamps /2 ")


def _spread(stage: Stage) -> None:
    _noting(stage, "Everyone wants to be greeted.").choices.choose_spread(Spread.MOST)


def _late(stage: Stage) -> None:
    capture = _noting(stage, "The door chain was fixed the same evening.")
    capture.choices.choose_earlier_part(list(capture.line_part.earlier)[1])


def _late_menu(stage: Stage) -> None:
    capture = _noting(stage, "The door chain was fixed the same evening.")
    stage.window.move(-600, -200)
    capture.choices.open_earlier()


def _kinds(stage: Stage) -> None:
    _noting(stage).choices.kinds.toggle_all()


def _question(stage: Stage) -> None:
    _noting(stage)
    stage.the(RunPage).card.words.questions[1].click()


def _off(stage: Stage, *, asked: bool = False, overruled: bool = False) -> None:
    capture = _noting(stage, until=time(10, 27))
    if overruled:
        capture.overruled.emit("six-views", "Everyone asked for it")
    elif asked:
        capture.notice.ask()
        capture.notice.reason.setText("Everyone asked that it be")


def _themes_only(stage: Stage) -> None:
    capture = _noting(stage, _LONG.splitlines()[0], until=time(10, 9))
    capture.entered.emit()


def _long(stage: Stage) -> None:
    capture = _noting(stage, _LONG)
    capture.box.moveCursor(QTextCursor.MoveOperation.End)


CAPTURE: tuple[tuple[str, str, Callable[[Stage], QWidget | None]], ...] = (
    ("capture-signs", "Notes, the signs until they are learnt", _signs),
    ("capture-offers", "Notes, themes that may be meant", _offers),
    ("capture-new", "Notes, what a line says of itself", _new_theme),
    ("capture-spread", "Notes, how many of you", _spread),
    ("capture-late", "Notes, a late thought", _late),
    ("capture-late-menu", "Notes, the parts before this one", _late_menu),
    ("capture-kinds", "Notes, every kind", _kinds),
    ("capture-question", "Notes, the question that is on", _question),
    ("capture-off", "Notes are off", _off),
    ("capture-off-why", "Notes are off, and why they are taken", partial(_off, asked=True)),
    ("capture-overruled", "Notes are taken for a reason", partial(_off, overruled=True)),
    ("capture-themes", "Themes only, and a whole sentence", _themes_only),
    ("capture-long", "Notes, a long text", _long),
)
"""The name, the title and the bringing about of each scene."""
