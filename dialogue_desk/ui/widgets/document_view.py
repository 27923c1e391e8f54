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
from dialogue_desk.reports.plain_blocks import Spread, in_plain_blocks
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row

_HEADINGS = {1: "heading", 2: "strong", 3: "muted"}
_LARGER = {"": "lead", "muted": "lead", "note": "lead", "strong": "heading", "heading": "title"}
"""What plays each role in large print."""
_LONGEST = 10_000
"""How many characters of one text are shown; the document has all of them, but a window would freeze."""

_WORD_COLUMNS = 2
"""A table with more columns of words is shown as a list: beside other things, it would be too narrow."""

_PARAGRAPHS = {
    Role.NORMAL: "",
    Role.LEAD: "",
    Role.MUTED: "muted",
    Role.QUOTE: "lead",
    Role.SAID: "lead",
    Role.STRONG: "strong",
}


class DocumentView(QWidget):
    """Shows a ``document``, or None, with those that follow it in one column, only to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(gap=Space.TIGHT, within=self)
        self.document: Document | None = None
        self._large = False

    def show_document(self, document: Document, *, large: bool = False) -> None:
        """Show another document, in large print if wanted; showing the same again costs nothing."""
        if (document, large) == (self.document, self._large):
            return
        self.document, self._large = document, large
        clear_layout(self._column)
        for place, one in enumerate(document.all_in_file):
            if place:
                self._column.addSpacing(Space.BASE)
                self._column.addWidget(Hairline())
            self._add_all(one)
        self._column.addStretch(1)

    def _add_all(self, document: Document) -> None:
        self._column.addWidget(self._label(document.title, "title"))
        if document.subtitle:
            self._column.addWidget(self._label(document.subtitle, "muted"))
        self._column.addSpacing(Space.TIGHT)
        for block in document.blocks:
            plain = in_plain_blocks(block, document) if isinstance(block, Spread) else (block,)
            for one in plain:
                self._add(one)

    def _label(self, text: str, role: str = "", *, wrap: bool = True) -> Label:
        return Label(text, _LARGER.get(role, role) if self._large else role, wrap=wrap)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._column.addSpacing(Space.SNUG if block.level == 1 else Space.HAIR)
                self._column.addWidget(self._label(block.text, _HEADINGS[block.level]))
            case Paragraph():
                self._column.addWidget(self._label(_beginning(block.text), _PARAGRAPHS[block.role]))
            case Bullets():
                for bullet in block.items:
                    self._column.addWidget(self._bullet(bullet))
            case Table():
                self._column.addWidget(self._table(block))
            case BarChart():
                self._column.addWidget(self._label(block.title, "strong"))
                for bar in block.bars:
                    self._column.addWidget(self._bullet(Bullet(bar.label, bar.value_text)))
            case _:
                self._column.addWidget(Hairline())

    def _bullet(self, bullet: Bullet) -> QWidget:
        ground = QWidget()
        mark = (Label("•", "accent", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        aside = [self._label(bullet.aside, "note")] if bullet.aside else []
        said = column(self._label(_beginning(bullet.text)), *aside)
        row(mark, (said, 1), gap=Space.TIGHT, within=ground)
        return ground

    def _table(self, table: Table) -> QWidget:
        ground = QWidget()
        if sum(not one.numeric for one in table.columns) > _WORD_COLUMNS:
            column(*map(self._bullet, as_list(table).items), gap=Space.TIGHT, within=ground)
            return ground
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.BASE)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(0, 1)
        heads = tuple(one.head for one in table.columns)
        for place, cells in enumerate((heads, *table.rows)):
            for number, (kind, text) in enumerate(zip(table.columns, cells, strict=True)):
                label = self._label(text, "note" if place == 0 else "", wrap=number == 0)
                if kind.numeric:
                    end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                    grid.addWidget(label, place, number, end)
                else:
                    grid.addWidget(label, place, number)
        return ground


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
