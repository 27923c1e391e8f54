"""Finds what else loses its words when something is erased: everything under it, now and in later imports.

Erasing spreads from laptop to laptop.  A laptop may have written under a session what the others had not seen
when they erased it; so each laptop that imports an erasure does the same with what it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.model.organizing import spoken_of
from dialogue_desk.domain.records.changes import Change, Pair
from dialogue_desk.domain.records.records import Record, Stamp
from dialogue_desk.storage.desk_file import DeskFile

_OWNERS = frozenset({Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION})
_WITH_TEXT = (Kind.NOTE, Kind.ACTION)


def with_dependents_erased(change: Change, file: DeskFile, stamp: Stamp) -> Change:
    """Return ``change`` extended by everything that is erased with what it erases."""
    pairs = {pair.record.id: pair for pair in change.pairs}
    gone = [pair.before or pair.record for pair in change.pairs if pair.erases]
    gone += _under_the_erased(pairs, file, stamp)
    while gone:
        found = [*_doubles(gone, file), *_said_about(gone, file), *_below(gone, pairs, file)]
        gone = []
        for record, here in found:
            known = pairs.get(record.id)
            if known is not None and known.after is not None and known.after.erased:
                continue
            before = known.before if known is not None else record if here else None
            after = (known.after if known is not None else None) or record
            pairs[record.id] = Pair(before, after.without_words(stamp))
            gone.append(record)
    return Change(change.act, tuple(pairs.values()))


def newly_erased(change: Change, file: DeskFile) -> list[RecordId]:
    """Return the records whose words are here, in their history or now, and which this change erases."""
    erased = [pair for pair in change.pairs if pair.after is not None and pair.after.erased]
    in_history = file.history.holding_words(pair.record.id for pair in erased) if erased else set()
    return [pair.record.id for pair in erased if pair.erases or pair.record.id in in_history]


def _under_the_erased(pairs: dict[RecordId, Pair], file: DeskFile, stamp: Stamp) -> list[Record]:
    """Erase in ``pairs`` what came in under an owner that is already erased and stays so, and return it."""
    gone: list[Record] = []
    owners = {pair.record.owner for pair in pairs.values() if pair.record.owner}
    back = {pair.after.id for pair in pairs.values() if pair.after is not None and not pair.after.erased}
    erased = {one.id for one in file.records.known(owners - back).values() if one.erased}
    for pair in list(pairs.values()):
        after = pair.after
        if after is not None and not after.erased and after.owner in erased:
            pairs[after.id] = Pair(pair.before, after.without_words(stamp))
            gone.append(after)
    return gone


def _below(
    gone: Iterable[Record], pairs: dict[RecordId, Pair], file: DeskFile
) -> Iterator[tuple[Record, bool]]:
    owners = [record.id for record in gone if record.kind in _OWNERS]
    if not owners:
        return
    for owner in owners:
        yield from ((record, True) for record in list(file.records.under(owner)))
    yield from ((record, False) for record in file.history.once_under(owners).values())
    yield from ((pair.record, False) for pair in list(pairs.values()) if pair.record.owner in owners)


def _doubles(gone: Iterable[Record], file: DeskFile) -> Iterator[tuple[Record, bool]]:
    """Yield removed records next to these with the same words: they were joined, split or turned."""
    for record in gone:
        if record.kind not in _WITH_TEXT:
            continue
        own = list(_texts(record, file))
        for other in list(file.records.removed_under(record.owner, *_WITH_TEXT)):
            if other.id == record.id:
                continue
            if any(one in mine or mine in one for one in _texts(other, file) for mine in own):
                yield other, True


def _said_about(gone: Iterable[Record], file: DeskFile) -> Iterator[tuple[Record, bool]]:
    """Yield what organizers said about these: their words may be the circle's."""
    lines = {record.id for record in gone if record.kind in (*_WITH_TEXT, Kind.CIRCLE)}
    known = [record for kind in ORGANIZING for record in file.records.of_kind(kind)] if lines else []
    for record in known:
        versions = (record, *file.history.earlier_records(record.id))
        said = (edition.body for version in versions for edition in version.editions)
        if any(not lines.isdisjoint(spoken_of(body)) for body in said):
            yield record, True


def _texts(record: Record, file: DeskFile) -> Iterator[str]:
    for known in (record, *file.history.earlier_records(record.id)):
        for edition in known.editions:
            said = edition.body
            text = said.text if isinstance(said, Note) else said.what if isinstance(said, ActionIdea) else ""
            if text.strip():
                yield text.strip()
