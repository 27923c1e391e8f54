"""Scenes of files that are opened from outside: they waited for a session, or are not of ours."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.program.given_files import GivenFiles, GivenKind, Unopened
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.importing.unopened_sheet import UnopenedSheet
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_CAME = (Path("alder-c03-s1.dialogue"), Path("alder-c03-s2.dialogue"))


def _waiting(stage: Stage) -> None:
    waiting = stage.workspace.waiting_files
    stage.go(PageName.PRACTICE)
    waiting.give(_CAME)
    stage.settle()
    stage.go(PageName.HOME)
    stage.settle()


def _unopened(stage: Stage) -> None:
    stage.go(PageName.HOME)
    others = tuple(Unopened(Path(f"IMG_{number:04}.jpg"), GivenKind.OTHER) for number in range(198))
    packed = Unopened(Path("From Maria.zip"), GivenKind.PACKED)
    slips = Unopened(Path("porch-lights.dialogue-slips"), GivenKind.SLIPS)
    given = GivenFiles(unopened=(packed, slips, *others))
    UnopenedSheet(given, stage.context.theme, stage.words, stage.window).open()
    stage.settle()


SCENES = (
    Scene("opening-waiting", "Home, files that came during a session", _waiting, ALL_SIZES),
    Scene("opening-unopened", "Opening files, two hundred that are none of ours", _unopened, ALL_SIZES),
)
