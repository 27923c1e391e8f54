"""A document on the screen, as people will read it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
)
from dialogue_desk.reports.narrow_tables import as_list
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row

_HEADINGS = {1: "heading", 2: "strong", 3: "muted"}
_LONGEST = 10_000
"""How many characters of one text are shown; the document has all of them, but a window would freeze."""

_WORD_COLUMNS = 2
"""A table with more columns of words is shown as a list: beside other things, it would be too narrow."""

_PARAGRAPHS = {Role.NORMAL: "", Role.LEAD: "", Role.MUTED: "muted", Role.QUOTE: "lead"}


class DocumentView(QWidget):
    """Shows a ``document``, or None, in one column, only to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(gap=Space.TIGHT, within=self)
        self.document: Document | None = None

    def show_document(self, document: Document) -> None:
        """Show another document; showing the same again costs nothing."""
        if document == self.document:
            return
        self.document = document
        clear_layout(self._column)
        self._column.addWidget(Label(document.title, "title"))
        if document.subtitle:
            self._column.addWidget(Label(document.subtitle, "muted"))
        self._column.addSpacing(Space.TIGHT)
        for block in document.blocks:
            self._add(block)
        self._column.addStretch(1)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._column.addSpacing(Space.SNUG if block.level == 1 else Space.HAIR)
                self._column.addWidget(Label(block.text, _HEADINGS[block.level]))
            case Paragraph():
                self._column.addWidget(Label(_beginning(block.text), _PARAGRAPHS[block.role]))
            case Bullets():
                for bullet in block.items:
                    self._column.addWidget(_bullet(bullet))
            case Table():
                self._column.addWidget(_table(block))
            case BarChart():
                self._column.addWidget(Label(block.title, "strong"))
                for bar in block.bars:
                    self._column.addWidget(_bullet(Bullet(bar.label, bar.value_text)))
            case _:
                self._column.addWidget(Hairline())


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _bullet(bullet: Bullet) -> QWidget:
    ground = QWidget()
    mark = (Label("•", "accent", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    aside = [Label(bullet.aside, "note")] if bullet.aside else []
    row(mark, (column(Label(_beginning(bullet.text)), *aside), 1), gap=Space.TIGHT, within=ground)
    return ground


def _table(table: Table) -> QWidget:
    ground = QWidget()
    if sum(not one.numeric for one in table.columns) > _WORD_COLUMNS:
        column(*map(_bullet, as_list(table).items), gap=Space.TIGHT, within=ground)
        return ground
    grid = QGridLayout(ground)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.BASE)
    grid.setVerticalSpacing(Space.HAIR)
    grid.setColumnStretch(0, 1)
    heads = tuple(one.head for one in table.columns)
    for place, cells in enumerate((heads, *table.rows)):
        for number, (kind, text) in enumerate(zip(table.columns, cells, strict=True)):
            label = Label(text, "note" if place == 0 else "", wrap=number == 0)
            if kind.numeric:
                grid.addWidget(label, place, number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            else:
                grid.addWidget(label, place, number)
    return ground
