"""A guide from a document: choosing it, reading it, looking through it, and keeping the guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument, reviewed
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.document_opening import read_document, read_pasted
from dialogue_desk.exchange.document_refusals import DocumentRefused, trouble_sentence
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.drafting.begun_review import (
    BegunReview,
    leaving_question,
    other_document_question,
)
from dialogue_desk.ui.drafting.document_choice import DocumentChoice
from dialogue_desk.ui.drafting.line_review import LineReview
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column


class DocumentReview(QWidget):
    """Opens a document and has it looked through, and keeps the guide among the desk's ``own``.

    ``kept`` tells its key; ``left`` that a person goes back.  A review that was left, or that a crash ended,
    is in ``begun`` and can be gone on with.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, context: Context, own: OwnGuides, begun: KeptReview) -> None:
        super().__init__()
        self._context, self._words = context, context.words
        self._own = own
        self._stop: Callable[[], None] | None = None
        self.choice = DocumentChoice(context)
        self.reading = ReadingNotice(context)
        self.review = LineReview(context)
        self.begun = BegunReview(context, begun, self.review)
        self.views = QStackedLayout(self)
        for view in (self.choice, self.reading, self.review):
            self.views.addWidget(view)
        self.choice.file_chosen.connect(self.open)
        self.choice.text_given.connect(self.open_text)
        self.choice.going_on.connect(self.go_on)
        self.choice.left.connect(self.left)
        self.reading.stopped.connect(self.stop)
        self.review.left.connect(self._leave)
        self.review.done.connect(self._save_guide)
        self.choice.show_begun(self.begun.name())

    def leave(self) -> None:
        """Save what was decided: another page is shown, or the window closes."""
        self.begun.save()

    def open(self, path: Path) -> None:
        """Read a document, off the window's thread, and show what was understood."""
        self._ask_then_read(path.name, lambda: reviewed(read_document(path), path.stem))

    def open_text(self, text: str) -> None:
        """Read text that was pasted."""
        # Half a letter, as a broken program may copy it, could not be saved.
        whole = text.encode("utf-8", "replace").decode()
        self._ask_then_read(self._words.tr("Pasted text"), lambda: reviewed(read_pasted(whole), ""))

    def go_on(self) -> None:
        """Show the document that was begun, if one was."""
        document = self.begun.document()
        if document is None:
            self._show_choice()
        else:
            self._show_review(document)

    def stop(self) -> None:
        """Stop waiting for a document."""
        if self._stop is not None:
            self._stop()
            self._stop = None
            self._show_choice()

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""
        current = self.views.currentWidget()
        if isinstance(current, DocumentChoice | LineReview | ReadingNotice):
            current.take_focus()

    def undo_latest(self) -> None:
        """Undo what was decided last."""
        if self.views.currentWidget() is self.review:
            self.review.undo_latest()

    def redo_latest(self) -> None:
        """Redo what was undone last."""
        if self.views.currentWidget() is self.review:
            self.review.redo_latest()

    def _ask_then_read(self, name: str, read: Callable[[], ReviewedDocument]) -> None:
        """Read a document, unless a person would rather go on with the one they began."""
        self.begun.save()
        if begun := self.begun.name():
            question = other_document_question(begun, name, self._words)
            self._context.prompts.choose(
                question, lambda answer: self._read(name, read) if answer == "open" else self.go_on()
            )
        else:
            self._read(name, read)

    def _read(self, name: str, read: Callable[[], ReviewedDocument]) -> None:
        if self._stop is not None:
            self._stop()
        self.reading.show_name(name)
        self.choice.show_refusal("")
        self.views.setCurrentWidget(self.reading)
        self.reading.take_focus()
        job = self._context.worker.run(
            self,
            lambda _progress: read(),
            self._show_new,
            failed=lambda error: self._refuse(name, error),
        )
        self._stop = job.stop

    def _show_new(self, document: ReviewedDocument) -> None:
        """Show a document that was read; the one that was begun before makes way for it only now."""
        self._stop = None
        self.begun.forget()
        self._show_review(document)

    def _show_review(self, document: ReviewedDocument) -> None:
        if document is not self.review.document:  # else it could no longer be undone
            self.review.review(document)
        self.views.setCurrentWidget(self.review)
        self.review.take_focus()

    def _refuse(self, name: str, error: BaseException) -> bool:
        """Say why a document cannot become a guide."""
        self._stop = None
        self._show_choice()
        if isinstance(error, DocumentRefused):
            self.choice.show_refusal(trouble_sentence(error.trouble, name, self._words))
        elif isinstance(error, OSError):
            self.choice.show_refusal(f"{safe_in_sentence(name)}: {unread_because(error, self._words)}")
        else:
            return False
        return True

    def _show_choice(self) -> None:
        self.choice.show_begun(self.begun.name())
        self.views.setCurrentWidget(self.choice)
        self.choice.take_focus()

    def _leave(self) -> None:
        """Go back; what was decided is kept for later unless a person throws it away."""
        if self.review.acts.names == ("", ""):
            self._left("later")
        else:
            self._context.prompts.choose(leaving_question(self._words), self._left)

    def _left(self, answer: str) -> None:
        if answer == "later":
            self.begun.save()
        else:
            self.begun.forget()
        self._show_choice()
        self.left.emit()

    def _save_guide(self, text: str) -> None:
        """Keep the guide, of which the document is no longer needed."""
        key = self._own.add([guide_text_of(text)], Origin.DOCUMENT)
        self.begun.forget()
        self._show_choice()
        self._context.toast.say(self._words.tr("Saved as a guide."))
        self.kept.emit(key)


class ReadingNotice(QWidget):
    """Says which document is being read, which may take some seconds, and lets a person stop it."""

    stopped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._text = Label(role="heading")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.stop = Button(context.theme, context.words.tr("Stop"))
        self.stop.clicked.connect(self.stopped)
        middle = Qt.AlignmentFlag.AlignHCenter
        column(
            STRETCH, self._text, (self.stop, 0, middle), 2, gap=Space.BASE, margins=Space.VAST, within=self
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)

    def show_name(self, name: str) -> None:
        """Say which document is read."""
        self._text.setText(self._words.tr("Reading “{file}”", file=safe_in_sentence(name)))

    def take_focus(self) -> None:
        """Put the keyboard on the way out."""
        self.stop.setFocus()
