"""Takes in slips that were typed elsewhere: pasted from a spreadsheet, or in a CSV or Excel file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.forming.slips import Slip
from dialogue_desk.domain.forming.wish import Wish
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.rows_of_files import MOST_ROWS, Rows, rows_in_text, rows_of_file
from dialogue_desk.exchange.slip_rows import SlipsRefused, remark_sentences, slips_in
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.forming_text import first_names

_HEIGHT = 130


class SlipListSheet(SheetDialog):
    """``taken(slips, settled)`` tells the slips to add, and which of them a circle is named for.

    ``numbers`` are those that are there already; they stay as they are.
    """

    taken = Signal(tuple)

    def __init__(
        self, wish: Wish, numbers: Collection[int], context: Context, window: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Add slips from a list"), window, wide=True)
        self._wish, self._numbers, self._context = wish, numbers, context
        self._slips: tuple[Slip, ...] = ()
        sentence = words.tr(
            "One slip a line: number, groups, languages, times, needs, and x for who leads a circle, in this "
            "order. Or let the first line name the columns in yours. No names, no addresses: a list with "
            "them is not read."
        )
        self.box = LinesBox()
        self.box.setFixedHeight(context.theme.scaled(_HEIGHT))
        self.box.textChanged.connect(self._read_box)
        open_file = Button(context.theme, words.tr("Open a CSV or Excel file"), icon="folder")
        open_file.clicked.connect(self._ask_for_file)
        self.understood, self.error = Label(), Label(role="error")
        self.faults = Label(role="warn")
        self.column.add(
            Label(sentence, "muted"),
            Field(words.tr("The list"), self.box),
            flowing(open_file),
            self.error,
            self.understood,
            self.faults,
            STRETCH,
        )
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject)
        self.take = self.add_button(words.tr("Add these slips"), self._take)
        self.take.set_weight(Weight.PRIMARY)
        self._show(())
        self.box.setFocus()

    def paste(self, text: str) -> None:
        """Show lines that were pasted."""
        self.box.setPlainText(text)

    def read_file(self, path: Path) -> None:
        """Show the lines of a file, which can be mended here before they are added."""
        words, name = self._context.words, safe_in_sentence(path.name)
        try:
            found = rows_of_file(path)
        except DocumentRefused:
            self._refuse(words.tr("{file}: {why}", file=name, why=self._no_list()))
        except OSError as error:
            self._refuse(words.tr("{file}: {why}", file=name, why=unread_because(error, words)))
        else:
            self.box.setPlainText("\n".join("\t".join(row) for row in found.rows))

    def _ask_for_file(self) -> None:
        words = self._context.words
        kinds = (FileKind(words.tr("Lists"), (".csv", ".tsv", ".txt", ".xlsx")),)
        self._context.prompts.open_files(
            words.tr("Open a list of slips"), kinds, lambda paths: self.read_file(paths[0])
        )

    def _read_box(self) -> None:
        try:
            self._show(rows_in_text(self.box.toPlainText()))
        except DocumentRefused:
            self._refuse(self._no_list())

    def _no_list(self) -> str:
        words = self._context.words
        return words.tr(
            "It is not a list of at most {most} lines in CSV or Excel (.xlsx).", most=words.number(MOST_ROWS)
        )

    def _show(self, rows: Rows) -> None:
        words = self._context.words
        self._slips = ()
        self.take.setEnabled(False)
        for label in (self.error, self.understood, self.faults):
            label.hide()
        if not rows:
            return
        try:
            read = slips_in(rows, self._wish, words)
        except SlipsRefused as refused:
            self._refuse(refused.sentence(words))
            return
        known = [slip.number for slip in read.slips if slip.number in self._numbers]
        self._slips = tuple(slip for slip in read.slips if slip.number not in self._numbers)
        count = len(self._slips)
        self.understood.setText(
            words.ntr("{count} slip is understood.", "{count} slips are understood.", count)
        )
        self.understood.show()
        said = remark_sentences(read.remarks, words)
        if known:
            numbers = first_names([str(number) for number in known], words)
            said.insert(0, words.tr("There already, so these stay as they are: {numbers}.", numbers=numbers))
        self.faults.setText("\n".join(said))
        self.faults.setVisible(bool(said))
        self.take.setEnabled(bool(self._slips))

    def _refuse(self, sentence: str) -> None:
        self._slips = ()
        self.take.setEnabled(False)
        self.understood.hide()
        self.faults.hide()
        self.error.setText(sentence)
        self.error.show()
        self._context.announcer.announce(sentence)

    def _take(self) -> None:
        self.accept()
        self.taken.emit(self._slips)
