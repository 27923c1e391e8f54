"""Which kinds of parts always run over in a circle, as a hint for its next session."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.usual_times import OFTEN_ENOUGH, KindTimes, times_by_part_kind
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_MOST_NAMED = 3


def what_runs_over(folders: Sequence[SessionFolder], words: Words) -> str:
    """Return what always runs over in a circle, as a sentence; "" before its second session is over."""
    over = [folder for folder in folders if folder.live.phase is Phase.CLOSED and folder.live.started]
    if len(over) < OFTEN_ENOUGH:
        return ""
    always = [times for times in times_by_part_kind(over) if times.always_over and times.planned]
    kinds = [(_percent(times), name_of(times.kind, words)) for times in always]
    kinds.sort(key=lambda one: (-one[0], look_up_order(one[1])))
    if not kinds:
        return ""
    if len(kinds) == 1:
        ((percent, kind),) = kinds
        return words.tr(
            "In this circle, “{kind}” always takes longer than planned: so far by {percent}%.",
            kind=kind,
            percent=percent,
        )
    most = (
        words.tr("{kind} {percent}%", kind=kind, percent=percent) for percent, kind in kinds[:_MOST_NAMED]
    )
    return words.tr("Always longer than planned in this circle: {kinds}.", kinds=", ".join(most))


def _percent(times: KindTimes) -> int:
    return round(100 * (times.spent - times.planned) / times.planned)
