"""Scenes of when it gets hot: the moments to choose from, one that is read, and both beforehand."""

from __future__ import annotations

from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.ui.run.run_page import RunPage
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage


def _moments(stage: Stage) -> None:
    """Run a session in the language of the look, and press the key."""
    text = stage.folders.shelf.translations("safety-together")[stage.words.language]
    now = stage.clock.now()
    hard_end, circle = now + 120 * MINUTE, Circle("C07", "Eastside Library")
    session = create_session(stage.desk, SessionDraft((text,), "s2", 2, now, hard_end, 11, circle=circle))
    stage.go(PageName.RUN, session)
    page = stage.the(RunPage)
    page.actions_here["clock"].trigger()
    page.actions_here["moments"].trigger()
    stage.settle()


def _moment_open(stage: Stage) -> None:
    _moments(stage)
    stage.the(RunPage).tools.moments.sheet.list.opened.emit("two-people")


def _moments_read(stage: Stage) -> None:
    stage.go(PageName.GUIDES)
    stage.the(GuidesPage).read_moments()


SCENES = (
    Scene("moments", "Run, when it gets hot", _moments, ALL_SIZES),
    Scene("moment-open", "Run, one moment", _moment_open, ALL_SIZES),
    Scene("moments-read", "The moments to read beforehand", _moments_read),
)
