"""What a circle brings along from before: what it left open, and its ground rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.notes.open_threads import open_threads
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.rules_editor import RulesEditor
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column

_SHOWN = 6


class LeftOpen(QWidget):
    """What the circle's last session left open; hidden when nothing is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self.body = column(gap=Space.TIGHT, within=self)
        self.hide()

    def show_last(self, last: SessionFolder | None) -> None:
        """Show what ``last`` left open."""
        words = self._words
        clear_layout(self.body)
        threads = open_threads(last) if last is not None else None
        self.setVisible(bool(threads))
        if not threads:
            return
        texts = (*threads.parked, *threads.questions, *threads.stepless)
        self.body.addWidget(Label(words.tr("Left open last time"), "strong"))
        for text in texts[:_SHOWN]:
            self.body.addWidget(Label(text))
        if len(texts) > _SHOWN:
            more = len(texts) - _SHOWN
            said = words.ntr("and {count} more in its notes", "and {count} more in its notes", more)
            self.body.addWidget(Label(said, "note"))


class GroundRulesExpander(Expander):
    """The ground rules of the session; ``touched`` is whether a person changed them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self._words = context.words
        self.touched = self._agreed = False
        self.editor = RulesEditor(context.theme, context.words)
        self.editor.changed.connect(self._touch)
        self.body.addWidget(self.editor)

    def show_rules(self, agreed: Sequence[str], usual: Sequence[str]) -> None:
        """Show what the circle agreed on, or else the usual rules; what a person changed stays."""
        self._agreed = bool(agreed)
        if not self.touched:
            self.editor.show_rules(agreed or usual)
        self._count(len(self.editor.rules))

    def _count(self, count: int) -> None:
        words = self._words
        self.show_title(
            words.ntr(
                "{count} ground rule the circle agreed on", "{count} ground rules the circle agreed on", count
            )
            if self._agreed
            else words.ntr("{count} ground rule to begin with", "{count} ground rules to begin with", count)
        )

    def _touch(self, rules: Sequence[str]) -> None:
        self.touched = True
        self._count(len(rules))
