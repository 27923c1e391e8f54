"""The organizer's page: the sessions of many circles brought together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders, ProgramEntry
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.error_sentence import error_sentence
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.notes.conflict_dialog import open_conflict
from dialogue_desk.ui.program.program_bar import ProgramBar
from dialogue_desk.ui.program.program_files import ProgramFiles
from dialogue_desk.ui.program.program_sections import ProgramSections
from dialogue_desk.ui.program.program_snapshot import SnapshotReader
from dialogue_desk.ui.program.section_tabs import SectionTabs
from dialogue_desk.ui.search.code_sheet import look_up_code
from dialogue_desk.ui.setup.setup_section import SetupSection
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


class ProgramPage(QWidget):
    """The sections of one program, from its overview to its follow-up, each filled when it is opened."""

    session_wanted = Signal(str)
    line_wanted = Signal(str, str)
    """A line of a session is to be seen where it was said: their ids."""
    program_wanted = Signal(str)
    """Another program is to be shown; "" stands for the circles without one."""
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._reader = SnapshotReader(desk, folders, context, self)
        self._unread: set[int] = set()
        words, theme = context.words, context.theme
        self.sections = ProgramSections(desk, folders, context)
        sentence = words.tr(
            "A program brings the sessions of many circles together. Make one here, or open the "
            "files that facilitators give you. Their circles show up on their own."
        )
        self._empty = EmptyState(
            theme, "program", words.tr("No program yet"), sentence, words.tr("Make a program")
        )
        self._waiting = Label(role="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = ProgramBar(context)
        self._files = ProgramFiles(desk, folders, context, self._program_entry, self)
        self.forming_wanted = self._files.forming_wanted
        self._tab_row = SectionTabs(context)
        self.tabs, self.code = self._tab_row.tabs, self._tab_row.code
        self._tab_row.add_sections(self.sections.names, self)
        for widget in (self._empty, self._waiting):
            self.sections.addWidget(widget)
        column(self._bar, self._tab_row, (self.sections, 1), within=self)
        self._update_bar()
        self._connect()

    def show_program(self, program_id: str) -> None:
        """Show the program of this id; "" shows the circles without a program."""
        self._reader.read(RecordId(program_id) if program_id else None)
        self._bar.show_programs(self._folders.programs(), program_id)
        if self._reader.snapshot is None:
            self._waiting.setText(self._context.words.tr("Bringing the circles together…"))
            self.open_section(self.sections.overview)
            self._show_in_stack(self._waiting)

    def open_section(self, section: QWidget) -> None:
        """Go to one of the sections."""
        self.tabs.setCurrentIndex(self.sections.number_of(section))

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reader.read_if_stale()

    def _connect(self) -> None:
        self._reader.arrived.connect(self._show_snapshot)
        self._reader.failed.connect(self._show_failure)
        self.tabs.currentChanged.connect(self._open_tab)
        self._bar.change.clicked.connect(lambda: self._edit(self._reader.program_id))
        self._bar.make.clicked.connect(lambda: self._edit(None))
        self._bar.program_wanted.connect(self.program_wanted)
        self._bar.others.clicked.connect(lambda: self._files.show_menu(self._bar.others))
        self._bar.file.clicked.connect(self._files.ask_for_program_file)
        self.code.clicked.connect(
            lambda: look_up_code(self._desk, self._folders, self._context, self, self.line_wanted.emit)
        )
        self._empty.pressed.connect(lambda: self._edit(None))
        for done in (self._files.key_saved, self._files.file_made):
            done.connect(lambda: self._files.tell_to_do(self.sections.overview.side))
        self._connect_sections()

    def _connect_sections(self) -> None:
        wanted = self.sections
        wanted.form_left.connect(self._leave_form)
        wanted.program_saved.connect(self._show_saved)
        wanted.key_saved.connect(self._files.key_saved)
        wanted.forming_wanted.connect(self._files.form_circles)
        wanted.session_wanted.connect(self.session_wanted)
        wanted.files_wanted.connect(self.files_wanted)
        wanted.folder_wanted.connect(self.folder_wanted)
        wanted.key_wanted.connect(self._files.save_key)
        wanted.file_wanted.connect(self._files.ask_for_program_file)
        wanted.conflict_wanted.connect(partial(open_conflict, self._desk, self._context, self))
        wanted.answers_wanted.connect(lambda: self._edit(self._reader.program_id, wanted.form.answers))
        wanted.form_wanted.connect(lambda: self._edit(self._reader.program_id))
        wanted.note_wanted.connect(self._open_session_of)

    def _show_failure(self, error: BaseException) -> None:
        self._waiting.setText(error_sentence(error, self._context.words))

    def _show_snapshot(self) -> None:
        snapshot = self._reader.snapshot
        self._bar.show_programs(self._folders.programs(), self._reader.program_id or "")
        known = snapshot is not None and snapshot.picture is not None
        self._unread = set(range(len(self.sections.names))) if known else set()
        if not self.sections.is_form_shown:
            was_waiting = self.sections.currentWidget() is self._waiting
            self._open_tab(self.tabs.currentIndex())
            if was_waiting:
                self._focus()
        self._update_bar()

    def _open_tab(self, number: int) -> None:
        section = self.sections.at(number)
        if number in self._unread:
            self._unread.discard(number)
            self._fill(section)
        self._show_in_stack(section if self._is_filled() else self._empty)

    def _fill(self, section: QWidget) -> None:
        snapshot = self._reader.snapshot
        if snapshot is None or snapshot.picture is None:
            return
        if section is self.sections.overview:
            self._files.tell_to_do(self.sections.overview.side)
        self.sections.fill(section, snapshot)

    def _show_in_stack(self, widget: QWidget) -> None:
        self.sections.setCurrentWidget(widget)
        self._update_bar()

    def _focus(self) -> None:
        widget = self.sections.currentWidget()
        if widget is self._empty:
            widget = self._empty.button
        if widget is not None:
            widget.setFocus()

    def _is_filled(self) -> bool:
        return self._reader.snapshot is not None and self._reader.snapshot.filled

    def _update_bar(self) -> None:
        snapshot = self._reader.snapshot
        filled, editing = self._is_filled(), self.sections.is_form_shown
        picture = snapshot.picture if snapshot and filled else None
        self._bar.show_picture(picture, editing=editing, new=editing and self.sections.form.is_new)
        self._tab_row.setVisible(filled and not editing)

    def _edit(self, program_id: RecordId | None, section: SetupSection | None = None) -> None:
        self._show_in_stack(self.sections.form)
        self.sections.form.edit(program_id, section)
        self._update_bar()

    def _leave_form(self) -> None:
        self._open_tab(self.tabs.currentIndex())
        self._focus()

    def _show_saved(self, program_id: str) -> None:
        self._context.toast.say(self._files.saved_text(program_id))
        self._show_in_stack(self._waiting)
        self.show_program(program_id)

    def _program_entry(self) -> ProgramEntry | None:
        snapshot = self._reader.snapshot
        picture = snapshot.picture if snapshot is not None else None
        return None if picture is None else ProgramEntry(picture.program_id, picture.program, ())

    def _open_session_of(self, record_id: str) -> None:
        record = self._desk.get(RecordId(record_id))
        if record is not None:
            self.session_wanted.emit(record.owner)
