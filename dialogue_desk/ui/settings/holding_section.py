"""The part of the settings about what this desk holds of each circle, and what was erased from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.desk_holding import desk_holding
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.hold import LoggedErasure, mark_of_record
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.holdings import CircleHolding, DeskHolding
from dialogue_desk.reports.document_files import USUAL_ENDINGS, write_document
from dialogue_desk.reports.holding_paper import holding_paper
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words.holding_words import (
    counts_text,
    desk_texts,
    erased_counts,
    erased_what,
    erased_why,
    hold_text,
    rule_text,
)
from dialogue_desk.words.times import day

_ERASED_SHOWN = 30
"""So many lines of the log are shown; the paper has all of them."""

_SHOWN = (Kind.PROGRAM, Kind.CIRCLE, Kind.POOLED_COUNTS, Kind.BALLOT_ENTRY)


class HoldingSection(QWidget):
    """Shows what is held now; a hold is asked for by ``hold_wanted``, an archive by ``archive_wanted``."""

    hold_wanted = Signal(str)
    archive_wanted = Signal(str)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context, self._words = desk, context, context.words
        self._body = column(gap=Space.TIGHT, within=self)
        self._stale = True
        context.desk_signals.changed.connect(self._on_desk_changed)

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _on_desk_changed(self, outcome: Outcome) -> None:
        if outcome.touches(*_SHOWN) or outcome.erased or outcome.everything:
            self._stale = True
            if self.isVisible():
                self.refresh()

    def refresh(self) -> None:
        """Show what is held now; the button that had the focus has it again."""
        self._stale = False
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        clear_layout(self._body)
        for part in self._parts(desk_holding(self._desk)):
            self._body.addWidget(part)
            part.show()
        again = self.findChildren(QWidget, name) if name else []
        if again:
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self, holding: DeskHolding) -> Iterator[QWidget]:
        tr = self._words.tr
        yield Label(tr("What this laptop holds of each circle"), "strong", heads=True)
        hint = tr("Since when, until when, and whose rule that is. Nothing is erased on its own.")
        yield Label(hint, "note")
        save = Button(self._context.theme, tr("Save it as a document …"), icon="export")
        save.clicked.connect(partial(self._save, holding))
        yield flowing(save)
        for one in holding.holds:
            card = Card("notice", edge=Space.BASE)
            card.add(Label(hold_text(one, holding.zone, self._words)))
            yield card
        for (program_id, name), circles in groupby(
            holding.circles, lambda one: (one.program_id, one.program)
        ):
            yield from self._program(program_id, name, tuple(circles), holding)
        empty = {one.id for one in holding.programs} - {one.program_id for one in holding.circles}
        for program in holding.programs:
            if program.id in empty:
                yield from self._program(program.id, program.body.name, (), holding)
        yield Label(tr("Also on this laptop"), "strong", heads=True)
        yield from (Label(text) for text in desk_texts(holding, self._words))
        yield Label(tr("What was erased"), "strong", heads=True)
        hint = tr("Without words: which mark, when, and why. This list stays when everything is erased.")
        yield Label(hint, "note")
        if holding.log:
            yield Card.of_rows(self._erased(line, holding.zone) for line in holding.log[:_ERASED_SHOWN])
        else:
            yield Label(tr("Nothing was erased from this laptop so far."))
        more = len(holding.log) - _ERASED_SHOWN
        if more > 0:
            text = self._words.ntr(
                "{count} earlier line is in the document.", "{count} earlier lines are in the document.", more
            )
            yield Label(text, "note")

    def _program(
        self, program: RecordId | None, name: str, circles: tuple[CircleHolding, ...], holding: DeskHolding
    ) -> Iterator[QWidget]:
        tr = self._words.tr
        line = ResponsiveRow(self._context.theme, 420, gap=Space.BASE)
        line.add(Label(name or tr("Circles without a program"), "heading"), 1)
        if program is not None:
            hold = self._button(tr("Hold …"), name, f"hold:{program}")
            hold.clicked.connect(partial(self._want_hold, program))
            archive = self._button(tr("Save an archive …"), name, f"archive:{program}")
            archive.clicked.connect(partial(self._want_archive, program))
            line.add(flowing(hold, archive, gap=Space.TIGHT))
        yield line
        if circles:
            yield Card.of_rows(self._circle(one, holding) for one in circles)

    def _circle(self, circle: CircleHolding, holding: DeskHolding) -> QWidget:
        words, tr = self._words, self._words.tr
        name = tr("Circle {code}", code=circle.code)
        line = ResponsiveRow(self._context.theme, 420, gap=Space.BASE)
        kept = rule_text(circle, words)
        if circle.since is not None:
            since = day(circle.since, holding.zone, words)
            kept = tr("Since {day}. {rule}", day=since, rule=kept)
        texts = [Label(name, "strong"), Label(counts_text(circle.counts, words)), Label(kept, "note")]
        if holding.holds_on(circle):
            texts.insert(1, Label(tr("On hold"), "section"))
        mark = tr("Mark {mark}", mark=mark_of_record(circle.id))
        shown = QWidget()
        column(*texts, Label(mark, "note"), gap=Space.HAIR, within=shown)
        line.add(shown, 1)
        button = self._button(tr("Hold …"), name, f"hold:{circle.id}")
        button.clicked.connect(partial(self._want_hold, circle.id))
        line.add(flowing(button))
        return line

    def _erased(self, line: LoggedErasure, zone: int) -> QWidget:
        words = self._words
        head = f"{day(line.at, zone, words)} · {erased_what(line, words)}"
        texts = filter(None, (erased_counts(line, words), erased_why(line, words)))
        shown = QWidget()
        column(Label(head, "strong"), *(Label(text, "note") for text in texts), gap=Space.HAIR, within=shown)
        return shown

    def _button(self, text: str, about: str, name: str) -> Button:
        button = Button(self._context.theme, text, weight=Weight.QUIET)
        button.setAccessibleName(f"{text}: {about}")
        button.setObjectName(name)
        return button

    def _want_hold(self, target: RecordId, _checked: bool = False) -> None:
        self.hold_wanted.emit(target)

    def _want_archive(self, program: RecordId, _checked: bool = False) -> None:
        self.archive_wanted.emit(program)

    def _save(self, holding: DeskHolding, _checked: bool = False) -> None:
        words = self._words
        kind = FileKind(words.tr("What we hold"), USUAL_ENDINGS)
        name = words.tr("what-we-hold") + USUAL_ENDINGS[0]

        def make(path: Path) -> None:
            write_document(holding_paper(holding, words), path, words, accessible=True)

        save_file(self._context, words.tr("Save what we hold"), name, kind, make)
