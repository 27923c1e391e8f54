"""After a practice: the notes beside what was said and beside how a practiced note-taker wrote it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.practice.playback import Pace
from dialogue_desk.domain.practice.review import Review, ReviewedNote
from dialogue_desk.domain.practice.script import PracticeScript, Spoken
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.shorthand_signs import ACTION, kind_name
from dialogue_desk.ui.practice.practice_bar import PracticeBar
from dialogue_desk.ui.practice.practice_text import (
    behind_text,
    identifying_text,
    safety_text,
    said_text,
    written_text,
)
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section

_BESIDE = 760
"""The width, at 100 % text, from which note, talk and practiced note are side by side."""


class NoteReview(QWidget):
    """Says first what was written, then what was not, and what could identify somebody; it grades nothing."""

    again_wanted = Signal(str)
    """The same parts once more: carries the pace."""
    another_wanted = Signal()
    left = Signal()

    def __init__(self, script: PracticeScript, pace: Pace, review: Review, context: Context) -> None:
        super().__init__()
        self._script, self._context, self._words = script, context, context.words
        theme, tr = context.theme, context.words.tr
        self.bar = PracticeBar(context, tr("Back to the guides"))
        self.bar.show_text(script.title, tr("What you wrote, and what was said"))
        self.bar.back.clicked.connect(self.left)
        self.page = ScrollColumn(theme, characters=110, centred=True, edge=Space.WIDE)
        self.another = Button(theme, tr("Another conversation"), weight=Weight.PRIMARY)
        self.again = Button(theme, tr("Again"))
        self.slower = Button(theme, tr("Again, slower"))
        self.another.clicked.connect(self.another_wanted)
        self.again.clicked.connect(lambda: self.again_wanted.emit(pace))
        self.slower.clicked.connect(lambda: self.again_wanted.emit(pace.slower or pace))
        self.slower.setVisible(pace.slower is not None)
        self._write(review)
        foot = Card("bar", edge=0)
        buttons = row(
            STRETCH,
            (flowing(self.slower, self.again, self.another), 0),
            margins=(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT),
        )
        foot.column.addLayout(buttons)
        column(self.bar, (self.page, 1), foot, within=self)

    def take_focus(self) -> None:
        """Put the keyboard on what comes next; the page is seen from its top."""
        self.another.setFocus()
        self.page.open_at_top()

    def sentence(self) -> str:
        """Return the first words of the page."""
        return self._summary

    def _write(self, review: Review) -> None:
        tr, page = self._words.tr, self.page
        told = (text(review, self._words) for text in (written_text, behind_text, safety_text))
        self._summary = " ".join(filter(None, told))
        kindly = Label(tr("Nothing here is a grade. Every note-taker misses things, and chooses."), "muted")
        title, summary = Label(tr("How it went"), "title"), Label(self._summary, "lead")
        page.add(column(title, summary, kindly, gap=Space.TIGHT))
        matched = [one for one in review.notes if one.about is not None]
        if matched:
            page.add(Section(tr("What you wrote down"), self._words.number(len(matched))))
            page.add(*(self._note_card(one) for one in matched))
        others = [one for one in review.notes if one.about is None]
        if others:
            page.add(Section(tr("In your own words"), self._words.number(len(others))))
            said = tr("We could not tell what these notes are about. That is no mistake of yours.")
            page.add(Label(said, "muted"), *(self._note_card(one) for one in others))
        if review.missed:
            page.add(Section(tr("What else was said"), self._words.number(len(review.missed))))
            page.add(
                Label(
                    tr("Each with what a practiced note-taker wrote. Nobody writes down all of it."), "muted"
                )
            )
            page.add(Card.of_rows(self._missed_row(line) for line in review.missed))
        page.body.addStretch(1)

    def _note_card(self, one: ReviewedNote) -> Card:
        tr, card = self._words.tr, Card(edge=Space.BASE)
        texts = [self._text(tr("You wrote"), one.note.text, self._kind(one.note.kind))]
        if one.about is not None:
            texts.insert(0, self._text(tr("What was said"), said_text(self._script, one.about)))
            if (written := one.about.line.written) is not None:
                note = self._text(tr("A practiced note-taker wrote"), written.text, self._kind(written.kind))
                texts.append(note)
        card.add(self._beside(*texts))
        if one.about is not None and one.about.line.written is None:
            card.add(Label(tr("A practiced note-taker wrote nothing here. Both are fine."), "note"))
        if (question := self._kind_question(one)) is not None:
            card.add(Label(question, "note"))
        if one.could_identify:
            card.add(self._telling(one))
        return card

    def _missed_row(self, line: Spoken) -> QWidget:
        texts = [self._text("", said_text(self._script, line))]
        if (written := line.line.written) is not None:
            texts.append(self._text("", written.text, self._kind(written.kind)))
        return self._beside(*texts)

    def _telling(self, one: ReviewedNote) -> Card:
        tr, card = self._words.tr, Card("notice", edge=Space.SNUG)
        card.add(*(Label(sentence) for sentence in identifying_text(one, self._words)))
        written = one.about.line.written if one.about is not None else None
        if written is not None:
            card.add(Label(tr("You could write: “{note}”", note=written.text), "strong"))
        else:
            card.add(Label(tr("Write what it means for the circle, and leave these words out."), "strong"))
        return card

    def _kind_question(self, one: ReviewedNote) -> str | None:
        """Ask about another kind, where there is one: it is a choice, and not a mistake."""
        written = one.about.line.written if one.about is not None else None
        if written is None or one.kind_alike is not False:
            return None
        mine, theirs = self._kind(one.note.kind), self._kind(written.kind)
        return self._words.tr(
            "You took it as: {mine}. They took it as: {theirs}. Which would the circle choose?",
            mine=mine,
            theirs=theirs,
        )

    def _kind(self, kind: NoteKind | None) -> str:
        return kind_name(ACTION if kind is None else kind, self._words)

    def _beside(self, *texts: QWidget) -> ResponsiveRow:
        line = ResponsiveRow(self._context.theme, _BESIDE, gap=Space.BASE)
        for text in texts:
            line.add(text, 1)
        return line

    def _text(self, title: str, text: str, kind: str = "") -> QWidget:
        whole = QWidget()
        lines = ((title, "note"), (kind, "accent"), (text, ""))
        labels = (Label(said, role) for said, role in lines if said)
        column(*labels, STRETCH, gap=Space.HAIR, within=whole)
        return whole
