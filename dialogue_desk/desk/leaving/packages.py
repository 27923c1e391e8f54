"""Makes and writes the packages that leave the laptop, with names that people recognize."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.keyring import seal_keys
from dialogue_desk.desk.session.session_scope import session_scope
from dialogue_desk.desk.trust.known_laptops import own_secret, vouches_to_tell
from dialogue_desk.domain.closing.leaving import Profile, leaving_records, may_leave_session
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.package import PACKAGE_ENDINGS, PACKAGE_SUFFIX, About, Contents, contents_of
from dialogue_desk.exchange.sealing import NOT_SEALED, SEALED_SUFFIX, Seal
from dialogue_desk.exchange.signing import PackageOrigin, signing
from dialogue_desk.file_names import portable_name
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.package_tables import Export
from dialogue_desk.whole_file import PATIENT, write_atomically
from dialogue_desk.words.times import local_datetime

PAPERS = "papers"
"""Stands for a profile where papers are written without a package."""

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ReadyPackage:
    """A package and its file's name.  It does not read the desk anymore.

    ``replaces`` are the file names of earlier revisions of it.
    """

    subject: RecordId
    profile: str
    revision: int
    digest: str
    identity: str
    name: str
    data: bytes
    replaces: frozenset[str] = frozenset()

    def named(self, seal: Seal) -> str:
        """Return the name of its file under ``seal``."""
        return f"{self.name}{SEALED_SUFFIX}" if seal else self.name


def session_records(
    desk: Desk, folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False
) -> Iterator[Record]:
    """Yield the records of a session's package: its own, and those of its circle and program that go with it.

    A record leaves only when all its editions may; tallies of few people stay here, and so do themes that
    nothing in the package has.  The traces of erased
    sessions of the circle are included, so that the laptops that import the package erase them too.
    """
    records = session_scope(desk, folder.id)
    for record in leaving_records(records, folder.id, profile, debrief=debrief):
        if may_leave_session(folder, record, profile, debrief=debrief):
            yield record
    yield from desk.file.records.known(folder.session.guides).values()
    yield from _erased(desk.file.records.under(folder.circle_id, Kind.SESSION))


def session_package(
    desk: Desk, folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False
) -> ReadyPackage:
    """Return the package of a session, ready to be written.

    Raises:
        PackageRefused: ``TOO_LARGE``, when no laptop would import that much.
        DeskTrouble: when a new signing key could not be saved.
    """
    about = About(
        "session",
        folder.program.name if folder.program else "",
        folder.circle.code,
        folder.session.number,
        date_of(folder.session),
        profile.value,
    )
    records = session_records(desk, folder, profile, debrief=debrief)
    return ready_package(desk, folder.id, stem(folder), contents_of(records, about), profile.value)


def organizers_seal(folder: SessionFolder, profile: Profile) -> Seal:
    """Return how a session's package is sealed by default: to the organizers' one or two keys, if any."""
    if profile is not Profile.ORGANIZER or folder.program is None:
        return NOT_SEALED
    return Seal(to=seal_keys(folder.program))


def export_session(desk: Desk, folder: SessionFolder, to: Path) -> Path:
    """Write the package of a session for the organizer into the folder ``to`` and return its path.

    It replaces earlier revisions in the folder.

    Raises:
        OSError: when it could not be written whole; then there is no new file.
        PackageRefused, DeskTrouble: as for ``session_package``.
    """
    return write_package(desk, session_package(desk, folder), to, organizers_seal(folder, Profile.ORGANIZER))


def export_program(desk: Desk, program_id: RecordId, to: Path) -> Path:
    """Write the package that facilitators open first: the program, its circles and starter themes.

    Themes that organizers made while they brought notes together stay here.
    The traces of erased circles and sessions are included; nobody knows anymore to which program an erased
    circle belonged, so all of them are.  It replaces earlier revisions in the folder.

    Raises:
        KeyError: when there is no such program.
        OSError: when it could not be written whole; then there is no new file.
    """
    name, contents = _program_contents(desk, program_id)
    return write_package(desk, ready_package(desk, program_id, plain_name(name), contents), to)


def program_file_is_older(desk: Desk, program_id: RecordId) -> bool:
    """Whether facilitators have a program file from before something in the program changed."""
    handed_out = desk.file.exports.latest(program_id, "")
    return handed_out is not None and handed_out.digest != _program_contents(desk, program_id)[1].digest


def program_files_in(desk: Desk, program_id: RecordId, folder: Path) -> tuple[Path, ...]:
    """Return the files of a program that were written into a folder and are there."""
    exports = (one for one in desk.file.exports.of(program_id) if not one.profile)
    written = dict.fromkeys(folder / one.path.name for one in exports)
    return tuple(path for path in written if path.is_file())


def _program_contents(desk: Desk, program_id: RecordId) -> tuple[str, Contents]:
    """Return the name of a program and what its file has in it."""
    program = desk.get(program_id)
    if program is None or not isinstance(program.body, Program):
        raise KeyError(program_id)
    records = [program, *_circles(desk, program_id)]
    own = desk.file.records.under(program_id, Kind.THEME, Kind.TALLY_CATEGORY)
    records += (record for record in own if not _is_organizers(record))
    return program.body.name, contents_of(records, About("program", program.body.name))


def _is_organizers(record: Record) -> bool:
    """Whether a record is a theme that organizers made for their own work: no version of it is offered."""
    bodies = [edition.body for edition in record.editions]
    return all(isinstance(body, Theme) and not body.starter for body in bodies)


def _circles(desk: Desk, program_id: RecordId) -> Iterator[Record]:
    """Yield the circles of a program, and the traces of erased circles and sessions."""
    for record in desk.file.records.of_kind(Kind.CIRCLE):
        if isinstance(record.body, Circle) and record.body.program == program_id:
            yield record
            yield from _erased(desk.file.records.under(record.id, Kind.SESSION))
        elif record.erased:
            yield record


def _erased(records: Iterable[Record]) -> Iterator[Record]:
    return (record for record in records if record.erased)


class PendingExport:
    """The export of a package and its documents, which is saved in the desk before the first byte is written.

    After a crash in between, the desk may know of a file that is not there, but never misses one that is.
    A read-only desk saves nothing.  ``files`` are the paths of the package and of the documents with it.

    Raises:
        DeskTrouble: when it could not be saved; then nothing is written yet.
    """

    def __init__(self, desk: Desk, package: ReadyPackage, files: Sequence[Path], *, sealed: bool) -> None:
        self._desk, self._package = desk, package
        self._files = [file.absolute() for file in files]
        self._folders = {file.parent for file in self._files if file.parent.is_dir()}
        self._before: list[Export] = []
        if desk.file.read_only:
            return
        self._before = [one for one in desk.file.exports.of(package.subject) if one.path in self._files]
        now = desk.clock.now()
        facts = (package.subject, package.profile, package.revision, package.digest, package.identity, now)
        exports = [Export(*facts, file, sealed and file.name.endswith(SEALED_SUFFIX)) for file in self._files]
        with desk.file.writing():
            desk.file.exports.remember(exports)
        desk.file.export_mark().write(desk.device, desk.file.history.last())

    def done(self) -> None:
        """Forget the earlier revisions that it replaced."""
        folders = dict.fromkeys(file.parent for file in self._files)
        replaced = [folder / name for folder in folders for name in self._package.replaces]
        self._forget([file for file in replaced if not file.exists()])

    def failed(self) -> None:
        """Forget what was not written after all, and remember again what is there from before.

        What may be on a USB stick that was pulled out is not forgotten.
        """
        pulled_out = {folder for folder in self._folders if not folder.is_dir()}
        here = [file for file in self._files if file.parent not in pulled_out]
        before = [one for one in self._before if one.path in here]
        there = {one.path for one in before}
        self._forget([file for file in here if file in there or not file.exists()], before)

    def _forget(self, files: Sequence[Path], restored: Sequence[Export] = ()) -> None:
        """Forget files.  On a full disk they stay known, which harms nobody."""
        if files and not self._desk.file.read_only:
            with contextlib.suppress(DeskTrouble), self._desk.file.writing():
                self._desk.file.exports.gone(self._package.subject, files)
                self._desk.file.exports.remember(restored)


def remember_papers(desk: Desk, subject: RecordId, files: Sequence[Path]) -> None:
    """Save in the desk that papers of a session or program were written, without a package.

    So whoever takes a quote back learns where its words may still be read.  On a desk that cannot be written,
    nothing is saved; the papers are as good without it.
    """
    if desk.file.read_only:
        return
    now = desk.clock.now()
    written = [Export(subject, PAPERS, 1, "", "", now, file.absolute()) for file in files]
    with contextlib.suppress(DeskTrouble), desk.file.writing():
        desk.file.exports.remember(written)


def remove_earlier_revisions(package: ReadyPackage, folder: Path) -> None:
    """Delete the files of earlier revisions from ``folder``, where the new one is by now."""
    for name in package.replaces:
        # A file that cannot be deleted still says itself that it is an older revision.
        with contextlib.suppress(OSError):
            PATIENT.do((folder / name).unlink, missing_ok=True)


def stem(folder: SessionFolder) -> str:
    """Return how the names of a session's files begin: program or "circle", code, session and date.

    Never the place: it may be somebody's home, and a name is read by whoever sees the file.
    """
    first = folder.program.called if folder.program else "circle"
    parts = (plain_name(first), plain_name(folder.circle.code), f"s{folder.session.number}")
    return "-".join((*parts, date_of(folder.session)))


def date_of(session: Session) -> str:
    """Return the day of a session in the room's time, as 2026-03-12."""
    return local_datetime(session.start, session.zone).date().isoformat()


def plain_name(text: str) -> str:
    """Return ``text`` as part of a file name on any system: lower-case ASCII letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return portable_name(_NOT_IN_NAMES.sub("-", ascii_only).strip("-")[:40].strip("-") or "circle")


def ready_package(
    desk: Desk, subject: RecordId, name: str, contents: Contents, profile: str = ""
) -> ReadyPackage:
    """Return a signed package of ``contents`` about ``subject``, with its revision.

    Raises:
        PackageRefused: ``TOO_LARGE``, when no laptop would import that much.
        DeskTrouble: when a new signing key could not be saved.
    """
    exports = desk.file.exports
    before = exports.latest(subject, profile)
    same = before is not None and before.digest == contents.digest
    revision = 1 if before is None else before.revision + (not same)
    earlier = [one for one in exports.of(subject) if one.profile == profile and one.revision < revision]
    replaces = next((one.identity for one in reversed(earlier) if one.revision == revision - 1), "")
    secret = own_secret(desk)
    written = PackageOrigin(desk.device, revision=revision, replaces=replaces, vouches=vouches_to_tell(desk))
    data, identity = contents.packed(None if secret is None else signing(secret, written))
    again = f"-r{revision}" if revision > 1 else ""
    own_name = f"{name}{again}-{identity[:8]}{PACKAGE_SUFFIX}"
    names = frozenset(one.path.name for one in earlier if one.path.name.endswith(PACKAGE_ENDINGS))
    return ReadyPackage(subject, profile, revision, contents.digest, identity, own_name, data, replaces=names)


def write_package(desk: Desk, package: ReadyPackage, to: Path, seal: Seal = NOT_SEALED) -> Path:
    """Write a package into the folder ``to``, replacing earlier revisions there, and return its path.

    Raises:
        OSError: when it could not be written whole; then there is no new file.
        DeskTrouble: when the export could not be saved in the desk; then nothing is written.
    """
    to.mkdir(parents=True, exist_ok=True)
    path = to / package.named(seal)
    pending_export = PendingExport(desk, package, [path], sealed=bool(seal))
    try:
        write_atomically(path, seal.put_on(package.data))
    except BaseException:
        pending_export.failed()
        raise
    remove_earlier_revisions(package, to)
    pending_export.done()
    return path
