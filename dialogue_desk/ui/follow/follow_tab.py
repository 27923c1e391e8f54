"""What came of what was asked: a board by status and by office, what sleeps, what is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.follow_edits import (
    CannotFollow,
    with_typed_code,
)
from dialogue_desk.domain.overview.actors import actors_of
from dialogue_desk.domain.overview.follow_up import Followed
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.follow.follow_acts import FollowActs
from dialogue_desk.ui.follow.follow_card import FollowCard
from dialogue_desk.ui.follow.follow_text import follow_row
from dialogue_desk.ui.follow.town_acts import TownActs
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import capitalize_first, months

_STATUS, _OFFICE, _NEXT, _ASLEEP, _OTHERS = "status", "office", "next", "asleep", "others"
_LONGEST_TYPED = 40


class FollowTab(QWidget):
    """Type the code that stands on the answer sheet, then the answer; the list shows what still waits."""

    conflict_wanted = Signal(str)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._desk, self._context, self._words = desk, context, words
        self._acts = FollowActs(desk, context)
        self._actors: tuple[str, ...] = ()
        self.code = LineBox()
        self.code.setMaxLength(_LONGEST_TYPED)
        self.code.setPlaceholderText(words.tr("Code, like KTR42"))
        self.code.setAccessibleName(words.tr("Code of an ask, as on the answer sheet"))
        self.trouble = Label(role="error")
        self.trouble.hide()
        self.views = Chips(theme, words.tr("What is shown"))
        self.list = NoteList(theme, words.tr("What is followed up"))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self._count = Label(role="note")
        self.dates = Button(theme, words.tr("Save dates…"), weight=Weight.QUIET)
        self.dates.setToolTip(words.tr("The next dates as a file for calendars (.ics)"))
        self.town = Button(theme, words.tr("Decidim, Polis…"), weight=Weight.QUIET)
        self.town.setToolTip(words.tr("Send proposals to a town’s own site, and read its answers"))
        self.town_acts = TownActs(desk, context, self)
        self.card = FollowCard(context)
        index = QWidget()
        index.setProperty("role", "clear")
        head = row((self._count, 1), flowing(self.town, self.dates), gap=Space.SNUG)
        column(head, (self.list, 1), gap=Space.TIGHT, within=index)
        index.setFocusProxy(self.list)
        detail = QWidget()
        column(self.card, within=detail)
        detail.setFocusProxy(self.card.reply)
        self.panes = IndexDetailView(theme, words.tr("All that is followed up"), index, detail, shares=(1, 1))
        sentence = words.tr(
            "What the report asks for shows up here once circles have proposed something. You type in the "
            "answers and what became of each."
        )
        self._empty = EmptyState(theme, "check", words.tr("Nothing to follow up yet"), sentence)
        self._filled = QWidget()
        top = row((self.code, 1), (self.views, 3), gap=Space.SNUG)
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        asked = column(top, self.trouble, gap=Space.TIGHT, margins=edges)
        column(asked, (self.panes, 1), within=self._filled)
        column(self._empty, self._filled, within=self)
        self.setFocusProxy(self.code)
        self._name_views()
        self.views.choose(_STATUS)
        self._connect()

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show what came of what a program asked for; what is chosen stays so."""
        self.card.keep()
        before = self._chosen()
        self._actors = actors_of(picture)
        self._acts.learn(picture)
        self.town_acts.learn(picture)
        known = self._acts.known
        there = bool(known.followed or known.others) and picture.program_id is not None
        self._empty.setVisible(not there)
        self._filled.setVisible(there)
        self._name_views()
        now = (one for one in known.every if before is not None and before.about in one.lines)
        self._fill(next(now, None))

    def _connect(self) -> None:
        self.code.returnPressed.connect(self._find)
        self.code.textEdited.connect(lambda _: self._say(""))
        self.code.escaped.connect(self.code.clear)
        self.views.chosen.connect(lambda _: self._fill())
        self.list.selection_changed.connect(lambda _: self._show_chosen())
        self.list.opened.connect(lambda _: self._go_to_answer())
        self.dates.clicked.connect(self._acts.save_dates)
        self.town.clicked.connect(lambda: self.town_acts.open_menu(self.town))
        self.card.said.connect(self._acts.write)
        self.card.taken_back.connect(self._acts.take_back)
        self.card.one_kept.connect(self._keep_one)
        self.card.dropped.connect(self._context.toast.say)
        self.card.conflict_wanted.connect(self.conflict_wanted)

    def _name_views(self) -> None:
        words, known = self._words, self._acts.known
        self.views.show_choices(
            (
                Choice(_STATUS, words.tr("By status · {count}", count=len(known.followed))),
                Choice(_OFFICE, words.tr("By office")),
                Choice(_NEXT, words.tr("Next dates · {count}", count=len(known.due()))),
                Choice(_ASLEEP, words.tr("Asleep for 60 days · {count}", count=len(self._acts.asleep))),
                Choice(_OTHERS, words.tr("Not asked for · {count}", count=len(known.others))),
            )
        )

    def _find(self) -> None:
        """Go to what has the typed code, in whichever list it is; say so where there is none."""
        try:
            one = with_typed_code(self._acts.known, self.code.text(), self._words)
        except CannotFollow as trouble:
            self._say(str(trouble))
            self._context.announcer.announce(str(trouble), urgent=True)
            return
        self._say("")
        self.code.clear()
        if one.about not in {row.id for row in self.list.rows()}:
            self.views.choose(_STATUS if one in self._acts.known.followed else _OTHERS)
            self._fill()
        self.list.choose((one.about,))
        self._show_chosen()
        self._go_to_answer()

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.code.setAccessibleDescription(trouble)

    def _go_to_answer(self) -> None:
        self.panes.open_detail()
        self.card.reply.focus_choice()

    def _fill(self, worked_on: Followed | None = None) -> None:
        """Fill the list; what a person works on stays chosen, also where it leaves what is shown."""
        rows = tuple(self._rows())
        if worked_on is not None and worked_on.about not in {row.id for row in rows}:
            self.views.choose(_STATUS if worked_on in self._acts.known.followed else _OTHERS)
            rows = tuple(self._rows())
        words, known = self._words, self._acts.known
        asks = known.asks
        answered = sum(one.answer is not None for one in asks)
        self._count.setText(
            words.tr("{answered} of {count} asks have an answer.", answered=answered, count=len(asks))
        )
        self.list.show_rows(rows)
        if worked_on is not None and self.list.chosen() != (worked_on.about,):
            self.list.choose((worked_on.about,))
        if rows and not self.list.chosen():
            self.list.choose((self.list.current_id() or rows[0].id,))
        self._show_chosen()

    def _rows(self) -> Iterator[NoteRow]:
        slept = {one.about for one in self._acts.asleep}
        view = self.views.choice()
        standing, office = view != _STATUS, view != _OFFICE
        for heading, several in self._groups():
            for place, one in enumerate(several):
                above, asleep = "" if place else heading, one.about in slept
                yield follow_row(one, above, self._words, asleep=asleep, standing=standing, office=office)

    def _groups(self) -> Iterator[tuple[str, Sequence[Followed]]]:
        """Yield what is shown, under headings."""
        words, known = self._words, self._acts.known
        match self.views.choice():
            case "office":
                for office, several in known.by_actor().items():
                    yield office or words.tr("Nobody is named yet"), several
            case "next":
                yield from self._by_month()
            case "asleep":
                yield "", self._acts.asleep
            case "others":
                yield "", known.others
            case _:
                for standing, several in known.by_standing().items():
                    name = capitalize_first(name_of(standing, words))
                    yield words.tr("{standing} · {count}", standing=name, count=len(several)), several

    def _by_month(self) -> Iterator[tuple[str, Sequence[Followed]]]:
        words, now = self._words, today(self._desk)
        groups: dict[str, list[Followed]] = {}
        for one in self._acts.known.due():
            day = one.next_day
            if day is None:
                continue
            month = words.tr("{month} {year}", month=months(words)[day.month - 1], year=day.year)
            groups.setdefault(words.tr("Past") if day < now else month, []).append(one)
        yield from groups.items()

    def _chosen(self) -> Followed | None:
        chosen = self.list.chosen()
        return next((one for one in self._acts.known.every if chosen and one.about == chosen[0]), None)

    def _show_chosen(self) -> None:
        self.card.keep()
        one = self._chosen()
        self.card.setVisible(one is not None)
        if one is not None:
            self.card.show_followed(one, self._actors, today(self._desk))

    def _keep_one(self) -> None:
        if (one := self._chosen()) is not None:
            self._acts.keep_one(one)
