"""What a person left out before of files that are opened again."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.imports import ReadPackage
from dialogue_desk.desk.trust.judging import SignedPackage
from dialogue_desk.desk.trust.known_laptops import signer_of
from dialogue_desk.domain.records.records import Record
from dialogue_desk.domain.records.trust import Claim, has_news


def left_out_of(desk: Desk, packages: Iterable[ReadPackage]) -> tuple[Claim, ...]:
    """Return what was left out of ``packages`` and would still change or erase something here.

    It stays out whoever is accepted since, so a person is told and can have it asked again.
    """
    if desk.file.waiting.is_empty():
        return ()
    signed = [SignedPackage(one.incoming, signer_of(desk, one.origin)) for one in packages]
    claims = [claim for package in signed for claim in package.claims()]
    known = desk.file.records.known({claim.record.id for claim in claims})
    differing = [one for one in claims if _would_do_something(one.record, known.get(one.record.id))]
    return tuple(desk.file.waiting.left_out(differing))


def _would_do_something(record: Record, mine: Record | None) -> bool:
    if mine is None:
        return not record.erased
    return record != mine and has_news(record, mine)
