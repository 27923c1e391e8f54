"""The report: what will be in it, what is still missing, in which form it is wanted, and saving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import write_data
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_concern, report_files, today
from dialogue_desk.desk.leaving.session_files import save_all
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.pdf_prompt import pdf_prompt
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.program.program_text import arrived_text, missing, open_sessions
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words

_LEAST_WIDE = 900
"""The width, at 100 % text, from which two things have room side by side."""

_STANDARD, _LARGE = "standard", "large"


class ReportTab(QWidget):
    """What will be in the report and what will not; it is written beside the window."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._picture: ProgramPicture | None = None
        words, theme = context.words, context.theme
        self._contents = _LinesCard(context, words.tr("In the report and its annex"), "check")
        self._missing = _LinesCard(context, words.tr("Still missing"), "warning")
        self.choices = ReportFormatChoice(context)
        self.save = Button(theme, words.tr("Save the report…"), weight=Weight.PRIMARY, icon="export")
        self.data = Button(theme, words.tr("Save data for other tools…"))
        self.save.clicked.connect(self._ask_where)
        self.data.clicked.connect(self._ask_folder)
        self._bar = ThinBar(words.tr("Saving"))
        self._status = Label(role="muted")
        self._bar.hide()
        self._status.hide()
        self._lay_out()
        self.setFocusProxy(self.save)
        theme.changed.connect(self._rearrange)

    def show_picture(self, picture: ProgramPicture, conflicts: Sequence[Conflict]) -> None:
        """Say what the report of this program will hold, and that the ``conflicts`` wait for a choice."""
        self._picture = picture
        self._contents.show_lines(_contents(picture, self._context.words))
        self._missing.show_lines(_missing_texts(picture, len(conflicts), self._context.words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _rearrange(self) -> None:
        wide = self.width() >= self._context.theme.scaled(_LEAST_WIDE)
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        words = self._context.words
        page = ScrollColumn(self._context.theme, characters=116, centred=True)
        sentence = words.tr(
            "A report that is read to its end, and an annex with every line behind it. Lines stay in "
            "their own words. What counts is how many circles raised a theme, and no circle is named beside "
            "what could be only one person’s."
        )
        data_sentence = words.tr(
            "Tables as one workbook, as CSV, as SQLite and, if DuckDB is installed, as Parquet; the notes "
            "with their themes for analysis tools (REFI-QDA); comments for Talk to the City; every record; "
            "and a page that says how the data came about and how it may be used. Private debriefs, tallies "
            "of single circles and quotes without permission are left out."
        )
        self._cards = row((self._contents, 6), (self._missing, 5), gap=Space.BASE)
        page.add(Label(sentence, "muted"), self._cards)
        for widget in (
            self.choices,
            flowing(self.save, gap=Space.SNUG),
            Section(words.tr("For other tools")),
            Label(data_sentence, "muted"),
            flowing(self.data, gap=Space.SNUG),
            self._bar,
            self._status,
        ):
            page.add(widget)
        page.body.addStretch(1)
        column(page, within=self)

    def _name(self) -> str:
        """Return how the names of its files begin."""
        program, tr = self._picture.program if self._picture else None, self._context.words.tr
        return plain_name(program.called if program else tr("circles"))

    def _ask_where(self) -> None:
        """Ask for a place; first ask for the kind of file, if something about a PDF is to be known."""
        options, picture = self.choices.options(), self._picture
        if not options.papers:
            self._context.toast.say(self._context.words.tr("Choose at least one document to save."))
            return
        if options.ending != ".pdf" or picture is None:
            self._ask_path(options.ending)
            return

        def work(_: Progress) -> str:
            return report_concern(picture, options, self._context.words)

        self._show_status("", busy=True)
        self._context.worker.run(self, work, self._ask_kind, ended=partial(self._show_status, ""))

    def _ask_kind(self, concern: str) -> None:
        self._show_status("")
        if concern:
            self._context.prompts.choose(pdf_prompt(concern, self._context.words), self._ask_path)
        else:
            self._ask_path(".pdf")

    def _ask_path(self, ending: str) -> None:
        """Ask where one paper goes, or the folder for several."""
        words, options = self._context.words, replace(self.choices.options(), ending=ending)
        save = partial(self._write_papers, options)
        if len(options.papers) > 1:
            self._context.prompts.open_folder(words.tr("Choose a folder for the documents"), save)
            return
        (paper,) = options.papers
        named = report_paper_name(paper, words)
        kind = FileKind(named, (options.ending_of(paper),))
        name = f"{self._name()}-{plain_name(named)}{options.ending_of(paper)}"
        self._context.prompts.save_to(words.tr("Save the report"), name, kind, save)

    def _ask_folder(self) -> None:
        title = self._context.words.tr("Choose a folder for the data")
        self._context.prompts.open_folder(title, self._write_data)

    def _write_papers(self, options: ReportOptions, to: Path) -> None:
        """Write one paper as the file ``to``, or several into the folder ``to``."""
        picture, tr = self._picture, self._context.words.tr
        if picture is None:
            return
        several = len(options.papers) > 1
        folder, name, day = (to if several else to.parent), self._name(), today(self._desk)

        def work(progress: Progress) -> None:
            files = report_files(picture, options, name, day)
            if not several:
                files = (replace(files[0], name=to.name),)
            save_all(files, folder, progress)

        done = tr("{name} is in {folder}.", name=to.name, folder=folder)
        if several:
            done = self._context.words.ntr(
                "{count} document is in {folder}.",
                "{count} documents are in {folder}.",
                len(options.papers),
                folder=folder,
            )
        self._run(to, work, done)

    def _write_data(self, folder: Path) -> None:
        def work(_: Progress) -> None:
            with self._desk.snapshot() as copy:
                write_data(copy, Folders(copy, self._folders.shelf), folder)

        self._run(folder, work, self._context.words.tr("The data is in {folder}.", folder=folder))

    def _run(self, path: Path, work: Callable[[Progress], None], done: str) -> None:
        self._show_status(self._context.words.tr("Saving {name}…", name=path.name), busy=True)
        finished, failed = partial(self._done, done), partial(self._failed, path)
        self._context.worker.run(
            self,
            work,
            finished,
            failed=failed,
            progressed=self._bar.show_progress,
            ended=partial(self._show_status, ""),
        )

    def _done(self, sentence: str, _result: None) -> None:
        self._show_status(sentence)
        self._context.toast.say(sentence)

    def _failed(self, path: Path, error: BaseException) -> bool:
        words = self._context.words
        if not isinstance(error, OSError):
            return False
        self._context.toast.say(
            words.tr(
                "{name} could not be saved. What was there before is unchanged. Make room on the "
                "disk or choose another folder, then save again.",
                name=path.name,
            )
        )
        return True

    def _show_status(self, sentence: str, *, busy: bool = False) -> None:
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        self._bar.setVisible(busy)
        if busy:
            self._bar.show_progress(0, 0)
        for button in (self.save, self.data):
            button.setEnabled(not busy)


class ReportFormatChoice(QWidget):
    """Which papers, the kind of file, the language, the page and print size, and whether a PDF is tagged."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self.papers = {paper: Tick(theme, report_paper_name(paper, words)) for paper in ReportPaper}
        self.papers[ReportPaper.REPORT].setChecked(True)
        kinds = tuple(Choice(ending, name) for ending, name in file_kinds(words).items())
        sizes = (Choice(_STANDARD, words.tr("Standard")), Choice(_LARGE, words.tr("Large print (18 points)")))
        self.kinds = Chips(theme, words.tr("Kind of file"), kinds)
        self.languages = Chips(theme, words.tr("Language of the report"), language_choices())
        self.sheets = Chips(theme, words.tr("Page size"), sheet_choices(words))
        self.print_sizes = Chips(theme, words.tr("Print size"), sizes)
        self.kinds.choose(".pdf")
        self.languages.choose(words.language)
        self.sheets.choose(PaperSize.LETTER)
        self.print_sizes.choose(_STANDARD)
        self.accessible = Tick(theme, words.tr("Accessible PDF: screen readers can follow it"))
        self.accessible.setChecked(True)
        self.kinds.chosen.connect(lambda ending: self.accessible.setEnabled(ending == ".pdf"))
        lines = column(gap=Space.BASE, within=self)
        note = words.tr(
            "With other documents, the annex is a web page, in which your browser finds any word."
        )
        lines.addLayout(
            column(
                Section(words.tr("Documents")),
                flowing(*self.papers.values(), gap=Space.SNUG),
                Label(note, "note"),
                gap=Space.TIGHT,
            )
        )
        for left, right in ((self.kinds, self.languages), (self.sheets, self.print_sizes)):
            line = ResponsiveRow(theme, _LEAST_WIDE, gap=Space.BASE)
            line.add(_headed(left), 7)
            line.add(_headed(right), 4)
            lines.addWidget(line)
        lines.addWidget(self.accessible)

    def options(self) -> ReportOptions:
        """Return what is chosen."""
        return ReportOptions(
            tuple(paper for paper, tick in self.papers.items() if tick.isChecked()),
            self.kinds.choice(),
            self.languages.choice(),
            PaperSize(self.sheets.choice()),
            large=self.print_sizes.choice() == _LARGE,
            accessible=self.accessible.isChecked(),
        )


def _headed(chips: Chips) -> QWidget:
    group = QWidget()
    column(Section(chips.accessibleName()), chips, STRETCH, gap=Space.TIGHT, within=group)
    return group


class _LinesCard(Card):
    """A heading over lines, each with the same icon; hidden while there are no lines."""

    def __init__(self, context: Context, title: str, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = context.theme, icon
        self._lines = column(gap=Space.TIGHT)
        self.add(Section(title), self._lines, STRETCH)

    def show_lines(self, lines: Sequence[str]) -> None:
        clear_layout(self._lines)
        for text in lines:
            icon = (IconView(self._theme, self._icon), 0, Qt.AlignmentFlag.AlignTop)
            line = QWidget()
            row(icon, (Label(text), 1), gap=Space.SNUG, within=line)
            self._lines.addWidget(line)
        self.setVisible(bool(lines))


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


def _missing_texts(picture: ProgramPicture, conflicts: int, words: Words) -> tuple[str, ...]:
    texts = list(missing(picture, words))
    texts += [
        words.tr("{session} is not wrapped up yet", session=session)
        for session in open_sessions(picture, words)
    ]
    if picture.unchecked:
        texts.append(
            words.ntr(
                "In {open} of {count} session, nobody has checked for names",
                "In {open} of {count} sessions, nobody has checked for names",
                len(picture.arrived),
                open=picture.unchecked,
            )
        )
    if conflicts:
        texts.append(
            words.ntr(
                "{count} entry has two versions. Until you choose, the report shows the newer one",
                "{count} entries have two versions. Until you choose, the report shows the newer ones",
                conflicts,
            )
        )
    return tuple(texts)
