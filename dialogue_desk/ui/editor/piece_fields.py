"""The steps of a part, and its cards: each folds, and is a small form of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.live_check import Remark
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange.guide_palette import new_step
from dialogue_desk.exchange.guide_source import Path, Section
from dialogue_desk.exchange.part_parser import MOST_MINUTES
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.editor.form_fields import (
    CardTextField,
    FormContext,
    FormField,
    LineField,
    NumberField,
    OneTextField,
    TextsField,
    TitleField,
    word,
)
from dialogue_desk.ui.editor.section_fields import SectionFields
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import titled


class StepFields(SectionFields):
    """A step of a part."""

    def __init__(self, form: FormContext) -> None:
        super().__init__(form)
        tr, minutes = form.words.tr, form.words.tr("min")
        self.add(
            TitleField(form, "title", tr("Title")),
            NumberField(form, "minutes", tr("Length"), (1, MOST_MINUTES), unit=minutes),
            NumberField(
                form,
                "floor",
                tr("Shortest it is still worth"),
                (1, MOST_MINUTES),
                unit=minutes,
                unset=tr("as long as it is"),
            ),
            OneTextField(form, Sort.PURPOSE, tr("What happens")),
            LineField(
                form,
                "equal",
                tr("Always as long as steps with the same word"),
                word,
                tr("Write one word in small letters, such as youth."),
                hint=tr("Leave it empty when its length is its own."),
            ),
        )


class CardFields(SectionFields):
    """A card or page of a part; an ``option`` says what speaks for it and against it."""

    def __init__(self, form: FormContext, *, option: bool) -> None:
        super().__init__(form)
        tr = form.words.tr
        hint = tr("A line is a paragraph. Begin it with - or 1. for a list.")
        self.add(
            TitleField(form, "title", tr("Title")),
            CardTextField(form, "card", tr("What people read"), hint=hint, lines=True),
            TextsField(form, Sort.SAY, tr("Say with it"), tr("Add a paragraph to say")),
        )
        if option:
            self.add(
                TextsField(form, Sort.GAINS, tr("What speaks for it"), tr("Add a line")),
                TextsField(form, Sort.LOSSES, tr("What speaks against it"), tr("Add a line")),
                TextsField(form, Sort.TRADE_OFFS, tr("Trade-offs"), tr("Add a line")),
            )
        self.add(
            TextsField(form, Sort.FILL_IN, tr("Look up before the session"), tr("Add a fact to look up"))
        )


class PieceRow(QWidget):
    """One step or card, folded under its title; its form is made when it is unfolded."""

    acted = Signal(str)

    def __init__(self, form: FormContext, path: Path) -> None:
        super().__init__()
        self.form, self.path, self._title = form, path, ""
        self.fields: SectionFields | None = None
        self.expander = Expander(form.theme)
        self.expander.unfolded.connect(self._unfold)
        tr = form.words.tr
        self._more = Button(form.theme, tr("Actions"), weight=Weight.QUIET, icon="more", bare=True)
        self._more.clicked.connect(self._open_menu)
        row((self.expander, 1), (self._more, 0, Qt.AlignmentFlag.AlignTop), gap=Space.HAIR, within=self)

    def show_piece(self, path: Path, section: Section) -> None:
        """Show the step or card as it is now."""
        self.path = path
        words = self.form.words
        kind = card_kind(section)
        name = name_of(kind, words) if kind else words.tr("{minutes} min", minutes=section.value("minutes"))
        title = words.tr("{what}: {name}", what=name, name=titled(section.title, words))
        self.expander.show_title(title)
        self._more.setAccessibleName(words.tr("Actions: {name}", name=title))
        self._title = title
        if self.fields is not None:
            self.fields.show_path(path)
            self._name_texts(self.fields)

    def _unfold(self, on: bool) -> None:
        if on and self.fields is None:
            section = self.form.steps.source.at(self.path)
            option = card_kind(section) is CardKind.OPTION
            self.fields = CardFields(self.form, option=option) if section.card else StepFields(self.form)
            self.expander.body.addWidget(self.fields)
            self.fields.show_path(self.path, other=True)
            self._name_texts(self.fields)

    def _name_texts(self, fields: SectionFields) -> None:
        for field in fields.fields:
            if isinstance(field, TextsField):
                field.list.speak_of(self._title)

    def _open_menu(self) -> None:
        tr, menu = self.form.words.tr, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for act, words in (
            ("up", tr("Move up")),
            ("down", tr("Move down")),
            ("copy", tr("Duplicate")),
            ("delete", tr("Delete")),
        ):
            menu.addAction(words, partial(self.acted.emit, act))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


class PiecesField(FormField):
    """The steps of a part, or its ``cards``; ``reordered`` when they are to be moved, copied or deleted."""

    def __init__(self, form: FormContext, *, cards: bool) -> None:
        super().__init__(form, "cards" if cards else "steps")
        self._form, self._cards = form, cards
        self.rows: list[PieceRow] = []
        self._kinds: list[CardKind | None] = []
        self._lines = column(gap=Space.TIGHT)
        holder = QWidget()
        column(self._lines, flowing(*self._adding()), gap=Space.TIGHT, within=holder)
        self.hold(holder)

    def show_value(self, section: Section) -> None:
        found = [(place, one) for place, one in enumerate(section.sections) if one.card is self._cards]
        kinds = [card_kind(one) for _, one in found]
        if kinds != self._kinds:
            clear_layout(self._lines)
            self._kinds, self.rows = kinds, [PieceRow(self._form, (*self.path, at)) for at, _ in found]
            for line in self.rows:
                self._lines.addWidget(line)
                line.acted.connect(partial(self._act, line))
        for line, (place, one) in zip(self.rows, found, strict=True):
            line.show_piece((*self.path, place), one)

    def set(self) -> bool:
        return bool(self.rows)

    def answers(self, remark: Remark) -> bool:
        below = any(remark.path == line.path for line in self.rows)
        return below or super().answers(remark)

    def take_focus(self) -> None:
        if self.rows:
            self.rows[0].expander.setFocus()

    def _adding(self) -> list[Button]:
        tr, theme = self._words.tr, self._theme
        if not self._cards:
            add = Button(theme, tr("Add a step"), weight=Weight.QUIET, icon="plus")
            add.clicked.connect(lambda: self._form.order.add(self._end(), new_step, EditKind.ADD_PIECE))
            return [add]
        found = []
        for kind in CardKind:
            add = Button(theme, name_of(kind, self._words), weight=Weight.QUIET, icon="plus")
            add.setAccessibleName(tr("Add: {name}", name=name_of(kind, self._words)))
            add.clicked.connect(partial(self._add_card, kind))
            found.append(add)
        return found

    def _add_card(self, kind: CardKind, _checked: bool = False) -> None:
        self._form.order.add_card(self._end(), kind)

    def _end(self) -> Path:
        return (*self.path, len(self._steps.source.at(self.path).sections))

    def _act(self, line: PieceRow, act: str) -> None:
        order, path, at = self._form.order, line.path, self.rows.index(line)
        if act == "copy":
            order.duplicate(path)
        elif act == "delete":
            order.delete(path)
        elif 0 <= (to := at + (-1 if act == "up" else 1)) < len(self.rows):
            order.move(path, self.rows[to].path)


def card_kind(section: Section) -> CardKind | None:
    """Return what kind of card a section is; None when it is a step."""
    return next((kind for kind in CardKind if f".{kind}" in section.marks), None)
