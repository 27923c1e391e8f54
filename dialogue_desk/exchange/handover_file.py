"""Handover files: a whole program with its keys, from one organizer to another, behind a passphrase.

Inside the seal is a container as packages are, signed by the laptop that hands over.  Its members are
packages, as many as the program needs, and the secrets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.age_files import is_age
from dialogue_desk.exchange.canonical_json import canonical_json, read_json_object
from dialogue_desk.exchange.container import file_bytes, pack, unpack
from dialogue_desk.exchange.limits import LIMITS
from dialogue_desk.exchange.package import HANDOVER, PACKAGE_SUFFIX, About, PackageReader, contents_of
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusing
from dialogue_desk.exchange.sealing import Keyring, NotAKey, Seal, SealingKey, key_of, unsealed
from dialogue_desk.exchange.signing import PackageOrigin, read_slip
from dialogue_desk.words import Words

_SECRETS = "secrets.json"
_PACKAGES = "packages/"
_IN_ONE = 4_000
"""So many records are in one of its packages, where they are not too long for that."""
_MOST = 8 * LIMITS.total
"""In bytes, everything unpacked: some ten times the largest program there is."""


@dataclass(frozen=True, slots=True)
class HandoverSecrets:
    """What the other organizer needs beside the records.

    ``heir`` is the secret half of a key that the laptop which hands over vouched for, in this file alone:
    whoever opens the file vouches for their own laptop with it.  ``keys`` open sealed packages.
    """

    heir: bytes = field(repr=False)
    keys: tuple[SealingKey, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedPackage:
    """One of the packages in a handover file."""

    identity: str
    about: About
    records: Mapping[RecordId, Record]


@dataclass(frozen=True, slots=True)
class HandoverFile:
    """A handover file that was read whole and checked; ``origin`` is the laptop that signed it."""

    program: str
    packages: tuple[HandedPackage, ...]
    secrets: HandoverSecrets
    origin: PackageOrigin

    @property
    def records(self) -> dict[RecordId, Record]:
        """All records in it, by id."""
        return {key: record for one in self.packages for key, record in one.records.items()}


def handover_bytes(
    program: str, records: Sequence[Record], secrets: HandoverSecrets, sign: Callable[[str], bytes]
) -> bytes:
    """Return a handover file before it is sealed; ``sign`` makes its slip.

    Raises:
        PackageRefused: ``TOO_LARGE`` when no laptop would open it.
    """
    about = About(HANDOVER, program)
    in_order = sorted(records, key=lambda record: record.id)
    chunks = (in_order[at : at + _IN_ONE] for at in range(0, len(in_order), _IN_ONE))
    packages = [data for chunk in chunks for data in _packed(chunk, about)]
    members = {f"{_PACKAGES}{number:03}{PACKAGE_SUFFIX}": data for number, data in enumerate(packages)}
    members[_SECRETS] = canonical_json(
        {"heir": secrets.heir.hex(), "keys": [key.secret for key in secrets.keys]}
    )
    return pack({"what": HANDOVER, "program": program}, members, sign)[0]


def read_handover(
    path: Path,
    passphrase: str,
    words: Words,
    progress: Callable[[int, int], None] | None = None,
) -> HandoverFile:
    """Return the handover file at ``path``.

    ``progress`` gets the numbers done and of all; it may raise to stop.

    Raises:
        PackageRefused: ``LOCKED`` without a passphrase, ``WRONG_PASSPHRASE``, ``NOT_A_PACKAGE`` when it is
            another file, ``CUT_SHORT`` or ``DAMAGED``; it names the file.
    """
    keys = Keyring(passphrases=(passphrase,) if passphrase else ())
    stopped: list[BaseException] = []

    def tell(done: int, total: int) -> None:
        try:
            if progress is not None:
                progress(done, total)
        except BaseException as stop:
            stopped.append(stop)
            raise

    try:
        with refusing(path.name):
            return _read(file_bytes(path), keys, words, tell)
    except PackageRefused:
        if stopped:  # a person stopped it; nothing is wrong with the file
            raise stopped[0] from None
        raise


def _read(data: bytes, keys: Keyring, words: Words, tell: Callable[[int, int], None]) -> HandoverFile:
    if not is_age(data):
        raise PackageRefused(Refusal.NOT_A_PACKAGE, "it is not sealed")
    container = unpack(unsealed(data, keys))
    if container.about.get("what") != HANDOVER:
        raise PackageRefused(Refusal.NOT_A_PACKAGE, "it hands over no program")
    if container.slip is None:
        raise PackageRefused(Refusal.FORGED, "nobody signed it")
    origin = read_slip(container.slip, container.identity)
    secrets = _secrets(container.members.get(_SECRETS, b""))
    names = [name for name in container.members if name.startswith(_PACKAGES)]
    reader, packages, size = PackageReader(words), [], 0
    for done, name in enumerate(names):
        tell(done, len(names))
        inner = unpack(container.members[name])
        size += sum(map(len, inner.members.values()))
        if size > _MOST:
            raise PackageRefused(Refusal.TOO_LARGE, f"more than {_MOST} bytes")
        identity, about, records = reader.contents(inner)
        packages.append(HandedPackage(identity, about, records))
    tell(len(names), len(names))
    program = container.about.get("program", "")
    return HandoverFile(program if isinstance(program, str) else "", tuple(packages), secrets, origin)


def sealed_handover(data: bytes, passphrase: str) -> bytes:
    """Return a handover file behind its passphrase.  It takes about a second.

    Raises:
        OSError: ``ENOMEM`` when there is no memory for that.
    """
    return Seal(passphrase=passphrase).put_on(data)


def _packed(records: Sequence[Record], about: About) -> Iterator[bytes]:
    """Yield packages of the records: one or, where that would be too large for one, several."""
    try:
        yield contents_of(records, about).packed()[0]
    except PackageRefused as refused:
        if refused.reason is not Refusal.TOO_LARGE or len(records) < 2:
            raise
        middle = len(records) // 2
        yield from _packed(records[:middle], about)
        yield from _packed(records[middle:], about)


def _secrets(data: bytes) -> HandoverSecrets:
    fields = read_json_object(data)
    heir, keys = fields.get("heir"), fields.get("keys", [])
    if not isinstance(heir, str) or not isinstance(keys, list):
        raise PackageRefused(Refusal.IMPOSSIBLE, "its secrets are none")
    try:
        secret = bytes.fromhex(heir)
        return HandoverSecrets(secret, tuple(_keys(keys)))
    except (ValueError, NotAKey) as error:
        raise PackageRefused(Refusal.IMPOSSIBLE, "its secrets are none") from error


def _keys(secrets: Iterable[object]) -> Iterator[SealingKey]:
    for secret in secrets:
        if not isinstance(secret, str):
            raise NotAKey("not a text")
        yield key_of(secret)
