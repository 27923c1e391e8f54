"""Asks once whether this laptop and the one that wrote a package work on one circle together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.circle_partner import PossiblePartner
from dialogue_desk.desk.trust.known_laptops import decline, join, signer_of
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog


class PartnerSheet(SheetDialog):
    """Remembers the answer on ``desk``; closing the sheet in another way leaves the question open."""

    def __init__(self, partner: PossiblePartner, desk: Desk, context: Context, window: QWidget) -> None:
        words = context.words
        title = (
            words.tr("Do you two organize this program together?")
            if partner.program
            else words.tr("Do you two work on this circle together?")
        )
        super().__init__(context.theme, title, window)
        self._partner, self._desk = partner, desk
        file, laptop = safe_in_sentence(partner.file), short_device(signer_of(desk, partner.origin))
        asked = (
            words.tr(
                "“{file}” has what an organizer made of “{program}” on laptop {laptop}.",
                file=file,
                laptop=laptop,
                program=safe_in_sentence(partner.program),
            )
            if partner.program
            else words.tr(
                "“{file}” comes from laptop {laptop}, as the other laptop of your circle {circle}.",
                file=file,
                laptop=laptop,
                circle=safe_in_sentence(partner.circle),
            )
        )
        meaning = words.tr(
            "If you do, what that laptop changes and erases is changed and erased here too, without asking. "
            "Your answer is remembered, and Settings can undo it."
        )
        compare = words.tr(
            "Not sure? Each laptop shows its name in Settings, under Laptops. This one is {laptop}.",
            laptop=short_device(desk.device),
        )
        self.column.add(Label(asked), Label(meaning), Label(compare, "note"), STRETCH)
        self.setAccessibleDescription(f"{asked} {meaning}")
        # It has the focus: no stray Enter lets a laptop in, or out for good.
        later = self.add_button(words.tr("Decide later"), self.reject, weight=Weight.QUIET)
        self.foot.addStretch(1)
        self.add_button(words.tr("No"), lambda: self._answer(together=False))
        yes = words.tr("Yes, we work together")
        self.add_button(yes, lambda: self._answer(together=True), weight=Weight.PRIMARY)
        later.setFocus()

    def _answer(self, *, together: bool) -> None:
        if together:
            join(self._desk, self._partner.origin)
        else:
            decline(self._desk, signer_of(self._desk, self._partner.origin))
        self.accept()
