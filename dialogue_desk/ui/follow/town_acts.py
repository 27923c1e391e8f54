"""The menu for a town's own site: send proposals, read its answers, put statements to a vote."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.packages import plain_name, remember_papers
from dialogue_desk.desk.leaving.program_archive import unchecked_text
from dialogue_desk.desk.program.decidim_answers import DecidimAnswer, DecidimAnswers, DecidimReading
from dialogue_desk.desk.program.decidim_sending import (
    DECIDIM_ENDINGS,
    DecidimSending,
    ProposalToSend,
    decidim_bytes,
    decidim_refused,
)
from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.desk.program.polis_statements import statements_of
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.follow_up import FollowUp, follow_up
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.exchange.decidim_export import decidim_rows
from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.polis_seed import polis_csv
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import not_saved
from dialogue_desk.ui.follow.town_sheets import PolisSheet, ReadSheet, SendSheet
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.whole_file import write_atomically


class TownActs:
    """Acts on the program that is shown, in front of the window of ``place``."""

    def __init__(self, desk: Desk, context: Context, place: QWidget) -> None:
        self._desk, self._context, self._words, self._place = desk, context, context.words, place
        self._picture: ProgramPicture | None = None

    def learn(self, picture: ProgramPicture) -> None:
        """Act on this program from now on."""
        self._picture = picture

    def open_menu(self, button: QWidget) -> None:
        """Offer what can be done, under ``button``."""
        tr, menu = self._words.tr, QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Send proposals to Decidim…"), self.send)
        menu.addAction(tr("Read answers from Decidim…"), self.ask_for_export)
        menu.addSeparator()
        menu.addAction(tr("Statements for a vote on Polis…"), self.choose_statements)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def send(self) -> None:
        """Let a person choose proposals, then ask where the file goes."""
        if (plan := self._plan()) is None:
            return
        sending = DecidimSending(plan, self._words)

        def save(proposals: tuple[ProposalToSend, ...]) -> None:
            kind = FileKind(self._words.tr("List for Decidim"), DECIDIM_ENDINGS)
            self._save(
                plan,
                self._words.tr("Save the proposals"),
                f"{self._name(plan)}-decidim.csv",
                kind,
                lambda path: decidim_bytes(proposals, sending.languages, path.name),
            )

        SendSheet(self._context, sending, self._known(plan), save, self._place.window()).open()

    def ask_for_export(self) -> None:
        """Ask for the export of the site, and read it."""
        words = self._words
        kind = FileKind(words.tr("Proposals from Decidim"), (".csv", ".xlsx", ".json", ".zip"))
        title = words.tr("Choose the proposals that the site exported")
        self._context.prompts.open_files(title, (kind,), lambda paths: self.read(paths[0]))

    def read(self, path: Path) -> None:
        """Read an export, and let a person choose which answers to keep."""
        plan, words = self._plan(), self._words
        if plan is None or plan.picture.program_id is None:
            return
        program = plan.picture.program_id
        reading = DecidimReading(DecidimSending(plan, words), self._known(plan), words)

        def failed(error: BaseException) -> bool:
            if isinstance(error, OSError | DocumentRefused):
                self._context.toast.say(decidim_refused(path.name, error, words))
                return True
            return False

        self._context.worker.run(
            self._context.toast,
            lambda _: reading.of(decidim_rows(path)),
            partial(self.show_answers, program),
            failed=failed,
        )

    def show_answers(self, program: RecordId, read: DecidimAnswers) -> None:
        """Show what an export says, and keep what a person ticks."""
        ReadSheet(self._context, read, partial(self._keep, program), self._place.window()).open()

    def choose_statements(self) -> None:
        """Let a person choose statements, then ask where the file goes."""
        if (plan := self._plan()) is None:
            return

        def save(texts: tuple[str, ...]) -> None:
            kind = FileKind(self._words.tr("Statements for Polis"), (".csv",))
            name = f"{self._name(plan)}-polis.csv"
            self._save(plan, self._words.tr("Save the statements"), name, kind, lambda _: polis_csv(texts))

        statements = statements_of(plan, self._words)
        PolisSheet(self._context, statements, save, self._place.window()).open()

    def _keep(self, program: RecordId, answers: tuple[DecidimAnswer, ...]) -> None:
        write_follow_up(self._desk, program, *(one.answer for one in answers))
        said = self._words.ntr("{count} answer is kept.", "{count} answers are kept.", len(answers))
        self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)

    def _plan(self) -> ReportPlan | None:
        here = self._picture is not None and self._picture.program is not None
        return report_plan(self._picture) if here and self._picture is not None else None

    @staticmethod
    def _known(plan: ReportPlan) -> FollowUp:
        return follow_up(plan)

    @staticmethod
    def _name(plan: ReportPlan) -> str:
        return plain_name(plan.picture.program.called if plan.picture.program else "")

    def _save(
        self,
        plan: ReportPlan,
        title: str,
        name: str,
        kind: FileKind,
        make: Callable[[Path], bytes],
    ) -> None:
        """Ask where a file goes, and write it; say in how many sessions nobody looked for names."""
        words, toast, program = self._words, self._context.toast, plan.picture.program_id

        def write(path: Path) -> None:
            saved = words.tr("{name} is in {folder}.", name=path.name, folder=path.parent)
            unchecked = unchecked_text(plan.picture.unchecked, words) if plan.picture.unchecked else ""

            def done(_: object) -> None:
                if program is not None:
                    remember_papers(self._desk, program, [path])
                toast.say(" ".join(filter(None, (saved, unchecked))))

            def failed(error: BaseException) -> bool:
                if isinstance(error, OSError):
                    toast.say(not_saved(path, error, words))
                return isinstance(error, OSError)

            self._context.worker.run(toast, lambda _: write_atomically(path, make(path)), done, failed=failed)

        self._context.prompts.save_to(title, name, kind, write)
