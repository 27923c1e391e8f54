"""A remark beside what a person types for everyone to read: it may point to somebody.  It refuses nothing."""

from __future__ import annotations

from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Job
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.languages import join_names


class PersonRemark(Label):
    """Hidden until something that was looked at may point to a person; it looks beside the window."""

    def __init__(self, context: Context) -> None:
        super().__init__(role="warn")
        self._context = context
        self._text = ""
        self._job: Job[tuple[str, ...]] | None = None
        self.hide()

    def look_at(self, *texts: str) -> None:
        """Look at what is typed now."""
        self._text = "\n".join(texts)
        if not self._text.strip():
            self._tell(())
        elif self._job is None:
            self._look()

    def _look(self) -> None:
        text = self._text
        self._job = self._context.worker.run(
            self, lambda _: people_named(text), self._tell, ended=lambda: self._look_again(text)
        )

    def _look_again(self, seen: str) -> None:
        self._job = None
        if seen != self._text and self._text.strip():
            self._look()

    def _tell(self, found: tuple[str, ...]) -> None:
        words = self._context.words
        names = join_names([f"“{safe_in_sentence(one)}”" for one in found], words)
        said = words.tr(
            "{names} may point to a person, and everyone reads this. Write an office or a group.", names=names
        )
        told = self.text() if not self.isHidden() else ""
        self.setText(said if found else "")
        self.setVisible(bool(found))
        if found and said != told:
            self._context.announcer.announce(said)
