"""The bar of the editor: the way back, the title, the languages, versions, undo and redo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent

from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.words.languages import own_name

_ROOMY = 1100
"""In a narrower bar, at 100 % text, buttons are icons."""
_MOST_LETTERS = 80
"""So many of the title are in the bar."""


class EditorBar(Card):
    """Tells what is wanted: to leave, another language, translating, versions, undo and redo."""

    left = Signal()
    language_chosen = Signal(str)
    translation_wanted = Signal()
    versions_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        theme, tr, self._theme = context.theme, context.words.tr, context.theme
        self._words = context.words
        self.back = Button(theme, tr("All guides"), weight=Weight.QUIET, icon="back")
        self.title, self.saved = Label(role="strong"), Label(role="note", wrap=False)
        self.languages = Chips(theme, tr("Language of the guide"))
        self.translate = Button(theme, tr("Translate"), weight=Weight.QUIET, icon="globe")
        self.translate.setCheckable(True)
        self.versions = Button(theme, tr("Versions"), weight=Weight.QUIET, icon="clock")
        self.undo = Button(theme, tr("Undo"), weight=Weight.QUIET, icon="undo", bare=True)
        self.redo = Button(theme, tr("Redo"), weight=Weight.QUIET, icon="redo", bare=True)
        for button in (self.undo, self.redo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where a person was
        for button, told in (
            (self.back, self.left),
            (self.translate, self.translation_wanted),
            (self.versions, self.versions_wanted),
            (self.undo, self.undo_wanted),
            (self.redo, self.redo_wanted),
        ):
            button.clicked.connect(told)
        self.languages.chosen.connect(self.language_chosen)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.add(
            row(
                (self.back, 0, middle),
                (self.title, 1, middle),
                (self.saved, 0, middle),
                (self.languages, 0, middle),
                (self.translate, 0, middle),
                (self.versions, 0, middle),
                (self.undo, 0, middle),
                (self.redo, 0, middle),
                gap=Space.TIGHT,
                margins=(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR),
            )
        )

    def show_guide(self, title: str, languages: Sequence[str], language: str) -> None:
        """Show which guide is edited, and in which language."""
        self.title.setText(shown_title(title, _MOST_LETTERS))
        self.languages.show_choices([Choice(code, own_name(code)) for code in languages])
        self.languages.choose(language)
        self.languages.setVisible(len(languages) > 1 and not self.translate.isChecked())

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do; without words there is nothing to do."""
        tr = self._words.tr
        for button, what, text, nothing in (
            (self.undo, undo, tr("Undo: {what}", what=undo), tr("Undo")),
            (self.redo, redo, tr("Redo: {what}", what=redo), tr("Redo")),
        ):
            button.setEnabled(bool(what))
            button.setText(text if what else nothing)

    def minimumSizeHint(self) -> QSize:
        """Return the width at which buttons are icons: they fold before a word is broken."""
        icons = (self.back, self.translate, self.versions, self.undo, self.redo)
        wide = sum(one.minimumSizeHint().height() + Space.TIGHT for one in icons)
        chips = 0 if self.languages.isHidden() else self.languages.minimumSizeHint().width()
        return QSize(wide + chips + 2 * Space.BASE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._theme.scaled(_ROOMY)
        for button in (self.back, self.translate, self.versions):
            button.show_words(on=roomy)
        self.saved.setVisible(roomy)
