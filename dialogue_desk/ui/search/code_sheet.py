"""Looks up the code that stands beside a line on paper, and lets a quote be taken back by it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.coded_sentences import SentenceHit
from dialogue_desk.desk.session.code_search import CodeMatch, CodeResult, search_code
from dialogue_desk.desk.session.code_text import (
    found_sentence,
    line_kind,
    no_code_sentence,
    sentence_kind,
)
from dialogue_desk.desk.session.search import Hit
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import LONGEST_CODE, typed_code
from dialogue_desk.domain.model.notes import Note, NoteKind, entry_text
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.search.hit_list import place_of
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words

_TELL_AFTER_MS = 700
"""How long no key is pressed before it is said that what was typed is no code."""


class CodeSheet(SheetDialog):
    """Shows each line that has a code, or that has one near it.

    ``line_wanted(session, line)`` tells which line a person opens, where it was said.
    """

    line_wanted = Signal(str, str)

    def __init__(
        self, desk: Desk, folders: Folders, context: Context, window: QWidget | None = None, code: str = ""
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Look up a code"), window)
        self._desk, self._folders, self._context = desk, folders, context
        self.box = QLineEdit()
        self.box.setPlaceholderText("KTR42")
        self._field = Field(
            words.tr("Code at the end of the line"),
            self.box,
            words.tr("Three letters and two digits. How it is spaced or written does not matter."),
        )
        self._status = Label(role="strong")
        self.found = QWidget()
        self._cards = column(gap=Space.SNUG, within=self.found)
        self.column.add(self._field, self._status, self.found)
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button(words.tr("Close"), self.reject)
        self._patience = QTimer(self, singleShot=True, interval=_TELL_AFTER_MS)
        self._patience.timeout.connect(self._tell_no_code)
        self.box.textChanged.connect(lambda _: self._look_up())
        self.box.returnPressed.connect(self._tell_no_code)
        context.desk_signals.changed.connect(self._look_up)
        self.box.setText(code)
        self._look_up()
        self.box.setFocus()

    def _look_up(self) -> None:
        words, code = self._context.words, typed_code(self.box.text())
        self._field.show_error("")
        result = None
        if code:
            self._patience.stop()
            result = search_code(self._desk, self._folders, code, language=words.language)
        else:
            self._patience.start()
        self._show(result)

    def _tell_no_code(self) -> None:
        typed = self.box.text().strip()
        if typed and not typed_code(typed):
            self._field.show_error(no_code_sentence(typed[:LONGEST_CODE], self._context.words))

    def _show(self, result: CodeResult | None) -> None:
        clear_layout(self._cards)
        said = found_sentence(result, self._context.words) if result is not None else ""
        if said and said != self._status.text():
            self._context.announcer.announce(said)
        self._status.setText(said)
        self._status.setVisible(bool(said))
        if result is not None:
            near = result.match is CodeMatch.NEAR
            for hit in result.hits:
                self._cards.addWidget(self._card(hit, near=near))
            for one in result.sentences:
                self._cards.addWidget(_sentence_card(one, self._context.words))
        self.found.setVisible(self._cards.count() > 0)

    def _card(self, hit: Hit, *, near: bool) -> Card:
        """Return a line with what can be done with it; what is only near the code is not taken back."""
        words, theme = self._context.words, self._context.theme
        quote = isinstance(hit.body, Note) and hit.body.kind is NoteKind.QUOTE
        said = entry_text(hit.body)
        card = Card()
        card.add(
            Label(" · ".join((hit.code, line_kind(hit.body, words))), "strong"),
            Label(words.tr("“{words}”", words=said) if quote else said, "lead"),
            Label(place_of(hit, words, everywhere=True), "note"),
        )
        go = Button(theme, words.tr("Open where it was said"), weight=Weight.QUIET, icon="next")
        go.clicked.connect(partial(self._open, hit))
        acts = [go]
        if near:
            this = Button(theme, words.tr("It is {code}", code=hit.code))
            this.clicked.connect(partial(self.box.setText, hit.code))
            acts.insert(0, this)
        elif quote:
            back = Button(theme, words.tr("Take this quote back …"), icon="trash")
            back.clicked.connect(partial(self._take_back, hit.id))
            acts.insert(0, back)
        for act in acts:  # told apart by whoever hears them
            act.setAccessibleName(f"{act.text()}: {said}")
        card.add(flowing(*acts))
        return card

    def _open(self, hit: Hit) -> None:
        self.accept()
        self.line_wanted.emit(str(hit.session_id), str(hit.id))

    def _take_back(self, quote: RecordId) -> None:
        from dialogue_desk.ui.erasing.erase_sheet import EraseSheet  # noqa: PLC0415  # rarely wanted

        window = self.parentWidget()
        self.accept()
        EraseSheet(self._desk, quote, self._context, window).open()


def look_up_code(
    desk: Desk,
    folders: Folders,
    context: Context,
    owner: QWidget,
    line_wanted: Callable[[str, str], object],
    code: str = "",
) -> None:
    """Open the sheet over ``owner``, with ``code`` already typed."""
    sheet = CodeSheet(desk, folders, context, owner.window(), code)
    sheet.line_wanted.connect(line_wanted)
    sheet.open()


def _sentence_card(sentence: SentenceHit, words: Words) -> Card:
    card = Card()
    card.add(
        Label(" · ".join((sentence.code, sentence_kind(sentence.role, words))), "strong"),
        Label(sentence.text, "lead"),
        Label(sentence.program, "note"),
    )
    return card
