"""What a person answers about the files of other laptops, from Home and after opening packages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.records.trust import Claim
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.widgets.toast import ASK_AGAIN

if TYPE_CHECKING:
    from dialogue_desk.storage.erase_copies import CopyErasure
    from dialogue_desk.ui.settings.laptops_section import LaptopsSection


class TrustActions(QObject):
    """Asks in front of ``window``.  ``changed`` tells that something was answered."""

    changed = Signal()

    def __init__(self, desk: Desk, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._context, self._window = desk, context, window
        self._left_out: Sequence[Claim] = ()
        context.toast.acted.connect(self._act)

    def show_waiting(self) -> None:
        """Show what waits for an answer."""
        from dialogue_desk.ui.importing.waiting_sheet import WaitingSheet  # noqa: PLC0415

        sheet = WaitingSheet(self._desk, self._context, self._window.window())
        sheet.answered.connect(self.changed)
        sheet.left_out.connect(self._remember)
        sheet.open()

    def ask_again(self, claims: Sequence[Claim]) -> None:
        """Let what was left out wait for an answer again, and show it."""
        from dialogue_desk.desk.trust.waiting_changes import ask_again  # noqa: PLC0415

        ask_again(self._desk, claims)
        self.changed.emit()
        self.show_waiting()

    def section(self) -> LaptopsSection:
        """Return the part of the settings that is about laptops."""
        from dialogue_desk.ui.settings.laptops_section import LaptopsSection  # noqa: PLC0415

        section = LaptopsSection(self._desk, self._context)
        section.letting_go_wanted.connect(self.let_go)
        return section

    def bring_back(self) -> None:
        """Bring back everything that other laptops' files erased and that can still come back."""
        from dialogue_desk.desk.trust.trust_text import brought_back_sentence  # noqa: PLC0415
        from dialogue_desk.desk.trust.way_back import bring_back, erased_lately  # noqa: PLC0415

        lately = erased_lately(self._desk)
        for erased in lately:
            bring_back(self._desk, erased)
        self.changed.emit()
        self._context.toast.say(brought_back_sentence(lately, self._context.words))

    def let_go(self) -> None:
        """Ask whether what could come back is to be erased for good now, and do it."""
        tr = self._context.words.tr
        question = ChoicePrompt(
            tr("Erase for good now"),
            tr(
                "What could still be brought back is erased from this laptop and from every copy we can "
                "reach. This cannot be undone."
            ),
            (PromptAnswer("erase", tr("Erase for good")),),
        )
        self._context.prompts.choose(question, lambda _: self._let_go())

    def _let_go(self) -> None:
        from dialogue_desk.desk.erasing.erase import erase_from_copies  # noqa: PLC0415
        from dialogue_desk.desk.trust.way_back import erased_lately, let_go  # noqa: PLC0415

        for erased in erased_lately(self._desk):
            let_go(self._desk, erased)
        self.changed.emit()
        desk = self._desk
        self._context.worker.run(self, lambda progress: erase_from_copies(desk, progress), self._say_gone)

    def _say_gone(self, copies: CopyErasure) -> None:
        from dialogue_desk.desk.erasing.unerased_text import unerased_sentence  # noqa: PLC0415

        words = self._context.words
        said = words.tr("It is erased for good.")
        if copies.unerased:
            said = f"{said} {unerased_sentence(copies.unerased, words)}"
        self._context.toast.say(said)

    def _remember(self, claims: Sequence[Claim]) -> None:
        self._left_out = claims

    def _act(self, action: str) -> None:
        if action == ASK_AGAIN:
            claims, self._left_out = self._left_out, ()
            self.ask_again(claims)
