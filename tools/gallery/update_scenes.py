"""Updates from a file, in their states."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dialogue_desk.exchange.signing import public_key
from dialogue_desk.exchange.update_file import listed, write_update
from dialogue_desk.exchange.update_manifest import UpdateManifest
from dialogue_desk.installation import Form, Installation
from dialogue_desk.newer_version import Choice, VersionsFolder
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.updating.update_section import UpdateSection
from dialogue_desk.ui.updating.update_sheet import UpdateSheet
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage

_SECRET = bytes(range(32))
_SYSTEM = "linux-x86_64"


def _here(stage: Stage, *, key: str = "") -> Installation:
    folder = stage.folder / "Dialogue Desk"
    folder.mkdir()
    return Installation(Form.FOLDER, folder, _SYSTEM, version="0.1.0", update_key=key or public_key(_SECRET))


def _made(stage: Stage, version: str = "0.2.0") -> Path:
    build = stage.folder / "new"
    build.mkdir()
    (build / "dialogue-desk-window").write_bytes(bytes(8_000_000))
    path = stage.folder / f"dialogue-desk-{version}-{_SYSTEM}.update"
    write_update(path, build, UpdateManifest(version, _SYSTEM, "", listed(build)), _SECRET)
    return path


def _sheet(stage: Stage, *, running: bool = False, done: bool = False, version: str = "0.2.0") -> None:
    stage.go(PageName.HOME)
    sheet = UpdateSheet(_made(stage, version), _here(stage), lambda: None, stage.context, stage.window)
    sheet.wait_for_session(running=running)
    sheet.open()
    stage.settle()
    if done:
        sheet.update_button.click()
        stage.settle()


def _section(stage: Stage, choice: Choice | None = None, *, off: bool = False) -> None:
    here = _here(stage)
    if off:
        here = Installation(Form.FOLDER, here.folder, _SYSTEM, version="0.1.0")
    if choice is not None:
        versions = VersionsFolder(here.folder)
        versions.folder.mkdir()
        versions.choose(choice)
    stage.laptops = UpdateSection(here, lambda: None, stage.context, lambda: False)
    stage.go(PageName.SETTINGS)
    stage.press(stage.words.tr("Laptops"))


SCENES = (
    Scene("update", "An update says what it would do", _sheet),
    Scene("update-waits", "An update waits for a session", partial(_sheet, running=True)),
    Scene("update-ready", "An update is ready", partial(_sheet, done=True)),
    Scene("update-older", "An update that is none is refused", partial(_sheet, version="0.0.9")),
    Scene("updates", "Where updates are opened", _section),
    Scene("updates-off", "A build takes no updates", partial(_section, off=True)),
    Scene("updates-failed", "An update did not start", partial(_section, choice=Choice("0.2.0", tries=2))),
)
