"""Brings in what files may do here, as one step, so that no word and no edit of this desk is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from dialogue_desk.desk.desk import Desk, Erasing
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.trust.judging import unearned_in
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.changes import Change, Pair
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Record, Records, Stamp
from dialogue_desk.storage.history import PastChange


def bring_in(
    desk: Desk,
    theirs: Records,
    holders: Mapping[RecordId, Collection[DeviceId]],
    remember: Callable[[PastChange], None],
    *,
    both: bool = False,
    way_back: Erasing | None = None,
) -> Outcome:
    """Merge ``theirs`` with what is known; ``holders`` are the laptops to which records that are new belong.

    With ``both``, what is here stays beside each version that would replace it, for a person to choose.  A
    count of this desk that it never gave is not believed: it replaces nothing, and since a twin of this desk
    must have given it, the desk takes a new name.  ``remember`` writes what belongs to the same step.

    Raises:
        DeskTrouble: when it could not be written; then nothing was brought in.
    """
    unearned = unearned_in(desk, theirs.values(), desk.file.records.known(theirs))
    if unearned:
        desk.rename()

    def kept(before: Record | None, after: Record | None, stamp: Stamp) -> Record | None:
        if before is None or after is None or before.erased or after.erased:
            return after
        replaced = [edition for edition in before.editions if edition not in after.editions]
        if replaced and (both or unearned.get(before.id, False)):
            return after.beside(replaced, stamp)
        return after

    def change_of(stamp: Stamp) -> Change:
        merging = merge(desk.file.records.known(theirs), theirs)
        pairs = (Pair(pair.before, kept(pair.before, pair.after, stamp)) for pair in merging.pairs)
        return Change(merging.act, tuple(pairs))

    def remembered(past: PastChange) -> None:
        desk.file.holders.keep(holders)
        remember(past)

    return desk.import_change(change_of, remembered, way_back)
