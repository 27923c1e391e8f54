"""Who is missing, as a list to act on: with whom was asked, and a form to ask somebody else at once."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.voices_picture import Wanted
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRows
from dialogue_desk.ui.voices.invitation_line import InvitationLine
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.voices_text import coverage_text, missing_row
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row


class MissingView(FigureColumn):
    """Before enough circles are counted nobody is called missing: then it lists for whom nobody was asked."""

    conflict_wanted = Signal(str)

    def __init__(self, context: Context, acts: VoicesActs) -> None:
        super().__init__(context.theme)
        words, theme = context.words, context.theme
        self._words, self._acts = words, acts
        self.note = Label()
        self.line = InvitationLine(context, acts.today, acts.keep_invitation)
        self.rows = FigureRows(theme, words.tr("Who is missing"))
        self.print = Button(theme, words.tr("Save this list…"), icon="export")
        self.print.setToolTip(report_paper_name(ReportPaper.MISSING_VOICES, words))
        self.add(row((self.note, 1), self.print, gap=Space.BASE))
        self.add_rows(self.rows)
        self.add(self.line)
        self.body.addStretch(1)
        self.setFocusProxy(self.rows)
        self.print.clicked.connect(lambda: acts.save(ReportPaper.MISSING_VOICES))
        self.rows.moved.connect(lambda voice: self.line.offer(RecordId(voice)))
        self.rows.opened.connect(self._ask)

    def show_known(self) -> None:
        """Show what is known now; what is typed stays."""
        words, known = self._words, self._acts.known
        if known is None:
            return
        self.line.learn_voices(self._acts.voices)
        listed = self.listed()
        self.rows.show_rows([missing_row(one, words) for one in listed])
        if listed:
            here = self.rows.current_id() or listed[0].id
            self.rows.go_to(here)
            self.line.offer(RecordId(here))
        self.note.setText(self._told(listed))
        self.line.setVisible(bool(listed))
        self.print.setVisible(bool(known.wanted))

    def listed(self) -> tuple[Wanted, ...]:
        """Return those who are missing or, before that can be said, those for whom nobody was asked."""
        known = self._acts.known
        if known is None:
            return ()
        asked_for = (one for one in known.wanted if not one.asked and not one.to_act_on)
        return known.missing or tuple(one for one in asked_for if one.missing is None)

    def _told(self, listed: tuple[Wanted, ...]) -> str:
        words, known = self._words, self._acts.known
        if known is None or not known.wanted:
            return words.tr("First say whom you want in your circles, under Wanted.")
        if known.missing:
            return words.tr("Choose a voice and press Enter to write down whom you ask to invite them.")
        enough = any(one.coverage.enough for one in known.categories)
        if enough and not listed:
            return words.tr("Nobody you want is missing, as far as circles are counted.")
        best = max((one.coverage for one in known.categories), key=lambda one: one.circles, default=None)
        parts = []
        if not enough and best is not None:
            parts.append(
                words.tr(
                    "{coverage}. Nobody is called missing before {count} circles are counted.",
                    coverage=coverage_text(best, words),
                    count=best.needed,
                )
            )
        if listed:
            parts.append(words.tr("For these nobody was asked yet:"))
        return " ".join(parts)

    def _ask(self, voice: str) -> None:
        self.line.offer(RecordId(voice))
        self.line.first.setFocus()
