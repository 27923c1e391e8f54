"""The formed circles: move numbers, settle them, form again around them, and see what could not be met."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.domain.forming.hand_moves import let_go, moved_to, settled_where_they_are
from dialogue_desk.exchange.slip_rows import number_in
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.forming.circle_board import CircleBoard
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.ui.forming.move_sheet import MoveSheet
from dialogue_desk.ui.forming.numbers_side import NumbersSide
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words.languages import join_names

_FIND_WIDTH = 170


class CirclesPane(QWidget):
    """Choose numbers, then M moves and S settles them; what is done can be undone."""

    slips_wanted = Signal()

    def __init__(self, work: FormingWork) -> None:
        super().__init__()
        self._work, context = work, work.context
        words, theme = context.words, context.theme
        self._words = words
        self.form = Button(theme, words.tr("Form the circles"), weight=Weight.PRIMARY)
        self.stop = Button(theme, words.tr("Stop"))
        self._forming = Label(words.tr("Forming circles…"), "muted", wrap=False)
        self.settle_all = Button(theme, words.tr("Settle everybody"))
        self.let_all_go = Button(theme, words.tr("Let everybody go"), weight=Weight.QUIET)
        self.number_box = LineBox()
        self.number_box.setPlaceholderText(words.tr("Number, like 17"))
        self.number_box.setAccessibleName(words.tr("Find a number"))
        self.number_box.setFixedWidth(theme.scaled(_FIND_WIDTH))
        self._trouble = TroubleLine(context.announcer)
        self.board, self.side = CircleBoard(context), NumbersSide(context)
        self.board.watch(self.side.unplaced)
        self._empty = EmptyState(
            theme,
            "people",
            words.tr("No circles yet"),
            words.tr("Type or paste the slips first. Then circles are formed of them here."),
            words.tr("Go to the slips"),
        )
        self._filled = QWidget()
        acts = flowing(self.form, self._forming, self.stop, self.settle_all, self.let_all_go, self.number_box)
        edges = (Space.BASE, Space.TIGHT, Space.BASE, 0)
        top = column(acts, self._trouble, gap=Space.HAIR, margins=edges)
        column(top, (row((self.board, 1), self.side), 1), within=self._filled)
        column(self._empty, self._filled, within=self)
        self.keys = Actions(theme, self, context.keys)
        self._connect()
        self._show_forming(on=False)

    def show_work(self) -> None:
        """Show the circles as they are now; what is chosen stays so."""
        forming = self._work.forming
        self._empty.setVisible(not forming.slips)
        self._filled.setVisible(bool(forming.slips))
        if not forming.slips:
            return
        chosen = set(self.board.chosen())
        shown = self._work.shown
        self.board.show_circles(shown)
        self.side.show_rest(shown)
        self.board.choose(chosen & forming.by_number.keys())
        self.form.setText(
            self._words.tr("Form again") if forming.circles else self._words.tr("Form the circles")
        )
        self.settle_all.setVisible(bool(forming.circles))
        self.let_all_go.setVisible(bool(forming.settled))
        self.number_box.setVisible(bool(forming.slips))

    def form_circles(self) -> None:
        """Form the circles of the slips; whoever is settled stays."""
        words = self._words
        if self._work.is_forming:
            return
        if missing := self._work.missing_circles():
            self._trouble.say(
                words.tr(
                    "Numbers are settled in circles that the wish does not have: {circles}. Move them to "
                    "other circles or let them go, then form again.",
                    circles=", ".join(missing),
                )
            )
            return
        self._trouble.say("")
        self._work.form(self._tell_formed)

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""
        (self.form if self._work.forming.slips else self._empty.button or self).setFocus()

    def _connect(self) -> None:
        self._empty.pressed.connect(self.slips_wanted)
        self.form.clicked.connect(self.form_circles)
        self.stop.clicked.connect(self._stop)
        self._work.forming_now.connect(lambda on: self._show_forming(on=on))
        self.settle_all.clicked.connect(lambda: self._work.change(self._work.forming.all_settled()))
        self.let_all_go.clicked.connect(
            lambda: self._work.change(let_go(self._work.forming, self._work.forming.settled))
        )
        self.number_box.returnPressed.connect(self._find)
        self.number_box.textEdited.connect(lambda _: self._trouble.say(""))
        self.board.move_wanted.connect(self.ask_where)
        self.board.settle_wanted.connect(self.settle_chosen)
        self.board.dropped.connect(self.move_chosen)
        self.board.settling.connect(self._settle_circle)
        self.board.menu_wanted.connect(self._show_menu)
        self.board.chosen_changed.connect(self._show_chosen)
        self.side.move_to.clicked.connect(self.ask_where)
        self.side.settle.clicked.connect(self.settle_chosen)
        words = self._words
        find = Action("forming-find", words.tr("Find a number"), ("Ctrl+G",), group=words.tr("Circles"))
        self.keys.add(find, self.number_box.setFocus)
        self.keys.list_only(
            Action("forming-move", words.tr("Move chosen numbers"), ("M",), group=words.tr("Circles")),
            Action("forming-settle", words.tr("Settle, or let go"), ("S",), group=words.tr("Circles")),
        )

    def ask_where(self) -> None:
        """Ask to which circle the chosen numbers are to go."""
        chosen = self.board.chosen()
        if not chosen or not self._work.forming.circles:
            return
        sheet = MoveSheet(self._work.forming, chosen, self._work.context, self.window())
        sheet.moved.connect(partial(self._move, chosen))
        sheet.open()

    def move_chosen(self, code: str) -> None:
        """Move the chosen numbers to a circle."""
        self._move(self.board.chosen(), code)

    def settle_chosen(self) -> None:
        """Settle the chosen numbers where they are, or let them go when all of them are settled."""
        self._settle(set(self.board.chosen()) & self._work.forming.places.keys())

    def _move(self, numbers: Collection[int], code: str) -> None:
        words, forming = self._words, self._work.forming
        moving = [number for number in numbers if forming.places.get(number) != code]
        if moving and self._work.change(moved_to(forming, moving, code)):
            named = join_names([str(number) for number in moving], words)
            self._say(words.tr("Moved to {circle}: {numbers}.", circle=code, numbers=named))
            self.board.choose(set(moving), go=True)

    def _settle_circle(self, code: str) -> None:
        circle = next(one for one in self._work.forming.circles if one.code == code)
        self._settle(set(circle.everyone))

    def _settle(self, numbers: set[int]) -> None:
        forming = self._work.forming
        if not numbers:
            return
        act = let_go if numbers <= forming.settled else settled_where_they_are
        self._work.change(act(forming, numbers))

    def _find(self) -> None:
        number = number_in(self.number_box.text())
        if number is None or number not in self._work.forming.by_number:
            self._trouble.say(
                self._words.tr(
                    "There is no slip with the number “{typed}”.", typed=self.number_box.text().strip()
                )
            )
            return
        self._trouble.say("")
        self.number_box.clear()
        self.board.choose({number}, go=True)

    def _show_menu(self, place: QPoint) -> None:
        tr, menu = self._words.tr, QMenu(self)
        round_corners(menu)
        settled = set(self.board.chosen()) <= self._work.forming.settled
        menu.addAction(tr("Move to…")).triggered.connect(self.ask_where)
        menu.addAction(tr("Let go") if settled else tr("Settle")).triggered.connect(self.settle_chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_chosen(self) -> None:
        self.side.show_chosen(self._work.shown, self.board.chosen())

    def _show_forming(self, *, on: bool) -> None:
        self.form.setHidden(on)
        self._forming.setVisible(on)
        self.stop.setVisible(on)
        if on:
            self.stop.setFocus()
        elif self.stop.hasFocus():
            self.form.setFocus()

    def _stop(self) -> None:
        self._work.stop()
        self._say(self._words.tr("Stopped. The circles are as they were."))

    def _tell_formed(self) -> None:
        words, forming = self._words, self._work.forming
        circles = words.ntr("{count} circle", "{count} circles", len(forming.circles))
        people = words.ntr("{count} number in circles", "{count} numbers in circles", len(forming.places))
        said = words.tr("{circles}, {people}.", circles=circles, people=people)
        if forming.unplaced:
            none = words.ntr("{count} is in none.", "{count} are in none.", len(forming.unplaced))
            said = f"{said} {none}"
        self._say(said)

    def _say(self, sentence: str) -> None:
        self._work.context.announcer.announce(sentence)
