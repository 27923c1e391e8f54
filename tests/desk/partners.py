"""Two laptops of one circle, which their people told that they work together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dialogue_desk.desk.desk import Desk, IncomingPackage
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.imports import ImportResult, import_packages, read_packages
from dialogue_desk.desk.trust.known_laptops import join
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.merging import merge, merged
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.history import PastChange
from dialogue_desk.words import Words


def opened_as_partner(desk: Desk, *paths: Path) -> ImportResult:
    """Open packages of laptops with which this one works on a circle."""
    words = Words()
    plan = read_packages(paths, PackageReader(words), words)
    for one in plan.packages:
        join(desk, one.origin)
    return import_packages(desk, plan, words)


def import_unjudged(desk: Desk, packages: Sequence[IncomingPackage]) -> Outcome:
    """Merge what packages hold with what is known, as if all their laptops were known."""
    theirs: dict[RecordId, Record] = {}
    for package in packages:
        theirs = merged(theirs, package.records)

    def remember(past: PastChange) -> None:
        for package in packages:
            desk.file.imports.remember(package.identity, package.name, past.seq)

    return desk.import_change(lambda _: merge(desk.file.records.known(theirs), theirs), remember)
