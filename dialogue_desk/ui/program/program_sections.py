"""The sections of a program, from its overview to its follow-up, and the form with which it is set up."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.follow.follow_tab import FollowTab
from dialogue_desk.ui.forum.forum_tab import ForumTab
from dialogue_desk.ui.program.differences import DifferencesTab
from dialogue_desk.ui.program.overview import OverviewTab
from dialogue_desk.ui.program.program_snapshot import ProgramSnapshot
from dialogue_desk.ui.proposals.ideas import IdeasTab
from dialogue_desk.ui.report.report_tab import ReportTab
from dialogue_desk.ui.setup.program_setup import ProgramForm
from dialogue_desk.ui.themes.themes import ThemesTab
from dialogue_desk.ui.voices.voices_tab import VoicesTab

_IN_ORDER = ("overview", "voices", "themes", "ideas", "differences", "report", "forum", "follow")

_Section = TypeVar("_Section", bound=QWidget)


class ProgramSections(QStackedWidget):
    """The sections of a program, one of them shown; each is built when it is first asked for.

    Together they have more than two thousand widgets, of which most visits need an eighth.
    """

    session_wanted = Signal(str)
    note_wanted = Signal(str)
    """The session of a note is to be shown: the note's id."""
    conflict_wanted = Signal(str)
    """A choice between two versions is to be made: the record's id."""
    forming_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    key_wanted = Signal()
    file_wanted = Signal()
    """The program file is to be saved."""
    answers_wanted = Signal()
    """What guards the answers of the program is to be set up."""
    form_wanted = Signal()
    """The program is to be changed."""
    form_left = Signal()
    program_saved = Signal(str)
    key_saved = Signal()

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._context = desk, folders, context
        tr = context.words.tr
        self.names: tuple[str, ...] = (
            tr("Overview"),
            tr("Voices"),
            tr("Themes"),
            tr("Action ideas"),
            tr("Differences"),
            tr("Report"),
            tr("Forum"),
            tr("Follow-up"),
        )

    def at(self, number: int) -> QWidget:
        """Return the section at this place, the overview at 0."""
        section: QWidget = getattr(self, _IN_ORDER[number])
        return section

    def number_of(self, section: QWidget) -> int:
        """Return the place of a section that is built."""
        return next(number for number, name in enumerate(_IN_ORDER) if vars(self).get(name) is section)

    def fill(self, section: QWidget, snapshot: ProgramSnapshot) -> None:
        """Show in a section what is known of the program."""
        picture = snapshot.picture
        if picture is None:
            return
        match section:
            case OverviewTab() | ReportTab():
                section.show_picture(picture, snapshot.conflicts)
            case VoicesTab() | ThemesTab() | IdeasTab() | DifferencesTab() | ForumTab() | FollowTab():
                section.show_picture(picture)

    @cached_property
    def overview(self) -> OverviewTab:
        tab = self._added(OverviewTab(self._context))
        tab.conflict_wanted.connect(self.conflict_wanted)
        tab.matrix.opened.connect(self.session_wanted)
        tab.files.clicked.connect(self.files_wanted)
        tab.folder.clicked.connect(self.folder_wanted)
        tab.side.key_wanted.connect(self.key_wanted)
        tab.side.file_wanted.connect(self.file_wanted)
        tab.side.setup_wanted.connect(self.answers_wanted)
        return tab

    @cached_property
    def voices(self) -> VoicesTab:
        tab = self._added(VoicesTab(self._desk, self._context))
        tab.conflict_wanted.connect(self.conflict_wanted)
        tab.forming_wanted.connect(self.forming_wanted)
        return tab

    @cached_property
    def themes(self) -> ThemesTab:
        tab = self._added(ThemesTab(self._desk, self._context))
        tab.note_wanted.connect(self.note_wanted)
        return tab

    @cached_property
    def ideas(self) -> IdeasTab:
        tab = self._added(IdeasTab(self._desk, self._context))
        tab.note_wanted.connect(self.note_wanted)
        tab.conflict_wanted.connect(self.conflict_wanted)
        return tab

    @cached_property
    def differences(self) -> DifferencesTab:
        tab = self._added(DifferencesTab(self._context))
        tab.note_wanted.connect(self.note_wanted)
        return tab

    @cached_property
    def report(self) -> ReportTab:
        tab = self._added(ReportTab(self._desk, self._folders, self._context))
        tab.form_wanted.connect(self.form_wanted)
        return tab

    @cached_property
    def forum(self) -> ForumTab:
        return self._added(ForumTab(self._desk, self._folders, self._context))

    @cached_property
    def follow(self) -> FollowTab:
        tab = self._added(FollowTab(self._desk, self._context))
        tab.conflict_wanted.connect(self.conflict_wanted)
        return tab

    @cached_property
    def form(self) -> ProgramForm:
        form = self._added(ProgramForm(self._desk, self._folders.shelf, self._context))
        form.left.connect(self.form_left)
        form.saved.connect(self.program_saved)
        form.key_card.saved.connect(self.key_saved)
        return form

    @property
    def is_form_shown(self) -> bool:
        """Whether the program is being set up."""
        return "form" in vars(self) and self.currentWidget() is self.form

    def _added(self, section: _Section) -> _Section:
        self.addWidget(section)
        return section
