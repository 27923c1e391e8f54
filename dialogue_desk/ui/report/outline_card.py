"""The outline of the report: its sections, switched, moved and named by a person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.organizing import ReportOutline
from dialogue_desk.domain.overview.report_outline import (
    OutlineEntry,
    ReportSection,
    moved_before,
    moved_by,
    outline_entries,
    switched,
)
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import modifier_name
from dialogue_desk.ui.report.ordered_rows import OrderedCard
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.mark_list import MarkRow
from dialogue_desk.words import Words
from dialogue_desk.words.report_names import section_name

_SWITCH, _RENAME = "switch", "rename"


class OutlineCard(OrderedCard):
    """``changed(outline)`` tells another outline; ``rename_wanted(section)`` that one wants a heading."""

    changed = Signal(object)
    rename_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(
            context,
            words.tr("Sections, in their order"),
            words.tr(
                "The report follows this list. Space switches a section, {alt} with an arrow moves it.",
                alt=modifier_name("Alt"),
            ),
            "",
        )
        self._words = words
        self._outline = ReportOutline()
        self.as_usual = Button(context.theme, words.tr("As usual"), weight=Weight.QUIET)
        self.as_usual.clicked.connect(lambda: self.changed.emit(ReportOutline()))
        self.lay_out(((_SWITCH, words.tr("Leave out")), (_RENAME, words.tr("Rename…"))), (self.as_usual,))
        self.say_acts(self._offered)
        self.acted.connect(self._do)
        self.rows.opened.connect(lambda name: self._do(_SWITCH, name))
        self.rows.stepped.connect(self._step_section)
        self.rows.dropped.connect(self._drop_section)
        self.rows.moved.connect(self._explain)

    def show_outline(self, outline: ReportOutline, languages: Sequence[str]) -> None:
        """Show an outline, with a person's own headings in these languages."""
        self._outline = outline
        entries = outline_entries(outline)
        self.show_rows([_row(entry, languages, self._words) for entry in entries])
        self.as_usual.setVisible(outline != ReportOutline())
        self._explain(self.rows.current_id())

    def _offered(self, name: str) -> dict[str, str]:
        words, entry = self._words, self._entry(name)
        offered = {_RENAME: words.tr("Rename…")}
        if entry.section.optional:
            offered[_SWITCH] = words.tr("Leave out") if entry.kept else words.tr("Put in again")
        return offered

    def _entry(self, name: str) -> OutlineEntry:
        return next(one for one in outline_entries(self._outline) if one.section == name)

    def _do(self, act: str, name: str) -> None:
        if act == _RENAME:
            self.rename_wanted.emit(name)
            return
        section = ReportSection(name)
        self._explain(name)
        if section.optional:
            self.changed.emit(switched(self._outline, section))

    def _explain(self, name: str) -> None:
        """Say why a section cannot be left out, where the keys are on one."""
        fixed = bool(name) and not ReportSection(name).optional
        said = self._words.tr(
            "This section cannot be left out: people must see who met, what is asked, how the report was "
            "made and what is missing."
        )
        self.warning.play("note")
        self.warning.setText(said if fixed else "")
        self.warning.setVisible(fixed)

    def _step_section(self, name: str, by: int) -> None:
        self._change(moved_by(self._outline, ReportSection(name), by))

    def _drop_section(self, name: str, before: str) -> None:
        goal = ReportSection(before) if before else None
        self._change(moved_before(self._outline, ReportSection(name), goal))

    def _change(self, outline: ReportOutline) -> None:
        if outline_entries(outline) != outline_entries(self._outline):
            self.changed.emit(outline)


def _row(entry: OutlineEntry, languages: Sequence[str], words: Words) -> MarkRow:
    name = section_name(entry.section, words)
    own = " · ".join(text for language in languages if (text := entry.heading(language)))
    state = words.tr("in the report") if entry.kept else words.tr("left out")
    detail = own if entry.kept else words.tr("Left out")
    said = ", ".join(part for part in (name, own, state) if part)
    return MarkRow(
        entry.section.value,
        name,
        detail,
        said,
        icon="check" if entry.kept else "",
        filled=entry.kept,
        quiet=not entry.kept,
    )
