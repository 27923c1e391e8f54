"""The report: what it will say, what is still missing, and the buttons that write it and its data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import write_data
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.reports.document_files import write_document
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.program.paper_choices import ReportFormatChoice
from dialogue_desk.ui.program.program_text import arrived_text, missing, open_sessions
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words

_LEAST_WIDE = 900


class ReportTab(QWidget):
    """What will be in the report and what will not; then it is written beside the window."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._picture: ProgramPicture | None = None
        words, theme = context.words, context.theme
        self._contents = _LinesCard(context, words.tr("In the report"), "check")
        self._lacks = _LinesCard(context, words.tr("Still missing"), "warning")
        self.choices = ReportFormatChoice(context)
        self.save = Button(theme, words.tr("Save the report…"), weight=Weight.PRIMARY, icon="export")
        self.data = Button(theme, words.tr("Save data for other tools…"))
        self.save.clicked.connect(self._ask_where)
        self.data.clicked.connect(self._ask_folder)
        self._bar = ThinBar(words.tr("Saving"))
        self._bar.show_progress(0, 0)
        self._status = Label(role="muted")
        for part in (self._bar, self._status):
            part.hide()
        self._lay_out()
        self.setFocusProxy(self.save)
        theme.changed.connect(self._rearrange)

    def show_picture(self, picture: ProgramPicture, clashes: int) -> None:
        """Say what the report of this program will hold."""
        self._picture = picture
        self._contents.show_lines(_contents(picture, self._context.words))
        self._lacks.show_lines(_lacks(picture, clashes, self._context.words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_LEAST_WIDE)
        way = QBoxLayout.Direction
        self._cards.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _lay_out(self) -> None:
        words = self._context.words
        column = ScrollColumn(self._context.theme, characters=116, centred=True)
        sentence = words.tr(
            "One document that a whole community can act on. Every line shows its circle and "
            "stays in its own words. What counts is how many circles raised a theme. Nobody is "
            "named."
        )
        column.add(Label(sentence, "muted"))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(Space.BASE)
        self._cards.addWidget(self._contents, 6)
        self._cards.addWidget(self._lacks, 5)
        column.body.addLayout(self._cards)
        column.add(self.choices)
        column.add(_beginning(self.save))
        column.add(Section(words.tr("For other tools")))
        other = words.tr(
            "Tables for a spreadsheet, as one workbook and as CSV; the notes with their themes "
            "for analysis tools (REFI-QDA); comments for Talk to the City; and every record. "
            "Private debriefs, tallies of single circles and quotes without permission are left "
            "out."
        )
        column.add(Label(other, "muted"))
        column.add(_beginning(self.data))
        column.add(self._bar)
        column.add(self._status)
        column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)

    def _name(self) -> str:
        program = self._picture.program if self._picture else None
        return plain_name(program.called) if program else plain_name("circles")

    def _ask_where(self) -> None:
        words, ending = self._context.words, self.choices.ending
        kind = FileKind(words.tr("Report"), (ending,))
        self._context.prompts.save_to(
            words.tr("Save the report"), f"{self._name()}-report{ending}", kind, self._write_report
        )

    def _ask_folder(self) -> None:
        title = self._context.words.tr("Choose a folder for the data")
        self._context.prompts.open_folder(title, self._write_data)

    def _write_report(self, path: Path) -> None:
        picture, words = self._picture, Words(self.choices.language)
        paper, large = self.choices.paper, self.choices.large
        if picture is not None:
            self._run(
                path,
                lambda _: write_document(
                    program_document(picture, words), path, words, paper=paper, large=large
                ),
                self._context.words.tr("{name} is in {folder}.", name=path.name, folder=path.parent),
            )

    def _write_data(self, to: Path) -> None:
        def work(_: Progress) -> None:
            with self._desk.snapshot() as there:
                write_data(there, Folders(there, self._folders.shelf), to)

        self._run(to, work, self._context.words.tr("The data is in {folder}.", folder=to))

    def _run(self, path: Path, work: Callable[[Progress], None], done: str) -> None:
        self._say(self._context.words.tr("Saving {name}…", name=path.name), busy=True)
        self._context.lane.run(work, lambda _: self._done(done), lambda error: self._failed(path, error))

    def _done(self, sentence: str) -> None:
        self._say(sentence)
        self._context.toast.say(sentence)

    def _failed(self, path: Path, error: BaseException) -> None:
        words = self._context.words
        self._say("")
        if not isinstance(error, OSError):
            raise error
        self._context.toast.say(
            words.tr(
                "{name} could not be saved. What was there before is unchanged. Make room on the "
                "disk or choose another folder, then save again.",
                name=path.name,
            )
        )

    def _say(self, sentence: str, *, busy: bool = False) -> None:
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        self._bar.setVisible(busy)
        for button in (self.save, self.data):
            button.setEnabled(not busy)


def _beginning(button: Button) -> QWidget:
    """Return a line with a button at its beginning."""
    row = QWidget()
    FlowLayout(row, gap=Space.SNUG).addWidget(button)
    return row


class _LinesCard(Card):
    """A heading over lines, each with the same mark."""

    def __init__(self, context: Context, title: str, icon: str) -> None:
        super().__init__()
        self._context, self._icon = context, icon
        self._rows: list[QWidget] = []
        self.column.addWidget(Section(title))
        self._body = QVBoxLayout()
        self._body.setSpacing(Space.TIGHT)
        self.column.addLayout(self._body)
        self.column.addStretch(1)

    def show_lines(self, lines: Sequence[str]) -> None:
        for row in self._rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(line) for line in lines]
        for row in self._rows:
            self._body.addWidget(row)
        self.setVisible(bool(lines))

    def _row(self, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        line.addWidget(IconView(self._context.theme, self._icon), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(text), 1)
        return row


def _contents(picture: ProgramPicture, words: Words) -> tuple[str, ...]:
    several = sum(len(theme.circles) > 1 for theme in picture.themes)
    themes = words.ntr("{count} theme", "{count} themes", len(picture.themes))
    ground = words.ntr(
        "{count} line of common ground", "{count} lines of common ground", len(picture.common_ground)
    )
    differences = words.ntr("{count} difference", "{count} differences", len(picture.differences))
    return (
        arrived_text(picture, words),
        words.tr("{themes}, {several} of them raised by several circles", themes=themes, several=several),
        words.tr("{ground} and {differences}, side by side", ground=ground, differences=differences),
        words.ntr(
            "{count} view from one voice, shown separately",
            "{count} views from one voice, shown separately",
            len(picture.minority_views),
        ),
        words.ntr("{count} open question", "{count} open questions", len(picture.questions)),
        words.ntr("{count} action idea", "{count} action ideas", len(picture.proposals)),
        words.tr("How it was made, and what is missing"),
    )


def _lacks(picture: ProgramPicture, clashes: int, words: Words) -> tuple[str, ...]:
    lacks = list(missing(picture, words))
    lacks += [
        words.tr("{session} is not wrapped up yet", session=session)
        for session in open_sessions(picture, words)
    ]
    if clashes:
        lacks.append(
            words.ntr(
                "{count} entry has two versions. Until you choose, the report shows the newer one",
                "{count} entries have two versions. Until you choose, the report shows the newer ones",
                clashes,
            )
        )
    return tuple(lacks)
