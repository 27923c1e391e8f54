"""What a circle's evenings tell of its next one."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.usual_times import OFTEN_ENOUGH, KindTimes, times_by_part_kind
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_MOST_TOLD = 3


def what_runs_over(folders: Sequence[SessionFolder], words: Words) -> str:
    """Return what always runs over in a circle, as a sentence; nothing before its second session is over."""
    over = [folder for folder in folders if folder.live.phase is Phase.CLOSED and folder.live.started]
    if len(over) < OFTEN_ENOUGH:
        return ""
    always = [told for told in times_by_part_kind(over) if told.always_over and told.planned]
    told = sorted(((_percent(one), name_of(one.kind, words)) for one in always), reverse=True)[:_MOST_TOLD]
    if not told:
        return ""
    if len(told) == 1:
        ((percent, kind),) = told
        return words.tr(
            "In this circle, “{kind}” always takes longer than planned: so far by {percent}%.",
            kind=kind,
            percent=percent,
        )
    kinds = (words.tr("{kind} {percent}%", kind=kind, percent=percent) for percent, kind in told)
    return words.tr("Always longer than planned in this circle: {kinds}.", kinds=", ".join(kinds))


def _percent(told: KindTimes) -> int:
    return round(100 * (told.spent - told.planned) / told.planned)
