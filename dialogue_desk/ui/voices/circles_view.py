"""Which circles are counted and which not yet, and which of them are counted together next."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.counted_pools import heads_of, not_yet_on_a_pile, suggested_pile
from dialogue_desk.domain.overview.program_overview import CircleRow
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRow, FigureRows
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.voices_text import circle_facts, people_text, sums_of_circles_text
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row

_COUNTED, _NOT_YET, _NOT_MET = "counted", "not yet", "not met"


class CirclesView(FigureColumn):
    """Circles whose slips wait come first; Enter or a click chooses one for the next pile.

    ``count_wanted(circles)`` tells which circles' slips are to be counted together.
    """

    count_wanted = Signal(tuple)
    forming_wanted = Signal()

    def __init__(self, context: Context, acts: VoicesActs) -> None:
        super().__init__(context.theme)
        words, theme = context.words, context.theme
        self._words, self._acts = words, acts
        self._chosen: set[str] = set()
        self.sums, self.told = Label(role="muted"), Label(role="strong")
        self.suggest = Button(theme, words.tr("Choose the next ones"))
        self.none = Button(theme, words.tr("Choose none"), weight=Weight.QUIET)
        self.count = Button(theme, words.tr("Count their slips…"), weight=Weight.PRIMARY)
        self.form = Button(theme, words.tr("Form circles…"), weight=Weight.QUIET, icon="people")
        self.form.setToolTip(words.tr("Make mixed circles from numbers on sign-up slips"))
        self.rows = FigureRows(theme, words.tr("Circles"))
        buttons = flowing(self.count, self.suggest, self.none, gap=Space.SNUG)
        self.add(row((self.sums, 1), self.form, gap=Space.BASE), self.told, buttons)
        self.add_rows(self.rows)
        self.body.addStretch(1)
        self.setFocusProxy(self.rows)
        self.form.clicked.connect(self.forming_wanted)
        self.rows.opened.connect(self._choose)
        self.suggest.clicked.connect(self._suggest)
        self.none.clicked.connect(lambda: self._set(set()))
        self.count.clicked.connect(lambda: self.count_wanted.emit(self.chosen()))

    def show_known(self) -> None:
        """Show what is known now; the circles that are chosen stay so."""
        if self._acts.known is not None:
            self.sums.setText(sums_of_circles_text(self._acts.known.circles, self._words))
        self._set(self._chosen)

    def chosen(self) -> tuple[RecordId, ...]:
        """Return the circles that are chosen, in their order."""
        return tuple(one for one in self._waiting() if one in self._chosen)

    def _waiting(self) -> tuple[RecordId, ...]:
        """Return the circles that are not counted yet."""
        picture = self._acts.picture
        if picture is None:
            return ()
        counted = self._acts.counted_circles
        free = not_yet_on_a_pile(picture, SlipKind.TALLY)
        return tuple(one for one in free if one not in counted)

    def _counted(self) -> frozenset[RecordId]:
        """Return the circles that are on a pile, or kept a tally; not those that go on with another one."""
        pools = self._acts.picture.work.pools if self._acts.picture is not None else ()
        piled = {circle for one in pools if one.body.kind is SlipKind.TALLY for circle in one.body.circles}
        return self._acts.counted_circles | piled

    def _choose(self, circle: str) -> None:
        if circle in self._waiting():
            self._set(self._chosen ^ {circle})

    def _suggest(self) -> None:
        picture, known = self._acts.picture, self._acts.known
        if picture is not None and known is not None:
            self._set(set(suggested_pile(picture, SlipKind.TALLY, self._waiting(), known.least)))

    def _set(self, chosen: set[str]) -> None:
        waiting = self._waiting()
        self._chosen = chosen.intersection(waiting)
        self.rows.show_rows(tuple(self._rows(waiting)))
        self.none.setVisible(bool(self._chosen))
        self.suggest.setEnabled(bool(waiting))
        self.count.setEnabled(bool(self._chosen))
        self.told.setText(self._told(waiting))

    def _told(self, waiting: tuple[RecordId, ...]) -> str:
        words, picture, known = self._words, self._acts.picture, self._acts.known
        if picture is None or known is None:
            return ""
        if not self._chosen:
            if not waiting:
                return ""
            return words.tr(
                "In a circle of fewer than {least} people nothing is counted alone. Choose circles with "
                "{least} people together and count their slips on one pile.",
                least=known.least,
            )
        circles = words.ntr("{count} circle selected", "{count} circles selected", len(self._chosen))
        heads = heads_of(picture, self.chosen())
        if heads is None:
            return words.tr("{circles}: in one of them nobody counted the people.", circles=circles)
        people = words.ntr("{count} person", "{count} people", heads)
        if heads < known.least:
            return words.tr(
                "{circles}, {people} together. A pile needs {least}.",
                circles=circles,
                people=people,
                least=known.least,
            )
        return words.tr("{circles}, {people} together.", circles=circles, people=people)

    def _rows(self, waiting: tuple[RecordId, ...]) -> Iterator[FigureRow]:
        words, picture = self._words, self._acts.picture
        groups: dict[str, list[CircleRow]] = {_NOT_YET: [], _COUNTED: [], _NOT_MET: []}
        for circle in picture.rows if picture is not None else ():
            met = _COUNTED if any(circle.sessions) else _NOT_MET
            group = _NOT_YET if circle.circle_id in waiting else met
            if group != _COUNTED or not circle.into or circle.circle_id in self._counted():
                groups[group].append(circle)
        heads = {
            _NOT_YET: words.tr("Not counted yet · {count}", count=len(groups[_NOT_YET])),
            _COUNTED: words.tr("Counted · {count}", count=len(groups[_COUNTED])),
            _NOT_MET: words.tr("Not met yet · {count}", count=len(groups[_NOT_MET])),
        }
        for group, rows in groups.items():
            for place, circle in enumerate(rows):
                yield self._row(circle, group, "" if place else heads[group])

    def _row(self, circle: CircleRow, group: str, above: str) -> FigureRow:
        words, ticked = self._words, circle.circle_id in self._chosen
        return FigureRow(
            circle.circle_id,
            "  ".join(filter(None, (circle.code, circle.place))),
            circle_facts(circle, words),
            people_text(circle, words) if group != _NOT_MET else "",
            above=above,
            ticked=ticked if group == _NOT_YET else None,
            spoken_tick=words.tr("selected") if ticked else "",
        )
