"""Piles of slips that are typed in, and the way to count more: tallies, questionnaires before and after."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.counted_pools import not_yet_on_a_pile
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRow, FigureRows
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.voices_text import pile_row
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import capitalize_first


class SlipsView(FigureColumn):
    """A button for each kind of slip, and the piles; Enter opens one, Delete deletes it.

    ``count_wanted(kind)`` and ``pile_wanted(id)`` tell what is to be counted or corrected.
    """

    count_wanted = Signal(str)
    pile_wanted = Signal(str)

    def __init__(self, context: Context, acts: VoicesActs) -> None:
        super().__init__(context.theme)
        words, theme = context.words, context.theme
        self._words, self._acts = words, acts
        self.note = Label(
            words.tr(
                "Slips of several circles are put on one pile, counted together and typed in as sums. So no "
                "slip says anything of one person."
            ),
            "muted",
        )
        self.count = {
            SlipKind.TALLY: Button(theme, words.tr("Count tally slips…")),
            SlipKind.BEFORE: Button(theme, words.tr("Count questionnaires before…")),
            SlipKind.AFTER: Button(theme, words.tr("Count questionnaires after…")),
        }
        for kind, button in self.count.items():
            button.clicked.connect(lambda _=False, kind=kind: self.count_wanted.emit(kind))
        self.waiting = Label(role="note")
        self.rows = FigureRows(theme, words.tr("Piles typed in"))
        self.print = Button(theme, words.tr("Print tally slips…"), icon="print", weight=Weight.QUIET)
        self.print.clicked.connect(lambda: acts.save(ReportPaper.TALLY_SLIPS))
        self.print_questionnaire = Button(
            theme, words.tr("Print the questionnaire…"), icon="print", weight=Weight.QUIET
        )
        self.print_questionnaire.clicked.connect(lambda: acts.save(ReportPaper.QUESTIONNAIRE))
        prints = flowing(self.print, self.print_questionnaire, gap=Space.SNUG)
        self.add(self.note, flowing(*self.count.values(), gap=Space.SNUG), prints, self.waiting)
        self.add_rows(self.rows)
        self.body.addStretch(1)
        self.setFocusProxy(self.count[SlipKind.TALLY])
        self.rows.opened.connect(self.pile_wanted)
        self.rows.deleted.connect(acts.remove)

    def show_known(self) -> None:
        """Show the piles as they are now."""
        words, picture = self._words, self._acts.picture
        if picture is None:
            return
        asked = picture.work.questionnaire is not None
        for button in (self.count[SlipKind.TALLY], self.print):
            button.setEnabled(bool(picture.categories))
        for kind in (SlipKind.BEFORE, SlipKind.AFTER):
            self.count[kind].setEnabled(asked)
        self.print_questionnaire.setEnabled(asked)
        self.rows.show_rows(tuple(self._rows(picture)))
        told = (
            []
            if asked
            else [words.tr("The program has no questionnaire yet. Write it with “Change the program”.")]
        )
        if not picture.categories:
            told.append(
                words.tr("The tally sheet asks nothing yet. Add questions with “Change the program”.")
            )
        told += self._left(picture)
        self.waiting.setText(" ".join(told))

    def _left(self, picture: ProgramPicture) -> Iterator[str]:
        """Yield of how many circles no slip of a kind is typed in."""
        kinds = [SlipKind.TALLY] if picture.categories else []
        kinds += [SlipKind.BEFORE, SlipKind.AFTER] if picture.work.questionnaire is not None else []
        for kind in kinds:
            left = len(not_yet_on_a_pile(picture, kind))
            if left:
                named = capitalize_first(name_of(kind, self._words))
                yield self._words.ntr(
                    "{kind}: {count} circle is on no pile yet.",
                    "{kind}: {count} circles are on no pile yet.",
                    left,
                    kind=named,
                )

    def _rows(self, picture: ProgramPicture) -> Iterator[FigureRow]:
        for kind in SlipKind:
            piles = [one for one in picture.work.pools if one.body.kind is kind]
            for place, pile in enumerate(piles):
                above = "" if place else capitalize_first(name_of(kind, self._words))
                yield pile_row(pile, picture, above, self._words)
