"""Guides: the library, and a calm place to read one before the session."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.guides.guide_search import GuideHit, TextKind
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.exchange.guide_library import Library, ShelvedGuide, guides_in
from dialogue_desk.resources import resource
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.drafting.begun_card import begun_name
from dialogue_desk.ui.guides.booklet_page import RULES, TERMS, moment_place
from dialogue_desk.ui.guides.format_help import FormatHelp
from dialogue_desk.ui.guides.guide_card import GuideAct
from dialogue_desk.ui.guides.guide_reader import ReadingView
from dialogue_desk.ui.guides.library_view import LibraryView
from dialogue_desk.ui.guides.print_sheet import PrintSheet
from dialogue_desk.ui.widgets.toast import UNDO

_MOST_SAID = 80
"""So many letters of a title are in a message."""


class GuidesPage(QWidget):
    """The library, or the one guide that is read.  What else is wanted of a guide is told with its key."""

    begin_wanted = Signal(str, str)
    """A guide, and the session in it with which to begin, "" for any."""
    edit_wanted = Signal(str)
    share_wanted = Signal(str)
    template_wanted = Signal(object)
    """The path of the method with which to begin a guide."""
    new_wanted = Signal()
    document_wanted = Signal()
    file_wanted = Signal()
    begun_wanted = Signal()
    """The document that a person has begun to look through."""
    practice_wanted = Signal()
    left = Signal()

    def __init__(self, shelf: GuideShelf, context: Context, begun: KeptReview | None = None) -> None:
        super().__init__()
        self._shelf, self._context, self._begun = shelf, context, begun
        self._outdated = False
        self._before_editing: frozenset[str] = frozenset()
        """The guides there were when a person went to change one: a newer one is their copy of it."""
        self._format: FormatHelp | None = None
        self._methods = guides_in(resource("templates"), context.words).guides
        self._guides: dict[str, ShelvedGuide] = {}
        self.views = QStackedLayout(self)
        self.library = LibraryView(context)
        self.reading = ReadingView(context.theme, context.words)
        for view in (self.library, self.reading):
            self.views.addWidget(view)
        self._connect()
        self.show_library()

    def show_library(self) -> None:
        """Show the guides there are now."""
        self._outdated = False
        library: Library = self._shelf.library()
        moments = self._shelf.moments
        shelved = (*self._methods, *library.guides, *((moments,) if moments else ()))
        self._guides = {one.key: one for one in shelved}
        self.library.show_library(library, self._methods, moments)

    def read(self, key: str, language: str = "", plan: str = "", place: str = "") -> None:
        """Open a guide, in the language of the app if no other is named and the guide has it.

        Raises:
            KeyError: when there is no such guide.
        """
        self._renew()
        shelved = self._guides[key]
        tr = self._context.words.tr
        method = tr("Begin with this method") if shelved in self._methods else ""
        self.reading.show_guide(shelved, language or self._context.words.language, plan, place, method=method)
        self.views.setCurrentWidget(self.reading)
        self.reading.take_focus()

    def read_moments(self) -> None:
        """Open what helps when it gets hot, to be read beforehand."""
        if self._shelf.moments is not None:
            self.read(self._shelf.moments.key)

    def read_format(self) -> None:
        """Open the page that says how guides are written."""
        if self._format is None:
            self._format = FormatHelp(self._context)
            self._format.left.connect(self._back)
            self.views.addWidget(self._format)
        self.views.setCurrentWidget(self._format)
        self._format.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where reading begins."""
        shown = self.views.currentWidget()
        for view in (self.reading, self._format, self.library):
            if view is shown and view is not None:
                view.take_focus()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._renew()
            if self.views.currentWidget() is self.reading:
                self._read_again(self._before_editing)
        self._before_editing = frozenset()
        if self._begun is not None:
            self.library.shelves.show_begun(begun_name(self._begun, self._context.words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.views.currentWidget() is self.library:
            self.left.emit()
        else:
            self._back()

    def _connect(self) -> None:
        shelves = self.library.shelves
        for told, signal in (
            (shelves.new_wanted, self.new_wanted),
            (shelves.document_wanted, self.document_wanted),
            (shelves.file_wanted, self.file_wanted),
            (shelves.practice_wanted, self.practice_wanted),
            (shelves.begun_wanted, self.begun_wanted),
        ):
            told.connect(signal)
        shelves.wanted.connect(self._act)
        shelves.format_wanted.connect(self.read_format)
        self.library.hit_wanted.connect(self._read_hit)
        self.reading.left.connect(self._back)
        self.reading.begin_wanted.connect(self._begin)
        self.reading.acted.connect(self._act)
        self.reading.print_wanted.connect(self._print)
        self._context.desk_signals.changed.connect(self._refresh)

    def _act(self, act: str, key: str) -> None:
        match GuideAct(act):
            case GuideAct.READ:
                self.read(key)
            case GuideAct.BEGIN | GuideAct.BEGIN_METHOD:
                self._begin(key)
            case GuideAct.EDIT:
                self._before_editing = frozenset(self._guides)
                self.edit_wanted.emit(key)
            case GuideAct.PRINT:
                self._print(key)
            case GuideAct.SHARE:
                self.share_wanted.emit(key)
            case GuideAct.DELETE:
                self._delete(key)

    def _begin(self, key: str, plan: str = "") -> None:
        shelved = self._guides[key]
        if shelved in self._methods:
            self.template_wanted.emit(shelved.translation(self._context.words.language).path)
        else:
            self.begin_wanted.emit(key, plan)

    def _print(self, key: str, plan: str = "") -> None:
        """Open the sheet on which is chosen what to print of a guide."""
        shelved, complete = self._guides[key], self._shelf.with_moments
        editions = tuple(replace(one, guide=complete(one.guide)) for one in shelved.translations)
        PrintSheet(self._context, replace(shelved, translations=editions), plan, self.window()).open()

    def _delete(self, key: str) -> None:
        """Delete a guide of this laptop, and offer to undo that."""
        own, tr = self._shelf.own, self._context.words.tr
        if own is None:
            return
        title = self._guides[key].translations[0].guide.title if key in self._guides else ""
        title = shown_title(title, _MOST_SAID)
        own.remove(RecordId(key))
        said = tr("Deleted: “{guide}”", guide=title) if title else tr("The guide was deleted.")
        self._context.toast.say(said, action=tr("Undo"), action_id=UNDO)

    def _read_hit(self, hit: GuideHit) -> None:
        lists = {TextKind.RULE: RULES, TextKind.TERM: TERMS}
        moment = moment_place(hit.place.part) if hit.kind is TextKind.MOMENT else ""
        place = moment or lists.get(hit.kind, hit.place.part)
        self.read(hit.place.key, hit.place.language, hit.place.plan, place)

    def _refresh(self, outcome: Outcome) -> None:
        """Show guides that changed: at once where they are in sight, else when a person comes back."""
        if not outcome.touches(Kind.OWN_GUIDE):
            return
        self._outdated = True
        if self.library.isVisible():
            on_a_guide = self.library.shelves.isAncestorOf(QApplication.focusWidget() or self)
            self._renew()
            if on_a_guide:
                self.library.take_focus()
        elif self.reading.isVisible():
            self._renew()
            self._read_again()

    def _read_again(self, before: Collection[str] = ()) -> None:
        """Show what the guide that is read says now; go back where it is gone.

        Where the keys ``before`` are not all there are now, it is the copy that was made to be changed.
        """
        shelved = self._guides.get(self.reading.key)
        if shelved is None:
            self._back()
            return
        copies = (one for key, one in self._guides.items() if one.id == shelved.id and key not in before)
        self.reading.renew(next(copies, shelved) if before else shelved)

    def _renew(self) -> None:
        if self._outdated:
            self.show_library()

    def _back(self) -> None:
        self._renew()
        self.views.setCurrentWidget(self.library)
        self.library.take_focus()
