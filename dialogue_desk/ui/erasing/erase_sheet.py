"""One clear question before something is erased, for Undo cannot serve here; then what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import (
    CopyErasure,
    ErasePreview,
    erase,
    erase_from_copies,
    erase_preview,
    erasure_notice,
)
from dialogue_desk.desk.erasing.unerased_text import folder_name, unerased_sentence
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.erasing.erase_text import (
    done_sentence,
    erase_title,
    goes_sentence,
    others_sentence,
    reached_sentences,
    saved_sentence,
    unreachable_sentences,
)
from dialogue_desk.ui.erasing.keys_card import SaveKeysCard
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words


class EraseSheet(SheetDialog):
    """Says what goes and what stays, and erases ``target`` when a person presses the button.

    Of more than a session, its code or name is typed first.

    Args:
        desk: what it is erased from.
        target: a session, a circle or a program; nothing for everything.
        around: the window's surroundings.
        window: what it stands in front of.
    """

    erased = Signal()

    def __init__(
        self, desk: Desk, target: RecordId | None, context: Context, window: QWidget | None = None
    ) -> None:
        self._desk, self._target, self._context, self._words = desk, target, context, context.words
        words = self._words
        kind, name, self._word = _named(desk, target, words)
        super().__init__(context.theme, erase_title(kind, name, words), window, (640, 660))
        self._toll = erase_preview(desk, target)
        everything = target is None
        goes = goes_sentence(self._toll, words)
        self._say(words.tr("What will be erased"), *([goes] if goes else []), strong=bool(goes))
        self._say("", *reached_sentences(self._toll, words, everything=everything))
        if self._toll.keys:
            self.begin_section(words.tr("Program keys"))
            self.column.add(SaveKeysCard(desk, self._toll.keys, context))
        self._say(words.tr("What we cannot erase"), *unreachable_sentences(self._toll, words))
        self._say(words.tr("Other laptops"), others_sentence(words, everything=everything))
        card = Card("notice")
        card.column.addWidget(Label(words.tr("This cannot be undone."), "strong"))
        self._typed = QLineEdit(self)
        self._typed.setVisible(bool(self._word))
        self._typed.textChanged.connect(self._consider)
        if self._word:
            card.column.addWidget(Field(words.tr("To confirm, type {word}", word=self._word), self._typed))
        self.column.add(card)
        self._trouble = Label(role="error")
        self._trouble.hide()
        self.column.add(self._trouble)
        self._bar = ThinBar(words.tr("Copies checked"))
        self._bar.hide()
        self.column.add(self._bar)
        self.column.body.addStretch(1)
        self._leave = Button(context.theme, words.tr("Cancel"))
        self._leave.clicked.connect(self.reject)
        self.do_it = Button(context.theme, words.tr("Erase for good"), icon="trash")
        self.do_it.clicked.connect(self._erase)
        for button in (self._leave, self.do_it):
            button.setAutoDefault(False)  # Enter in the line means what was typed there
        self.foot.addStretch(1)
        self.foot.addWidget(self._leave)
        self.foot.addWidget(self.do_it)
        self._typed.returnPressed.connect(self.do_it.click)
        self._consider()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, title: str, *sentences: str, strong: bool = False) -> None:
        if title:
            self.begin_section(title)
        for sentence in sentences:
            self.column.add(Label(sentence, "heading" if strong else ""))

    def _consider(self) -> None:
        right = self._typed.text().strip().casefold() == self._word.strip().casefold()
        self.do_it.setEnabled(right or not self._word)

    def _erase(self) -> None:
        self.do_it.setEnabled(False)
        try:
            outcome = erase(self._desk, self._target)
        except DeskTrouble as trouble:
            self._trouble.setText(trouble_sentence(trouble, self._words))
            self._trouble.show()
            self._context.announcer.announce(self._trouble.text(), urgent=True)
            self.do_it.setEnabled(True)
            return
        self._leave.setEnabled(False)
        self._bar.show()
        self._bar.show_progress(0, 0)
        desk = self._desk
        self._context.lane.run(
            lambda progress: erase_from_copies(desk, progress),
            partial(self._report, outcome),
            lambda _: self._report(outcome, CopyErasure()),
            progressed=self._progressed,
        )

    def _progressed(self, done: int, total: int) -> None:
        if shiboken6.isValid(self):
            self._bar.show_progress(done, total)

    def _report(self, outcome: Outcome, reached: CopyErasure) -> None:
        if not shiboken6.isValid(self):
            return
        self.accept()
        window = self.parentWidget()
        ErasedSheet(self._desk, self._toll, outcome, reached, self._context, window=window).open()
        self.erased.emit()


class ErasedSheet(SheetDialog):
    """Says what was erased, and honestly what was not reached."""

    def __init__(
        self,
        desk: Desk,
        erase_preview: ErasePreview,
        outcome: Outcome,
        reached: CopyErasure,
        context: Context,
        *,
        window: QWidget | None = None,
    ) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Erased"), window, (600, 560))
        self._desk, self._outcome, self._context = desk, outcome, context
        done = done_sentence(erase_preview, words)
        self.column.add(Label(done))
        if reached.unerased:
            self.begin_section(words.tr("Not erased yet"))
            card = Card("notice")
            for one in reached.unerased:
                card.column.addWidget(Label(unerased_sentence((one,), words)))
            self.column.add(card)
        self.begin_section(words.tr("What you still need to do"))
        self.column.add(
            Label(
                words.tr(
                    "Delete the packages and summaries that were saved in other places, and ask people "
                    "who have them to do the same."
                )
            )
        )
        if erase_preview.saved:
            self.column.add(Label(saved_sentence(erase_preview.saved, words), "note"))
        self._said = Label(role="note")
        self._said.hide()
        self.foot.addStretch(1)
        if outcome.erased:
            self.begin_section(words.tr("Other laptops"))
            self.column.add(
                Label(
                    words.tr(
                        "A small file can tell them. None of the erased words are in it. A laptop that opens "
                        "it erases them too."
                    )
                )
            )
            save = Button(theme, words.tr("Save a file for the other laptops …"), icon="export")
            save.clicked.connect(self._ask_where)
            self.foot.addWidget(save)
        self.column.add(self._said)
        self.column.body.addStretch(1)
        close = Button(theme, words.tr("Close"), weight=Weight.PRIMARY)
        close.clicked.connect(self.accept)
        self.foot.addWidget(close)
        close.setFocus()
        context.announcer.announce(done)

    def _ask_where(self) -> None:
        self._context.prompts.open_folder(self._context.words.tr("Where should the file go?"), self._save)

    def _save(self, to: Path) -> None:
        words = self._context.words
        package = erasure_notice(self._desk, sorted(self._outcome.erased))
        try:
            write_atomically(to / package.name, package.data)
        except OSError:
            said = words.tr(
                "The file could not be saved in “{folder}”. No half-saved file was left there. "
                "Choose another folder.",
                folder=folder_name(to),
            )
        else:
            said = words.tr("“{name}” is in “{folder}”.", name=package.name, folder=folder_name(to))
        self._said.setText(said)
        self._said.show()
        self._context.announcer.announce(said)


def _named(desk: Desk, target: RecordId | None, words: Words) -> tuple[Kind | None, str, str]:
    """Return what is erased, what it is called, and what is typed to confirm it."""
    record = None if target is None else desk.get(target)
    if record is None:
        return None, "", words.tr("erase")
    match record.body:
        case Program(name=name, code=code):
            return record.kind, name, code or name
        case Circle(code=code):
            return record.kind, code, code
        case Session(number=number, title=title):
            name = words.tr("Session {number}", number=number)
            if title:
                name = words.tr("Session {number}: {title}", number=number, title=title)
            return record.kind, name, ""
        case _:
            return record.kind, "", ""
