"""Who is in the room and who is missing: voices wanted, invitations, circles, counts and slips."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.pile_drafts import PileDraft, kept_draft
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.circles_view import CirclesView
from dialogue_desk.ui.voices.counted_view import CountedView
from dialogue_desk.ui.voices.counting_sheet import CountingSheet
from dialogue_desk.ui.voices.invitations_view import InvitationsView
from dialogue_desk.ui.voices.missing_view import MissingView
from dialogue_desk.ui.voices.slips_view import SlipsView
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.wanted_view import WantedView
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words

WANTED, MISSING, INVITATIONS, CIRCLES, COUNTED, SLIPS = (
    "wanted",
    "missing",
    "invitations",
    "circles",
    "counted",
    "slips",
)


class VoicesTab(QWidget):
    """Six views of who is in the room, of which one is shown; each is filled when it is."""

    conflict_wanted = Signal(str)
    forming_wanted = Signal()
    """Circles are to be formed from sign-up slips."""

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        words = context.words
        self._desk, self._context, self._words = desk, context, words
        self._acts = VoicesActs(desk, context)
        self.views = Chips(context.theme, words.tr("What is shown"))
        self.wanted = WantedView(context, self._acts)
        self.missing = MissingView(context, self._acts)
        self.invitations = InvitationsView(context, self._acts)
        self.circles = CirclesView(context, self._acts)
        self.counted = CountedView(context, self._acts)
        self.slips = SlipsView(context, self._acts)
        self._pages: dict[str, _View] = {
            WANTED: self.wanted,
            MISSING: self.missing,
            INVITATIONS: self.invitations,
            CIRCLES: self.circles,
            COUNTED: self.counted,
            SLIPS: self.slips,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._unread: set[str] = set()
        sentence = words.tr("Circles without a program have no list of whom they want. Make a program first.")
        self._none = EmptyState(context.theme, "people", words.tr("No voices here"), sentence)
        self._filled = QWidget()
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, 0)
        self._head = Section("")
        top = column(self.views, self._head, gap=Space.TIGHT, margins=edges)
        column(top, (self._stack, 1), gap=Space.HAIR, within=self._filled)
        column(self._none, self._filled, within=self)
        self._name_views()
        self.views.choose(WANTED)
        self.setFocusProxy(self.views)
        self._connect()

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show who is wanted and counted in a program; what is typed stays."""
        if picture.program_id != self._acts.program:
            for line in (self.wanted.line, self.missing.line, self.invitations.line):
                line.keep()
                line.forget()
        self._acts.learn(picture)
        there = picture.program_id is not None
        self._none.setVisible(not there)
        self._filled.setVisible(there)
        self._name_views()
        self._unread = set(self._pages)
        self._show_view()

    def open_view(self, view: str) -> None:
        """Go to one of the views."""
        self.views.choose(view)
        self._show_view()

    def _connect(self) -> None:
        self.views.chosen.connect(lambda _: self._show_view())
        for page in (self.wanted, self.invitations, self.missing):
            page.conflict_wanted.connect(self.conflict_wanted)
        self.circles.forming_wanted.connect(self.forming_wanted)
        self.circles.count_wanted.connect(partial(self._count, SlipKind.TALLY))
        self.slips.count_wanted.connect(lambda kind: self._count(SlipKind(kind)))
        self.slips.pile_wanted.connect(self._open_pile)

    def _count(self, kind: SlipKind, circles: tuple[RecordId, ...] = ()) -> None:
        """Count a new pile, of these circles unless one was begun and not saved."""
        picture = self._acts.picture
        if picture is None or picture.program_id is None:
            return
        begun = kept_draft(self._desk, picture.program_id, kind, None)
        sheet = CountingSheet(self._desk, self._context, picture, kind, window=self.window())
        if circles and begun is None:
            sheet.form.show_draft(PileDraft(kind, circles))
        sheet.open()

    def _open_pile(self, pile: str) -> None:
        picture = self._acts.picture
        if picture is None:
            return
        for pool in picture.work.pools:
            if pool.id == pile:
                kind = pool.body.kind
                CountingSheet(self._desk, self._context, picture, kind, pool, self.window()).open()

    def _show_view(self) -> None:
        view = self.views.choice() or WANTED
        if view in self._unread:
            self._unread.discard(view)
            self._pages[view].show_known()
        self._stack.setCurrentWidget(self._pages[view])
        self._head.show_text(_heading(view, self._words))

    def _name_views(self) -> None:
        words, known = self._words, self._acts.known
        wanted, missing, asked = (
            (len(known.wanted), len(known.missing), known.invitations.asked) if known else (0, 0, 0)
        )
        self.views.show_choices(
            (
                Choice(WANTED, words.tr("Wanted · {count}", count=wanted)),
                Choice(MISSING, words.tr("Missing · {count}", count=missing)),
                Choice(INVITATIONS, words.tr("Invitations · {count}", count=asked)),
                Choice(CIRCLES, words.tr("Circles")),
                Choice(COUNTED, words.tr("Counted")),
                Choice(SLIPS, words.tr("Slips")),
            )
        )


_View = WantedView | MissingView | InvitationsView | CirclesView | CountedView | SlipsView


def _heading(view: str, words: Words) -> str:
    tr = words.tr
    return {
        WANTED: tr("Voices wanted"),
        MISSING: tr("Who is missing"),
        INVITATIONS: tr("Invitations"),
        CIRCLES: tr("Circles that met"),
        COUNTED: tr("Who was counted"),
        SLIPS: tr("Slips counted together"),
    }[view]
