"""The quotes of a session: whether each may be repeated outside the circle, and how one is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import absent_copy_folders, withdraw_quote
from dialogue_desk.desk.erasing.holds import holds_over
from dialogue_desk.desk.erasing.unerased_text import folder_name
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.step_pane import CloseSection
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editor_dialog import text_field
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_KINDS = tuple(kind for kind in NoteKind if kind not in (NoteKind.QUOTE, NoteKind.DEBRIEF))


class QuotesSection(CloseSection):
    """Shows each quote with its answer; hidden without quotes.  Emits ``answered(id, consent)``."""

    answered = Signal(str, Consent)

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(words.tr("Quotes"))
        self._theme, self._words = theme, words
        self._shown: tuple[tuple[str, str], ...] = ()
        self._asked: dict[str, Chips] = {}
        self._folder: SessionFolder | None = None

    def show_folder(self, folder: SessionFolder) -> None:
        """Show the quotes of a session; while their words stay, their widgets and the focus stay too."""
        self._folder = folder
        quotes = folder.notes_of(NoteKind.QUOTE)
        shown = tuple((note.id, note.body.text) for note in quotes)
        if shown != self._shown:
            self._shown = shown
            self._lay_out()
        for note in quotes:
            consent = note.body.consent
            self._asked[note.id].choose("" if consent is Consent.NOT_ASKED else consent.value)
        self.setVisible(bool(shown))

    def show_again(self) -> None:
        """Show the answers as they are: what was pressed did not come about."""
        if self._folder is not None:
            self.show_folder(self._folder)

    def take_focus(self) -> bool:
        """Put the keyboard on the first answer, and return whether there is one."""
        for chips in self._asked.values():
            chips.focus_choice()
            return True
        return False

    def _lay_out(self) -> None:
        words = self._words
        self._asked = {}
        widgets: list[QWidget] = [Label(words.tr("May it be repeated outside the circle?"))]
        for note_id, text in self._shown:
            name = words.tr("May it be repeated outside the circle? {quote}", quote=f"“{text}”")
            answers = (
                Choice(Consent.YES.value, words.tr("Yes")),
                Choice(Consent.WITHDRAWN.value, words.tr("No")),
            )
            chips = Chips(self._theme, name, answers, optional=True)
            chips.chosen.connect(partial(self._emit_answered, note_id))
            self._asked[note_id] = chips
            widgets += [Label(f"“{text}”", "strong"), chips]
        self.fill(*widgets)

    def _emit_answered(self, note_id: str, choice: str) -> None:
        self.answered.emit(note_id, Consent(choice) if choice else Consent.NOT_ASKED)


class QuoteAnswers:
    """Saves what a section of quotes was answered; ``after`` has the keyboard when there is no quote left."""

    def __init__(self, desk: Desk, context: Context, section: QuotesSection, after: QWidget) -> None:
        self._desk, self._context, self._section, self._after = desk, context, section, after
        section.answered.connect(self._answer)

    def take_focus(self) -> None:
        """Put the keyboard on the first quote, or on what is after: what had it may be gone."""
        if not self._section.take_focus():
            self._after.setFocus()

    def _answer(self, note_id: str, consent: Consent) -> None:
        quote, section = RecordId(note_id), self._section
        if consent is Consent.WITHDRAWN:
            stays, gone = section.show_again, self.take_focus
            ask_to_withdraw(self._desk, quote, self._context, section, stays=stays, gone=gone)
            return
        record = self._desk.get(quote)
        if record is not None and isinstance(record.body, Note):
            self._desk.rewrite(quote, replace(record.body, consent=consent))


class WithdrawSheet(SheetDialog):
    """Shows the quote and two ways to withdraw it; closing the sheet leaves the quote as it is."""

    def __init__(
        self, desk: Desk, quote: RecordId, note: Note, context: Context, window: QWidget | None = None
    ) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Delete a quote"), window)
        self._desk, self._quote, self._context = desk, quote, context
        card = Card()
        card.column.addWidget(Label(f"“{note.text}”", "lead"))
        self.column.add(card)
        warning = words.tr(
            "This erases the words of the quote for good: from this laptop, its history and its "
            "copies, and from every laptop that opens the next package. You cannot undo this."
        )
        self.column.add(Label(warning))
        if holds_over(desk, quote):
            held = words.tr("Its circle is on hold. A quote that somebody takes back is erased all the same.")
            self.column.add(Label(held))
        self._meaning_field, self.sense = text_field(context, words.tr("The meaning, in our own words"), "")
        self.kind = Select(theme, [Choice(kind, name_of(kind, words)) for kind in _KINDS])
        self.column.add(self._meaning_field)
        self.column.add(Field(words.tr("Kind of note"), self.kind))
        self.column.body.addStretch(1)
        leave = Button(theme, words.tr("Cancel"), weight=Weight.QUIET)
        self.out = Button(theme, words.tr("Delete the quote"), icon="trash")
        self.keep = Button(theme, words.tr("Keep the meaning in our own words"), weight=Weight.PRIMARY)
        leave.clicked.connect(self.reject)
        self.out.clicked.connect(lambda: self._withdraw(""))
        self.keep.clicked.connect(self._keep)
        self.sense.entered.connect(self._keep)
        self.sense.escaped.connect(self.reject)
        self.foot.addWidget(leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self.out)
        self.foot.addWidget(self.keep)
        self.sense.setFocus()

    def _keep(self) -> None:
        meaning = normalized(self.sense.text())
        if meaning.strip():
            self._withdraw(meaning)
            return
        self._meaning_field.show_error(
            self._context.words.tr("Write what the person meant, without their exact words.")
        )
        self.sense.setFocus()

    def _withdraw(self, meaning: str) -> None:
        withdraw_quote(self._desk, self._quote, meaning, NoteKind(self.kind.choice()))
        self.accept()
        words = self._context.words
        sentence = words.tr("The quote was erased from this laptop.")
        absent = absent_copy_folders(self._desk)
        if absent:
            sentence = f"{sentence} " + words.tr(
                "When “{place}” is plugged in again, the quote is erased from the copies there too.",
                place=folder_name(absent[0]),
            )
        self._context.toast.say(sentence)


def ask_to_withdraw(
    desk: Desk,
    quote: RecordId,
    context: Context,
    owner: QWidget,
    stays: Callable[[], object] | None = None,
    gone: Callable[[], object] | None = None,
) -> None:
    """Ask how to withdraw a quote; ``gone`` is called after that, ``stays`` when the sheet is closed."""
    record = desk.get(quote)
    if record is None or not isinstance(record.body, Note):
        return
    sheet = WithdrawSheet(desk, quote, record.body, context, owner.window())
    if stays is not None:
        sheet.rejected.connect(stays)
    if gone is not None:
        sheet.accepted.connect(gone)
    sheet.open()
