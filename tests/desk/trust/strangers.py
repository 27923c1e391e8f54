"""Files that laptops hand on, and files that somebody with a key of their own, or with none, made up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import session_package
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.records import Edition, Record, Stamp, Version, laptop_of, new_record
from dialogue_desk.domain.records.trust import Vouch
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.exchange.signing import PackageOrigin, fingerprint, public_key, signing
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM, a_shelf

WORDS = Words()


class Stranger:
    """Somebody with a key, and without scruples about what a file says."""

    def __init__(self, folder: Path, secret: bytes | None = b"\x07" * 32):
        self.folder = folder / "from a stranger"
        self.folder.mkdir(exist_ok=True)
        self.secret = secret
        self.name = fingerprint(public_key(secret)) if secret else DeviceId("nobody")
        self.count = 0

    def stamp(self, device: DeviceId | None = None) -> Stamp:
        self.count += 1
        return Stamp(device or self.name, self.count, SEVEN_PM + self.count)

    def new(self, record_id: RecordId, owner: RecordId, body: Body) -> Record:
        return new_record(record_id, owner, body, self.stamp())

    def over(self, record: Record, body: Body | None) -> Record:
        return record.written(body, self.stamp())

    def trace(self, record: Record) -> Record:
        """Erase something of which only id, kind and owner are known."""
        count = (self.name, 1)
        gone = Edition(Version((count,)), SEVEN_PM, self.name, None, erased=True)
        return Record(record.id, record.kind, record.owner, (gone,))

    def file(self, *records: Record, vouches: tuple[Vouch, ...] = (), profile: str = "") -> Path:
        sign = signing(self.secret, PackageOrigin(self.name, vouches=vouches)) if self.secret else None
        return packed(self.folder, records, sign, profile)


def packed(folder: Path, records: Iterable[Record], sign=None, profile: str = "") -> Path:
    data, _ = contents_of(records, About("session", circle="C07", profile=profile)).packed(sign)
    path = folder / f"{hashlib.sha256(data).hexdigest()[:16]}.dialogue"
    path.write_bytes(data)
    return path


def said_by(record: Record, *counts: tuple[str, int], body: Body | None = None) -> Record:
    """Return a version of a record that claims these counts."""
    edition = Edition(Version(tuple(sorted(counts))), SEVEN_PM, laptop_of(counts[0][0]), body)
    return Record(record.id, record.kind, record.owner, (edition,))


def handed(desk: Desk, session_id: RecordId, profile: Profile = Profile.OTHER_LAPTOP) -> Path:
    """Write the package of a session as it would lie on a stick."""
    folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
    ready = session_package(desk, folder, profile)
    path = desk.file.path.parent / f"{desk.file.path.stem}-{ready.name}"
    path.write_bytes(ready.data)
    return path


def opened(desk: Desk, *paths: Path) -> ImportResult:
    return import_packages(desk, read_packages(paths, PackageReader(WORDS), WORDS), WORDS)


def everything(desk: Desk) -> list[Record]:
    return list(desk.file.records.everything())


def texts(record: Record | None) -> set[str]:
    """Return what the versions of a note say."""
    editions = () if record is None else record.editions
    return {one.body.text for one in editions if one.body is not None}


def writer(desk: Desk) -> str:
    """Return who counts what this desk writes now."""
    return f"{desk.device}/{desk.name.hand}"
