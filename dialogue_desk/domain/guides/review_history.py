"""What was done to a document under review, to be undone without limit."""

from __future__ import annotations

from dialogue_desk.domain.guides.reviewed_document import ReviewedDocument


class ReviewHistory:
    """The document as it is now, and as it was before each act, which has a name."""

    def __init__(self, document: ReviewedDocument) -> None:
        self.document = document
        self._done: list[tuple[str, ReviewedDocument]] = []
        self._undone: list[tuple[str, ReviewedDocument]] = []
        self._joins = ""

    def do(self, name: str, document: ReviewedDocument, joins: str = "") -> bool:
        """Take ``document`` as what an act made of it; return whether it is another one.

        Acts one after the other that have the same ``joins`` are undone together, as digits of one number.
        """
        if document == self.document:
            return False
        if not joins or joins != self._joins:
            self._done.append((name, self.document))
        self._joins = joins
        self._undone.clear()
        self.document = document
        return True

    def undo(self) -> str:
        """Go back before the latest act, and return its name; "" when there is none."""
        return self._turn(self._done, self._undone)

    def redo(self) -> str:
        """Do again what was undone last, and return its name; "" when there is nothing."""
        return self._turn(self._undone, self._done)

    @property
    def names(self) -> tuple[str, str]:
        """What Undo and Redo would do; "" for nothing."""
        return (
            self._done[-1][0] if self._done else "",
            self._undone[-1][0] if self._undone else "",
        )

    def _turn(self, from_: list[tuple[str, ReviewedDocument]], to: list[tuple[str, ReviewedDocument]]) -> str:
        if not from_:
            return ""
        self._joins = ""
        name, document = from_.pop()
        to.append((name, self.document))
        self.document = document
        return name
