"""The organizer's page: many circles, one honest picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import export_program
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Job, Progress
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.program.differences import DifferencesTab
from dialogue_desk.ui.program.ideas import IdeasTab
from dialogue_desk.ui.program.overview import OverviewTab
from dialogue_desk.ui.program.program_setup import ProgramForm
from dialogue_desk.ui.program.report_tab import ReportTab
from dialogue_desk.ui.program.themes import ThemesTab
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class ProgramSnapshot:
    """A program as it was when it was last looked at; no picture when it is not here."""

    program_id: RecordId | None
    picture: ProgramPicture | None = None
    clashes: tuple[Conflict, ...] = ()


class ProgramPage(QWidget):
    """Overview, Themes, Actions, Differences and Report of one program.

    The picture is worked out beside the window, once for each change that touches it while the page is
    shown, and each section is filled when it is opened.
    """

    session_wanted = Signal(str)
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        self._id: RecordId | None = None
        self._snapshot: ProgramSnapshot | None = None
        self._job: Job[ProgramSnapshot] | None = None
        self._stale = False
        self._unread: set[int] = set()
        words, theme = context.words, context.theme
        self.overview = OverviewTab(context)
        self.themes = ThemesTab(context)
        self.ideas = IdeasTab(context)
        self.differences = DifferencesTab(context)
        self.report = ReportTab(desk, folders, context)
        self.form = ProgramForm(desk, context)
        sentence = words.tr(
            "A program brings the sessions of many circles together. Make one here, or open the "
            "files that facilitators give you. Their circles show up on their own."
        )
        self._nothing = EmptyState(
            theme, "program", words.tr("No program yet"), sentence, words.tr("Make a program")
        )
        self._waiting = Label(words.tr("Bringing the circles together…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words.tr("Sections of the program"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._places = QStackedWidget()
        self._sections: tuple[tuple[str, QWidget], ...] = (
            (words.tr("Overview"), self.overview),
            (words.tr("Themes"), self.themes),
            (words.tr("Actions"), self.ideas),
            (words.tr("Differences"), self.differences),
            (words.tr("Report"), self.report),
        )
        self._actions = Actions(theme, self)
        for number, (name, section) in enumerate(self._sections):
            self.tabs.addTab(name)
            self._places.addWidget(section)
            self._add_key(number, name)
        for place in (self._nothing, self.form, self._waiting):
            self._places.addWidget(place)
        self._lay_out()
        self._connect()

    def show_program(self, program_id: str) -> None:
        """Show a program by its id; the circles of no program when there is none."""
        wanted = RecordId(program_id) if program_id else None
        if self._snapshot is None or self._snapshot.program_id != wanted:
            self._snapshot = None
            self._place(self._waiting)
            self.tabs.setCurrentIndex(0)
        self._id = wanted
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    def _bar(self) -> None:
        words, theme = self._context.words, self._context.theme
        self._title, self._subtitle = Label(role="strong"), Label(role="note")
        self._change = Button(theme, words.tr("Change the program"))
        self._make = Button(theme, words.tr("Make a program"))
        self._hand_out = Button(theme, words.tr("Make program file"), icon="export")
        self._hand_out.setToolTip(words.tr("Make the program file that facilitators open first"))
        self._top = Card("bar", edge=0)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.BASE, Space.TIGHT)
        line.setSpacing(Space.SNUG)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        line.addLayout(names, 1)
        for button in (self._make, self._change, self._hand_out):
            line.addWidget(button)
        self._top.column.addLayout(line)

    def _lay_out(self) -> None:
        rail = Card("bar", edge=0)
        rail.column.setContentsMargins(Space.BASE, 0, Space.BASE, 0)
        rail.column.addWidget(self.tabs)
        self._tab_row = rail
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addWidget(rail)
        whole.addWidget(self._places, 1)
        self._name()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._open_tab)
        self._change.clicked.connect(lambda: self._edit(self._id))
        self._make.clicked.connect(lambda: self._edit(None))
        self._nothing.pressed.connect(lambda: self._edit(None))
        self._hand_out.clicked.connect(self._ask_where)
        self.form.left.connect(self._leave_form)
        self.form.saved.connect(self._after_form)
        self.overview.session_wanted.connect(self.session_wanted)
        self.overview.files_wanted.connect(self.files_wanted)
        self.overview.folder_wanted.connect(self.folder_wanted)
        self.overview.conflict_wanted.connect(self._choose_wording)
        for section in (self.themes, self.ideas, self.differences):
            section.note_wanted.connect(self._open_session_of)
        self._context.desk_signals.changed.connect(self._hear)

    def _add_key(self, number: int, name: str) -> None:
        words = self._context.words
        action = Action(f"program-{number}", name, (f"Ctrl+{number + 1}",), group=words.tr("Program"))
        live = self._actions.add(action, lambda: self.tabs.setCurrentIndex(number))
        live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _hear(self, outcome: Outcome) -> None:
        if not self._touched(outcome):
            return
        if self.isVisible():
            self._look()
        else:
            self._stale = True

    def _touched(self, outcome: Outcome) -> bool:
        if outcome.touches(Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION):
            return True
        picture = self._snapshot.picture if self._snapshot else None
        if picture is None:
            return False
        inside = {held.session_id for held in picture.arrived} | {row.circle_id for row in picture.rows}
        return not inside.isdisjoint(outcome.owners) or self._id in outcome.owners

    def _look(self) -> None:
        self._stale = self._job is not None
        if self._stale:
            return
        desk, shelf, wanted = self._desk, self._folders.shelf, self._id

        def work(_: Progress) -> ProgramSnapshot:
            with desk.snapshot() as there:
                folders = Folders(there, shelf)
                try:
                    return ProgramSnapshot(wanted, folders.picture(wanted), folders.conflicts(wanted))
                except KeyError:
                    return ProgramSnapshot(wanted)

        self._job = self._context.lane.run(work, self._show, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._job = None
        raise error

    def _show(self, seen: ProgramSnapshot) -> None:
        self._job = None
        if self._stale or seen.program_id != self._id:
            self._look()
        if seen.program_id != self._id:
            return
        self._snapshot = seen
        picture = seen.picture
        self._unread = {number for number in range(len(self._sections)) if picture is not None}
        if self._places.currentWidget() is not self.form:
            came_first = self._places.currentWidget() is self._waiting
            self._open_tab(self.tabs.currentIndex())
            if came_first:
                self._focus()
        self._name()

    def _open_tab(self, number: int) -> None:
        if number in self._unread:
            self._unread.discard(number)
            self._read_into(self._sections[number][1])
        self._place(self._sections[number][1] if self._is_there() else self._nothing)

    def _read_into(self, section: QWidget) -> None:
        seen = self._snapshot
        if seen is None or seen.picture is None:
            return
        match section:
            case OverviewTab():
                section.show_picture(seen.picture, seen.clashes)
            case ReportTab():
                section.show_picture(seen.picture, len(seen.clashes))
            case ThemesTab() | IdeasTab() | DifferencesTab():
                section.show_picture(seen.picture)

    def _place(self, place: QWidget) -> None:
        self._places.setCurrentWidget(place)
        self._name()

    def _focus(self) -> None:
        place = self._places.currentWidget()
        if place is self._nothing:
            place = self._nothing.button
        if place is not None:
            place.setFocus()

    def _is_there(self) -> bool:
        """Whether there is anything to show: a program, or circles of none."""
        picture = self._snapshot.picture if self._snapshot else None
        return picture is not None and (picture.program is not None or bool(picture.rows))

    def _name(self) -> None:
        words = self._context.words
        picture = self._snapshot.picture if self._snapshot else None
        there, editing = self._is_there(), self._places.currentWidget() is self.form
        program = picture.program if picture else None
        loose = words.tr("Circles without a program") if there else words.tr("Program")
        self._title.setText(program.name if program else loose)
        self._subtitle.setText(_subtitle(picture, self._context) if picture and there else "")
        self._subtitle.setVisible(bool(self._subtitle.text()))
        self._tab_row.setVisible(there and not editing)
        self._change.setVisible(program is not None and not editing)
        self._hand_out.setVisible(program is not None and not editing)
        self._make.setVisible(there and program is None and not editing)

    def _edit(self, program_id: RecordId | None) -> None:
        self._place(self.form)
        self.form.edit(program_id)

    def _leave_form(self) -> None:
        self._open_tab(self.tabs.currentIndex())
        self._focus()

    def _after_form(self, program_id: str) -> None:
        self._context.toast.say(self._context.words.tr("The program is saved. You can undo this."))
        self._place(self._waiting)
        self.show_program(program_id)

    def _ask_where(self) -> None:
        title = self._context.words.tr("Choose a folder for the program file")
        self._context.prompts.open_folder(title, self._write_program)

    def _write_program(self, to: Path) -> None:
        words = self._context.words
        if self._id is None:
            return
        try:
            path = export_program(self._desk, self._id, to)
        except OSError:
            sentence = words.tr(
                "The program file could not be saved in {folder}. Make room on the disk or choose "
                "another folder, then try again.",
                folder=to,
            )
        else:
            sentence = words.tr(
                "{name} is in {folder}. Facilitators open it first.", name=path.name, folder=to
            )
        self._context.toast.say(sentence)

    def _choose_wording(self, record_id: str) -> None:
        ConflictDialog(self._desk, RecordId(record_id), self._context, self).open()

    def _open_session_of(self, record_id: str) -> None:
        record = self._desk.get(RecordId(record_id))
        if record is not None:
            self.session_wanted.emit(record.owner)


def _subtitle(picture: ProgramPicture, context: Context) -> str:
    words = context.words
    parts = [words.ntr("{count} circle", "{count} circles", len(picture.rows))]
    if picture.program is not None:
        parts.append(words.ntr("{count} session each", "{count} sessions each", picture.program.sessions))
    return " · ".join(parts)
