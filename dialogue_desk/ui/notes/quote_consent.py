"""Asks whether a quote may be repeated where it is read: in the read-back and in the list of notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.quotes import ask_to_withdraw
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.note_menu import temporary_menu
from dialogue_desk.words import Words

_LONGEST = 60
"""How many characters of a quote are named where it is asked about."""


class QuoteConsent:
    """Offers the three answers to a quote in a menu over ``page``."""

    def __init__(self, desk: Desk, context: Context, page: QWidget) -> None:
        self._desk, self._context, self._page = desk, context, page
        self._read_last = RecordId("")

    def offer(self, ids: Sequence[str], place: QPoint) -> None:
        """Open the menu for the first quote among the notes of these ids, if there is one."""
        quote = next((one for one in map(RecordId, ids) if self._note(one) is not None), None)
        note = None if quote is None else self._note(quote)
        if quote is None or note is None:
            return
        tr = self._context.words.tr
        menu = temporary_menu(self._page, tr("May it be repeated outside the circle?"))
        menu.addAction(f"“{_beginning(note.text)}”").setEnabled(False)
        answers = QActionGroup(menu)
        for consent, name in (
            (Consent.NOT_ASKED, tr("Ask permission")),
            (Consent.YES, tr("May be repeated")),
            (Consent.WITHDRAWN, tr("Not shared …")),
        ):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(consent is note.consent)
            action.triggered.connect(lambda _on, answer=consent: self.answer(quote, answer))
            answers.addAction(action)
        menu.setActiveAction(answers.actions()[1])
        menu.popup(place)

    def offer_in(self, folder: SessionFolder | None, here: str, place: QPoint) -> None:
        """Open the menu for the line ``here``; where that is no quote, for one that nobody was asked about.

        The one that was read last is asked about first.
        """
        quotes = () if folder is None else folder.notes_of(NoteKind.QUOTE)
        waiting = [one.id for one in quotes if one.body.consent is Consent.NOT_ASKED]
        self.offer((here, *sorted(waiting, key=lambda one: one != self._read_last)), place)

    def tell_when_read(self, folder: SessionFolder, read: RecordId) -> None:
        """Ask about a quote that was just read, or at the end about all, while people are still there.

        It is no menu, because the next press of Space is for the next note.
        """
        words, sentence = self._context.words, ""
        note = self._note(read)
        if note is not None and note.consent is Consent.NOT_ASKED:
            self._read_last = read
            sentence = words.tr("Ask now: may “{quote}” be shared? (Q)", quote=_beginning(note.text))
        elif all(entry.id in folder.closing.read for entry in to_read(folder)):
            sentence = not_asked_text(folder, words)
        if sentence:
            self._context.toast.say(sentence)

    def answer(self, quote: RecordId, consent: Consent) -> None:
        """Save an answer; a quote that may not be shared is erased, or its meaning is kept."""
        note = self._note(quote)
        if note is None:
            return
        if consent is Consent.WITHDRAWN:
            ask_to_withdraw(self._desk, quote, self._context, self._page)
        else:
            self._desk.rewrite(quote, replace(note, consent=consent))

    def _note(self, quote: RecordId) -> Note | None:
        """Return the quote, unless it is none or waits for a choice between versions."""
        record = self._desk.get(quote)
        if record is None or record.in_conflict or not isinstance(record.body, Note):
            return None
        return record.body if record.body.kind is NoteKind.QUOTE else None


def _beginning(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rstrip()} …"


def not_asked_text(folder: SessionFolder, words: Words) -> str:
    """Return how many quotes nobody was asked about, and how to answer; "" when there is none."""
    count = sum(note.body.consent is Consent.NOT_ASKED for note in folder.notes_of(NoteKind.QUOTE))
    if not count:
        return ""
    return words.ntr(
        "{count} quote: ask permission (Q).",
        "{count} quotes: ask permission (Q).",
        count,
    )
