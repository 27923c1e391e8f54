"""Circles that other laptops wrote, and files of a stranger who would change and erase them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erasure_notice
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.signing import PackageOrigin, fingerprint, public_key, signing
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun, note
from tests.desk.leaving.test_packages import folder_of

WORDS = Words()


def opened(desk: Desk, *paths: Path) -> ImportResult:
    return import_packages(desk, read_packages(paths, PackageReader(WORDS), WORDS), WORDS)


@dataclass
class Strangers:
    """Packages of ``circles`` that as many laptops wrote, with two notes each, in ``folder``."""

    folder: Path
    circles: int = 3
    handed: list[Path] = field(default_factory=list)
    sessions: list[RecordId] = field(default_factory=list)
    known: int = 0

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for number in range(self.circles):
            desk = a_desk(self.folder / f"writer-{number}.db", seed=100 + number)
            session = begun(desk, circle=Circle(f"C{number + 1:02}", "Library"))
            for text in ("first", "second"):
                desk.add(session, note(text))
            self.sessions.append(session)
            self.handed.append(handed(desk, session, self.folder))
            desk.file.close()

    def desk(self, seed: int) -> Desk:
        """Return another laptop that has opened all the packages."""
        self.known += 1
        desk = a_desk(self.folder / f"stranger-{seed}-{self.known}.db", seed=seed)
        opened(desk, *self.handed)
        return desk

    def erasing(self, seed: int = 900, *, circles: int | None = None) -> Path:
        """Return a file without words, signed by a stranger, that erases whole circles."""
        desk = self.desk(seed)
        targets = [one.id for one in desk.file.records.of_kind(Kind.CIRCLE)][:circles]
        ids = sorted(desk.erase(targets).erased)
        path = self.folder / f"erased-{seed}.dialogue"
        path.write_bytes(erasure_notice(desk, ids).data)
        desk.file.close()
        return path

    def changing(self, seed: int = 901, *, circle: int = 0) -> Path:
        """Return a package, signed by a stranger, that changes both notes of a circle."""
        desk = self.desk(seed)
        session = self.sessions[circle]
        for record in desk.file.records.under(session, Kind.NOTE):
            desk.rewrite(record.id, note("theirs"))
        path = handed(desk, session, self.folder, name=f"changed-{seed}.dialogue")
        desk.file.close()
        return path


def handed(
    desk: Desk, session: RecordId, to: Path, *, name: str = "", profile: Profile = Profile.ORGANIZER
) -> Path:
    """Write the package of a session into a folder."""
    package = session_package(desk, folder_of(desk, session), profile)
    path = to / (name or package.name)
    path.write_bytes(package.data)
    return path


def signed_by(package: Path, secret: bytes) -> Path:
    """Write the same package as that of the laptop with this key."""
    container = unpack(package.read_bytes())
    origin = PackageOrigin(fingerprint(public_key(secret)))
    to = package.with_name(f"{package.stem}-{secret.hex()[:4]}.dialogue")
    to.write_bytes(pack(container.about, container.members, signing(secret, origin))[0])
    return to


def unsigned(package: Path, to: Path) -> Path:
    """Write the same package without who signed it."""
    container = unpack(package.read_bytes())
    data, _ = pack(container.about, container.members)
    to.write_bytes(data)
    return to
