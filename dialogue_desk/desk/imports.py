"""Taking in packages: look at them all first, then bring in those that are good, as one step.

Looking is slow and reads only, so it may be done beside the window; taking in is short.  A bad file is
named and explained and stops nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.desk import Arrival, Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.records import Record
from dialogue_desk.exchange.package import PACKAGE_SUFFIX, About, PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, sentence
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class Refused:
    """A file from which nothing was taken in, and the sentence that says why."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Looked:
    """One package that can be taken in."""

    path: Path
    about: About
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Plan:
    """What looking at files found."""

    looked: tuple[Looked, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking in came to.

    ``known`` are the packages whose records were all here already; ``clashes`` counts the records that
    two laptops changed and a person has to look at.
    """

    taken: tuple[Looked, ...]
    known: tuple[Looked, ...]
    refused: tuple[Refused, ...]
    clashes: int
    outcome: Outcome | None


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
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths))
        try:
            package = reader.read(path)
        except PackageRefused as why:
            refused.append(Refused(path, sentence(why, words)))
        else:
            arrival = Arrival(package.identity, path.name, package.records)
            looked.append(Looked(path, package.about, arrival))
    if progress is not None:
        progress(len(paths), len(paths))
    return Plan(tuple(looked), tuple(refused))


def take_in(desk: Desk, plan: Plan, words: Words) -> Taken:
    """Bring the packages of a plan together with what is known, as one step that Undo takes back.

    Raises:
        DeskTrouble: when it could not be written; then nothing was taken in.
    """
    known: list[Looked] = []
    new: dict[str, Looked] = {}
    for one in plan.looked:
        identity = one.arrival.identity
        here = identity in new or desk.file.has_taken_in(identity)
        (known.append(one) if here else new.setdefault(identity, one))
    good, refused = _agreeing(desk, list(new.values()), words)
    outcome = desk.take_in([one.arrival for one in good]) if good else None
    clashes = 0 if outcome is None else len(outcome.clashes)
    return Taken(tuple(good), tuple(known), (*plan.refused, *refused), clashes, outcome)


def _agreeing(desk: Desk, looked: list[Looked], words: Words) -> tuple[list[Looked], list[Refused]]:
    """Tell the packages apart that give the id of one thing to another."""
    ids = {record_id for one in looked for record_id in one.arrival.records}
    things: dict[RecordId, tuple[str, RecordId]] = {
        record.id: _thing(record) for record in desk.file.records.known(ids).values()
    }
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
    return path.suffix.lower() == PACKAGE_SUFFIX and not path.name.startswith(".") and path.is_file()
