"""A help page to read: set in the app's type and colors, with its words found and marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from dialogue_desk.domain.notes.search_terms import excerpt, parse_query
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.utf16 import utf16_length

_STYLE = """
h1 {{ font-size: {title}px; margin-bottom: {base}px; }}
h2 {{ font-size: {heading}px; margin-top: {wide}px; }}
p, li {{ line-height: 130%; }}
code, pre {{ font-family: "{fixed}"; font-size: {note}px; }}
pre {{ background-color: {background}; white-space: pre-wrap; margin: {base}px; }}
th, td {{ padding: {hair}px {tight}px; border: 1px solid {line}; vertical-align: top; }}
th {{ color: {muted}; text-align: left; }}
table {{ border-collapse: collapse; border-color: {line}; margin-bottom: {base}px; }}
"""


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A section of a page: its heading, and where that stands in the text."""

    title: str
    position: int


class HelpTextView(QTextBrowser):
    """Shows one page, which scrolls by keys; ``find`` marks words in it."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme, self._html = theme, ""
        self._marks: tuple[tuple[int, int], ...] = ()
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(Space.WIDE)
        theme.changed.connect(self._set)

    def show_html(self, html: str) -> None:
        """Show a page from its top."""
        self._html = html
        self._set()

    def sections(self) -> list[HelpSection]:
        """Return the sections under the title of the page."""
        return [
            HelpSection(block.text(), block.position())
            for block in self._blocks()
            if block.blockFormat().headingLevel() == 2
        ]

    def section_in_sight(self) -> int:
        """Return which section is read, from 0; -1 before the first one."""
        edge = self.cursorForPosition(self.viewport().rect().center() / 2).position()
        return sum(one.position <= edge for one in self.sections()) - 1

    def go_to(self, position: int) -> None:
        """Show a place of the text at the top."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top - Space.SNUG)
        self.setTextCursor(cursor)

    def find_words(self, typed: str) -> int:
        """Mark the words ``typed`` and return in how many places they are; 0 when one of them is missing."""
        text = self.toPlainText()
        found = excerpt(text, parse_query(typed), most=len(text)) if typed.strip() else None
        marks = _joined(found.marks if found else ())
        self._marks = tuple((utf16_length(text[:start]), utf16_length(text[:end])) for start, end in marks)
        self._show_marks()
        return len(self._marks)

    def go_to_find(self, number: int) -> None:
        """Go to one of the places that were found, counted from 0 and round again at the end."""
        if self._marks:
            start, _ = self._marks[number % len(self._marks)]
            self.go_to(start)

    def _show_marks(self) -> None:
        look = QTextCharFormat()
        look.setBackground(self.palette().highlight())
        look.setForeground(self.palette().highlightedText())
        look.setFontWeight(QFont.Weight.Bold)
        marked = []
        for start, end in self._marks:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format = look
            marked.append(mark)
        self.setExtraSelections(marked)

    def _blocks(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _set(self) -> None:
        """Set the page in the type and colors that are chosen now."""
        theme = self._theme
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        style = _STYLE.format(
            title=theme.scaled(Size.PROMPT),
            heading=theme.scaled(Size.TITLE),
            note=theme.scaled(Size.NOTE),
            fixed=fixed,
            background=theme.tokens.background,
            line=theme.tokens.line,
            muted=theme.tokens.muted,
            hair=int(Space.HAIR),
            tight=int(Space.TIGHT),
            base=int(Space.BASE),
            wide=int(Space.WIDE),
        )
        self.document().setDefaultFont(theme.font())
        self.document().setDefaultStyleSheet(style)
        self.setHtml(self._html)
        self._show_marks()


def _joined(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places with only one sign between them as one, as in "talking-piece"."""
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
