"""Imports packages: reads them all first, then imports the good ones as one step.

Reading is slow and changes nothing, so it can run on another thread; importing is short.  A bad file is named
with the reason, and does not stop the others.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.leaving.keyring import first_key
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.found_files import PassedOver
from dialogue_desk.desk.trust.bringing_in import bring_in
from dialogue_desk.desk.trust.judging import SignedPackage, judged
from dialogue_desk.desk.trust.known_laptops import hear, signer_of
from dialogue_desk.desk.trust.waiting_changes import WaitingChanges, waiting_changes
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.records import Records
from dialogue_desk.domain.records.shape import misplaced
from dialogue_desk.domain.records.trust import Claim, Judgement, replaces_thing
from dialogue_desk.exchange.package import About, PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusal_sentence
from dialogue_desk.exchange.signing import PackageOrigin
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.history import PastChange
from dialogue_desk.words import Words

MOST_TRACES = 3_000
"""So many traces of things that nobody has are kept: whoever erased them hands them on again."""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file from which nothing was imported, and the sentence that says why."""

    path: Path
    sentence: str
    reason: Refusal = Refusal.UNEXPECTED


@dataclass(frozen=True, slots=True)
class ReadPackage:
    """One package that can be imported.  ``origin`` says who wrote it; None when it is not signed."""

    path: Path
    about: About
    incoming: IncomingPackage
    origin: PackageOrigin | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What was found in the files that were read.

    ``locked`` are those that need a passphrase, each with the sentence that says so, or that says that the
    passphrase that was tried does not open it.  ``passed`` says how many files in folders were passed over.
    """

    packages: tuple[ReadPackage, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    locked: tuple[RefusedFile, ...] = ()
    passed: Mapping[PassedOver, int] = field(default_factory=dict)

    def joined(self, other: ImportPlan) -> ImportPlan:
        """Return this plan with ``other``, in which the locked files were read again."""
        return replace(
            other,
            packages=(*self.packages, *other.packages),
            refused=(*self.refused, *other.refused),
            passed=Counter(self.passed) + Counter(other.passed),
        )

    def without_locked(self) -> ImportPlan:
        """Return this plan with the locked files among the refused."""
        return replace(self, refused=(*self.refused, *self.locked), locked=())

    def without(self, left_out: Collection[Path]) -> ImportPlan:
        """Return this plan without the packages in the files that a person leaves out."""
        return replace(self, packages=tuple(one for one in self.packages if one.path not in left_out))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Packages beside what is here: what they may do, all together.

    ``new`` are judged, ``known`` are here already and were not, ``refused`` have records without a place.
    ``before`` is what is here of what the new ones name, ``waited`` what waited for an answer before.
    """

    new: tuple[ReadPackage, ...]
    known: tuple[ReadPackage, ...]
    refused: tuple[RefusedFile, ...]
    before: Records
    waited: frozenset[Claim]
    judgement: Judgement

    @property
    def news(self) -> set[RecordId]:
        """The records that would change here, or begin to wait for an answer."""
        taken = self.judgement.taken.items()
        waiting = {claim.record.id for claim in self.judgement.waiting if claim not in self.waited}
        return {key for key, record in taken if record != self.before.get(key)} | waiting


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was imported.

    ``known`` are the packages whose records were all here already; ``conflicts`` counts the records that two
    laptops changed and a person has to look at.  ``outcome`` is None when nothing was imported.  Of the
    packages, ``own`` were written on this laptop, ``replacing`` replace an earlier revision that was here,
    and ``strange`` say that they come from a laptop that signed with another key before.  ``programs`` are
    the names of programs that are new here.  ``waiting`` is everything that waits for an answer now.
    ``twin``: another desk goes by the name of this one, which therefore has a new name.
    """

    imported: tuple[ReadPackage, ...]
    known: tuple[ReadPackage, ...]
    refused: tuple[RefusedFile, ...]
    conflicts: int
    outcome: Outcome | None
    own: tuple[ReadPackage, ...] = ()
    replacing: tuple[ReadPackage, ...] = ()
    strange: tuple[ReadPackage, ...] = ()
    programs: tuple[str, ...] = ()
    waiting: tuple[WaitingChanges, ...] = ()
    twin: bool = False
    passed: Mapping[PassedOver, int] = field(default_factory=dict)


def read_packages(
    paths: Sequence[Path],
    reader: PackageReader,
    words: Words,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """Read and check packages.  ``progress`` gets the numbers done and of all; it may raise to stop."""
    packages: list[ReadPackage] = []
    refused: list[RefusedFile] = []
    locked: list[RefusedFile] = []
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths))
        try:
            package = reader.read(path)
        except PackageRefused as why:
            waits = why.reason in (Refusal.LOCKED, Refusal.WRONG_PASSPHRASE)
            file = RefusedFile(path, refusal_sentence(why, words), why.reason)
            (locked if waits else refused).append(file)
        else:
            incoming = IncomingPackage(package.identity, path.name, package.records)
            packages.append(ReadPackage(path, package.about, incoming, package.origin))
    if progress is not None:
        progress(len(paths), len(paths))
    return ImportPlan(tuple(packages), tuple(refused), tuple(locked))


def import_packages(desk: Desk, plan: ImportPlan, words: Words) -> ImportResult:
    """Import the packages of a plan, judged together, as one step that Undo takes back.

    What they add comes in; what they would change or erase of what others wrote waits for a person
    (``domain/records/trust.py``).

    Raises:
        DeskTrouble: when it could not be written; then nothing was imported.
    """
    plan = plan.without_locked()
    hear(desk, (vouch for one in plan.packages if one.origin for vouch in one.origin.vouches))
    other_keys = {one.path for one in _strange(desk, plan.packages)}
    weighed = weighed_packages(desk, plan.packages, words)
    news = weighed.news
    good = [one for one in weighed.new if not news.isdisjoint(one.incoming.records)]
    read = (*good, *weighed.known, *(one for one in weighed.new if one not in good))
    replacing = tuple(one for one in good if _replaces(desk, one))
    programs = tuple(dict.fromkeys(new_programs(weighed.before, good)))
    own = tuple(one for one in read if one.origin is not None and one.origin.device in desk.names())
    name = desk.device
    outcome = _brought_in(desk, good, weighed.judgement, weighed.waited) if news else None
    return ImportResult(
        tuple(good),
        read[len(good) :],
        (*plan.refused, *weighed.refused),
        len(still_differing(desk, plan.packages)),
        outcome,
        own=own,
        replacing=replacing,
        strange=tuple(one for one in read if one.path in other_keys),
        programs=programs,
        waiting=waiting_changes(desk),
        twin=desk.device != name,
        passed=plan.passed,
    )


def weighed_packages(desk: Desk, packages: Sequence[ReadPackage], words: Words) -> Weighed:
    """Return what packages may do here; nothing is changed by it."""
    waited = frozenset(desk.file.waiting.open())
    new, known = _to_judge(desk, packages, again=not desk.file.waiting.is_empty())
    before = desk.file.records.known(_named_in(new))
    placed, refused = _placed(new, before, words)
    signed = [
        SignedPackage(one.incoming, signer_of(desk, one.origin), one.origin.vouches if one.origin else ())
        for one in placed
    ]
    heard = (vouch for one in packages if one.origin for vouch in one.origin.vouches)
    judgement = judged(desk, signed, heard)
    return Weighed(tuple(placed), tuple(known), tuple(refused), before, waited, judgement)


def still_differing(desk: Desk, packages: Iterable[ReadPackage]) -> set[RecordId]:
    """Return what packages tell of that has two versions here now, whether it came just now or before."""
    named = {key for one in packages for key in one.incoming.records}
    return {record.id for record in desk.file.records.conflicting() if record.id in named}


def _to_judge(
    desk: Desk, packages: Iterable[ReadPackage], *, again: bool
) -> tuple[list[ReadPackage], list[ReadPackage]]:
    """Return the packages to judge, and those that are known.

    Where something ever waited, known packages are judged ``again``: what waited or was left out because it
    came from one laptop may come from another that is known.
    """
    known: list[ReadPackage] = []
    new: dict[tuple[str, DeviceId], ReadPackage] = {}
    for one in packages:
        key = (one.incoming.identity, signer_of(desk, one.origin))
        here = key in new or (not again and desk.file.imports.has(one.incoming.identity))
        (known.append(one) if here else new.setdefault(key, one))
    return list(new.values()), known


def _named_in(packages: Iterable[ReadPackage]) -> set[RecordId]:
    """Return the ids in packages: of their records, and of what these belong to."""
    records = [record for one in packages for record in one.incoming.records.values()]
    return {record.id for record in records} | {record.owner for record in records}


def _placed(
    packages: Iterable[ReadPackage], before: Records, words: Words
) -> tuple[list[ReadPackage], list[RefusedFile]]:
    """Return the packages whose records belong to something that is there, and refuse the others."""
    placed: list[ReadPackage] = []
    refused: list[RefusedFile] = []
    anywhere = {key: record for one in packages for key, record in one.incoming.records.items()}
    anywhere.update(before)
    for one in packages:
        records = one.incoming.records
        # Where something here has the id of another thing in the file, that waits for a person.
        others = {key for key, record in records.items() if replaces_thing(record, anywhere.get(key))}
        beside = {key: anywhere[key] for key in anywhere.keys() - others} if others else anywhere
        if misplaced(records, beside):
            why = PackageRefused(Refusal.IMPOSSIBLE, "a record has no place", file=one.path.name)
            refused.append(RefusedFile(one.path, refusal_sentence(why, words), why.reason))
        else:
            placed.append(one)
    return placed, refused


def _brought_in(
    desk: Desk, packages: Sequence[ReadPackage], judgement: Judgement, waited: frozenset[Claim]
) -> Outcome:
    waiting = _bounded(judgement, waited, desk.file.records.known)

    def remember(past: PastChange) -> None:
        for one in packages:
            desk.file.imports.remember(one.incoming.identity, one.incoming.name, past.seq)
        desk.file.waiting.answer(waited - waiting, past.seq)
        desk.file.waiting.keep(waiting - waited, past.seq)

    return bring_in(desk, judgement, remember)


def _bounded(
    judgement: Judgement, waited: frozenset[Claim], known: Callable[[Iterable[RecordId]], Records]
) -> set[Claim]:
    """Return what waits, with no more traces of things that nobody has than are judged again quickly."""
    here = known(claim.record.id for claim in judgement.waiting if claim.record.erased)
    silent = [
        claim
        for claim in judgement.waiting
        if claim.record.erased and claim.record.id not in here and claim.record.id not in judgement.taken
    ]
    first = sorted(silent, key=lambda claim: (claim not in waited, claim.record.id, claim.signer))
    return set(judgement.waiting).difference(first[MOST_TRACES:])


def _replaces(desk: Desk, one: ReadPackage) -> bool:
    identity = one.origin.replaces if one.origin is not None else ""
    return bool(identity) and (desk.file.imports.has(identity) or desk.file.exports.has(identity))


def new_programs(before: Records, packages: Iterable[ReadPackage]) -> Iterator[str]:
    """Yield the names of programs in packages that are not here ``before``."""
    for one in packages:
        for key, record in one.incoming.records.items():
            if isinstance(record.body, Program) and key not in before:
                yield record.body.name


def _strange(desk: Desk, packages: Iterable[ReadPackage]) -> Iterator[ReadPackage]:
    """Yield packages from laptops that signed with another key before, and save the first key of others.

    A key that cannot be saved on a full disk is saved the next time.
    """
    for one in packages:
        if one.origin is None:
            continue
        first = first_key(desk, one.origin)
        if first is None:
            with contextlib.suppress(DeskTrouble), desk.file.writing():
                desk.file.keys.keep_seen(one.origin.device, one.origin.key)
        elif first != one.origin.key:
            yield one
