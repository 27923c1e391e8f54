"""Taking in packages: look at them all first, then bring in those that are good, as one step.

Looking is slow and reads only, so it may be done beside the window; taking in is short.  A bad file is
named and explained and stops nothing.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.desk import Arrival, Desk
from dialogue_desk.desk.leaving.keyring import first_key, is_own
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import Record, Records
from dialogue_desk.exchange.package import PACKAGE_ENDINGS, About, PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, sentence
from dialogue_desk.exchange.signing import Written
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class Refused:
    """A file from which nothing was taken in, and the sentence that says why."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One package that can be taken in.  ``written`` tells who wrote it, when it is signed."""

    path: Path
    about: About
    arrival: Arrival
    written: Written | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What looking at files found.

    ``locked`` are those that wait for a passphrase, each with the sentence that says so, or that the one that
    was tried does not open it.
    """

    looked: tuple[Looked, ...] = ()
    refused: tuple[Refused, ...] = ()
    locked: tuple[Refused, ...] = ()

    def joined(self, other: Plan) -> Plan:
        """Return this plan with what a second look at the locked files found."""
        return Plan((*self.looked, *other.looked), (*self.refused, *other.refused), other.locked)

    def without_locked(self) -> Plan:
        """Return this plan with what is still locked refused."""
        return Plan(self.looked, (*self.refused, *self.locked))


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in came to.

    ``known`` are the packages whose records were all here already; ``clashes`` counts the records that
    two laptops changed and a person has to look at.  Of the packages, ``own`` were written on this laptop,
    ``replacing`` take the place of an earlier revision that was here, and ``strange`` say that they come
    from a laptop that signed with another key before.  ``programs`` are the names of programs that were
    not here.
    """

    taken: tuple[Looked, ...]
    known: tuple[Looked, ...]
    refused: tuple[Refused, ...]
    clashes: int
    outcome: Outcome | None
    own: tuple[Looked, ...] = ()
    replacing: tuple[Looked, ...] = ()
    strange: tuple[Looked, ...] = ()
    programs: tuple[str, ...] = ()


def packages_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files to look at: those named, and in folders every package below them.

    Some sticks know capitals only.  What cannot be listed is passed over, and no link is followed.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
            found += sorted(file for file in below if _is_package(file))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def look_at(
    paths: Sequence[Path],
    reader: PackageReader,
    words: Words,
    progress: Callable[[int, int], None] | None = None,
) -> Plan:
    """Read and judge packages.  ``progress`` hears how many of how many are done; it may raise to stop."""
    looked: list[Looked] = []
    refused: list[Refused] = []
    locked: list[Refused] = []
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths))
        try:
            package = reader.read(path)
        except PackageRefused as why:
            waits = why.reason in (Refusal.LOCKED, Refusal.WRONG_PASSPHRASE)
            (locked if waits else refused).append(Refused(path, sentence(why, words)))
        else:
            arrival = Arrival(package.identity, path.name, package.records)
            looked.append(Looked(path, package.about, arrival, package.written))
    if progress is not None:
        progress(len(paths), len(paths))
    return Plan(tuple(looked), tuple(refused), tuple(locked))


def take_in(desk: Desk, plan: Plan, words: Words) -> Taken:
    """Bring the packages of a plan together with what is known, as one step that Undo takes back.

    Raises:
        DeskTrouble: when it could not be written; then nothing was taken in.
    """
    plan = plan.without_locked()
    known: list[Looked] = []
    new: dict[str, Looked] = {}
    for one in plan.looked:
        identity = one.arrival.identity
        here = identity in new or desk.file.has_taken_in(identity)
        (known.append(one) if here else new.setdefault(identity, one))
    before = desk.file.records.known({key for one in new.values() for key in one.arrival.records})
    agreeing, refused = _agreeing(before, list(new.values()), words)
    good = [one for one in agreeing if _tells_more(before, one)]
    known += [one for one in agreeing if one not in good]
    looked = (*good, *known)
    replacing = tuple(one for one in good if _replaces(desk, one))
    programs = tuple(dict.fromkeys(_new_programs(before, good)))
    outcome = desk.take_in([one.arrival for one in good]) if good else None
    return Taken(
        tuple(good),
        tuple(known),
        (*plan.refused, *refused),
        0 if outcome is None else len(outcome.clashes),
        outcome,
        own=tuple(one for one in looked if is_own(desk, one.written)),
        replacing=replacing,
        strange=tuple(_strange(desk, looked)),
        programs=programs,
    )


def _tells_more(before: Records, one: Looked) -> bool:
    """Whether anything in a package is not known here."""
    return any(
        key not in before or before[key].merged(record) != before[key]
        for key, record in one.arrival.records.items()
    )


def _replaces(desk: Desk, one: Looked) -> bool:
    identity = one.written.replaces if one.written is not None else ""
    return bool(identity) and (desk.file.has_taken_in(identity) or desk.file.exports.has(identity))


def _new_programs(before: Records, looked: Iterable[Looked]) -> Iterator[str]:
    for one in looked:
        for key, record in one.arrival.records.items():
            if isinstance(record.body, Program) and key not in before:
                yield record.body.name


def _strange(desk: Desk, looked: Iterable[Looked]) -> Iterator[Looked]:
    """Yield what says it comes from a laptop that signed with another key before; keep first keys.

    The packages are in by now: a key that there is no room for is kept the next time.
    """
    for one in looked:
        if one.written is None:
            continue
        first = first_key(desk, one.written)
        if first is None:
            with contextlib.suppress(DeskTrouble), desk.file.writing():
                desk.file.keys.keep_seen(one.written.device, one.written.key)
        elif first != one.written.key:
            yield one


def _agreeing(before: Records, looked: list[Looked], words: Words) -> tuple[list[Looked], list[Refused]]:
    """Tell the packages apart that give the id of one thing to another."""
    things = {key: _thing(record) for key, record in before.items()}
    good: list[Looked] = []
    refused: list[Refused] = []
    for one in looked:
        told = {record.id: _thing(record) for record in one.arrival.records.values()}
        if any(things.get(record_id, thing) != thing for record_id, thing in told.items()):
            detail = "it gives the id of one thing to another"
            why = PackageRefused(Refusal.IMPOSSIBLE, detail, file=one.path.name)
            refused.append(Refused(one.path, sentence(why, words)))
        else:
            things |= told
            good.append(one)
    return good, refused


def _thing(record: Record) -> tuple[str, RecordId]:
    return record.kind.value, record.owner


def _is_package(path: Path) -> bool:
    name = path.name.lower()
    return name.endswith(PACKAGE_ENDINGS) and not name.startswith(".") and path.is_file()
