"""What several chosen proposals can get at once: who must act, and a place in one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import modifier_name
from dialogue_desk.ui.proposals.actor_choice import ActorChoice
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

_MOST_NAMED = 12
_LONGEST_NAME = 60


class SeveralProposals(ScrollColumn):
    """``actor_wanted(name)`` is for all of them; ``offers_taken`` gives each whom its circles named."""

    actor_wanted = Signal(str)
    offers_taken = Signal()
    join_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, edge=Space.HAIR)
        words = self._words = context.words
        self._title, self._lead = Label(role="title"), Label(role="muted")
        self.actor = ActorChoice(context, words.tr("Who must act on all of these"), words.tr("Choose"))
        self._offered = Label()
        self.take_offers = Button(context.theme, words.tr("Use the names that circles wrote"))
        self.join = Button(context.theme, words.tr("Join these two…"))
        self._offers, self._joins = flowing(self.take_offers), flowing(self.join)
        self.add(self._title, self._lead, self.actor, self._offered, self._offers, self._joins)
        self.body.addStretch(1)
        self.actor.chosen.connect(self._choose)
        self.take_offers.clicked.connect(self.offers_taken)
        self.join.clicked.connect(self.join_wanted)

    def show_proposals(
        self,
        chosen: Sequence[Proposal],
        actors: Sequence[str],
        offers: Mapping[str, int],
        *,
        may_change: bool,
    ) -> None:
        """Show how many are chosen, and what they can get; ``offers`` counts whom circles named."""
        words = self._words
        some, few = bool(chosen) and may_change, list(offers.items())[:_MOST_NAMED]
        if chosen:
            title = words.ntr("{count} proposal selected", "{count} proposals selected", len(chosen))
        else:
            title = words.tr("No proposal is selected")
        self._title.setText(title)
        self._lead.setText(
            words.tr(
                "Select one to see it, or several with Shift or {ctrl} to say who must act on them.",
                ctrl=modifier_name("Ctrl"),
            )
        )
        self._lead.setVisible(not chosen)
        self.actor.show_actor(actors, "")
        self.actor.setVisible(some)
        named = ", ".join(f"{shortened(name, _LONGEST_NAME)} ({count})" for name, count in few)
        self._offered.setText(words.tr("Circles wrote: {list}.", list=named))
        for part in (self._offered, self._offers):
            part.setVisible(bool(offers) and some)
        self._joins.setVisible(len(chosen) == 2 and may_change)

    def _choose(self, name: str) -> None:
        if name:
            self.actor_wanted.emit(name)
