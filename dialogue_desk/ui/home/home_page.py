"""Home: what is on this laptop, and the next thing to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.retention import remind_in_a_week, retention_due
from dialogue_desk.desk.folders import Folders, SessionEntry
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.closing.closing_steps import still_open
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import HOUR, Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import interruption_text
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.home.home_groups import FEW, HomeSections
from dialogue_desk.ui.home.home_row import NamedButton
from dialogue_desk.ui.home.home_text import still_open_in
from dialogue_desk.ui.home.row_menu import more_menu
from dialogue_desk.ui.home.session_groups import sort_sessions
from dialogue_desk.ui.home.welcome import Welcome
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.column import ScrollColumn
from dialogue_desk.words.times import local_datetime

if TYPE_CHECKING:
    from dialogue_desk.ui.search.search_page import SearchPage

_KINDS_SHOWN = (
    Kind.PROGRAM,
    Kind.CIRCLE,
    Kind.SESSION,
    Kind.MOVE,
    Kind.NOTE,
    Kind.ACTION,
    Kind.CLOSING_STEP,
    Kind.TOP_THEMES,
    Kind.READ_BACK,
    Kind.TALLY,
    Kind.DOT_VOTE,
)
_RECENT: Milliseconds = 14 * 24 * HOUR
"""So long after its start a session is told of what is open at its close."""


class HomePage(QWidget):
    """The sessions on this laptop, the next one first, one button each."""

    run_wanted = Signal(str)
    notes_wanted = Signal(str)
    close_wanted = Signal(str)
    begin_wanted = Signal()
    paper_wanted = Signal()
    rehearsal_wanted = Signal(str)
    program_wanted = Signal(str)
    guides_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    hit_wanted = Signal(str, str)
    """A person found a note: its session, and the note."""
    sample_wanted = Signal()
    sample_removal_wanted = Signal()
    erasing_wanted = Signal(str)
    keeping_wanted = Signal(str)

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders = desk, folders
        self._context, self._theme, self._words = context, context.theme, context.words
        self._every_held = False
        self._stale = True
        self._shown: ScrollColumn | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._opens = QMenu(self)
        self._opens.addAction(self._words.tr("Files …")).triggered.connect(self.files_wanted)
        self._opens.addAction(self._words.tr("Folder or USB stick …")).triggered.connect(self.folder_wanted)
        paper = self._opens.addAction(self._words.tr("Type up a session from paper notes …"))
        paper.triggered.connect(self.paper_wanted)
        self._search: SearchPage | None = None
        self.actions_here = Actions(context.theme, self)
        find = Action(
            "find", self._words.tr("Search what was said"), ("Ctrl+F", "/"), "search", self._words.tr("Notes")
        )
        live = self.actions_here.add(find, self.open_search)
        live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        context.desk_signals.changed.connect(self._on_desk_changed)

    def refresh(self) -> None:
        """Look at the desk again.  The keyboard and the place on the page stay where they are."""
        self._stale = False
        had = self._name_in_focus()
        far = self._shown.verticalScrollBar().value() if self._shown is not None else 0
        column = ScrollColumn(self._theme, characters=118, centred=True, edge=Space.VAST)
        column.body.setSpacing(Space.SNUG)
        self._fill(column)
        column.body.addStretch(1)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = column
        self._whole.addWidget(column)
        column.setVisible(not self._searching)
        if had is not None:
            self.take_focus(had)
            column.verticalScrollBar().setValue(far)

    def take_focus(self, name: str = "") -> None:
        """Put the keyboard on the button ``name``, or on the next thing a person would do."""
        if self._search is not None and self._searching:
            self._search.panel.take_focus()
            return
        if self._shown is None:
            self.refresh()
        named = self._shown.findChild(QWidget, name) if self._shown is not None and name else None
        target = named or self._next_thing()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_search(self) -> None:
        """Look for what was said, in the place of what Home shows otherwise."""
        if self._shown is None or not self._folders.entries():
            return
        if self._search is None:
            from dialogue_desk.ui.search.search_page import SearchPage  # noqa: PLC0415 - the start needs none

            self._search = SearchPage(self._desk, self._folders, self._context)
            self._search.panel.hit_wanted.connect(self.hit_wanted)
            self._search.panel.closed.connect(self._leave_search)
            self._whole.addWidget(self._search)
        self._search.show()
        self._shown.hide()
        self._search.panel.start()

    @property
    def _searching(self) -> bool:
        return self._search is not None and not self._search.isHidden()

    def _leave_search(self) -> None:
        if self._search is not None and self._shown is not None:
            self._search.hide()
            self._shown.show()
            self.take_focus("search:")

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _fill(self, column: ScrollColumn) -> None:
        entries, programs = self._folders.entries(), self._folders.programs()
        if not entries and not programs:
            column.add(Welcome(self._theme, self._words, self._act))
            return
        now = self._desk.clock.now()
        stood = self._interruption_texts(entries)
        listing = sort_sessions(entries, now, stood.keys())
        groups = HomeSections(self._theme, self._words, now, self._act)
        due = retention_due(self._desk, local_datetime(now, self._desk.clock.zone(now)).date())
        going_on = bool(listing.interrupted or listing.coming)
        column.add(groups.head(self._desk.clock.zone(now), begin=going_on))
        for one in due:
            column.add(groups.retention_due(one))
        for entry in listing.interrupted:
            column.add(groups.interrupted(entry, stood[entry.id]))
        for entry in listing.coming[:1]:
            column.add(groups.next_one(entry, primary=not listing.interrupted))
        if not going_on:
            column.add(groups.nothing_next())
        below = [
            *groups.upcoming(listing.coming[1:]),
            *groups.open(listing.open),
            *groups.programs(programs, entries),
            *groups.past(listing.held, self._still_open(listing.held, now), every=self._every_held),
        ]
        if any(one.program is not None and one.program.sample for one in programs):
            below.append(groups.sample())
        for widget in below:
            column.add(widget)

    def _interruption_texts(self, entries: list[SessionEntry]) -> dict[RecordId, str]:
        """Say where each session stood that this laptop left in the middle."""
        found: dict[RecordId, str] = {}
        pulse = self._desk.file.pulse()
        for entry in entries:
            if entry.phase not in (Phase.RUNNING, Phase.PAUSED):
                continue
            folder = self._folders.session(entry.id)
            if folder is None:
                continue
            interruption = SessionRunner(self._desk, folder, pulse).interruption()
            if interruption is not None:
                found[entry.id] = interruption_text(folder.plan, interruption.reading, self._words)
        return found

    def _still_open(self, held: Sequence[SessionEntry], now: Instant) -> dict[RecordId, str]:
        """Say what is open at the close of the latest sessions; those of long ago are left in peace."""
        said: dict[RecordId, str] = {}
        for entry in held[:FEW]:
            recent = entry.session.start + _RECENT > now
            folder = self._folders.session(entry.id) if recent else None
            if folder is not None:
                said[entry.id] = still_open_in(still_open(folder), self._words)
        return said

    def _act(self, name: str) -> None:
        deed, _, what = name.partition(":")
        match deed:
            case "run":
                self.run_wanted.emit(what)
            case "notes":
                self.notes_wanted.emit(what)
            case "close":
                self.close_wanted.emit(what)
            case "rehearse":
                self.rehearsal_wanted.emit(what)
            case "program":
                self.program_wanted.emit(what)
            case "more" | "noted" | "erase" | "later":
                self._act_on_kept(deed, what)
            case _:
                self._act_on_all(deed)

    def _act_on_all(self, action_id: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "begin": self.begin_wanted.emit,
            "paper": self.paper_wanted.emit,
            "search": self.open_search,
            "guides": self.guides_wanted.emit,
            "sample": self.sample_wanted.emit,
            "throw": self.sample_removal_wanted.emit,
            "open": self._offer_to_open,
            "all": self._show_every_held,
        }
        if action_id in deeds:
            deeds[action_id]()

    def _show_every_held(self) -> None:
        self._every_held = True
        self.refresh()

    def _act_on_kept(self, action_id: str, what: str) -> None:
        match action_id:
            case "more" | "noted":
                self._offer_more(RecordId(what), to_close=action_id == "noted")
            case "erase":
                self.erasing_wanted.emit(what)
            case "later":
                remind_in_a_week(self._desk, RecordId(what))
                self.refresh()

    def _offer_more(self, target: RecordId, *, to_close: bool) -> None:
        """Offer what is seldom wanted of a session with its circle, or of a program."""
        menu = more_menu(self._desk, target, self._words, self, to_close=to_close)
        menu.close_wanted.connect(self.close_wanted)
        menu.erasing_wanted.connect(self.erasing_wanted)
        menu.keeping_wanted.connect(self.keeping_wanted)
        self._open_at_button(menu)

    def _offer_to_open(self) -> None:
        self._open_at_button(self._opens)

    def _open_at_button(self, menu: QMenu) -> None:
        button = QApplication.focusWidget()
        if isinstance(button, NamedButton) and self.isAncestorOf(button):
            menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, Space.HAIR)))
        else:
            menu.popup(QCursor.pos())

    def _on_desk_changed(self, outcome: Outcome) -> None:
        if not outcome.touches(*_KINDS_SHOWN):
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _name_in_focus(self) -> str | None:
        widget = QApplication.focusWidget()
        inside = widget is not None and self.isAncestorOf(widget)
        return widget.objectName() if widget is not None and inside else None

    def _next_thing(self) -> QWidget | None:
        buttons = self._shown.findChildren(NamedButton) if self._shown is not None else []
        loud = [button for button in buttons if button.weight is Weight.PRIMARY]
        return next(iter([*loud, *buttons]), None)
