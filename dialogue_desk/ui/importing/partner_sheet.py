"""Asks once whether this laptop and the one that wrote a package work on one circle together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.imports import ReadPackage
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.signing import short_device
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words


class PartnerSheet(SheetDialog):
    """``answered`` tells whether they do; closing the sheet in another way leaves the question open.

    ``laptop`` is the one that signed ``package``, ``here`` is this one.
    """

    answered = Signal(bool)

    def __init__(
        self,
        package: ReadPackage,
        laptop: DeviceId,
        here: DeviceId,
        theme: AppTheme,
        words: Words,
        *,
        window: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words.tr("Do you two work on this circle together?"), window, (560, 380))
        asked = words.tr(
            "“{file}” comes from laptop {laptop}, as the other laptop of your circle {circle}.",
            file=safe_in_sentence(package.path.name),
            laptop=short_device(laptop),
            circle=safe_in_sentence(package.about.circle),
        )
        meaning = words.tr(
            "If you do, what that laptop changes and erases is changed and erased here too, without asking. "
            "You are asked only once, and Settings can undo it."
        )
        compare = words.tr(
            "Not sure? Each laptop shows its name in Settings, under Laptops. This one is {laptop}.",
            laptop=short_device(here),
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
        self.answered.emit(together)
        self.accept()
