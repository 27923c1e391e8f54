"""The question before something is erased for good, which Undo cannot bring back, and the report after it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import (
    CopyErasure,
    ErasePreview,
    UnerasedCopy,
    UnerasedReason,
    asks_twice,
    erase,
    erase_from_copies,
    erase_preview,
    erasure_notice,
)
from dialogue_desk.desk.erasing.holds import holds_over
from dialogue_desk.desk.erasing.unerased_text import folder_name, unerased_sentence
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.leaving.key_text import key_not_saved
from dialogue_desk.desk.leaving.keyring import save_all_keys
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note
from dialogue_desk.domain.model.text import plain_letters, safe_in_sentence
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.sealing import KEY_SUFFIX
from dialogue_desk.storage.database import backups_of
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.erasing.erase_text import (
    counts_sentence,
    done_sentence,
    erase_title,
    others_sentence,
    reached_sentences,
    saved_sentence,
    unreachable_sentences,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words
from dialogue_desk.words.holding_words import hold_text


class EraseSheet(SheetDialog):
    """Says what will be erased and what cannot be, and erases ``target`` when a person presses the button.

    It is a quote, a session, a circle or a program, or None for everything.  For more than a session, a
    person types its code or name first.
    """

    erased = Signal()

    def __init__(
        self, desk: Desk, target: RecordId | None, context: Context, window: QWidget | None = None
    ) -> None:
        self._desk, self._target, self._context, self._words = desk, target, context, context.words
        words = self._words
        kind, name, self._word = _names_of(desk, target, words)
        super().__init__(context.theme, erase_title(kind, name, words), window, wide=True)
        self._preview = erase_preview(desk, target)
        everything = target is None
        self._holds = asks_twice(desk, target)
        self._add_holds(kind)
        self.begin_section(words.tr("What will be erased"))
        if kind is Kind.NOTE:
            self.column.add(Label(words.tr("“{words}”", words=name), "lead"))
        elif counts := counts_sentence(self._preview, words):
            self.column.add(Label(counts, "heading"))
        self.column.add(*map(Label, reached_sentences(self._preview, words, everything=everything)))
        if self._preview.keys:
            self.begin_section(words.tr("Program keys"))
            self.column.add(SaveKeysCard(desk, self._preview.keys, context))
        self._add_section(words.tr("What we cannot erase"), *unreachable_sentences(self._preview, words))
        self._add_section(words.tr("Other laptops"), others_sentence(words, everything=everything))
        card = Card("notice")
        card.column.addWidget(Label(words.tr("This cannot be undone."), "strong"))
        self._typed = QLineEdit(self)
        self._typed.setVisible(bool(self._word))
        self._typed.textChanged.connect(self._check_word)
        if self._word:
            card.column.addWidget(Field(words.tr("To confirm, type {word}", word=self._word), self._typed))
        self.column.add(card)
        self._second = SecondQuestion(context)
        self._second.hide()
        self._second.erase_anyway.clicked.connect(self._erase)
        self.column.add(self._second)
        self._trouble = TroubleLine(context.announcer)
        self.column.add(self._trouble)
        self._bar = ThinBar(words.tr("Copies checked"))
        self._bar.hide()
        self.column.add(self._bar, STRETCH)
        self.foot.addStretch(1)
        self._cancel = self.add_button(words.tr("Cancel"), self.reject)
        self.do_it = self.add_button(words.tr("Erase for good"), self._ask_twice, icon="trash")
        self._typed.returnPressed.connect(self.do_it.click)
        self._check_word()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_section(self, title: str, *sentences: str) -> None:
        self.begin_section(title)
        self.column.add(*map(Label, sentences))

    def _add_holds(self, kind: Kind | None) -> None:
        """Say which holds are open; a quote that is taken back is erased all the same."""
        words, now = self._words, self._desk.clock.now()
        holds = holds_over(self._desk, self._target)
        if not holds:
            return
        card, zone = Card("notice", edge=Space.BASE), self._desk.clock.zone(now)
        card.add(Label(words.tr("On hold"), "section"))
        card.add(*(Label(hold_text(one, zone, words)) for one in holds))
        if kind is Kind.NOTE:
            card.add(Label(words.tr("A quote that somebody takes back is erased all the same.")))
        self.column.add(card)

    def _ask_twice(self) -> None:
        """Erase, or ask once more, in another place of the sheet, when a request is open."""
        if not self._holds:
            self._erase()
            return
        self.do_it.setEnabled(False)
        self._typed.setReadOnly(True)
        self._second.show()
        self._second.erase_anyway.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once it is laid out: before, it has no place.
        QTimer.singleShot(0, self, partial(self.column.ensureWidgetVisible, self._second))
        self._context.announcer.announce(self._second.question, urgent=True)

    def _check_word(self) -> None:
        right = plain_letters(self._typed.text().strip()) == plain_letters(self._word.strip())
        self.do_it.setEnabled(right or not self._word)

    def _erase(self) -> None:
        self.do_it.setEnabled(False)
        self._second.setEnabled(False)
        try:
            outcome = erase(self._desk, self._target, although_held=bool(self._holds))
        except DeskTrouble as trouble:
            self._trouble.say(trouble_sentence(trouble, self._words))
            self._second.setEnabled(True)
            self.do_it.setEnabled(not self._holds)
            return
        self._cancel.setEnabled(False)
        self._bar.show()
        self._bar.show_progress(0, 0)
        desk = self._desk
        self._context.worker.run(
            self,
            lambda progress: erase_from_copies(desk, progress),
            partial(self._report, outcome),
            failed=partial(self._report_failed, outcome),
            progressed=self._bar.show_progress,
        )

    def _report_failed(self, outcome: Outcome, _: BaseException) -> bool:
        copies = UnerasedCopy(backups_of(self._desk.file.path), UnerasedReason.FAILED)
        self._report(outcome, CopyErasure(unerased=(copies,)))
        return False

    def _report(self, outcome: Outcome, copies: CopyErasure) -> None:
        self.accept()
        window = self.parentWidget()
        ErasedSheet(self._desk, self._preview, outcome, copies, self._context, window=window).open()
        self.erased.emit()


class ErasedSheet(SheetDialog):
    """Says what was erased, and which copies could not be reached."""

    def __init__(
        self,
        desk: Desk,
        preview: ErasePreview,
        outcome: Outcome,
        copies: CopyErasure,
        context: Context,
        *,
        window: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Erased"), window)
        self._desk, self._outcome, self._context = desk, outcome, context
        done = done_sentence(preview, words)
        self.column.add(Label(done))
        if copies.unerased:
            self.begin_section(words.tr("Not erased yet"))
            card = Card("notice")
            card.add(*(Label(unerased_sentence((one,), words)) for one in copies.unerased))
            self.column.add(card)
        self.begin_section(words.tr("What you still need to do"))
        sentence = words.tr(
            "Delete the packages and summaries that were saved in other places, and ask people "
            "who have them to do the same."
        )
        self.column.add(Label(sentence))
        if preview.saved:
            self.column.add(Label(saved_sentence(preview.saved, words), "note"))
        self._saved_text = Label(role="note")
        self._saved_text.hide()
        self.foot.addStretch(1)
        if outcome.erased:
            self.begin_section(words.tr("Other laptops"))
            hint = words.tr(
                "A small file can tell them. None of the erased words are in it. A laptop that opens "
                "it erases them too."
            )
            self.column.add(Label(hint))
            text = words.tr("Save a file for the other laptops …")
            self.add_button(text, self._ask_where, icon="export")
        self.column.add(self._saved_text, STRETCH)
        self.add_button(words.tr("Close"), self.accept, weight=Weight.PRIMARY).setFocus()
        context.announcer.announce(done)

    def _ask_where(self) -> None:
        self._context.prompts.open_folder(self._context.words.tr("Where should the file go?"), self._save)

    def _save(self, to: Path) -> None:
        words = self._context.words
        package = erasure_notice(self._desk, sorted(self._outcome.erased))
        try:
            write_atomically(to / package.name, package.data)
        except OSError as error:
            unsaved = words.tr(
                "The file could not be saved in “{folder}”. No half-saved file was left there.",
                folder=folder_name(to),
            )
            text = f"{unsaved} {unwritten_because(error, words)}"
        else:
            text = words.tr("“{name}” is in “{folder}”.", name=package.name, folder=folder_name(to))
        self._saved_text.setText(text)
        self._saved_text.show()
        self._context.announcer.announce(text)


class SecondQuestion(Card):
    """Asks once more before what is on hold is erased."""

    def __init__(self, context: Context) -> None:
        super().__init__("notice")
        tr = context.words.tr
        self.question = tr(
            "A public-records request is open for this. Whoever answers it may need it, and erasing it now "
            "may be against the law. Erase it anyway?"
        )
        self.erase_anyway = Button(context.theme, tr("Erase although it is on hold"), icon="trash")
        self.add(Label(self.question, "strong"), (self.erase_anyway, 0, Qt.AlignmentFlag.AlignLeft))


class SaveKeysCard(Card):
    """Says that the keys on this laptop are erased too, and saves them to a file first."""

    def __init__(self, desk: Desk, keys: int, context: Context) -> None:
        super().__init__("notice")
        self._desk, self._context = desk, context
        words = context.words
        sentence = words.ntr(
            "The key on this laptop will be erased too. Without it nobody can open the packages "
            "that were sealed for it, not even you. Save it first, on a USB stick in a safe "
            "place.",
            "The {count} keys on this laptop will be erased too. Without them nobody can open "
            "the packages that were sealed for them, not even you. Save them first, on a USB "
            "stick in a safe place.",
            keys,
        )
        self._saved_text = Label(role="strong")
        self._saved_text.hide()
        save = Button(context.theme, words.ntr("Save the key…", "Save the keys…", keys), icon="export")
        save.clicked.connect(self._ask_where)
        self.add(Label(sentence), self._saved_text, (save, 0, Qt.AlignmentFlag.AlignLeft))

    def _ask_where(self) -> None:
        tr = self._context.words.tr
        kind = FileKind(tr("Program keys"), (KEY_SUFFIX,))
        name = tr("keys") + KEY_SUFFIX
        self._context.prompts.save_to(tr("Save the keys of this laptop"), name, kind, self._save)

    def _save(self, path: Path) -> None:
        words = self._context.words
        try:
            save_all_keys(self._desk, path)
        except OSError as error:
            text = key_not_saved(error, words)
            self._saved_text.play("warn")
        else:
            text = words.tr("The key is in “{file}”. Keep that file safe.", file=safe_in_sentence(path.name))
            self._saved_text.play("strong")
        self._saved_text.setText(text)
        self._saved_text.show()
        self._context.announcer.announce(text)


def _session_name(desk: Desk, record: Record, number: int, title: str, words: Words) -> str:
    """Return which session of which circle it is."""
    above = desk.get(record.owner)
    code = above.body.code if above is not None and isinstance(above.body, Circle) else "?"
    if title:
        return words.tr("session {number} of circle {code}: {title}", code=code, number=number, title=title)
    return words.tr("session {number} of circle {code}", code=code, number=number)


def _names_of(desk: Desk, target: RecordId | None, words: Words) -> tuple[Kind | None, str, str]:
    """Return the kind and name of ``target``, and the word that a person types to confirm; "" for none."""
    record = None if target is None else desk.get(target)
    if record is None:
        return None, "", words.tr("erase")
    match record.body:
        case Program(name=name, code=code):
            return record.kind, name, code or name
        case Circle(code=code):
            return record.kind, code, code
        case Session(number=number, title=title):
            return record.kind, _session_name(desk, record, number, title, words), ""
        case Note(text=text):
            return record.kind, text, ""
        case _:
            return record.kind, "", ""
