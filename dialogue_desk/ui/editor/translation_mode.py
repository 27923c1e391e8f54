"""Translating: which two languages are side by side, what is left, and the way to the next text."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.desk.guides.edit_history import Step
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.desk.guides.translating import TextsLeft, TranslationSteps
from dialogue_desk.exchange.guide_source import Path
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor.translation_pane import TranslationPane


class TranslationMode:
    """Fills ``pane``.  ``told`` hears of each step, and ``go_to`` shows another place of the guide."""

    def __init__(
        self,
        editing: GuideEditing,
        context: Context,
        told: Callable[[Step], None],
        go_to: Callable[[Path], None],
    ) -> None:
        self._editing, self._context, self._told, self._go_to = editing, context, told, go_to
        self.pane = TranslationPane(context)
        self.steps: TranslationSteps | None = None
        self._left = TextsLeft()
        self.counts: dict[Path, int] = {}
        self.pane.language_added.connect(self.add_language)
        self.pane.languages_chosen.connect(self._choose)
        self.pane.next_wanted.connect(self.next_text)

    def begin(self, first: str, target: str = "") -> None:
        """Put a language beside the ``first``: ``target``, or one in which most is left."""
        languages = tuple(self._editing.sources)
        others = [code for code in languages if code != first]
        if target not in others:
            target = others[0] if len(others) == 1 else max(others, key=self._count_in(first), default="")
        pair = (first, target)
        self.steps = (
            TranslationSteps(self._editing, pair, self._context.words, self._told) if target else None
        )
        self.pane.show_languages(languages, self.steps)

    def show(self, path: Path, where: str) -> None:
        """Show the texts of a place."""
        self.pane.show_path(path, where)

    def refresh(self) -> dict[Path, int]:
        """Count what is left, say it, and return it by place."""
        self.counts = {}
        if self.steps is not None:
            self.counts = self._left.count(self.steps.sources[self.steps.first], self.steps.source)
        self.pane.show_left(self.counts)
        return self.counts

    def next_text(self) -> None:
        """Go to the next text that is not translated, here or at the next place that has one."""
        if self.pane.go_to_next(after=True):
            return
        places = sorted(self.counts)
        later = [path for path in places if path > self.pane.path]
        if places:
            self._go_to((later or places)[0])
            self.pane.go_to_next(after=False)

    def add_language(self, language: str) -> None:
        """Add a language to the guide, and begin to translate into it."""
        first = next(iter(self._editing.sources)) if self.steps is None else self.steps.first
        steps = TranslationSteps(self._editing, (first, first), self._context.words, self._told)
        steps.add_language(language)
        self.begin(first, language)
        self._go_to(self.pane.path)

    def _choose(self, first: str, target: str) -> None:
        if first == target and self.steps is not None:  # the two change places
            first, target = self.steps.language, self.steps.first
        self.begin(first, target)
        self._go_to(self.pane.path)

    def _count_in(self, first: str) -> Callable[[str], int]:
        sources = self._editing.sources

        def count(code: str) -> int:
            return sum(TextsLeft().count(sources[first], sources[code]).values())

        return count
