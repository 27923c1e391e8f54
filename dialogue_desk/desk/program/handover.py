"""Handing a program over: everything another organizer needs of it, in one file behind a passphrase.

The file is opened again on a fresh desk and compared before it is in its place.  ``docs/trust.md`` says what
the laptop that opens it may do.
"""

from __future__ import annotations

import contextlib
import errno
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import key_is_saved
from dialogue_desk.desk.leaving.packages import session_records
from dialogue_desk.desk.program.imports import ImportPlan, ImportResult, ReadPackage, import_packages
from dialogue_desk.desk.trust.known_laptops import own_secret, signer_of, vouches_to_tell
from dialogue_desk.domain.closing.leaving import Profile, may_leave, private_themes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.records import Record
from dialogue_desk.domain.records.trust import Vouch, VouchKind
from dialogue_desk.exchange.handover_file import (
    HandoverFile,
    HandoverSecrets,
    handover_bytes,
    read_handover,
    sealed_handover,
)
from dialogue_desk.exchange.package import HANDOVER
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import key_of
from dialogue_desk.exchange.signing import (
    MOST_VOUCHES,
    PackageOrigin,
    fingerprint,
    public_key,
    signing,
    vouch,
)
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.package_tables import Export
from dialogue_desk.whole_file import PATIENT, sync_folder, write_atomically
from dialogue_desk.words import Words

_BROKEN = frozenset(
    {
        Refusal.NOT_A_PACKAGE,
        Refusal.CUT_SHORT,
        Refusal.DAMAGED,
        Refusal.LOCKED,
        Refusal.WRONG_PASSPHRASE,
        Refusal.FORGED,
    }
)
"""Why a file is refused that a stick kept otherwise than it was written."""
STEPS = 4
"""Gathered, sealed, written, opened again: so many steps there are to writing one."""


@dataclass(frozen=True, slots=True)
class ReadyHandover:
    """A program ready to be handed over.  It does not read the desk anymore.

    ``heir`` is the name that whoever opens the file gets, and ``vouched`` what this laptop says of it;
    ``seal`` puts the passphrase on.
    """

    program: RecordId
    name: str
    records: tuple[Record, ...]
    secrets: HandoverSecrets = field(repr=False)
    heir: DeviceId
    vouched: Vouch
    sign: Callable[[str], bytes] = field(repr=False)
    clock: Clock
    seal: Callable[[bytes, str], bytes] = field(default=sealed_handover, repr=False)

    def write(self, path: Path, passphrase: str, words: Words, progress: Callable[[int, int], None]) -> None:
        """Write the file, open it again on a fresh desk, compare, and only then put it in its place.

        It can run on another thread; ``progress`` may raise to stop, and then there is no new file.

        Raises:
            OSError: when it could not be written, or opened again as it was; then there is no new file.
            PackageRefused: ``TOO_LARGE``, when no laptop would open that much; another reason, when no laptop
                would open what is in it, wherever it was written.
        """
        progress(0, STEPS)
        data = handover_bytes(self.name, self.records, self.secrets, self.sign)
        progress(1, STEPS)
        sealed = self.seal(data, passphrase)
        progress(2, STEPS)
        beside = path.with_name(f".dialogue-desk-{secrets.token_hex(8)}.part")
        try:
            write_atomically(beside, sealed, private=True)
            progress(3, STEPS)
            try:
                self._open_again(beside, passphrase, words)
            except PackageRefused as refused:
                if refused.reason not in _BROKEN:
                    raise
                raise OSError(errno.EIO, str(refused), str(path)) from refused
            progress(4, STEPS)
            PATIENT.do(beside.replace, path)
        finally:
            PATIENT.do(beside.unlink, missing_ok=True)
        sync_folder(path.parent)

    def _open_again(self, path: Path, passphrase: str, words: Words) -> None:
        handed = read_handover(path, passphrase, words)
        with closing(DeskFile(IN_MEMORY)) as file:
            fresh = Desk(file, self.clock, RandomIds())
            take_over(fresh, handed, path, words)
            here = {one.id: one for one in file.records.everything()}
            opens = set(file.keys.opening()) == {key.public for key in self.secrets.keys}
        if not opens or here != {one.id: one for one in self.records}:
            raise OSError(errno.EIO, "it opens as something else than was handed over", str(path))


def ready_handover(desk: Desk, folders: Folders, program_id: RecordId, ids: RandomIds) -> ReadyHandover:
    """Return a program as it would be handed over: read here, written by its ``write``.

    Raises:
        KeyError: when there is no such program.
        DeskTrouble: when this laptop cannot sign, because its desk is open read-only.
    """
    program = desk.get(program_id)
    if program is None or not isinstance(program.body, Program):
        raise KeyError(program_id)
    secret = own_secret(desk)
    if secret is None:
        raise DeskTrouble(Trouble.LOCKED, desk.file.path)
    heir = ids.secret()
    name = fingerprint(public_key(heir))
    said = vouch(secret, desk.device, VouchKind.CIRCLE, name, public_key(heir))
    vouches = (said, *vouches_to_tell(desk))[:MOST_VOUCHES]
    held = desk.file.keys.opening()
    keys = tuple(key_of(held[public]) for public in _keys_of(desk, program_id, program.body, held))
    return ReadyHandover(
        program_id,
        program.body.name,
        tuple(handed_records(desk, folders, program)),
        HandoverSecrets(heir, keys),
        name,
        said,
        signing(secret, PackageOrigin(desk.device, vouches=vouches)),
        desk.clock,
    )


def handed_records(desk: Desk, folders: Folders, program: Record) -> Iterator[Record]:
    """Yield everything of a program that goes to another organizer.

    That is all that reached this laptop from others, and what organizers made of it.  What was written here
    in a session that was led here goes as it would to any organizer: without the debrief, without quotes that
    nobody allowed, and without themes that only these have.  Traces of what was erased go along, so that it
    stays erased.
    """
    records = desk.file.records
    found = {program.id: program, **_by_id(records.under(program.id))}
    guides: set[RecordId] = set()
    here: list[Record] = []
    for circle in records.of_kind(Kind.CIRCLE):
        if circle.erased or not isinstance(circle.body, Circle) or circle.body.program != program.id:
            if circle.erased:
                found[circle.id] = circle
            continue
        found[circle.id] = circle
        for record in records.under(circle.id):
            found[record.id] = record
            if isinstance(record.body, Session):
                guides.update(record.body.guides)
                here += records.under(record.id)
                found |= _by_id(_of_session(desk, folders, record))
    private = private_themes((one for one in here if one.id not in found), found.values())
    found |= records.known(guides)
    yield from (one for one in found.values() if one.id not in private)


def expect_file(desk: Desk, handed: ReadyHandover, path: Path) -> None:
    """Save in the desk that a file with the program's notes is about to be at ``path``: erasing tells of it.

    Raises:
        DeskTrouble: when it could not be saved; then nothing is written yet.
    """
    now = desk.clock.now()
    one = Export(handed.program, HANDOVER, 1, handed.heir, handed.heir, now, path.absolute(), sealed=True)
    with desk.file.writing():
        desk.file.exports.remember([one])


def forget_file(desk: Desk, handed: ReadyHandover, path: Path) -> None:
    """Forget a file that was not written after all, unless another one is there."""
    if not path.exists():
        with contextlib.suppress(DeskTrouble), desk.file.writing():
            desk.file.exports.gone(handed.program, [path.absolute()])


def remember_heir(desk: Desk, handed: ReadyHandover) -> None:
    """Take from now on what the laptop changes that opens the file; its keys are somewhere else too now.

    Where that cannot be saved, what that laptop changes here waits for an answer.
    """
    with contextlib.suppress(DeskTrouble), desk.file.writing():
        desk.file.laptops.accept(handed.heir, desk.clock.now())
        desk.file.laptops.keep_vouch(handed.vouched)
    for key in handed.secrets.keys:
        key_is_saved(desk, key.public)


def take_over(desk: Desk, handed: HandoverFile, path: Path, words: Words) -> ImportResult:
    """Take a program over: its keys, what is in it, and the trust that goes with it.

    Undo takes back what came in; the keys and the trust stay.

    Raises:
        DeskTrouble: when it could not be written; then nothing of the program came in.
    """
    laptop = signer_of(desk, handed.origin)
    anew = laptop not in desk.names() and laptop not in desk.file.laptops.accepted()
    said = _vouches(desk, handed, laptop) if laptop not in desk.names() else ()
    now = desk.clock.now()
    with desk.file.writing():
        for key in handed.secrets.keys:
            desk.file.keys.keep_opening(key.public, key.secret)
            desk.file.keys.keep_saved(key.public, now)
        for one in said:
            desk.file.laptops.keep_vouch(one)
        if anew:
            desk.file.laptops.accept(laptop, now)
    packages = (
        ReadPackage(path, one.about, IncomingPackage(one.identity, path.name, one.records), handed.origin)
        for one in handed.packages
    )
    try:
        return import_packages(desk, ImportPlan(tuple(packages)), words)
    except DeskTrouble:
        with contextlib.suppress(DeskTrouble), desk.file.writing():
            for one in said:
                desk.file.laptops.drop_vouch(one)
            if anew:
                desk.file.laptops.forget(laptop)
        raise


def _vouches(desk: Desk, handed: HandoverFile, laptop: DeviceId) -> tuple[Vouch, ...]:
    """Return what the heir says of this laptop, and this laptop of the one that handed over."""
    own = own_secret(desk)
    if own is None:
        raise DeskTrouble(Trouble.LOCKED, desk.file.path)
    heir = handed.secrets.heir
    return (
        vouch(heir, fingerprint(public_key(heir)), VouchKind.SUCCESSOR, desk.device, public_key(own)),
        vouch(own, desk.device, VouchKind.CIRCLE, laptop, handed.origin.key),
    )


def _of_session(desk: Desk, folders: Folders, session: Record) -> Iterator[Record]:
    records = list(desk.file.records.under(session.id))
    led_here = session.id not in desk.file.holders.of([session.id]) or not all(
        may_leave(record, Profile.ORGANIZER, debrief=True) for record in records
    )
    folder = folders.session(session.id) if led_here else None
    if folder is None:
        yield from records
    else:
        yield from session_records(desk, folder)


def _keys_of(desk: Desk, program_id: RecordId, program: Program, held: Iterable[str]) -> Iterator[str]:
    """Yield the keys of a program that are here: those it names, and earlier ones, which no other names."""
    others = {
        key
        for one in desk.file.records.of_kind(Kind.PROGRAM)
        if isinstance(one.body, Program) and one.id != program_id
        for key in (one.body.seal_to, one.body.seal_to_also)
    }
    own = (program.seal_to, program.seal_to_also)
    return (key for key in held if key in own or key not in others)


def _by_id(records: Iterable[Record]) -> dict[RecordId, Record]:
    return {record.id: record for record in records}
