"""Home in its states."""

from __future__ import annotations

from datetime import time

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.ui.core.route import PageName
from tools.gallery.coming_session import ComingSession
from tools.gallery.scene import FEW, Scene
from tools.gallery.stage import Stage

_CIRCLES, _SESSIONS = 12, 5
_DAY = 24 * 60 * MINUTE


def _go(stage: Stage) -> None:
    stage.go(PageName.HOME)


def _menu(stage: Stage) -> None:
    stage.go(PageName.HOME)
    stage.window.move(-600, 0)  # otherwise the edge of a small screen would move the menu
    stage.press(stage.words.tr("Open a file or folder"))


def _interrupted(stage: Stage) -> None:
    ComingSession(stage).run(time(10, 41))
    stage.clock.advance(7 * MINUTE)
    stage.go(PageName.HOME)


def _sample_opened(stage: Stage) -> None:
    stage.workspace.desk_actions.import_sample()


def _many(stage: Stage) -> None:
    """Show sixty sessions of twelve circles, one of them left half-way."""
    circles: dict[int, RecordId] = {}
    for number in range(_CIRCLES * _SESSIONS):
        circle, session = number % _CIRCLES + 10, number // _CIRCLES + 1
        start = stage.clock.now() - (_CIRCLES * _SESSIONS - number) * _DAY
        text = stage.folders.shelf.translations("safety-together")["en"]
        where = Circle(f"C{circle}", f"Branch library {circle}")
        if circle not in circles:
            circles[circle] = stage.desk.add(NO_OWNER, where)
        session_draft = SessionDraft(
            (text,), "s1", session, start, start + 120 * MINUTE, 11, circle_id=circles[circle]
        )
        folder = stage.folders.session(create_session(stage.desk, session_draft))
        if folder is not None:
            runner = SessionRunner(stage.desk, folder, Pulse(stage.desk.file.path))
            runner.make_move(MoveKind.START)
            if number % 17:
                runner.make_move(MoveKind.CLOSE)
    stage.go(PageName.HOME)


SCENES = (
    Scene("home-first", "Home, first start", _go, with_sample=False),
    Scene("home-opened", "Home, the sample just opened", _sample_opened, ("light",), with_sample=False),
    Scene("home", "Home, ten to seven", _go),
    Scene("home-many", "Home, sixty sessions", _many, FEW, with_sample=False),
    Scene("home-menu", "Home, opening files", _menu, ("light", "dark")),
    Scene("home-interrupted", "Home, an interrupted session", _interrupted),
)
