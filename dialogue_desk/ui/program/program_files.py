"""The files a program hands on: to facilitators, with the organizer's key before that, and to organizers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders, ProgramEntry
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.keyring import unsaved_key
from dialogue_desk.desk.leaving.packages import export_program, program_file_is_older, program_files_in
from dialogue_desk.desk.program.handover import ReadyHandover, ready_handover
from dialogue_desk.desk.program.organizers_work import write_work
from dialogue_desk.desk.trust.known_laptops import own_secret
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.exchange.refusals import PackageRefused
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.program.overview_side import OverviewSide
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.words.languages import join_names

_SAVE_KEY, _ANYWAY = "save", "anyway"


class ProgramFiles(QObject):
    """Asks where the files of a program go, and writes them; ``shown`` says which program is on the page."""

    key_saved = Signal()
    file_made = Signal()
    forming_wanted = Signal(str)
    """Circles are to be formed from sign-up slips for the program of this id."""

    def __init__(
        self,
        desk: Desk,
        folders: Folders,
        context: Context,
        shown: Callable[[], ProgramEntry | None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk, self._folders, self._context = desk, folders, context
        self._shown, self._page = shown, page

    def unsaved_key(self) -> str:
        """Return the key of the program that is on this laptop and nowhere else, or ""."""
        entry = self._shown()
        return unsaved_key(self._desk, entry.program) if entry and entry.program else ""

    def tell_to_do(self, side: OverviewSide) -> None:
        """Say beside the matrix that the key was never saved and that the file is older, until it is not."""
        side.show_to_do(unsaved_key=bool(self.unsaved_key()), older_file=self._is_older())

    def saved_text(self, program_id: str) -> str:
        """Return what is to be known once a change of a program is saved."""
        words = self._context.words
        said = words.tr("The program is saved. You can undo this.")
        if not program_file_is_older(self._desk, RecordId(program_id)):
            return said
        more = words.tr("Facilitators work with the older file until you make it again and hand it out.")
        return f"{said} {more}"

    def _is_older(self) -> bool:
        entry = self._shown()
        return entry is not None and entry.id is not None and program_file_is_older(self._desk, entry.id)

    def save_key(self) -> None:
        """Ask how to save the key that was never saved."""
        from dialogue_desk.ui.setup.key_sheets import SaveKeySheet  # noqa: PLC0415  # it draws PDF

        entry, key = self._shown(), self.unsaved_key()
        if not key or entry is None or entry.program is None:
            return
        sheet = SaveKeySheet(
            self._desk,
            key,
            entry.program.name,
            self._context,
            self._page.window(),
            languages=entry.program.languages,
        )
        sheet.said.connect(self._context.toast.say)
        sheet.said.connect(lambda _: self.key_saved.emit())
        sheet.open()

    def show_menu(self, button: QWidget) -> None:
        """Offer what organizers do beside the circles, under ``button``."""
        tr, menu = self._context.words.tr, QMenu(button)
        round_corners(menu)
        menu.addAction(tr("Form circles from sign-up slips…")).triggered.connect(self.form_circles)
        menu.addSeparator()
        menu.addAction(tr("Hand the program over…")).triggered.connect(self.hand_over)
        menu.addAction(tr("Share our work…")).triggered.connect(self._ask_for_work)
        menu.addSeparator()
        menu.addAction(tr("From slips to answers, step by step…")).triggered.connect(self.show_way)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def form_circles(self) -> None:
        """Go to where circles of the program are formed."""
        if (entry := self._shown()) is not None and entry.id is not None:
            self.forming_wanted.emit(entry.id)

    def show_way(self) -> None:
        """Show what is done in a program in which order."""
        from dialogue_desk.ui.program.way_sheet import WaySheet  # noqa: PLC0415  # it reads Markdown

        WaySheet(self._context, self._page.window()).open()

    def hand_over(self) -> None:
        """Gather the program aside, and ask for the passphrase and the place of its handover file."""
        entry = self._shown()
        if entry is None or entry.id is None:
            return
        own_secret(self._desk)  # a new key is written here, and not from the copy that is read aside
        desk, shelf, program = self._desk, self._folders.shelf, entry.id

        def gather(_: Progress) -> ReadyHandover:
            with desk.snapshot() as copy:
                return ready_handover(copy, Folders(copy, shelf), program, RandomIds())

        self._context.worker.run(self, gather, self._show_handover)

    def _show_handover(self, ready: ReadyHandover) -> None:
        from dialogue_desk.ui.program.hand_over_sheet import HandOverSheet  # noqa: PLC0415  # seldom wanted

        sheet = HandOverSheet(self._desk, ready, self._context, self._page.window())
        sheet.accepted.connect(self.key_saved)  # the key is in that file too
        sheet.open()

    def _ask_for_work(self) -> None:
        title = self._context.words.tr("Choose a folder for the organizers' work")
        self._context.prompts.open_folder(title, self._write_work)

    def _write_work(self, folder: Path) -> None:
        words, entry = self._context.words, self._shown()
        if entry is None or entry.id is None:
            return
        try:
            path = write_work(self._desk, entry.id, folder)
        except (OSError, PackageRefused):
            sentence = words.tr(
                "The organizers' work could not be saved in {folder}. Make room on the disk or choose "
                "another folder, then try again.",
                folder=folder,
            )
        else:
            sentence = words.tr(
                "{name} is in {folder}. The other organizer opens it; where you differ, a choice is asked "
                "for.",
                name=path.name,
                folder=folder,
            )
        self._context.toast.say(sentence)

    def ask_for_program_file(self) -> None:
        """Ask where the program file is to go; before that, whether a key that is nowhere else is saved."""
        if not self.unsaved_key():
            self._ask_where()
            return
        tr = self._context.words.tr
        question = ChoicePrompt(
            tr("Save your key first?"),
            tr(
                "With the program file, facilitators begin to seal their packages for your key. It is on "
                "this laptop and nowhere else: if the laptop is lost, nobody can open what they send."
            ),
            (
                PromptAnswer(_ANYWAY, tr("Make the file anyway"), Weight.QUIET),
                PromptAnswer(_SAVE_KEY, tr("Save the key"), Weight.PRIMARY),
            ),
        )
        self._context.prompts.choose(
            question, lambda answer: self.save_key() if answer == _SAVE_KEY else self._ask_where()
        )

    def _ask_where(self) -> None:
        title = self._context.words.tr("Choose a folder for the program file")
        self._context.prompts.open_folder(title, self._write_program)

    def _write_program(self, folder: Path) -> None:
        words, entry = self._context.words, self._shown()
        if entry is None or entry.id is None:
            return
        before = program_files_in(self._desk, entry.id, folder)
        try:
            path = export_program(self._desk, entry.id, folder)
        except OSError as error:
            unsaved = words.tr("The program file could not be saved in {folder}.", folder=folder)
            sentence = f"{unsaved} {unwritten_because(error, words)}"
        else:
            sentence = words.tr(
                "{name} is in {folder}. Facilitators open it first.", name=path.name, folder=folder
            )
            if gone := [one.name for one in before if not one.exists()]:
                said = words.tr("It replaces {file} there.", file=join_names(gone, words))
                sentence = f"{sentence} {said}"
            self.file_made.emit()
        self._context.toast.say(sentence)
