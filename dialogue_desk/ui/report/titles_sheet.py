"""The sheet on which a person writes the titles over the pages of themes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.report_findings import LONGEST_SENTENCE
from dialogue_desk.domain.overview.report_plan import MainTheme, ReportPlan
from dialogue_desk.reports.report_sentences import proposed_title
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name

Titles: TypeAlias = Mapping[RecordId, tuple[tuple[str, str], ...]]
"""The titles of themes, each in its languages."""


class TitlesSheet(SheetDialog):
    """A field for each main theme, in one language at a time; ``save(titles)`` gets those that changed."""

    def __init__(
        self,
        context: Context,
        plan: ReportPlan,
        languages: Sequence[str],
        save: Callable[[Titles], object],
        window: QWidget | None,
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Titles of themes"), window, wide=True, characters=92)
        self._save, self._themes, self._language = save, plan.themes, languages[0]
        self._before = {
            (theme.theme.theme_id, code): plan.title_of(theme.theme, code)
            for theme in plan.themes
            for code in languages
        }
        self._now = dict(self._before)
        self.boxes: dict[RecordId, LineBox] = {}
        sentence = words.tr(
            "A good title says in one sentence what the circles found. Empty, the counts say it."
        )
        self.column.add(Label(sentence, "muted"))
        self.languages = Chips(
            context.theme,
            words.tr("Language"),
            tuple(Choice(code, language_name(code, words)) for code in languages),
        )
        self.languages.choose(self._language)
        self.languages.chosen.connect(self._show_language)
        self.column.add(self.languages)
        self.languages.setVisible(len(languages) > 1)
        for theme in plan.themes:
            box = LineBox()
            box.setMaxLength(LONGEST_SENTENCE)
            self.boxes[theme.theme.theme_id] = box
            self.column.add(Field(f"{theme.number}. {theme.theme.name}", box))
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.keep = self.add_button(words.tr("Save"), self._keep, weight=Weight.PRIMARY)
        self._fill()

    def _show_language(self, code: str) -> None:
        self._read()
        self._language = code
        self._fill()

    def _fill(self) -> None:
        words = Words(self._language)
        for theme in self._themes:
            box = self._box(theme)
            box.setText(self._now[theme.theme.theme_id, self._language])
            box.setCursorPosition(0)
            box.setPlaceholderText(proposed_title(theme.theme, words))

    def _box(self, theme: MainTheme) -> LineBox:
        return self.boxes[theme.theme.theme_id]

    def _read(self) -> None:
        for theme, box in self.boxes.items():
            self._now[theme, self._language] = normalized(box.text()).strip()

    def _keep(self) -> None:
        self._read()
        changed = {theme for (theme, code), text in self._now.items() if text != self._before[theme, code]}
        titles = {
            theme: tuple(
                sorted((code, text) for (one, code), text in self._now.items() if one == theme and text)
            )
            for theme in changed
        }
        self.accept()
        if titles:
            self._save(titles)
