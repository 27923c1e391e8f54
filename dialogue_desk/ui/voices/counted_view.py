"""How many people gave each answer on the tally sheet, for the whole program, without numbers of few."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.voices_picture import CategoryCounts
from dialogue_desk.reports.voices_phrases import how_hidden, left_out_sentences, people_text
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.voices.figure_rows import FigureColumn, FigureRow, FigureRows
from dialogue_desk.ui.voices.voices_acts import VoicesActs
from dialogue_desk.ui.voices.voices_text import coverage_text
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words


class CountedView(FigureColumn):
    """A small table for each question; under each, how many circles it is of, and why numbers are hidden."""

    def __init__(self, context: Context, acts: VoicesActs) -> None:
        super().__init__(context.theme)
        self._context, self._acts = context, acts
        self.note, self.left_out = Label(role="muted"), Label(role="warn")
        self.tables: dict[RecordId, CountedTable] = {}
        self._ground = column(gap=Space.BASE)
        self.add(self.note, self.left_out, self._ground)
        self.body.addStretch(1)

    def show_known(self) -> None:
        """Show what is counted now."""
        words, known, picture = self._context.words, self._acts.known, self._acts.picture
        if known is None or picture is None:
            return
        asked = tuple(one.category for one in known.categories)
        if asked != tuple(self.tables):
            clear_layout(self._ground)
            self.tables = {one.category: CountedTable(self._context, one.name) for one in known.categories}
            for table in self.tables.values():
                self._ground.addWidget(table)
                self.follow_rows(table.rows)
        for one in known.categories:
            self.tables[one.category].show_counts(one, known.least)
        codes = {row.circle_id: row.code for row in picture.rows}
        texts = tuple(left_out_sentences(known, codes, words))
        self.left_out.setText("\n".join(texts))
        self.left_out.setVisible(bool(texts))
        self.note.setText(_note(bool(asked), words))


class CountedTable(QWidget):
    """One question, its answers with their numbers, and what is to be known of these."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._words = context.words
        self._head = Section(name)
        self.rows = FigureRows(context.theme, name)
        self.why = Label(role="note")
        column(self._head, self.why, self.rows, gap=Space.HAIR, within=self)

    def show_counts(self, counts: CategoryCounts, least: int) -> None:
        """Show the numbers of one question."""
        words = self._words
        self._head.show_text(counts.name, coverage_text(counts.coverage, words))
        if not counts.coverage.circles:
            self.rows.show_rows(())
            self.why.setText(words.tr("Nothing is counted yet."))
            return
        whole = counts.answered or 0
        if not whole:
            whole = sum(one.people or 0 for one in counts.answers)
        self.rows.show_rows(
            [
                FigureRow(
                    str(place),
                    one.answer,
                    figure=people_text(one.people, words),
                    part=one.people or 0,
                    whole=whole if one.people is not None else 0,
                )
                for place, one in enumerate(counts.answers)
            ]
        )
        why = how_hidden(least, words)
        said = words.tr("{count} answered.", count=counts.answered) if counts.answered is not None else ""
        self.why.setText(" ".join(filter(None, (said, why if counts.hides else ""))))


def _note(asked: bool, words: Words) -> str:
    if not asked:
        return words.tr(
            "The tally sheet of this program asks nothing. Add questions with “Change the program”, and who "
            "is in the room can be counted."
        )
    return words.tr("All circles of the program together, never one circle.")
