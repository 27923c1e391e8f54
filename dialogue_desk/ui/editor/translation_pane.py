"""A guide in two languages side by side: one to read, the other to write, and what is left to translate."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.guides.translating import TranslationSteps
from dialogue_desk.exchange.guide_source import Path
from dialogue_desk.exchange.guide_translation import (
    TextUnit,
    is_untranslated,
    text_of,
    translation_of,
    units_at,
)
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.editor.text_box import TextBox, TitleBox
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name, language_names

_FOLD = 620
"""Below this width, at 100 % text, the two texts are under each other."""


class UnitRow(QWidget):
    """One text and its translation."""

    typed = Signal(str)

    def __init__(self, context: Context, number: int, name: str, *, title: bool = False) -> None:
        super().__init__()
        tr, kind = context.words.tr, TitleBox if title else TextBox
        self.text, self.box = Label(), kind(context.theme, context.words, lines=not title)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.box.setAccessibleName(tr("Translation {number}: {name}", number=number, name=name))
        self.left_out = Label(tr("Not translated yet"), "error")
        self.left_out.hide()
        self._refused = Label(role="error")
        self._refused.hide()
        written, read = QWidget(), QWidget()
        column(self.box, self._refused, self.left_out, STRETCH, gap=Space.HAIR, within=written)
        column(Label(name, "note"), self.text, STRETCH, gap=Space.HAIR, within=read)
        both = ResponsiveRow(context.theme, _FOLD, gap=Space.BASE)
        both.add(read, 1)
        both.add(written, 1)
        column(both, within=self)
        self.box.typed.connect(self.typed)
        self.box.refused.connect(self._refuse)

    def show_unit(self, text: str, translation: str, *, left: bool) -> None:
        """Show the text and its translation, and whether it is left to do."""
        self.text.setText(text)
        self.box.show_text(translation)
        self.box.setAccessibleDescription(text)
        self.mark(left=left)

    def mark(self, *, left: bool) -> None:
        """Say whether it is left to do; hundreds of texts are laid out again only for a change."""
        if self.left_out.isHidden() is left:
            room = self.left_out.sizePolicy()
            room.setRetainSizeWhenHidden(True)  # the next box stays where a hand is about to click
            self.left_out.setSizePolicy(room)
            self.left_out.setVisible(left)

    def take_focus(self, *, left: bool) -> None:
        """Put the keyboard into the translation; what is not translated is selected, to be written over."""
        self.box.go_to_end()
        if left:
            self.box.selectAll()

    def _refuse(self, sentence: str) -> None:
        self._refused.setText(sentence)
        self._refused.setVisible(bool(sentence))


class TranslationPane(QWidget):
    """Shows the texts of one place.  ``next_wanted`` asks for the next text that is left anywhere."""

    next_wanted = Signal()
    languages_chosen = Signal(str, str)
    language_added = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, tr = context, context.words.tr
        self.steps: TranslationSteps | None = None
        self.path: Path = ()
        self.rows: dict[TextUnit, UnitRow] = {}
        self.first, self.target = Select(context.theme), Select(context.theme)
        self.first.setAccessibleName(tr("Language to read"))
        self.target.setAccessibleName(tr("Language to write"))
        self.add = Select(context.theme)
        self.add.setAccessibleName(tr("Add a language"))
        self.next = Button(context.theme, tr("Next text"), icon="next", trailing=True)
        self.left = Label(role="strong")
        self._where = Label(role="section")
        self._lines = column(gap=Space.BASE)
        self.page = ScrollColumn(context.theme, characters=110, centred=True, edge=Space.WIDE)
        self._sheet = Card(edge=Space.WIDE)
        self._sheet.column.addWidget(self._where)
        self._sheet.column.addLayout(self._lines)
        self.pair = pair = QWidget()
        middle = Qt.AlignmentFlag.AlignVCenter
        arrow = IconView(context.theme, "next", 18)
        row(self.first, (arrow, 0, middle), self.target, gap=Space.TIGHT, within=pair)
        self.page.add(flowing(pair, self.next, self.add), self.left, self._sheet)
        self.page.body.addStretch(1)
        column(self.page, within=self)
        for one in (self.first, self.target):
            one.chosen.connect(
                lambda _: self.languages_chosen.emit(self.first.choice(), self.target.choice())
            )
        self.add.chosen.connect(self._add)
        self.next.clicked.connect(self.next_wanted)
        self.keys = Actions(context.theme, self, context.keys)
        words = tr("To the next text that is not translated")
        next_text = Action("next text", words, ("Ctrl+Return",), "", tr("Translation"))
        self.keys.add(next_text, self.next_wanted.emit)

    def show_languages(self, languages: tuple[str, ...], steps: TranslationSteps | None) -> None:
        """Offer the languages of the guide, and others to add; without ``steps`` there is only one."""
        words, self.steps = self._context.words, steps
        choices = [Choice(code, language_name(code, words)) for code in languages]
        for select, chosen in ((self.first, steps and steps.first), (self.target, steps and steps.language)):
            select.show_choices(choices)
            select.choose(chosen or languages[0])
        self.pair.setVisible(steps is not None)
        self.next.setVisible(steps is not None)
        self._sheet.setVisible(steps is not None)
        names = language_names(words)
        others = [Choice(code, names[code]) for code in names if code not in languages]
        self.add.show_choices([Choice("", words.tr("Add a language …")), *others])
        self.add.setCurrentIndex(0)

    def show_path(self, path: Path, where: str) -> None:
        """Show the texts of a place; those that are shown already keep the keyboard."""
        self.path = path
        self._where.setText(where)
        source = None if self.steps is None else self.steps.sources[self.steps.first]
        units = () if source is None else units_at(source, path)
        holder = self._make_anew(units) if tuple(self.rows) != units else None
        for unit in units:
            self._show_unit(unit)
        if holder is not None:
            clear_layout(self._lines)
            self._lines.addWidget(holder)
            holder.show()

    def show_left(self, counts: Mapping[Path, int]) -> None:
        """Say how many texts are left in the whole guide."""
        words, count = self._context.words, sum(counts.values())
        said = words.ntr(
            "{count} text is not translated yet.", "{count} texts are not translated yet.", count
        )
        if self.steps is None:
            said = words.tr("This guide has one language. Choose one to add.")
        self.left.setText(said if count or self.steps is None else words.tr("Everything is translated."))
        self.next.setEnabled(bool(count))
        for unit in self.rows:
            self._mark(unit)

    def go_to_next(self, *, after: bool) -> bool:
        """Put the keyboard into the next text that is left here; return whether there is one.

        ``after`` the text that has the keyboard, or else from the first.
        """
        units = list(self.rows)
        here = next((at for at, unit in enumerate(units) if self.rows[unit].box.hasFocus()), -1)
        for unit in units[here + 1 if after else 0 :]:
            if self._is_left(unit):
                self.rows[unit].take_focus(left=True)
                return True
        return False

    def _make_anew(self, units: tuple[TextUnit, ...]) -> QWidget:
        """Return a row for each text; they are shown once all have their words."""
        self.rows = {}
        holder = QWidget()
        lines = column(gap=Space.BASE, within=holder)
        for unit in units:
            if self.rows:
                lines.addWidget(Hairline())
            name = sort_name(unit, self._context.words)
            number, title = len(self.rows) + 1, unit.sort == "title"
            line = self.rows[unit] = UnitRow(self._context, number, name, title=title)
            line.typed.connect(partial(self._translate, unit))
            lines.addWidget(line)
        return holder

    def _show_unit(self, unit: TextUnit) -> None:
        assert self.steps is not None
        source, other = self.steps.sources[self.steps.first], self.steps.source
        text, found = text_of(source, unit), translation_of(source, other, unit)
        self.rows[unit].show_unit(text, found, left=self._is_left(unit))

    def _mark(self, unit: TextUnit) -> None:
        self.rows[unit].mark(left=self._is_left(unit))

    def _is_left(self, unit: TextUnit) -> bool:
        if self.steps is None:
            return False
        return is_untranslated(self.steps.sources[self.steps.first], self.steps.source, unit)

    def _translate(self, unit: TextUnit, text: str) -> None:
        if self.steps is not None:
            self.steps.translate(unit, text)

    def _choose(self, _language: str) -> None:
        self.languages_chosen.emit(self.first.choice(), self.target.choice())

    def _add(self, language: str) -> None:
        if language:
            self.language_added.emit(language)


def sort_name(unit: TextUnit, words: Words) -> str:
    """Return what a text is, in words."""
    tr = words.tr
    names = {
        "title": tr("Title"),
        "summary": tr("What it is, in a sentence"),
        "card": tr("What people read"),
        Sort.PURPOSE: tr("What it is for"),
        Sort.SAY: tr("Say"),
        Sort.ASK: tr("Ask"),
        Sort.GOAL: tr("Goals"),
        Sort.BEFORE: tr("To do before the meeting"),
        Sort.TIP: tr("Tips"),
        Sort.NOTE_TAKER: tr("For the note-taker"),
        Sort.MATERIALS: tr("To bring"),
        Sort.FILL_IN: tr("Look up before the session"),
        Sort.GAINS: tr("What speaks for it"),
        Sort.LOSSES: tr("What speaks against it"),
        Sort.TRADE_OFFS: tr("Trade-offs"),
        Sort.NEXT: tr("What to do next"),
        Sort.STOP: tr("When to stop"),
    }
    return names[unit.sort]
