"""Keeps what a person decides about a document, and asks what becomes of it when they leave."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.drafting.begun_card import begun_name
from dialogue_desk.ui.drafting.line_review import LineReview
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.words import Words

log = logging.getLogger(__name__)

_SAVED_AFTER_MS = 1_500


class BegunReview(QObject):
    """Writes ``review`` to disk soon after each change; what was begun can be gone on with, also later."""

    def __init__(self, context: Context, kept: KeptReview, review: LineReview) -> None:
        super().__init__(review)
        self._context, self._kept, self._review = context, kept, review
        self._soon = QTimer(self, singleShot=True, interval=_SAVED_AFTER_MS)
        self._soon.timeout.connect(self._write)
        review.changed.connect(self._soon.start)

    def save(self) -> None:
        """Write now what has changed since it was written last."""
        if self._soon.isActive():
            self._write()

    def document(self) -> ReviewedDocument | None:
        """Return what was begun, the very one on screen if it is that; None when nothing was."""
        written, shown = self._kept.read(), self._review.document
        return shown if written == shown else written

    def name(self) -> str:
        """Return what the document is called that was begun, or "" when nothing was."""
        return begun_name(self._kept, self._context.words)

    def forget(self) -> None:
        """Forget what was begun."""
        self._soon.stop()
        self._kept.forget()
        self._review.review(ReviewedDocument("", ()))

    def _write(self) -> None:
        self._soon.stop()
        try:
            self._kept.keep(self._review.document)
        except (OSError, ValueError) as error:
            log.warning("the review could not be written", exc_info=error)
            self._context.toast.say(
                self._context.words.tr(
                    "What you decided here could not be written to disk. Save it as a guide before you leave."
                )
            )


def other_document_question(begun: str, other: str, words: Words) -> ChoicePrompt:
    """Ask what becomes of a document that was begun when another one is opened."""
    return ChoicePrompt(
        words.tr("Open another document?"),
        words.tr(
            "You have begun to look through “{name}”. When “{other}” is opened, that is thrown away.",
            name=begun,
            other=safe_in_sentence(other),
        ),
        (
            PromptAnswer("open", words.tr("Open the other one")),
            PromptAnswer("go on", words.tr("Go on with “{name}”", name=begun), Weight.PRIMARY),
        ),
    )


def leaving_question(words: Words) -> ChoicePrompt:
    """Ask what becomes of a document that a person leaves in the middle."""
    return ChoicePrompt(
        words.tr("Leave this document?"),
        words.tr("What you decided so far can wait here. It is not a guide yet."),
        (
            PromptAnswer("throw away", words.tr("Throw it away")),
            PromptAnswer("later", words.tr("Go on later"), Weight.PRIMARY),
        ),
    )
