"""A quote that may not be repeated: its sense is kept in the circle's own words, or it goes altogether."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import absent_copy_folders, withdraw_quote
from dialogue_desk.desk.erasing.unerased_text import folder_name
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.editor_dialog import text_field
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.names import name_of

_SENSE = tuple(kind for kind in NoteKind if kind not in (NoteKind.QUOTE, NoteKind.DEBRIEF))


class WithdrawSheet(SheetDialog):
    """Shows the quote, and takes it out when a person says how; closing it leaves the quote as it is."""

    def __init__(
        self, desk: Desk, quote: RecordId, note: Note, context: Context, window: QWidget | None = None
    ) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Delete a quote"), window, (680, 560))
        self._desk, self._quote, self._context = desk, quote, context
        card = Card()
        card.column.addWidget(Label(f"“{note.text}”", "lead"))
        self.column.add(card)
        self.column.add(
            Label(
                words.tr(
                    "This erases the words of the quote for good: from this laptop, its history and its "
                    "copies, and from every laptop that opens the next package. You cannot undo this."
                )
            )
        )
        self._sense_field, self.sense = text_field(context, words.tr("The meaning, in our own words"), "")
        self.kind = Select(theme, [Choice(kind, name_of(kind, words)) for kind in _SENSE])
        self.column.add(self._sense_field)
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
        said = normalized(self.sense.text())
        if said.strip():
            self._withdraw(said)
            return
        self._sense_field.show_error(
            self._context.words.tr("Write what the person meant, without their exact words.")
        )
        self.sense.setFocus()

    def _withdraw(self, sense: str) -> None:
        withdraw_quote(self._desk, self._quote, sense, NoteKind(self.kind.choice()))
        self.accept()
        words = self._context.words
        said = words.tr("The quote was erased from this laptop.")
        absent = absent_copy_folders(self._desk)
        if absent:
            said = f"{said} " + words.tr(
                "When “{place}” is plugged in again, the quote is erased from the copies there too.",
                place=folder_name(absent[0]),
            )
        self._context.toast.say(said)


def ask_to_withdraw(
    desk: Desk,
    quote: RecordId,
    context: Context,
    owner: QWidget,
    stays: Callable[[], object] | None = None,
    gone: Callable[[], object] | None = None,
) -> None:
    """Ask how a quote is to go, in front of the window; ``gone`` is called once it is, or else ``stays``."""
    record = desk.get(quote)
    if record is None or not isinstance(record.body, Note):
        return
    sheet = WithdrawSheet(desk, quote, record.body, context, owner.window())
    if stays is not None:
        sheet.rejected.connect(stays)
    if gone is not None:
        sheet.accepted.connect(gone)
    sheet.open()
