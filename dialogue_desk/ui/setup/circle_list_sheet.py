"""Takes in circles that an organizer keeps as a list: pasted, or in a CSV or Excel file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.circle_list import CircleList, ListFault, ListRemark, circles_in
from dialogue_desk.domain.model.circles import Round
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.exchange.rows_of_files import MOST_ROWS, Rows, rows_in_text, rows_of_file
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.setup.circles_section import circle_row
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.line_box import LinesBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_SHOWN = 8
"""So many circles are enough to see that the list is understood."""


class CircleListSheet(SheetDialog):
    """``taken`` tells the circles (a tuple of drafts) that are to be added.

    ``codes`` are those of the circles there are, ``language`` is that of circles of which the list says none,
    ``rounds`` are those of the program.
    """

    taken = Signal(tuple)

    def __init__(
        self,
        codes: Collection[str],
        language: str,
        rounds: Sequence[Round],
        context: Context,
        window: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(context.theme, words.tr("Add circles from a list"), window, wide=True)
        self._codes, self._language, self._rounds, self._context = codes, language, rounds, context
        self._list = CircleList()
        sentence = words.tr(
            "One circle a line: its code, where it meets, and its language. Paste the lines here, or open "
            "the file they are in. A first line may name columns: code, place, language, sort, youth, group, "
            "round. What is missing can be filled in afterwards."
        )
        self.box = LinesBox()
        self.box.setFixedHeight(context.theme.scaled(110))
        self.box.setPlaceholderText(words.tr("C01, Eastside Library, English"))
        self.box.textChanged.connect(self._read_box)
        open_file = Button(context.theme, words.tr("Open a CSV or Excel file"), icon="folder")
        open_file.clicked.connect(self._ask_for_file)
        self.understood, self.error = Label(), Label(role="error")
        self.column.add(
            Label(sentence, "muted"),
            Field(words.tr("The list"), self.box),
            flowing(open_file),
            self.error,
            self.understood,
            STRETCH,
        )
        self.error.hide()
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject)
        self.take = self.add_button(words.tr("Add these circles"), self._take)
        self.take.set_weight(Weight.PRIMARY)
        self._show(())
        self.box.setFocus()

    def _read_box(self) -> None:
        try:
            self._show(rows_in_text(self.box.toPlainText()))
        except DocumentRefused as refused:
            self._refuse(_refusal(refused.trouble, self._context.words))

    def _ask_for_file(self) -> None:
        words = self._context.words
        kinds = (FileKind(words.tr("Lists"), (".csv", ".tsv", ".txt", ".xlsx")),)
        self._context.prompts.open_files(words.tr("Open a list of circles"), kinds, self._read_file)

    def _read_file(self, paths: tuple[Path, ...]) -> None:
        words, name = self._context.words, safe_in_sentence(paths[0].name)
        try:
            found = rows_of_file(paths[0])
        except DocumentRefused as refused:
            self._refuse(words.tr("{file}: {why}", file=name, why=_refusal(refused.trouble, words)))
        except OSError as error:
            self._refuse(words.tr("{file}: {why}", file=name, why=unread_because(error, words)))
        else:
            # The lines can be read and mended here before they are added.
            self.box.setPlainText("\n".join("\t".join(row) for row in found.rows))
            if found.sheets > 1:
                more = words.tr(
                    "The file has {count} sheets. These lines are from the longest.", count=found.sheets
                )
                self.understood.setText(f"{self.understood.text()}\n{more}")

    def _show(self, rows: Rows) -> None:
        words = self._context.words
        self._list = circles_in(rows, self._codes, self._language, words, self._rounds)
        self.error.hide()
        self.understood.setText(list_text(self._list, self._rounds, words))
        self.understood.setVisible(bool(rows))
        self.take.setEnabled(bool(self._list.circles))

    def _refuse(self, sentence: str) -> None:
        self._list = CircleList()
        self.take.setEnabled(False)
        self.understood.hide()
        self.error.setText(sentence)
        self.error.show()
        self._context.announcer.announce(sentence)

    def _take(self) -> None:
        self.accept()
        self.taken.emit(self._list.circles)


def list_text(read: CircleList, rounds: Sequence[Round], words: Words) -> str:
    """Return what was understood of a list, a line each, and what was not taken."""
    count = len(read.circles)
    lines = [words.ntr("{count} circle is understood:", "{count} circles are understood:", count)]
    if not count:
        lines = [words.tr("No circle is understood in these lines.")]
    for circle in read.circles[:_SHOWN]:
        row = circle_row("", circle.body, rounds, {}, words)
        lines.append(f"{row.title} · {row.detail}")
    if count > _SHOWN:
        lines.append(words.ntr("and {count} more", "and {count} more", count - _SHOWN))
    lines += (sentence for fault in ListFault if (sentence := _remark(fault, read.remarks, words)))
    return "\n".join(lines)


def _remark(fault: ListFault, remarks: Collection[ListRemark], words: Words) -> str:
    about = [f"“{safe_in_sentence(one.about)}”" for one in remarks if one.fault is fault]
    if not about:
        return ""
    names, count = join_names(about, words), len(about)
    return {
        ListFault.TWIN: words.ntr(
            "{names} has the code of another circle, so it is left out. Give it another code above.",
            "{names} have the codes of other circles, so they are left out. Give them other codes above.",
            count,
            names=names,
        ),
        ListFault.EMPTY: words.ntr(
            "{names} says nothing of a circle, so it is left out.",
            "{names} say nothing of a circle, so they are left out.",
            count,
            names=names,
        ),
        ListFault.LANGUAGE: words.tr(
            "{names} is no language that is known here. Choose one in the form.", names=names
        ),
        ListFault.ROUND: words.tr(
            "{names} is no round of this program. Choose one in the form.", names=names
        ),
        ListFault.YOUTH: words.tr(
            "{names} does not say yes or no to young people. Set it in the form.", names=names
        ),
        ListFault.COLUMN: words.ntr(
            "The column {names} is not used.", "The columns {names} are not used.", count, names=names
        ),
    }[fault]


def _refusal(trouble: Trouble, words: Words) -> str:
    if trouble is Trouble.TOO_LARGE:
        return words.tr("The list is too long: {most} lines are the most.", most=words.number(MOST_ROWS))
    return words.tr("This is not a list. Save it as CSV or as an Excel file (.xlsx), then open it again.")
