"""Shows what helps when it gets hot in the session that runs, and takes the break early."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.live_session import MoveKind, Phase
from dialogue_desk.domain.run.moment_deck import MomentDeck, break_ahead
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.live_session_controller import OpenSession
from dialogue_desk.ui.tools.moments_sheet import MomentsSheet, missing_moments


class HardMoments(QObject):
    """Tells ``wanted`` when its ``sheet`` is to be shown over whatever is shown.

    ``running`` returns the session that is served; None for none.
    """

    wanted = Signal()

    def __init__(
        self,
        shelf: GuideShelf,
        context: Context,
        running: Callable[[], OpenSession | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shelf, self._context, self._running = shelf, context, running
        self.sheet = MomentsSheet(context)
        self.sheet.break_wanted.connect(self._take_break)

    def show(self) -> None:
        """Show the moments of the guide and those that come with the app; the clock goes on."""
        session = self._running()
        if session is None:
            return
        guide, live = session.folder.guide, session.controller.live
        deck = MomentDeck.of(guide.moments, self._shelf.moments_in(guide.language))
        if not deck.moments:
            self._context.toast.say(missing_moments(self._context.words))
            return
        self.sheet.begin(
            deck,
            guide.title,
            may_pause=session.may_move and live.phase is not Phase.CLOSED,
            may_break=session.may_move and bool(break_ahead(session.folder.plan, live)),
        )
        self.wanted.emit()

    def _take_break(self) -> None:
        """Go to the next break now; what was to come before it comes after it."""
        session = self._running()
        if session is None:
            return
        controller = session.controller
        if part := break_ahead(session.folder.plan, controller.live):
            coming = controller.live.remaining_plan.parts[1:]
            controller.reorder((part, *(one for one in coming if one != part)))
            controller.go_to(part)
            controller.make_move(MoveKind.RESUME)
