"""Packages: a set of records in a container, with their guides.

The same records make the same package, whatever the time, the laptop or their order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.domain.records.encoding import (
    InvalidRecord,
    UnknownKind,
    decode_records,
    encode_edition,
    json_text,
)
from dialogue_desk.domain.records.records import Record, guide_record
from dialogue_desk.domain.records.shape import MOST_EDITIONS, check_shape, renamed, too_many
from dialogue_desk.exchange.age_files import is_age
from dialogue_desk.exchange.canonical_json import JsonValue, canonical_json, json_lines, refuse_too_many
from dialogue_desk.exchange.container import FORMAT_VERSION, Container, file_bytes, pack, unpack
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import SUFFIX, read_stored_guide
from dialogue_desk.exchange.limits import LIMITS
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusing
from dialogue_desk.exchange.sealing import SEALED_SUFFIX, Keyring, unsealed
from dialogue_desk.exchange.signing import PackageOrigin, read_slip
from dialogue_desk.words import Words

PACKAGE_SUFFIX = ".dialogue"
PACKAGE_ENDINGS = (PACKAGE_SUFFIX, PACKAGE_SUFFIX + SEALED_SUFFIX)
"""How the names of packages end, unsealed and sealed."""

ORGANIZERS_WORK, HANDOVER = "organizers' work", "handover"
"""What a package between organizers says it is, and what a file that hands a program over does."""

HANDOVER_SUFFIX = ".dialogue-handover"

_RECORDS = "records.jsonl"
_READ_ME = "README.txt"
_GUIDES = "guides/"

_WHAT_THIS_IS = """\
This is a Dialogue Desk package: what one dialogue circle, or one program, handed on.
It holds no names of speakers.  Open it with Dialogue Desk, or unpack it with any zip program:
records.jsonl has one record a line (JSON), guides/ has the guides that were followed.
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a package says about itself before it is opened.

    ``what`` is "session", "program", "organizers' work", or "erased" for traces alone; ``date`` is the day
    of the session, as 2026-03-12; ``profile`` says for whom it was made, or "" when that is clear.
    """

    what: str
    program: str = ""
    circle: str = ""
    session: int = 0
    date: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was read whole and checked.

    ``origin`` is the laptop that wrote it, as its signature proves; None when it is unsigned.
    """

    identity: str
    about: About
    records: dict[RecordId, Record]
    origin: PackageOrigin | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a package to be written.

    ``digest`` is that of its records and guides alone.
    """

    about: Mapping[str, JsonValue]
    members: Mapping[str, bytes]
    digest: str

    def packed(self, sign: Callable[[str], bytes] | None = None) -> tuple[bytes, str]:
        """Return the package and its identity; ``sign`` makes its slip.

        Raises:
            PackageRefused: ``TOO_LARGE`` when no laptop would open it.
        """
        return pack(self.about, self.members, sign)


def contents_of(records: Iterable[Record], about: About) -> Contents:
    """Return the contents of a package of these records.

    Raises:
        PackageRefused: ``TOO_LARGE`` when no laptop would open it.
    """
    lines: list[bytes] = []
    guides: dict[str, bytes] = {}
    counts: dict[str, JsonValue] = {}
    crowded = False
    for record in sorted(records, key=lambda record: record.id):
        counts[record.kind.value] = int(str(counts.get(record.kind.value, 0))) + 1
        if isinstance(record.body, GuideText):
            guides[f"{_GUIDES}{record.id}{SUFFIX}"] = record.body.text.encode()
        else:
            lines += [json_text(encode_edition(record, edition)).encode() for edition in record.editions]
        crowded = crowded or too_many(record)
    if crowded or any(len(line) > LIMITS.line for line in lines):
        raise PackageRefused(Refusal.TOO_LARGE, "its lines are too long, or too many of one record")
    said = guides | {_RECORDS: b"".join(line + b"\n" for line in lines)}
    refuse_too_many(said[_RECORDS])
    _refuse_much_guide(said)
    described = {name: value for name, value in asdict(about).items() if name != "profile" or value}
    digest = canonical_json({name: hashlib.sha256(data).hexdigest() for name, data in said.items()})
    return Contents(
        described | {"counts": counts},
        said | {_READ_ME: _WHAT_THIS_IS.encode()},
        hashlib.sha256(digest).hexdigest(),
    )


class PackageReader:
    """Reads packages.  A guide is read only once, because the circles of a program share it.

    ``keys`` opens sealed packages.
    """

    def __init__(self, words: Words, keys: Keyring | None = None) -> None:
        self._words = words
        self._keys = keys or Keyring()
        self._guides: dict[bytes, Record] = {}

    def read(self, path: Path) -> Package:
        """Return the package in a file.

        Raises:
            PackageRefused: when anything in it is not as it should be; it names the file.
        """
        with refusing(path.name):
            data = file_bytes(path)
            sealed = is_age(data)
            data = unsealed(data, self._keys)
            container = unpack(data)
            del data  # what is in it is in the container, and takes as much room again
            if container.about.get("what") == HANDOVER:
                raise PackageRefused(Refusal.HANDED_OVER)
            origin = None if container.slip is None else read_slip(container.slip, container.identity)
            identity, about, records = self.contents(container)
            return Package(identity, about, records, origin, sealed)

    def contents(self, container: Container) -> tuple[str, About, dict[RecordId, Record]]:
        """Return the identity of a package, what it says about itself, and its records, all checked.

        Raises:
            PackageRefused: when anything in it is not as it should be.
        """
        with _told_newer(container.version):
            records = self._records(container.members)
        return container.identity, _about(container.about), records

    def _records(self, members: Mapping[str, bytes]) -> dict[RecordId, Record]:
        lines = members.get(_RECORDS)
        if lines is None:
            raise InvalidRecord(f"it has no {_RECORDS}")
        decoded = decode_records(json_lines(lines), MOST_EDITIONS)
        records = {record.id: record for record in map(renamed, decoded.values())}
        if len(records) < len(decoded):
            raise InvalidRecord("a fact stands twice among the records")
        check_shape(records)
        _refuse_much_guide(members)
        for name, data in members.items():
            if name.startswith(_GUIDES):
                guide = self._guide(data)
                records[guide.id] = guide
        return records

    def _guide(self, data: bytes) -> Record:
        known = self._guides.get(data)
        if known is not None:
            return known
        try:
            text = decoded(data)
            guide = read_stored_guide(text, "guide", self._words)
        except (UnicodeDecodeError, GuideUnreadable) as wrong:
            raise PackageRefused(Refusal.IMPOSSIBLE, "its guide cannot be read") from wrong
        record = guide_record(GuideText(guide.id, guide.version, guide.language, text))
        self._guides[data] = record
        return record


@contextmanager
def _told_newer(version: tuple[int, int]) -> Iterator[None]:
    """Say of what cannot be read in a package that a newer app made it, wherever that can be the reason.

    Within one major number a newer app may add kinds and choices, and say a known thing in another form.
    """
    try:
        yield
    except UnknownKind as unknown:
        raise PackageRefused(Refusal.NEWER, str(unknown)) from unknown
    except InvalidRecord as impossible:
        reason = Refusal.NEWER if version > FORMAT_VERSION else Refusal.IMPOSSIBLE
        raise PackageRefused(reason, str(impossible)) from impossible
    except PackageRefused as refused:
        if version > FORMAT_VERSION:
            raise PackageRefused(Refusal.NEWER, str(refused)) from refused
        raise


def _refuse_much_guide(members: Mapping[str, bytes]) -> None:
    if sum(len(data) for name, data in members.items() if name.startswith(_GUIDES)) > LIMITS.guides:
        raise PackageRefused(Refusal.TOO_LARGE, "its guides are too long")


def _about(fields: object) -> About:
    if not isinstance(fields, dict):
        raise PackageRefused(Refusal.IMPOSSIBLE, "it does not say what it is")

    def text(name: str) -> str:
        value = fields.get(name, "")
        return value if isinstance(value, str) else ""

    number = fields.get("session", 0)
    return About(
        text("what"),
        text("program"),
        text("circle"),
        number if type(number) is int else 0,
        text("date"),
        text("profile"),
    )
