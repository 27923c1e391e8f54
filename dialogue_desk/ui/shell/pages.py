"""The page of each place, built on its first use: nobody waits for what they do not open.

Pages never know of each other.  Each tells what is wanted, and here that becomes a :class:`Way`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import Beginning
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.core.route import Place, Way
from dialogue_desk.ui.home.home_page import HomePage

P = TypeVar("P", bound=QWidget)


_BETWEEN_MS = 150
_WARMED = (
    "dialogue_desk.ui.run.run_page",
    "dialogue_desk.ui.prepare.prepare_page",
    "dialogue_desk.ui.closing.closing_page",
    "dialogue_desk.ui.program.program_page",
    "dialogue_desk.ui.guides.guides_page",
    "dialogue_desk.ui.importing.import_flow",
)


class Places(QObject):
    """Makes the pages and tells ``wanted(Way)`` when one of them wants another.

    What pages want of the window itself is passed on as it is.
    """

    wanted = Signal(object)
    leaving = Signal()
    """The window goes; so should what pages have opened beside it."""
    files_wanted = Signal()
    folder_wanted = Signal()
    awake_wanted = Signal(bool)
    sample_wanted = Signal()
    sample_thrown_away = Signal()
    erasing_wanted = Signal(str)
    keeping_wanted = Signal(str)

    def __init__(
        self, desk: Desk, folders: Folders, shelf: GuideShelf, around: Surroundings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.desk, self.folders, self.shelf, self.around = desk, folders, shelf, around
        self.tonight: Beginning | None = None
        """What Prepare was filled with when a rehearsal was begun from it."""
        self._pages: dict[type[QWidget], QWidget] = {}
        self._cold: list[str] = []
        self._warming = QTimer(self)
        self._warming.setInterval(_BETWEEN_MS)
        self._warming.timeout.connect(self._warm_one)

    def page(self, way: Way) -> QWidget:
        """Return the page for ``way``, showing what that is about.

        Raises:
            KeyError: when there is no such place.
        """
        return PAGES[way.place](self, way.id)

    def once(self, cls: type[P], make: Callable[[], P]) -> P:
        """Return the page of this class, made by ``make`` when it is wanted for the first time."""
        page = self._pages.get(cls)
        if not isinstance(page, cls):
            self._pages[cls] = page = make()
        return page

    def go(self, place: Place) -> Callable[[str], None]:
        """Return what a page's signal is connected to: it goes to ``place``, to what the signal names."""
        return partial(self._go, place)

    def go_to_note(self, session_id: str, note_id: str) -> None:
        """Go to the notes of a session, and there to one of them."""
        self.wanted.emit(Way(Place.NOTES, session_id, note_id))

    def rehearse(self, beginning: Beginning) -> None:
        """Rehearse what is not written yet, and come back to it as it was left."""
        self.tonight = beginning
        self._go(Place.REHEARSE)

    def leave(self) -> None:
        """End what pages do on their own: their clocks, their second windows."""
        for page in self._pages.values():
            leave(page)
        self.leaving.emit()

    def warm(self) -> None:
        """Read in the code of the other pages bit by bit, while a person looks at the first."""
        gc.unfreeze()  # the pages in another language, which these stand in for, may go
        self._cold = [*_WARMED]
        self._warming.start()

    @property
    def warmed(self) -> bool:
        """Whether all of that has been read in."""
        return not self._cold and not self._warming.isActive()

    def _warm_one(self) -> None:
        if self._cold:
            import_module(self._cold.pop(0))
        else:
            self._warming.stop()
            # What has been read in stays.  To look through it for garbage would hold up a press for 30 ms.
            gc.collect()
            gc.freeze()

    def _go(self, place: Place, what: str = "") -> None:
        self.wanted.emit(Way(place, what))


def leave(page: QWidget | None) -> None:
    """Let ``page`` end what it does on its own, if it does anything."""
    ends = getattr(page, "leave", None)
    if callable(ends):
        ends()


def _home(places: Places, _: str) -> QWidget:
    def make() -> HomePage:
        page = HomePage(places.desk, places.folders, places.around)
        page.hit_wanted.connect(places.go_to_note)
        page.run_wanted.connect(places.go(Place.RUN))
        page.notes_wanted.connect(places.go(Place.NOTES))
        page.close_wanted.connect(places.go(Place.CLOSE))
        page.begin_wanted.connect(places.go(Place.PREPARE))
        page.paper_wanted.connect(places.go(Place.PAPER))
        page.rehearsal_wanted.connect(places.go(Place.REHEARSE))
        page.program_wanted.connect(places.go(Place.PROGRAM))
        page.guides_wanted.connect(places.go(Place.GUIDES))
        page.files_wanted.connect(places.files_wanted)
        page.folder_wanted.connect(places.folder_wanted)
        page.sample_wanted.connect(places.sample_wanted)
        page.sample_thrown_away.connect(places.sample_thrown_away)
        page.erasing_wanted.connect(places.erasing_wanted)
        page.keeping_wanted.connect(places.keeping_wanted)
        return page

    return places.once(HomePage, make)


def _guides(places: Places, _: str) -> QWidget:
    from dialogue_desk.ui.guides.guides_page import GuidesPage  # noqa: PLC0415

    def make() -> GuidesPage:
        page = GuidesPage(places.shelf, places.around)
        page.begin_wanted.connect(places.go(Place.PREPARE))
        page.left.connect(places.go(Place.HOME))
        return page

    return places.once(GuidesPage, make)


def _close(places: Places, session_id: str) -> QWidget:
    from dialogue_desk.ui.closing.closing_page import ClosePage  # noqa: PLC0415
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415

    def make() -> ClosePage:
        room = RoomScreen(places.around, places)
        places.leaving.connect(room.close)
        page = ClosePage(places.desk, places.folders, places.around, room)
        page.left.connect(places.go(Place.HOME))
        page.run_wanted.connect(places.go(Place.RUN))
        return page

    page = places.once(ClosePage, make)
    page.show_session(session_id)
    return page


def _prepare(places: Places, guide_id: str, *, over: bool = False) -> QWidget:
    from dialogue_desk.ui.prepare.prepare_page import PreparePage  # noqa: PLC0415

    def make() -> PreparePage:
        page = PreparePage(places.desk, places.folders, places.shelf, places.around)
        page.prepared.connect(places.go(Place.RUN))
        page.held_before.connect(places.go(Place.TYPE_UP))
        page.rehearsal_wanted.connect(places.rehearse)
        page.left.connect(places.go(Place.HOME))
        return page

    page = places.once(PreparePage, make)
    if places.tonight is None:
        page.begin(guide_id, over=over)
    places.tonight = None
    return page


def _run(places: Places, session_id: str, *, taking_notes: bool = False, from_paper: bool = False) -> QWidget:
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415
    from dialogue_desk.ui.run.run_page import RunPage  # noqa: PLC0415

    def make() -> RunPage:
        room = RoomScreen(places.around, places)
        page = RunPage(places.desk, places.folders, places.around, places.desk.file.pulse(), room)
        page.closing.connect(places.go(Place.CLOSE))
        page.closing.connect(room.close)
        page.left.connect(places.go(Place.HOME))
        page.awake_wanted.connect(places.awake_wanted)
        page.hit_wanted.connect(places.go_to_note)
        places.leaving.connect(room.close)
        return page

    page = places.once(RunPage, make)
    page.show_session(session_id, taking_notes=taking_notes, from_paper=from_paper)
    return page


def _rehearse(places: Places, session_id: str) -> QWidget:
    from dialogue_desk.desk.session.rehearsal import beginning_of  # noqa: PLC0415
    from dialogue_desk.ui.prepare.rehearsal_page import RehearsalPage  # noqa: PLC0415
    from dialogue_desk.ui.room.room_screen import RoomScreen  # noqa: PLC0415

    def make() -> RehearsalPage:
        room = RoomScreen(places.around, places)
        page = RehearsalPage(places.desk, places.shelf, places.around, room)
        page.left.connect(lambda: places.wanted.emit(Way(Place.PREPARE) if places.tonight else Way()))
        return page

    folder = places.folders.session(RecordId(session_id)) if session_id else None
    beginning = beginning_of(places.desk, folder) if folder is not None else places.tonight
    if beginning is None:
        places.wanted.emit(Way())
        return _home(places, "")
    page = places.once(RehearsalPage, make)
    page.rehearse(beginning)
    return page


def _take_notes(places: Places, session_id: str) -> QWidget:
    return _run(places, session_id, taking_notes=True)


def _type_up(places: Places, session_id: str) -> QWidget:
    return _run(places, session_id, taking_notes=True, from_paper=True)


def _paper(places: Places, guide_id: str) -> QWidget:
    return _prepare(places, guide_id, over=True)


def _program(places: Places, program_id: str) -> QWidget:
    from dialogue_desk.ui.program.program_page import ProgramPage  # noqa: PLC0415

    def make() -> ProgramPage:
        page = ProgramPage(places.desk, places.folders, places.around)
        page.session_wanted.connect(places.go(Place.CLOSE))
        page.files_wanted.connect(places.files_wanted)
        page.folder_wanted.connect(places.folder_wanted)
        return page

    page = places.once(ProgramPage, make)
    page.show_program(program_id)
    return page


PAGES: Mapping[Place, Callable[[Places, str], QWidget]] = {
    Place.HOME: _home,
    Place.GUIDES: _guides,
    Place.PREPARE: _prepare,
    Place.RUN: _run,
    Place.NOTES: _take_notes,
    Place.PAPER: _paper,
    Place.TYPE_UP: _type_up,
    Place.REHEARSE: _rehearse,
    Place.CLOSE: _close,
    Place.PROGRAM: _program,
}
"""How each place is come to.  Pages are imported inside, when they are first wanted."""
