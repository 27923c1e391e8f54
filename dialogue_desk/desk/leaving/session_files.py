"""Saves the files that leave a session: all of them, or none that is new."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.documents import USUAL_PAPERS, SummaryOptions, paper_files
from dialogue_desk.desk.leaving.packages import (
    PendingExport,
    ReadyPackage,
    remove_earlier_revisions,
    session_package,
)
from dialogue_desk.desk.session.privacy_check import PrivacyCheck, believed
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.container import unpack
from dialogue_desk.exchange.file_trouble import missing_part
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.exchange.sealing import NOT_SEALED, Seal
from dialogue_desk.file_faults import Fault, fault_of
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.whole_file import PATIENT, FileToSave, write_atomically
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What a person chose to export: for whom, how sealed, and with which documents.

    The documents hold what everyone may read, and are not sealed.
    """

    profile: Profile = Profile.ORGANIZER
    debrief: bool = False
    seal: Seal = NOT_SEALED
    papers: SummaryOptions = USUAL_PAPERS


@dataclass(frozen=True, slots=True)
class ExportFiles:
    """The files of one export: a package first, then documents.  They do not read the desk anymore."""

    package: ReadyPackage
    seal: Seal
    files: tuple[FileToSave, ...]

    def begin(self, desk: Desk, to: Path) -> PendingExport:
        """Save in the desk that they are about to be written into the folder ``to``."""
        return PendingExport(
            desk, self.package, [to / file.name for file in self.files], sealed=bool(self.seal)
        )

    def save(self, to: Path, progress: Callable[[int, int], None]) -> tuple[Path, ...]:
        """Write them into the folder ``to``, where they replace earlier revisions.

        Raises:
            OSError: when one could not be written, or reads back differently; then no new file is left.
        """
        written = save_all(self.files, to, progress)
        if not self.seal:
            unpack(written[0].read_bytes())
        remove_earlier_revisions(self.package, to)
        return written

    def write(self, desk: Desk, to: Path) -> tuple[Path, ...]:
        """Write them into the folder ``to``, which is made if needed, and remember them in the desk.

        Raises:
            OSError: when one could not be written, or reads back differently; then no new file is left.
            DeskTrouble: when they could not be remembered; then nothing is written.
        """
        made = not to.exists()
        to.mkdir(parents=True, exist_ok=True)
        try:
            pending_export = self.begin(desk, to)
            try:
                written = self.save(to, lambda *_: None)
            except BaseException:
                pending_export.failed()
                raise
        except BaseException:
            if made:
                with contextlib.suppress(OSError):
                    to.rmdir()
            raise
        pending_export.done()
        return written


DEFAULT_EXPORT_CHOICES = ExportChoices()
"""A package for the organizer, and the usual documents."""


def export_files(
    desk: Desk, folder: SessionFolder, words: Words, choices: ExportChoices = DEFAULT_EXPORT_CHOICES
) -> ExportFiles:
    """Return the files of a session's export: its package, and its summary for people.

    The desk is read now; the files can be made and saved on another thread.

    Raises:
        PackageRefused: ``TOO_LARGE``, when no laptop would import a package that large.
        DeskTrouble: when a new signing key could not be saved.
    """
    package = session_package(desk, folder, choices.profile, debrief=choices.debrief)
    sealed = FileToSave(package.named(choices.seal), lambda: choices.seal.put_on(package.data))
    papers = paper_files(believed(PrivacyCheck(desk), folder), choices.papers, words)
    return ExportFiles(package, choices.seal, (sealed, *papers))


def older_documents(desk: Desk, package: ReadyPackage, written: Sequence[Path]) -> tuple[Path, ...]:
    """Return the documents beside those ``written`` that were left as they were after an earlier export.

    They may say what the session does not say anymore.  They are not written again unasked: a person may
    have worked on them.
    """
    here, now = written[0].absolute().parent, {file.absolute() for file in written}
    return tuple(
        one.path
        for one in desk.file.exports.of(package.subject)
        if one.path.parent == here and one.path not in now and one.digest not in ("", package.digest)
        if one.path.suffix in ENDINGS and one.path.is_file()
    )


def older_documents_text(older: Sequence[Path], words: Words) -> str:
    """Say which documents are older than what was saved, and what to do; "" when there are none."""
    if not older:
        return ""
    return words.ntr(
        "An older document is still there: {names}. Delete it, or save it again too.",
        "{count} older documents are still there: {names}. Delete them, or save them again too.",
        len(older),
        names=", ".join(safe_in_sentence(file.name) for file in older),
    )


def save_all(files: Sequence[FileToSave], to: Path, progress: Callable[[int, int], None]) -> tuple[Path, ...]:
    """Make the files, write them into the folder ``to``, then read each back and compare it.

    ``progress`` gets the number of steps done and the number of all steps.

    Raises:
        OSError: when one could not be written, or reads back differently; then no new file is left.
    """
    steps = 3 * len(files)
    ready: list[tuple[Path, bytes]] = []
    for file in files:
        progress(len(ready), steps)
        ready.append((to / file.name, file.make_bytes()))
    if not to.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(to))
    new: list[Path] = []
    try:
        for number, (path, data) in enumerate(ready, start=len(files)):
            progress(number, steps)
            if not path.exists():
                new.append(path)
            write_atomically(path, data)
        for number, (path, data) in enumerate(ready, start=2 * len(files)):
            progress(number, steps)
            _compare(path, data)
    except BaseException:
        for path in new:
            with contextlib.suppress(OSError):
                PATIENT.do(path.unlink, missing_ok=True)
        raise
    progress(steps, steps)
    return tuple(path for path, _ in ready)


def saving_trouble(error: BaseException, to: Path, words: Words) -> str:
    """Say why nothing was saved, what was kept, and what to do."""
    if isinstance(error, PackageRefused):
        return words.tr(
            "The package would be too large for any laptop to open, so nothing was saved. "
            "Everything is still on this laptop. Look for a note with a whole document pasted "
            "into it, and shorten it."
        )
    if not isinstance(error, OSError):
        return words.tr(
            "The files could not be created, so nothing was saved. Everything is still on this "
            "laptop, and the log says what went wrong."
        )
    folder = safe_in_sentence(to.name or str(to))
    return missing_part(error, words) or _folder_trouble(fault_of(error), folder, words)


def _folder_trouble(fault: Fault, folder: str, words: Words) -> str:
    tr = partial(words.tr, folder=folder)
    gone = tr(
        "“{folder}” is not there anymore, so nothing was saved. Everything is still on this "
        "laptop. Plug the USB stick back in, or choose another folder.",
    )
    said = {
        Fault.NO_MEMORY: tr(
            "There is not enough free memory on this laptop to seal a file with a passphrase, so "
            "nothing was saved. Everything is still on this laptop. Close other apps, then try again.",
        ),
        Fault.FULL: tr(
            "There is no space left in “{folder}”. No unfinished files were left there, and "
            "everything is still on this laptop. Free up space, or choose another folder.",
        ),
        Fault.READ_ONLY: tr(
            "“{folder}” is read-only, so nothing was saved there. Everything is still on this "
            "laptop. Choose another folder, or a USB stick that is not locked.",
        ),
        Fault.NOT_ALLOWED: tr(
            "You are not allowed to save files in “{folder}”, so nothing was saved there. Everything is "
            "still on this laptop. Choose another folder, or a USB stick that is not locked.",
        ),
        Fault.PRIVACY: tr(
            "macOS does not let Dialogue Desk use “{folder}”, so nothing was saved there. Everything is "
            "still on this laptop. Allow it in System Settings, under Privacy & Security, Files & Folders, "
            "or choose another folder.",
        ),
        Fault.IN_USE: tr(
            "Another app is using a file in “{folder}”, so nothing was saved there. Everything is still on "
            "this laptop. Close what is open from that folder, then try again.",
        ),
        Fault.NAME: tr(
            "The path of “{folder}” is too long for this laptop, so nothing was saved there. Everything is "
            "still on this laptop. Choose a folder with a shorter path.",
        ),
        Fault.MISSING: gone,
        Fault.AWAY: gone,
        Fault.IN_THE_WAY: tr(
            "Nothing could be saved in “{folder}”, because there is a file in its place. Everything is still "
            "on this laptop. Choose another folder.",
        ),
        Fault.BROKEN: tr(
            "The files could not be saved correctly in “{folder}”, so none of them counts as "
            "saved. Everything is still on this laptop. If the USB stick was pulled out, plug it "
            "back in; if not, use another one.",
        ),
    }
    return said.get(fault) or tr(
        "Nothing could be saved in “{folder}”. No unfinished files were left there, and "
        "everything is still on this laptop. Choose another folder.",
    )


def _compare(path: Path, data: bytes) -> None:
    """Read a file back and compare it, from the disk and not from memory where the system can do that."""
    with PATIENT.do(path.open, "rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        if file.read() != data:
            raise OSError(errno.EIO, "what was written reads back differently", str(path))
