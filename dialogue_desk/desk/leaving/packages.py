"""What leaves the laptop: packages, named so that a person knows them again, and never more than said."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.closing.leaving import Profile, may_leave_session
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.package import PACKAGE_ENDINGS, PACKAGE_SUFFIX, About, Contents, contents_of
from dialogue_desk.exchange.sealing import NOT_SEALED, SEALED_SUFFIX, Seal, is_public_key
from dialogue_desk.exchange.signing import PackageOrigin, signing
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.export_table import Export
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words.times import local_datetime

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ReadyPackage:
    """A package and its file's name.  It asks nothing more of the desk.

    ``replaces`` are the names of the files in which earlier revisions of it were handed out.
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
        """Return its file's name, sealed or not."""
        return f"{self.name}{SEALED_SUFFIX}" if seal else self.name


def session_records(
    desk: Desk, folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False
) -> Iterator[Record]:
    """Yield the records of a session's package: its own, its circle's rules and themes, its program's.

    A record leaves only when every edition of it may; tallies of few people stay here.  The traces of
    sessions of the circle that were erased go along, so that whoever takes the package in loses them too.
    """
    above = [folder.id, folder.circle_id, *([folder.program_id] if folder.program_id else [])]
    yield from desk.file.records.known([*above, *folder.session.guides]).values()
    for record in desk.file.records.under(folder.id):
        if may_leave_session(folder, record, profile, debrief=debrief):
            yield record
    yield from desk.file.records.under(folder.circle_id, Kind.GROUND_RULE, Kind.THEME)
    yield from _erased(desk.file.records.under(folder.circle_id, Kind.SESSION))
    if folder.program_id:
        yield from desk.file.records.under(folder.program_id, Kind.THEME, Kind.TALLY_CATEGORY)


def session_package(
    desk: Desk, folder: SessionFolder, profile: Profile = Profile.ORGANIZER, *, debrief: bool = False
) -> ReadyPackage:
    """Return the package of a session, to be written wherever and whenever it suits.

    Raises:
        PackageRefused: ``TOO_LARGE``, when it holds more than any laptop would take in.
        DeskTrouble: when this desk has no key to sign with yet, and it could not be kept.
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
    """Return how a session's package is sealed without a question: to the organizer's key, where there is."""
    key = folder.program.seal_to if folder.program else ""
    return Seal(to=(key,)) if profile is Profile.ORGANIZER and key and is_public_key(key) else NOT_SEALED


def export_session(desk: Desk, folder: SessionFolder, to: Path) -> Path:
    """Write the package of a session for the organizer into the folder ``to`` and return its path.

    It takes the place of an earlier revision that lies there.

    Raises:
        OSError: when it could not be written whole; then there is no new file.
        PackageRefused, DeskTrouble: as for ``session_package``.
    """
    return write_package(desk, session_package(desk, folder), to, organizers_seal(folder, Profile.ORGANIZER))


def export_program(desk: Desk, program_id: RecordId, to: Path) -> Path:
    """Write the file that facilitators open first: the program, its circles and starter themes.

    The traces of circles and sessions that were erased go along; of an erased circle nobody knows any more
    whose it was, so all of those do.  It takes the place of an earlier revision that lies there.

    Raises:
        KeyError: when there is no such program.
        OSError: when it could not be written whole; then there is no new file.
    """
    program = desk.get(program_id)
    if program is None or not isinstance(program.body, Program):
        raise KeyError(program_id)
    records = [program, *_circles(desk, program_id)]
    records += desk.file.records.under(program_id, Kind.THEME, Kind.TALLY_CATEGORY)
    name = program.body.name
    contents = contents_of(records, About("program", name))
    return write_package(desk, ready_package(desk, program_id, plain_name(name), contents), to)


def _circles(desk: Desk, program_id: RecordId) -> Iterator[Record]:
    """Yield the circles of a program, and the traces of circles and their sessions that were erased."""
    for record in desk.file.records.of_kind(Kind.CIRCLE):
        if isinstance(record.body, Circle) and record.body.program == program_id:
            yield record
            yield from _erased(desk.file.records.under(record.id, Kind.SESSION))
        elif record.erased:
            yield record


def _erased(records: Iterable[Record]) -> Iterator[Record]:
    return (record for record in records if record.erased)


def exports_of(desk: Desk, subject: RecordId) -> tuple[Export, ...]:
    """Return every file that was written outside of a session, or as the file of a program."""
    return desk.file.exports.of(subject)


class PendingExport:
    """The handing out of a package and the papers beside it: kept in mind from before the first byte.

    A laptop that dies in between knows of a file that may lie there, and never of one too few.

    Args:
        desk: where it is kept in mind; a desk that is only looked at keeps nothing.
        package: what is handed out.
        files: where it, and the papers, will lie.
        sealed: whether the package is.

    Raises:
        DeskTrouble: when it could not be kept; then nothing is written yet.
    """

    def __init__(self, desk: Desk, package: ReadyPackage, files: Sequence[Path], *, sealed: bool) -> None:
        self._desk, self._package = desk, package
        self._files = [file.absolute() for file in files]
        self._folders = {file.parent for file in self._files if file.parent.is_dir()}
        self._before: list[Export] = []
        if desk.file.read_only:
            return
        self._before = [one for one in exports_of(desk, package.subject) if one.path in self._files]
        now = desk.clock.now()
        with desk.file.writing():
            desk.file.exports.remember(
                [
                    Export(
                        package.subject,
                        package.profile,
                        package.revision,
                        package.digest,
                        package.identity,
                        now,
                        file,
                        sealed and file.name.endswith(SEALED_SUFFIX),
                    )
                    for file in self._files
                ]
            )

    def done(self) -> None:
        """Let go of the earlier revisions whose place it took."""
        folders = dict.fromkeys(file.parent for file in self._files)
        replaced = [folder / name for folder in folders for name in self._package.replaces]
        self._let_go([file for file in replaced if not file.exists()])

    def failed(self) -> None:
        """Let go of what was not written after all, and know again of what lies there from before.

        What may lie on a stick that was pulled out is still known of.
        """
        pulled_out = {folder for folder in self._folders if not folder.is_dir()}
        here = [file for file in self._files if file.parent not in pulled_out]
        before = [one for one in self._before if one.path in here]
        there = {one.path for one in before}
        self._let_go([file for file in here if file in there or not file.exists()], before)

    def _let_go(self, files: Sequence[Path], back: Sequence[Export] = ()) -> None:
        """Forget files.  Where that finds no room they are still known of, which harms nobody."""
        if files and not self._desk.file.read_only:
            with contextlib.suppress(DeskTrouble), self._desk.file.writing():
                self._desk.file.exports.gone(self._package.subject, files)
                self._desk.file.exports.remember(back)


def remove_earlier_revisions(package: ReadyPackage, folder: Path) -> None:
    """Take the files of earlier revisions out of ``folder``, where the new one lies by now."""
    for name in package.replaces:
        # What cannot be taken away is an older revision still, and says so of itself.
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def stem(folder: SessionFolder) -> str:
    """Return how a session's files begin: program or place, circle, session and date."""
    first = folder.program.called if folder.program else ""
    first = first or folder.session.place or folder.circle.place
    parts = (plain_name(first), plain_name(folder.circle.code), f"s{folder.session.number}")
    return "-".join((*parts, date_of(folder.session)))


def date_of(session: Session) -> str:
    """Return the day of the room on which a session was held, as 2026-03-12."""
    return local_datetime(session.start, session.zone).date().isoformat()


def plain_name(text: str) -> str:
    """Return text for a file's name on any system: lower-case ASCII letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", ascii_only).strip("-")[:40].strip("-") or "circle"


def ready_package(
    desk: Desk, subject: RecordId, name: str, contents: Contents, profile: str = ""
) -> ReadyPackage:
    """Return a package of ``contents`` about ``subject``, signed, under the number of its revision.

    Raises:
        PackageRefused: ``TOO_LARGE``, when it holds more than any laptop would take in.
        DeskTrouble: when this desk has no key to sign with yet, and it could not be kept.
    """
    before = desk.file.exports.latest(subject, profile)
    same = before is not None and before.digest == contents.digest
    revision = 1 if before is None else before.revision + (not same)
    earlier = [one for one in exports_of(desk, subject) if one.profile == profile and one.revision < revision]
    replaces = next((one.identity for one in reversed(earlier) if one.revision == revision - 1), "")
    secret = _secret(desk)
    written = PackageOrigin(desk.device, revision=revision, replaces=replaces)
    data, identity = contents.packed(None if secret is None else signing(secret, written))
    again = f"-r{revision}" if revision > 1 else ""
    own_name = f"{name}{again}-{identity[:8]}{PACKAGE_SUFFIX}"
    names = frozenset(one.path.name for one in earlier if one.path.name.endswith(PACKAGE_ENDINGS))
    return ReadyPackage(subject, profile, revision, contents.digest, identity, own_name, data, replaces=names)


def _secret(desk: Desk) -> bytes | None:
    """Return what this desk signs with, made when it signs for the first time."""
    keys = desk.file.keys
    if keys.signing(desk.device) is None and not desk.file.read_only:
        with desk.file.writing():
            keys.keep_signing(desk.device, desk.ids.secret())
    return keys.signing(desk.device)


def write_package(desk: Desk, package: ReadyPackage, to: Path, seal: Seal = NOT_SEALED) -> Path:
    """Write a package into the folder ``to``, in the place of earlier revisions there; return its path.

    Raises:
        OSError: when it could not be written whole; then there is no new file.
        DeskTrouble: when it could not be kept in mind; then nothing is written.
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
