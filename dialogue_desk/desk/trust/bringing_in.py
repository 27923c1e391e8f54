"""Brings in what files may do here, as one step, so that no word and no edit of this desk is lost by it."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.desk.desk import Desk, Erasing
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.trust.judging import unearned_in
from dialogue_desk.domain.records.changes import Change, Pair
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Record, Stamp
from dialogue_desk.domain.records.trust import Judgement
from dialogue_desk.storage.history import PastChange


def bring_in(
    desk: Desk,
    judgement: Judgement,
    remember: Callable[[PastChange], None],
    *,
    both: bool = False,
    way_back: Erasing | None = None,
) -> Outcome:
    """Merge what is taken with what is known; what is replaced is taken as it is.

    With ``both``, what is here stays beside each version that would replace it, for a person to choose.  A
    count of this desk that it never gave is not believed: it replaces nothing, and since a twin of this desk
    must have given it, the desk takes a new name.  ``remember`` writes what belongs to the same step.

    Raises:
        DeskTrouble: when it could not be written; then nothing was brought in.
    """
    theirs, replaced = judgement.taken, judgement.replaced
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
        here = desk.file.records.known(theirs)
        merging = merge(here, {key: record for key, record in theirs.items() if key not in replaced})
        pairs = [Pair(pair.before, kept(pair.before, pair.after, stamp)) for pair in merging.pairs]
        pairs += [Pair(here.get(key), theirs[key]) for key in replaced if here.get(key) != theirs[key]]
        return Change(merging.act, tuple(pairs))

    def remembered(past: PastChange) -> None:
        desk.file.holders.keep(judgement.holders)
        desk.file.holders.keep_unproven(judgement.unproven)
        remember(past)

    return desk.import_change(change_of, remembered, way_back)
