"""An update step by step: looked at, put beside the app, and started when the app starts the next time.

Whatever goes wrong or is killed on the way, the app that is here stays and starts: nothing of it is changed
(``dialogue_desk/newer_version.py``).
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.clock import Clock
from dialogue_desk.exchange.update_file import (
    Progress,
    UpdateFile,
    check_update,
    compare_unpacked,
    read_update,
    unpack_update,
)
from dialogue_desk.exchange.update_manifest import UpdateRefusal, UpdateRefused
from dialogue_desk.file_faults import Fault, fault_of
from dialogue_desk.installation import Form, Installation
from dialogue_desk.newer_version import UNFINISHED, Choice, VersionsFolder, numbered
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.whole_file import PATIENT, sync_folder
from dialogue_desk.words.times import local_datetime

_SPARE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class UpdateOffer:
    """What an update would do: from one version to another, with so many bytes on disk."""

    here: Installation
    update: UpdateFile

    @property
    def version(self) -> str:
        """The version that it brings."""
        return self.update.manifest.version

    @property
    def size(self) -> int:
        """How many bytes it needs on disk."""
        return self.update.manifest.total


def why_not(here: Installation) -> UpdateRefusal | None:
    """Return why this app takes no update from files, whatever they are; None when it does."""
    if here.form is Form.SOURCE:
        return UpdateRefusal.SOURCE
    if here.form is Form.SYSTEM:
        return UpdateRefusal.BY_SYSTEM
    return None if here.update_key else UpdateRefusal.NO_KEY


def failed_version(here: Installation) -> str:
    """Return the version that was put beside this app and showed no page, or ""."""
    choice = VersionsFolder.around(here.folder).choice() if here.form is Form.FOLDER else None
    return choice.version if choice is not None and choice.failed else ""


def ready_version(here: Installation) -> str:
    """Return the newer version that starts the next time, or ""."""
    versions = VersionsFolder.around(here.folder)
    choice = versions.choice() if here.form is Form.FOLDER else None
    waits = choice is not None and not choice.failed and numbered(choice.version) > numbered(here.version)
    return choice.version if choice is not None and waits else ""


def offered(path: Path, here: Installation) -> UpdateOffer:
    """Read what an update would do; its files are not looked at yet.

    Raises:
        UpdateRefused: it is none for this app, with the reason.
    """
    if reason := why_not(here):
        raise UpdateRefused(reason)
    update = read_update(path, here.update_key)
    manifest = update.manifest
    if manifest.system != here.system:
        raise UpdateRefused(UpdateRefusal.OTHER_SYSTEM, told=manifest.system)
    if numbered(manifest.version) == numbered(here.version):
        raise UpdateRefused(UpdateRefusal.SAME)
    if numbered(manifest.version) < numbered(here.version):
        raise UpdateRefused(UpdateRefusal.OLDER, told=manifest.version)
    if manifest.version == ready_version(here):
        raise UpdateRefused(UpdateRefusal.READY, told=manifest.version)
    return UpdateOffer(here, update)


def check(offer: UpdateOffer, progress: Progress) -> None:
    """Read an update to its end and change nothing.

    Raises:
        UpdateRefused: it is damaged or cannot be read.
    """
    check_update(offer.update, progress)


def copy_desk(desk: Path, clock: Clock) -> None:
    """Make the copy of today of a desk file; without a desk there is nothing to copy.

    Raises:
        UpdateRefused: no copy could be made.
    """
    if not desk.exists():
        return
    now = clock.now()
    try:
        Backups(desk).make(local_datetime(now, clock.zone(now)).date())
    except DeskTrouble as trouble:
        raise UpdateRefused(UpdateRefusal.NO_COPY, str(trouble)) from trouble


def put_beside(offer: UpdateOffer, copy_desk: Callable[[], object], progress: Progress) -> None:
    """Copy the desk, write the new version beside this one, read it back, and let it start the next time.

    ``copy_desk`` raises what it likes when no copy could be made.  ``progress`` counts bytes, those that are
    written and those that are read back; what it raises ends the work, and nothing of it is left.

    Raises:
        UpdateRefused: with the reason; the app that is here starts as before.
    """
    versions = VersionsFolder.around(offer.here.folder)
    running = offer.here.version if offer.here.folder != versions.root else ""
    copy_desk()
    try:
        with _alone(versions):
            if offer.version == ready_version(offer.here):  # another window was first; perhaps it runs
                raise UpdateRefused(UpdateRefusal.READY, told=offer.version)
            try:
                _write(offer, versions, progress)
                versions.choose(Choice(offer.version, previous=running))
            finally:
                shutil.rmtree(versions.folder / UNFINISHED, ignore_errors=True)
    except OSError as error:
        full = fault_of(error) is Fault.FULL
        raise UpdateRefused(UpdateRefusal.NO_ROOM if full else UpdateRefusal.NO_PLACE, str(error)) from error


@contextmanager
def _alone(versions: VersionsFolder) -> Iterator[None]:
    """Let no other window or command write into the folder of versions meanwhile.

    Raises:
        UpdateRefused: ``BUSY`` when one does.
        OSError: nothing can be written there.
    """
    if versions.folder.is_symlink():
        raise OSError(errno.ELOOP, "a link has the place of the folder", str(versions.folder))
    versions.folder.mkdir(exist_ok=True)
    try:
        lock = FileLock(versions.folder / UNFINISHED)
    except DeskTrouble as trouble:
        raise UpdateRefused(UpdateRefusal.BUSY) from trouble
    try:
        yield
    finally:
        lock.close()


def _write(offer: UpdateOffer, versions: VersionsFolder, progress: Progress) -> None:
    manifest = offer.update.manifest
    unfinished, place = versions.folder / UNFINISHED, versions.folder / offer.version
    for left in (unfinished, place):  # of a kill, or of a version that showed no page
        if left.is_symlink() or left.is_file():
            left.unlink()
        elif left.exists():
            shutil.rmtree(left)
    if shutil.disk_usage(versions.folder).free < manifest.total + _SPARE:
        raise UpdateRefused(UpdateRefusal.NO_ROOM)
    inner = unfinished / versions.of(offer.version).relative_to(place)
    inner.mkdir(parents=True)
    twice = 2 * manifest.total
    unpack_update(offer.update, inner, lambda done, _: progress(done, twice))
    compare_unpacked(inner, manifest, lambda done, total: progress(total + done, twice))
    _sync_folders(unfinished)
    PATIENT.do(unfinished.rename, place)
    sync_folder(versions.folder)


def _sync_folders(folder: Path) -> None:
    for inner, _, _ in os.walk(folder):
        sync_folder(Path(inner))
