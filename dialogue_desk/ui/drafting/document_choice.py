"""Where a guide from a document begins: a file is chosen or dropped, or text is pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.drafting.begun_card import BegunCard
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

_BOX = 180
"""The height of the box for text, in pixels at 100 % text."""


class DocumentChoice(QWidget):
    """Tells ``file_chosen(path)`` or ``text_given(text)``; ``going_on`` with what was begun before."""

    file_chosen = Signal(Path)
    text_given = Signal(str)
    going_on = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._page = ScrollColumn(theme, centred=True, edge=Space.VAST)
        back = Button(theme, tr("All guides"), weight=Weight.QUIET, icon="back")
        back.clicked.connect(self.left)
        bar = Card("bar", edge=0)
        bar.add(row(back, STRETCH, margins=(Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)))
        column(bar, (self._page, 1), within=self)
        self.choose = Button(theme, tr("Choose a document"), weight=Weight.PRIMARY, icon="folder")
        self.choose.clicked.connect(self.ask_for_file)
        self.box = LinesBox()
        self.box.setMinimumHeight(theme.scaled(_BOX))
        self._use = Button(theme, tr("Make a guide of this text"))
        self._use.clicked.connect(lambda: self.text_given.emit(self.box.toPlainText()))
        self._use.setEnabled(False)
        self.box.textChanged.connect(lambda: self._use.setEnabled(bool(self.box.toPlainText().strip())))
        self._refused = self._notice()
        self.begun = BegunCard(theme, context.words, weight=Weight.PRIMARY)
        self.begun.wanted.connect(self.going_on)
        self._fill()

    def show_begun(self, name: str) -> None:
        """Offer to go on with the document that was begun before; "" offers nothing."""
        self.begun.show_name(name)
        self.choose.set_weight(Weight.NORMAL if name else Weight.PRIMARY)

    def show_refusal(self, sentence: str) -> None:
        """Say why a document cannot become a guide; "" says nothing."""
        self._refusal.setText(sentence)
        self._refused.setVisible(bool(sentence))
        if sentence:
            self._context.announcer.announce(sentence)
            self._page.open_at_top()

    def ask_for_file(self) -> None:
        """Ask which document."""
        tr = self._context.words.tr
        # Costly to import, and the page opens without it.
        from dialogue_desk.exchange.document_opening import SUFFIXES  # noqa: PLC0415

        kinds = (FileKind(tr("Documents"), SUFFIXES),)
        self._context.prompts.open_files(tr("Choose a document"), kinds, self._chosen)

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        (self.choose if self.begun.isHidden() else self.begun.go_on).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, carried: QMimeData) -> None:
        """Take what is pasted: a file, or text, which a person sees before it is used."""
        files = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
        if files:
            self.file_chosen.emit(files[0])
        elif carried.hasText() and carried.text().strip():
            self.box.setPlainText(carried.text())
            self._use.setFocus()

    def _chosen(self, paths: tuple[Path, ...]) -> None:
        if paths:
            self.file_chosen.emit(paths[0])

    def _notice(self) -> Card:
        notice, self._refusal = Card("notice", edge=Space.BASE), Label()
        notice.add(self._refusal)
        notice.hide()
        return notice

    def _fill(self) -> None:
        tr = self._context.words.tr
        intro = tr(
            "Dialogue Desk reads the document line by line: headings become sessions and parts, “20 min” "
            "becomes minutes, questions are asked, quotes are read aloud. You look through it before it "
            "becomes a guide, and no line is lost."
        )
        kinds = tr(
            "A Word (DOCX) or OpenDocument (ODT) file, Markdown, plain text, or a PDF with text. You can "
            "also drop it here."
        )
        self._page.add(
            Label(tr("Make a guide from a document"), "title"),
            Label(intro),
            self._refused,
            self.begun,
            row(self.choose, STRETCH),
            Label(kinds, "note"),
            Field(tr("Or paste text"), self.box),
            row(self._use, STRETCH),
            STRETCH,
        )
