"""Makes the update of a build: its files, signed."""

from __future__ import annotations

import tomllib
from pathlib import Path, PurePosixPath

from dialogue_desk.desk.leaving import build_manifest
from dialogue_desk.exchange.signing import public_key
from dialogue_desk.exchange.update_file import check_update, listed, read_update, write_update
from dialogue_desk.exchange.update_manifest import SUFFIX, UpdateEntry, UpdateManifest
from dialogue_desk.newer_version import numbered


class CannotUpdate(Exception):
    """A build cannot become an update; the text says why, and what to do."""


def update_of(build: Path, to: Path, secret: bytes, version: str) -> Path:
    """Write the update of a build into the folder ``to``, read it back, and return its path.

    What the build says of itself in ``build.toml`` decides what the update is for.  Only what is in the list
    of its files travels: nothing that was left in its folder when it was tried.

    Raises:
        CannotUpdate: no app would take it.
        OSError: it could not be read or written.
        UpdateRefused: what was written reads back differently, or a file has a name that no app would take.
    """
    told = _told_by(build)
    if told.get("update_key") != public_key(secret):
        raise CannotUpdate(
            f"{build.name} carries another public key, or none, so nobody who has it could update again. "
            "Put the public key into build_spec/update_key.txt, and build it anew."
        )
    if not numbered(version):
        raise CannotUpdate(f"{version} is no version that an app could compare with its own.")
    files = _files_of(build)
    system = str(told.get("system", ""))
    manifest = UpdateManifest(version, system, str(told.get("commit", "")), files)
    to.mkdir(parents=True, exist_ok=True)
    path = to / f"dialogue-desk-{version}-{system}{SUFFIX}"
    write_update(path, build, manifest, secret)
    check_update(read_update(path, public_key(secret)), lambda _done, _total: None)
    return path


def _files_of(build: Path) -> tuple[UpdateEntry, ...]:
    """Return the files of a build that its own list has, and the list.

    Raises:
        CannotUpdate: there is no list, or a file is not as it was made.
        OSError: a file could not be read.
    """
    try:
        manifest = build_manifest.read(build)
    except build_manifest.ManifestUnreadable as why:
        raise CannotUpdate(f"{build.name} has no list of its files. Build it anew.") from why
    sums = {one.path: one.sha256 for one in manifest.files}
    folders = {str(above) for path in sums for above in PurePosixPath(path).parents}
    found = tuple(
        one
        for one in listed(build)
        if one.path in sums or one.path == manifest.place or (one.link and one.path in folders)
    )
    missing = sums.keys() - {one.path for one in found} if not any(one.link for one in found) else set()
    changed = (one.path for one in found if one.sha256 and sums.get(one.path, one.sha256) != one.sha256)
    if wrong := next(iter((*sorted(missing), *changed)), ""):
        raise CannotUpdate(f"{wrong} of {build.name} is missing or not as it was made. Build it anew.")
    return found


def _told_by(build: Path) -> dict[str, object]:
    found = sorted(build.rglob("build.toml"))
    if len(found) != 1:
        raise CannotUpdate(f"{build.name} is no build: there is no single build.toml in it.")
    return tomllib.loads(found[0].read_text(encoding="utf-8"))
