"""Makes each page when it is first opened, so that nobody waits for what they do not open.

Pages do not know of each other.  Each tells what is wanted, and here that becomes a :class:`Route`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import SessionDraft
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.home.home_page import HomePage
from dialogue_desk.ui.importing.folder_watcher import FolderWatcher
from dialogue_desk.ui.importing.import_bar import ImportBar
from dialogue_desk.ui.shell.desk_actions import DeskActions
from dialogue_desk.ui.shell.trust_actions import TrustActions

if TYPE_CHECKING:
    from dialogue_desk.storage.kept_review import KeptReview
    from dialogue_desk.ui.drafting.document_review import DocumentReview
    from dialogue_desk.ui.settings.settings_page import SettingsPage
    from dialogue_desk.ui.shell.guide_actions import GuideActions

P = TypeVar("P", bound=QWidget)

_BETWEEN_MS = 150
_PRELOADED = (
    "dialogue_desk.ui.run.run_page",
    "dialogue_desk.ui.prepare.prepare_page",
    "dialogue_desk.ui.closing.closing_page",
    "dialogue_desk.ui.program.program_page",
    "dialogue_desk.ui.guides.guides_page",
    "dialogue_desk.ui.importing.import_flow",
)


class Pages(QObject):
    """Makes the pages and tells ``wanted(Route)`` when one of them wants another."""

    wanted = Signal(object)
    leaving = Signal()
    """The window closes; so should the windows that pages have opened beside it."""
    awake_wanted = Signal(bool)
    settings_left = Signal()

    def __init__(
        self,
        desk: Desk,
        folders: Folders,
        shelf: GuideShelf,
        context: Context,
        window: QWidget,
        make_settings: Callable[[], SettingsPage],
    ) -> None:
        super().__init__(window)
        self._window = window
        self.make_settings = make_settings
        self.desk, self.folders, self.shelf, self.context = desk, folders, shelf, context
        self.draft: SessionDraft | None = None
        """What Prepare was filled with when a rehearsal was begun from it."""
        self._route = Route()
        self._pages: dict[type[QWidget], QWidget] = {}
        self.desk_actions = DeskActions(desk, shelf, context, window)
        self.trust_actions = TrustActions(desk, context, window)
        self.import_bar = self.get_or_make(ImportBar, lambda: ImportBar(desk, context))
        self.import_bar.waiting_wanted.connect(self.trust_actions.show_waiting)
        self.import_bar.left_out_wanted.connect(self.trust_actions.ask_again)
        self.import_bar.guides_given.connect(self._open_guides)
        self.import_bar.document_given.connect(self._open_document)
        self.folder_watcher = FolderWatcher(desk, context, lambda: self._route.page.running)
        self.folder_watcher.look_wanted.connect(self.import_bar.import_paths)
        self.import_bar.done_with.connect(self.folder_watcher.mark_done)
        self._to_preload: list[str] = []
        self._preload_timer = QTimer(self, interval=_BETWEEN_MS)
        self._preload_timer.timeout.connect(self._preload_next)

    def page(self, route: Route) -> QWidget:
        """Return the page for ``route``, showing what that is about."""
        self._route = route
        return PAGES[route.page](self, route)

    def get_or_make(self, cls: type[P], make: Callable[[], P]) -> P:
        """Return the page of this class, made by ``make`` when it is wanted for the first time."""
        page = self._pages.get(cls)
        if not isinstance(page, cls):
            self._pages[cls] = page = make()
        return page

    def replace(self, cls: type[P], make: Callable[[], P]) -> P:
        """Return the page of this class, made anew each time."""
        before = self._pages.pop(cls, None)
        if before is not None:
            before.deleteLater()
        return self.get_or_make(cls, make)

    def drop(self, cls: type[QWidget]) -> None:
        """Delete the page of this class: it had nothing to show."""
        page = self._pages.pop(cls, None)
        if page is not None:
            page.deleteLater()

    def go(self, page: PageName) -> Callable[[str], None]:
        """Return a slot for a page's signal: it goes to ``page``, to what the signal names by its id."""
        return partial(self._go, page)

    def go_to_note(self, session_id: str, note_id: str) -> None:
        """Go to the notes of a session, and there to one of them."""
        self.wanted.emit(Route(PageName.NOTES, session_id, note_id))

    def open_session(self, session_id: str) -> None:
        """Go to a session: to its wrap-up when it is over, else to where it is run or noted."""
        folder = self.folders.session(RecordId(session_id))
        if folder is not None and folder.live.phase is Phase.CLOSED:
            page = PageName.CLOSE
        elif self.is_run_elsewhere(folder):
            page = PageName.NOTES  # a second clock beside the one in the room helps nobody
        else:
            page = PageName.RUN
        self._go(page, session_id)

    @cached_property
    def guide_actions(self) -> GuideActions:
        """What can be done with guides."""
        from dialogue_desk.desk.guides.own_guides import OwnGuides  # noqa: PLC0415
        from dialogue_desk.ui.shell.guide_actions import GuideActions  # noqa: PLC0415

        actions = GuideActions(self.shelf, OwnGuides(self.desk), self.context, self._window)
        actions.reading_wanted.connect(self.go(PageName.GUIDES))
        actions.writing_wanted.connect(self.go(PageName.EDIT_GUIDE))
        return actions

    def is_run_elsewhere(self, folder: SessionFolder | None) -> bool:
        """Return whether another laptop began this session, and this one never did."""
        from dialogue_desk.desk.session.session_runner import run_elsewhere  # noqa: PLC0415

        return folder is not None and run_elsewhere(self.desk, folder)

    def rehearse(self, session_draft: SessionDraft) -> None:
        """Rehearse a session that is not saved yet; Prepare then shows the draft as it was left."""
        self.draft = session_draft
        self._go(PageName.REHEARSE)

    def leave(self) -> None:
        """End what pages do on their own: their clocks, their second windows."""
        for page in self._pages.values():
            leave(page)
        self.folder_watcher.leave()
        self.leaving.emit()

    def preload(self) -> None:
        """Import the modules of the other pages bit by bit, while a person looks at the first."""
        gc.unfreeze()  # the pages in the language before may be collected
        self._to_preload = [*_PRELOADED]
        self._preload_timer.start()

    @property
    def preloaded(self) -> bool:
        """Whether all of them have been imported."""
        return not self._to_preload and not self._preload_timer.isActive()

    def _preload_next(self) -> None:
        if self._to_preload:
            import_module(self._to_preload.pop(0))
        else:
            self._preload_timer.stop()
            # The modules stay.  Looking through them for garbage would hold up a press of a key for 30 ms.
            gc.collect()
            gc.freeze()

    def _open_document(self, path: Path) -> None:
        """Look through a document that may become a guide."""
        if (review := self.document_review()) is not None:
            review.open(path)

    def document_review(self) -> DocumentReview | None:
        """Go to where documents are looked through, and return that page."""
        from dialogue_desk.ui.drafting.document_review import DocumentReview  # noqa: PLC0415

        self._go(PageName.FROM_DOCUMENT)
        page = self._pages.get(DocumentReview)
        return page if isinstance(page, DocumentReview) else None

    def _open_guides(self, paths: tuple[Path, ...]) -> None:
        self.guide_actions.open_files(paths)

    def _go(self, page: PageName, record_id: str = "") -> None:
        self.wanted.emit(Route(page, record_id))


def leave(page: QWidget | None) -> None:
    """Let ``page`` end what it does on its own, if it does anything."""
    ends = getattr(page, "leave", None)
    if callable(ends):
        ends()


def _home(pages: Pages, _: Route) -> QWidget:
    def make() -> HomePage:
        page = HomePage(pages.desk, pages.folders, pages.context)
        page.hit_wanted.connect(pages.go_to_note)
        page.wanted.connect(pages.wanted)
        page.files_wanted.connect(pages.import_bar.ask_for_files)
        page.folder_wanted.connect(pages.import_bar.ask_for_folder)
        page.sample_wanted.connect(pages.desk_actions.import_sample)
        page.sample_removal_wanted.connect(pages.desk_actions.remove_sample)
        page.erasing_wanted.connect(pages.desk_actions.erase)
        page.keeping_wanted.connect(pages.desk_actions.keep_until)
        page.hold_wanted.connect(pages.desk_actions.hold)
        page.giving_wanted.connect(pages.desk_actions.give)
        page.waiting_wanted.connect(pages.trust_actions.show_waiting)
        page.bring_back_wanted.connect(pages.trust_actions.bring_back)
        page.letting_go_wanted.connect(pages.trust_actions.let_go)
        pages.trust_actions.changed.connect(page.refresh_soon)
        watcher = pages.folder_watcher
        page.arrived_wanted.connect(watcher.open_arrived)
        page.put_aside.connect(watcher.put_aside)
        watcher.changed.connect(lambda: page.show_news(watcher.news()))
        page.show_news(watcher.news())
        return page

    return pages.get_or_make(HomePage, make)


def _guides(pages: Pages, route: Route) -> QWidget:
    from dialogue_desk.ui.guides.guides_page import GuidesPage  # noqa: PLC0415

    def make() -> GuidesPage:
        def begin(guide: str, plan: str) -> None:
            pages.wanted.emit(Route(PageName.PREPARE, guide, plan=plan))

        def go_on_with_document() -> None:
            if (review := pages.document_review()) is not None:
                review.go_on()

        page = GuidesPage(pages.shelf, pages.context, _begun_document(pages))
        page.begin_wanted.connect(begin)
        page.begun_wanted.connect(go_on_with_document)
        page.practice_wanted.connect(lambda: pages.wanted.emit(Route(PageName.PRACTICE)))
        page.document_wanted.connect(lambda: pages.wanted.emit(Route(PageName.FROM_DOCUMENT)))
        page.edit_wanted.connect(pages.guide_actions.write)
        page.new_wanted.connect(pages.guide_actions.begin_new)
        page.template_wanted.connect(pages.guide_actions.begin_with)
        page.share_wanted.connect(pages.guide_actions.share)
        page.file_wanted.connect(pages.guide_actions.ask_for_files)
        page.left.connect(pages.go(PageName.HOME))
        return page

    page = pages.get_or_make(GuidesPage, make)
    if route.id:
        page.read(route.id)
    return page


def _begun_document(pages: Pages) -> KeptReview:
    """Return what is kept of the document that a person has begun to look through."""
    from dialogue_desk.storage.kept_review import KeptReview  # noqa: PLC0415

    return KeptReview(pages.desk.file.path, kept=not pages.desk.file.read_only)


def _from_document(pages: Pages, _: Route) -> QWidget:
    from dialogue_desk.desk.guides.own_guides import OwnGuides  # noqa: PLC0415
    from dialogue_desk.ui.drafting.document_review import DocumentReview  # noqa: PLC0415

    def make() -> DocumentReview:
        page = DocumentReview(pages.context, OwnGuides(pages.desk), _begun_document(pages))
        page.kept.connect(pages.guide_actions.writing_wanted)
        page.left.connect(lambda: pages.wanted.emit(Route(PageName.GUIDES)))
        return page

    return pages.get_or_make(DocumentReview, make)


def _edit_guide(pages: Pages, route: Route) -> QWidget:
    from dialogue_desk.desk.guides.own_guides import OwnGuides  # noqa: PLC0415
    from dialogue_desk.ui.editor.editor_view import EditorView  # noqa: PLC0415

    def make() -> EditorView:
        page = EditorView(pages.desk, OwnGuides(pages.desk), pages.context)
        page.left.connect(lambda: pages.wanted.emit(Route(PageName.GUIDES)))
        return page

    page = pages.get_or_make(EditorView, make)
    if not page.edit(route.id, begun=route.id == pages.guide_actions.begun):
        pages.drop(EditorView)
        pages.wanted.emit(Route(PageName.GUIDES))
        return _guides(pages, Route(PageName.GUIDES))
    return page


def _close(pages: Pages, route: Route) -> QWidget:
    from dialogue_desk.ui.closing.closing_page import ClosePage  # noqa: PLC0415
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415

    def make() -> ClosePage:
        room = RoomScreen(pages.context, pages)
        pages.leaving.connect(room.close)
        page = ClosePage(pages.desk, pages.folders, pages.context, room)
        page.left.connect(pages.go(PageName.HOME))
        page.run_wanted.connect(pages.go(PageName.RUN))
        return page

    page = pages.get_or_make(ClosePage, make)
    page.show_session(route.id)
    return page


def _prepare(pages: Pages, route: Route, *, over: bool = False) -> QWidget:
    """Return Prepare for a new session, of a guide, or for a session that is there."""
    from dialogue_desk.ui.prepare.prepare_page import PreparePage  # noqa: PLC0415

    def make() -> PreparePage:
        page = PreparePage(pages.desk, pages.folders, pages.shelf, pages.context)
        page.prepared.connect(pages.go(PageName.RUN))
        page.held_before.connect(pages.go(PageName.TYPE_UP))
        page.rehearsal_wanted.connect(pages.rehearse)
        page.left.connect(pages.go(PageName.HOME))
        return page

    page = pages.get_or_make(PreparePage, make)
    if pages.draft is None:
        known = pages.desk.get(RecordId(route.id)) if route.id else None
        if known is not None and isinstance(known.body, Session):
            page.fill_in(over=over, session_id=route.id)
        else:
            page.fill_in(route.id, plan=route.plan, over=over)
    pages.draft = None
    return page


def _run(pages: Pages, route: Route, *, taking_notes: bool = False, from_paper: bool = False) -> QWidget:
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415
    from dialogue_desk.ui.run.run_page import RunPage  # noqa: PLC0415

    def make() -> RunPage:
        room = RoomScreen(pages.context, pages)
        page = RunPage(pages.desk, pages.folders, pages.context, pages.desk.file.pulse(), room)
        page.closing.connect(pages.go(PageName.CLOSE))
        page.closing.connect(room.close)
        page.left.connect(pages.go(PageName.HOME))
        page.awake_wanted.connect(pages.awake_wanted)
        page.hit_wanted.connect(pages.go_to_note)
        pages.leaving.connect(room.close)
        return page

    page = pages.get_or_make(RunPage, make)
    folder = pages.folders.session(RecordId(route.id))
    over = folder is not None and folder.live.phase is Phase.CLOSED
    # Here its clock stands at the beginning; what can be done with it is to look at its notes and add some.
    taking_notes = taking_notes or (over and pages.is_run_elsewhere(folder))
    page.show_session(route.id, taking_notes=taking_notes, from_paper=from_paper)
    return page


def _rehearse(pages: Pages, route: Route) -> QWidget:
    from dialogue_desk.desk.session.rehearsal import session_draft_of  # noqa: PLC0415
    from dialogue_desk.ui.prepare.rehearsal_page import RehearsalPage  # noqa: PLC0415
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415

    def make() -> RehearsalPage:
        room = RoomScreen(pages.context, pages)
        page = RehearsalPage(pages.desk, pages.shelf, pages.context, room)
        page.left.connect(lambda: pages.wanted.emit(Route(PageName.PREPARE) if pages.draft else Route()))
        return page

    folder = pages.folders.session(RecordId(route.id)) if route.id else None
    session_draft = session_draft_of(pages.desk, folder) if folder is not None else pages.draft
    if session_draft is None:
        pages.wanted.emit(Route())
        return _home(pages, Route())
    page = pages.get_or_make(RehearsalPage, make)
    page.rehearse(session_draft)
    return page


def _practice(pages: Pages, _: Route) -> QWidget:
    from dialogue_desk.ui.practice.practice_page import PracticePage  # noqa: PLC0415
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415

    def make() -> PracticePage:
        page = PracticePage(pages.desk, pages.shelf, pages.context, RoomScreen(pages.context, pages))
        page.left.connect(pages.go(PageName.GUIDES))
        return page

    page = pages.get_or_make(PracticePage, make)
    page.show_choice()
    return page


def _program(pages: Pages, route: Route) -> QWidget:
    from dialogue_desk.ui.program.program_page import ProgramPage  # noqa: PLC0415

    def make() -> ProgramPage:
        page = ProgramPage(pages.desk, pages.folders, pages.context)
        page.session_wanted.connect(pages.go(PageName.CLOSE))
        page.line_wanted.connect(pages.go_to_note)
        page.program_wanted.connect(pages.go(PageName.PROGRAM))
        page.forming_wanted.connect(pages.go(PageName.FORMING))
        page.files_wanted.connect(pages.import_bar.ask_for_files)
        page.folder_wanted.connect(pages.import_bar.ask_for_folder)
        page.sections.overview.side.watched.follow(pages.folder_watcher)
        return page

    page = pages.get_or_make(ProgramPage, make)
    page.show_program(route.id)
    return page


def _forming(pages: Pages, route: Route) -> QWidget:
    from dialogue_desk.ui.forming.forming_page import FormingPage  # noqa: PLC0415

    def make() -> FormingPage:
        page = FormingPage(pages.desk, pages.context)
        page.left.connect(pages.go(PageName.PROGRAM))
        return page

    page = pages.get_or_make(FormingPage, make)
    page.show_program(route.id)
    return page


def _settings(pages: Pages, _: Route) -> QWidget:
    """Return a page made anew: what it shows is set and changed elsewhere too."""
    from dialogue_desk.ui.settings.settings_page import SettingsPage  # noqa: PLC0415

    page = pages.replace(SettingsPage, pages.make_settings)
    page.left.connect(pages.settings_left)
    return page


PAGES: Mapping[PageName, Callable[[Pages, Route], QWidget]] = {
    PageName.HOME: _home,
    PageName.GUIDES: _guides,
    PageName.FROM_DOCUMENT: _from_document,
    PageName.EDIT_GUIDE: _edit_guide,
    PageName.PREPARE: _prepare,
    PageName.RUN: _run,
    PageName.NOTES: partial(_run, taking_notes=True),
    PageName.PAPER: partial(_prepare, over=True),
    PageName.TYPE_UP: partial(_run, taking_notes=True, from_paper=True),
    PageName.REHEARSE: _rehearse,
    PageName.PRACTICE: _practice,
    PageName.CLOSE: _close,
    PageName.PROGRAM: _program,
    PageName.FORMING: _forming,
    PageName.SETTINGS: _settings,
}
"""How each page is made and shown.  The page's module is imported when it is first wanted."""
