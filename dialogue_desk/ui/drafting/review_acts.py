"""What a person decides about a document under review, each act with its name for Undo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.review_history import ReviewHistory
from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument
from dialogue_desk.words import Words
from dialogue_desk.words.guide_names import guide_name_of


class ReviewActs(QObject):
    """The document as it is now, and what can be done to it; ``changed`` when something was."""

    changed = Signal()

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._history = ReviewHistory(ReviewedDocument("", ()))

    @property
    def document(self) -> ReviewedDocument:
        """The document as it is now."""
        return self._history.document

    @property
    def names(self) -> tuple[str, str]:
        """What Undo and Redo would do; "" for nothing."""
        return self._history.names

    def begin(self, document: ReviewedDocument) -> None:
        """Begin with a document to which nothing was done."""
        self._history = ReviewHistory(document)

    def mean(self, places: Collection[int], meaning: Meaning) -> None:
        """Take lines as what a person says they are."""
        self._do(self._name(len(places), meaning), self.document.with_meaning(places, meaning))

    def decide(self, places: Collection[int]) -> None:
        """Take lines as right."""
        self._do(self._words.tr("Right as it is"), self.document.with_decided(places))

    def split(self, place: int) -> None:
        """Make a line of each sentence of one."""
        self._do(self._words.tr("Split into sentences"), self.document.with_split(place))

    def keep_as_tips(self, places: Collection[int]) -> None:
        """Take lines that were not understood as the tips that they would become."""
        self._do(self._name(len(places), Meaning.TIP), self.document.with_decided(places))

    def set_minutes(self, place: int, minutes: int) -> None:
        """Give what begins in a line other minutes."""
        self._do(self._words.tr("Minutes"), self.document.with_minutes(place, minutes), f"line {place}")

    def set_session_minutes(self, number: int, minutes: int) -> None:
        """Give a session other minutes, by the number of its line."""
        document = self.document.with_session_minutes(number, minutes)
        self._do(self._words.tr("Minutes"), document, f"session {number}")

    def set_title(self, title: str) -> None:
        """Call the guide something else."""
        self._do(self._words.tr("Title of the guide"), replace(self.document, title=title))

    def set_language(self, language: str) -> None:
        """Say in which language the guide is."""
        self._do(self._words.tr("Language"), replace(self.document, language=language))

    def set_people(self, people: tuple[int, int]) -> None:
        """Say for how many people the guide is."""
        self._do(self._words.tr("How many people"), replace(self.document, people=people), "people")

    def undo(self) -> str:
        """Undo what was decided last, and return its name; "" when there is nothing."""
        return self._turned(self._history.undo())

    def redo(self) -> str:
        """Redo what was undone last, and return its name; "" when there is nothing."""
        return self._turned(self._history.redo())

    def _name(self, count: int, meaning: Meaning) -> str:
        name = guide_name_of(meaning, self._words)
        return self._words.ntr(
            "{count} line as “{meaning}”", "{count} lines as “{meaning}”", count, meaning=name
        )

    def _turned(self, name: str) -> str:
        if name:
            self.changed.emit()
        return name

    def _do(self, name: str, document: ReviewedDocument, joins: str = "") -> None:
        if self._history.do(name, document, joins):
            self.changed.emit()
