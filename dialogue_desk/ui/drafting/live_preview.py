"""Makes the guide of a document again and again while its lines are changed, off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument
from dialogue_desk.exchange.guide_preview import GuidePreview, preview_of
from dialogue_desk.ui.core.context import Context


class LivePreview(QObject):
    """Tells ``made`` with the guide of the latest document; those that came between are passed over."""

    made = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: ReviewedDocument | None = None
        self._at_work: ReviewedDocument | None = None

    def make(self, document: ReviewedDocument) -> None:
        """Make the guide of a document as soon as the one being made is done."""
        self._wanted = document
        if self._at_work is None:
            self._make_next()

    def _make_next(self) -> None:
        document, self._wanted = self._wanted, None
        self._at_work = document
        if document is None:
            return
        words = self._context.words
        self._context.worker.run(
            self, lambda _progress: preview_of(document, words), self._tell, ended=self._make_next
        )

    def _tell(self, preview: GuidePreview) -> None:
        # Where a later one is on its way, showing this one would only hold it up.
        if self._at_work is None:
            self.made.emit(preview)
