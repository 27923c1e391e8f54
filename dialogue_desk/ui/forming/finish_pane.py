"""The end of forming: lists to print, circles made in the program, sums that stay, slips deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import trouble_sentence
from dialogue_desk.desk.program.formed_circles import CirclesToMake, circles_to_make, make_circles
from dialogue_desk.domain.forming.sums import sums_of
from dialogue_desk.domain.model.document import Document
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.csv_table import csv_bytes
from dialogue_desk.exchange.sums_table import sums_table
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.forming_papers import circle_lists, place_sheets
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.core.prompts import ChoicePrompt, FileKind, PromptAnswer
from dialogue_desk.ui.core.save_file import not_saved, save_file
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.whole_file import BRIEF, write_atomically
from dialogue_desk.words.forming_text import first_names

_DELETE = "delete"


class FinishPane(ScrollColumn):
    """Print, make the circles, keep the sums, delete the slips; ``finished`` tells that they are gone."""

    finished = Signal()

    def __init__(self, desk: Desk, work: FormingWork) -> None:
        context = work.context
        super().__init__(context.theme, characters=80, centred=True)
        self._desk, self._work, self._context, self._words = desk, work, context, context.words
        self.program_id: RecordId | None = None
        theme, tr = context.theme, context.words.tr
        self.lists = Button(theme, tr("Lists by number…"), icon="print")
        self.places = Button(theme, tr("A sheet for each place…"), icon="print")
        self.make = Button(theme, tr("Make these circles in the program"), icon="plus")
        self.finish = Button(theme, tr("Save the sums and delete the slips…"), icon="trash")
        self._made = Label(role="muted")
        self._sums = column(gap=4)
        self.trouble = TroubleLine(context.announcer)
        shown = Card()
        shown.column.addLayout(self._sums)
        self.add(
            Section(tr("Print")),
            Label(
                tr(
                    "Lists by number are for you: lock them away, and shred them. Sheets for places have "
                    "sums only."
                ),
                "muted",
            ),
            flowing(self.lists, self.places),
            Section(tr("Circles in the program")),
            self._made,
            flowing(self.make),
            Section(tr("Sums that stay")),
            Label(tr("Hidden: a number of few people, or one from which it could be worked out."), "muted"),
            shown,
            Section(tr("Finish")),
            Label(
                tr(
                    "The sums are saved first. Then the sealed file is deleted for good. Shred the slips, "
                    "and delete the list they were typed in."
                ),
                "muted",
            ),
            self.trouble,
            flowing(self.finish),
            STRETCH,
        )
        self.lists.clicked.connect(self._print_lists)
        self.places.clicked.connect(self._print_places)
        self.make.clicked.connect(self._make)
        self.finish.clicked.connect(self._ask)

    def show_work(self) -> None:
        """Show what can be printed, made and summed up now."""
        forming, words = self._work.forming, self._words
        there = bool(forming.circles)
        for button in (self.lists, self.places):
            button.setEnabled(there)
        self.finish.setEnabled(self._work.sealed)
        self.trouble.say("")
        to_make = CirclesToMake()
        if there and self.program_id is not None:
            to_make = circles_to_make(self._desk, self.program_id, forming)
        self._made.setText(self._what_is_made(to_make) if there else words.tr("Form the circles first."))
        self.make.setVisible(bool(to_make.writes))
        clear_layout(self._sums)
        table = sums_table(sums_of(forming, self._work.program.smallest_total), words)
        for what, count in table.rows:
            said = count if isinstance(count, str) else words.number(int(count or 0))
            line = Card("clear", edge=0)
            line.column.addLayout(row((Label(str(what)), 1), Label(said, "strong", wrap=False)))
            self._sums.addWidget(line)

    def take_focus(self) -> None:
        """Put the keyboard on what is done first."""
        (self.lists if self.lists.isEnabled() else self).setFocus()

    def _what_is_made(self, made: CirclesToMake) -> str:
        words = self._words
        said = [
            words.tr("They get their code, place, language and whether they are of young people. No number.")
        ]
        if made.new:
            said.append(words.tr("New: {circles}.", circles=first_names(made.new, words)))
        if made.changed:
            said.append(words.tr("Changed: {circles}.", circles=first_names(made.changed, words)))
        if made.left:
            names = first_names(made.left, words)
            said.append(words.tr("Left as they are, because they have sessions: {circles}.", circles=names))
        if not made.writes:
            said.append(words.tr("All of them are in the program."))
        return " ".join(said)

    def _print_lists(self) -> None:
        words = self._words
        document = circle_lists(self._work.forming, self._work.bench.kept.program, words)
        self._save(words.tr("Save the lists by number"), words.tr("circles"), document)

    def _print_places(self) -> None:
        words = self._words
        document = place_sheets(self._work.forming, self._work.bench.kept.program, words)
        self._save(words.tr("Save the sheets for places"), words.tr("places"), document)

    def _save(self, title: str, name: str, document: Document) -> None:
        words = self._words
        kind = FileKind(words.tr("To print"), (".pdf",))

        def write(path: Path) -> None:
            write_atomically(path, rendered(document, ".pdf", words), private=True)

        save_file(self._context, title, f"{name}.pdf", kind, write)

    def _make(self) -> None:
        words = self._words
        if self.program_id is None:
            return
        try:
            made = make_circles(self._desk, self.program_id, self._work.forming)
        except DeskTrouble as trouble:
            self.trouble.say(trouble_sentence(trouble, words))
            return
        count = len(made.new) + len(made.changed)
        self._context.toast.say(
            words.ntr(
                "{count} circle is in the program. Undo on the program's page goes back to what was there.",
                "{count} circles are in the program. Undo on the program's page goes back to what was there.",
                count,
            )
        )
        self.show_work()

    def _ask(self) -> None:
        words, forming, file = self._words, self._work.forming, self._work.bench.file
        if file is None:
            return
        name = safe_in_sentence(file.path.name)
        said = words.tr("“{file}” and all slips in it are deleted for good. Only the sums stay.", file=name)
        if loose := len(forming.places.keys() - forming.settled):
            more = words.ntr(
                "{count} number is not settled yet.", "{count} numbers are not settled yet.", loose
            )
            said = f"{more} {said}"
        question = ChoicePrompt(
            words.tr("Delete the slips?"),
            said,
            (PromptAnswer(_DELETE, words.tr("Save the sums, then delete"), Weight.NORMAL),),
        )
        self._context.prompts.choose(question, lambda _: self._ask_where())

    def _ask_where(self) -> None:
        words = self._words
        kind = FileKind(words.tr("Tables"), (".csv",))
        title = words.tr("Where should the sums be?")
        name = words.tr("sums")
        self._context.prompts.save_to(title, f"{name}.csv", kind, self._finish)

    def _finish(self, path: Path) -> None:
        words, file = self._words, self._work.bench.file
        if file is None:
            return
        table = sums_table(sums_of(self._work.forming, self._work.program.smallest_total), words)
        acts: tuple[Callable[[], object], ...] = (
            lambda: write_atomically(path, csv_bytes(table)),
            lambda: BRIEF.do(file.path.unlink, missing_ok=True),
        )
        try:
            for act in acts:
                act()
        except OSError as error:
            said = words.tr("Nothing was deleted.")
            self.trouble.say(f"{not_saved(path, error, words)} {said}")
            return
        self._work.put_away()
        self.finished.emit()
        self._context.toast.say(
            words.tr("The slips are deleted. The sums are in {file}. Shred the slips too.", file=path.name)
        )
