"""The report: what will be in it, what is still missing, in which form it is wanted, and saving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import write_data
from dialogue_desk.desk.leaving.documents import concern_about
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.reports.document_files import write_document
from dialogue_desk.reports.program_report import program_document
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
        self._contents = _LinesCard(context, words.tr("In the report"), "check")
        self._missing = _LinesCard(context, words.tr("Still missing"), "warning")
        self.choices = ReportFormatChoice(context)
        self.save = Button(theme, words.tr("Save the report…"), weight=Weight.PRIMARY, icon="export")
        self.data = Button(theme, words.tr("Save data for other tools…"))
        self.save.clicked.connect(self._ask_where)
        self.data.clicked.connect(self._ask_folder)
        self._bar = ThinBar(words.tr("Saving"))
        self._bar.show_progress(0, 0)
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
            "One document that a whole community can act on. Every line stays in its own words and "
            "shows its circle, unless it could be only one person’s. What counts is how many circles "
            "raised a theme."
        )
        data_sentence = words.tr(
            "Tables for a spreadsheet, as one workbook and as CSV; the notes with their themes "
            "for analysis tools (REFI-QDA); comments for Talk to the City; and every record. "
            "Private debriefs, tallies of single circles and quotes without permission are left "
            "out."
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

    def _file_name(self) -> str:
        program, tr = self._picture.program if self._picture else None, self._context.words.tr
        named = program.called if program else tr("circles")
        report = plain_name(tr("Report"))
        return f"{plain_name(named)}-{report}"

    def _ask_where(self) -> None:
        """Ask for a place; first ask for the kind of file, if something about a PDF is to be known."""
        ending, picture = self.choices.kinds.choice(), self._picture
        if ending != ".pdf" or picture is None:
            self._ask_path(ending)
            return
        words, accessible = Words(self.choices.languages.choice()), self.choices.accessible.isChecked()

        def work(_: Progress) -> str:
            report = program_document(picture, words)
            return concern_about(report, ending, self._context.words, accessible=accessible)

        self._show_status("", busy=True)
        self._context.worker.run(self, work, self._ask_kind, ended=partial(self._show_status, ""))

    def _ask_kind(self, concern: str) -> None:
        self._show_status("")
        if concern:
            self._context.prompts.choose(pdf_prompt(concern, self._context.words), self._ask_path)
        else:
            self._ask_path(".pdf")

    def _ask_path(self, ending: str) -> None:
        words = self._context.words
        kind = FileKind(words.tr("Report"), (ending,))
        self._context.prompts.save_to(
            words.tr("Save the report"), f"{self._file_name()}{ending}", kind, self._write_report
        )

    def _ask_folder(self) -> None:
        title = self._context.words.tr("Choose a folder for the data")
        self._context.prompts.open_folder(title, self._write_data)

    def _write_report(self, path: Path) -> None:
        picture, words = self._picture, Words(self.choices.languages.choice())
        paper = PaperSize(self.choices.sheets.choice())
        large = self.choices.print_sizes.choice() == _LARGE
        accessible = self.choices.accessible.isChecked()
        if picture is not None:
            self._run(
                path,
                lambda _: write_document(
                    program_document(picture, words),
                    path,
                    words,
                    paper=paper,
                    large=large,
                    accessible=accessible,
                ),
                self._context.words.tr("{name} is in {folder}.", name=path.name, folder=path.parent),
            )

    def _write_data(self, folder: Path) -> None:
        def work(_: Progress) -> None:
            with self._desk.snapshot() as copy:
                write_data(copy, Folders(copy, self._folders.shelf), folder)

        self._run(folder, work, self._context.words.tr("The data is in {folder}.", folder=folder))

    def _run(self, path: Path, work: Callable[[Progress], None], done: str) -> None:
        self._show_status(self._context.words.tr("Saving {name}…", name=path.name), busy=True)
        finished, failed = partial(self._done, done), partial(self._failed, path)
        self._context.worker.run(self, work, finished, failed=failed, ended=partial(self._show_status, ""))

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
        for button in (self.save, self.data):
            button.setEnabled(not busy)


class ReportFormatChoice(QWidget):
    """The kind of file, the language, the page and print size, and whether it is for screen readers too."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
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
        for left, right in ((self.kinds, self.languages), (self.sheets, self.print_sizes)):
            line = ResponsiveRow(theme, _LEAST_WIDE, gap=Space.BASE)
            line.add(_headed(left), 7)
            line.add(_headed(right), 4)
            lines.addWidget(line)
        lines.addWidget(self.accessible)


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
