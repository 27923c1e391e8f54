"""A small build in a folder of a person's own, and an update for it."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.exchange.signing import public_key
from dialogue_desk.exchange.update_file import listed, write_update
from dialogue_desk.exchange.update_manifest import UpdateManifest
from dialogue_desk.installation import Form, Installation

SECRET = bytes(range(32))
SYSTEM = "linux-x86_64"


def installed(folder: Path) -> Installation:
    here = folder / "Dialogue Desk"
    here.mkdir()
    return Installation(Form.FOLDER, here, SYSTEM, version="0.1.0", update_key=public_key(SECRET))


def made_update(folder: Path, version: str = "0.2.0") -> Path:
    build = folder / "new"
    build.mkdir()
    (build / "dialogue-desk-window").write_bytes(bytes(2_000_000))
    path = folder / "new.update"
    write_update(path, build, UpdateManifest(version, SYSTEM, "", listed(build)), SECRET)
    return path
