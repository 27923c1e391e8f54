"""The line that leads back to a document that a person has begun to look through."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.words import Words


class BegunCard(Card):
    """Names the document and tells ``wanted`` when a person goes on with it; hidden when none waits."""

    wanted = Signal()

    def __init__(self, theme: AppTheme, words: Words, *, weight: Weight = Weight.NORMAL) -> None:
        super().__init__(edge=Space.BASE)
        self._words, self._text = words, Label()
        self.go_on = Button(theme, words.tr("Go on with it"), weight=weight, icon="next", trailing=True)
        self.go_on.clicked.connect(self.wanted)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.add(row((self._text, 1, middle), (self.go_on, 0, middle), gap=Space.BASE))
        self.hide()

    def show_name(self, name: str) -> None:
        """Offer to go on with the document of this name; "" offers nothing."""
        self._text.setText(self._words.tr("You have begun to look through “{name}”.", name=name))
        self.setVisible(bool(name))


def begun_name(kept: KeptReview, words: Words) -> str:
    """Return what the document is called that was begun, or "" when nothing was."""
    begun = kept.read()
    return "" if begun is None else safe_in_sentence(begun.title or begun.name) or words.tr("Pasted text")
