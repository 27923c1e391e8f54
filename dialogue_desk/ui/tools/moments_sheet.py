"""When it gets hot: the moments to choose from, and the one that is read.  The clock goes on meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSlider, QWidget

from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.domain.run.moment_deck import MomentDeck
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.moment_list import MomentList, MomentRow
from dialogue_desk.ui.tools.moment_text import MomentText
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.words import Words


class MomentsSheet(Overlay):
    """Offers the moments of a deck.  Escape goes from a moment to the list, and from there to the session."""

    alone = True
    cool_down_wanted = Signal()
    break_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._moments: dict[str, Moment] = {}
        theme, tr = context.theme, context.words.tr
        self.title, self._hint = Label(role="title"), Label(role="muted")
        self.list = MomentList(theme, tr("When it gets hot"))
        self.text = MomentText(theme, context.words)
        self.back_button = Button(theme, "", icon="back")
        self.cool_down = Button(theme, tr("Pause and cool down"))
        self.take_break = Button(theme, tr("Take the break now"))
        self.list.opened.connect(self._open)
        self.back_button.clicked.connect(self.put_away)
        self.cool_down.clicked.connect(self.cool_down_wanted)
        self.take_break.clicked.connect(self.break_wanted)
        self._lay_out()

    @property
    def is_open(self) -> bool:
        """Whether a moment is read."""
        return not self.text.isHidden()

    def begin(self, deck: MomentDeck, guide: str, *, may_pause: bool, may_break: bool) -> None:
        """Offer the moments of ``deck``, of which some may be those of the guide with this title."""
        self._moments = {moment.id: moment for moment in deck.moments}
        words, tr = self._context.words, self._context.words.tr
        self.list.show_rows(rows_of(deck, guide, words))
        self.list.begin()
        usual = tr("Press a number, or type how a word begins and press Enter.")
        self._hint.setText(usual if deck.shipped else missing_moments(words))
        self.cool_down.setVisible(may_pause)
        self.take_break.setVisible(may_break)
        self._show_list()

    def focus_next(self) -> None:
        (self.text if self.is_open else self.list).setFocus()

    def press_primary(self) -> bool:
        """Turn a page: nothing may go away by a press of the remote."""
        self._turn_page(onward=True)
        return True

    def press_back(self) -> bool:
        self._turn_page(onward=False)
        return True

    def put_away(self) -> None:
        if self.is_open:
            self._show_list()
            self.focus_next()
        else:
            super().put_away()

    def _open(self, moment_id: str) -> None:
        moment = self._moments[moment_id]
        self.text.show_moment(moment)
        self._show(self.text)
        self.title.setText(moment.title)
        self._hint.hide()
        self.back_button.setText(self._context.words.tr("All moments"))
        self.focus_next()
        self._context.announcer.announce(" ".join(moment.say))

    def _show_list(self) -> None:
        tr = self._context.words.tr
        self._show(self.list)
        self.title.setText(tr("When it gets hot"))
        self._hint.show()
        self.back_button.setText(tr("Back to the session"))

    def _show(self, page: QWidget) -> None:
        for one in (self.list, self.text):
            one.setVisible(one is page)

    def _turn_page(self, *, onward: bool) -> None:
        if not self.is_open:
            self.list.turn_page(onward=onward)
            return
        ways = QAbstractSlider.SliderAction
        way = ways.SliderPageStepAdd if onward else ways.SliderPageStepSub
        self.text.verticalScrollBar().triggerAction(way)

    def _lay_out(self) -> None:
        foot = QWidget()
        line = FlowLayout(foot, gap=Space.TIGHT)
        for button in (self.back_button, self.cool_down, self.take_break):
            line.addWidget(button)
        column(
            row(self.title, (self._hint, 1), gap=Space.BASE),
            (self.list, 1),
            (self.text, 1),
            foot,
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE),
            within=self,
        )


def rows_of(deck: MomentDeck, guide: str, words: Words) -> list[MomentRow]:
    """Return the rows of a deck; the guide's own are under its title."""
    headings = {0: guide, len(deck.own): words.tr("For every circle")} if deck.own else {}
    return [
        MomentRow(moment.id, place + 1, moment.title, headings.get(place, ""))
        for place, moment in enumerate(deck.moments)
    ]


def missing_moments(words: Words) -> str:
    """Return what is said where the moments that come with the app cannot be read."""
    return words.tr(
        "The moments that come with the app are missing or damaged. Everything else works as before. Install "
        "Dialogue Desk again to have them back."
    )
