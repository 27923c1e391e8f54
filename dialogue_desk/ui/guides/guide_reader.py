"""One guide, or the moments, to be read before the session, in lines of seventy characters."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTabBar, QWidget

from dialogue_desk.domain.model.guide import Guide, NotesPolicy, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.domain.model.guide_extras import Card as GuideCard
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.ui.core.card_text import card_lines, fact_text
from dialogue_desk.ui.core.session_text import prompts_heading
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of, who_leads

_OUTLINE, _WITH_OUTLINE = 280, 900
"""How wide the list of parts is, and below which width there is none, at 100 % text."""


class ReadingView(QWidget):
    """Shows one session of a guide at a time, in one of its languages, with its parts at the side."""

    begin_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shelved: ShelvedGuide | None = None
        self.languages = Chips(theme, words.tr("Language of the guide"))
        self.languages.chosen.connect(self._show)
        self.sessions = QTabBar()
        self.sessions.setAccessibleName(words.tr("Session"))
        self.sessions.setDrawBase(False)
        self.sessions.setExpanding(False)
        self.sessions.currentChanged.connect(self._show)
        self.outline = MarkList(theme, words.tr("Parts of the session"))
        self.outline.moved.connect(self._go_to)
        self.outline.setFrameShape(QFrame.Shape.NoFrame)
        self._parts: dict[str, QWidget] = {}
        self._text: ScrollColumn | None = None
        self._side = Card("rail", edge=0)
        edges = (Space.BASE, Space.BASE, Space.BASE, Space.SNUG)
        self._side.add(column(self.languages, margins=edges), (self.outline, 1))
        self._line = row(self._side)
        column(self._bar(), (self._line, 1), within=self)

    def show_guide(self, shelved: ShelvedGuide, language: str) -> None:
        """Show the first session of a guide, or the moments of a deck."""
        self._shelved = shelved
        guide = shelved.translation(language).guide
        codes = [Choice(code, own_name(code)) for code in shelved.languages]
        self.languages.show_choices(codes)
        self.languages.choose(guide.language)
        self.languages.setVisible(len(codes) > 1)
        blocked = self.sessions.blockSignals(True)
        while self.sessions.count():
            self.sessions.removeTab(0)
        for number in range(1, len(guide.sessions) + 1):
            self.sessions.addTab(self._words.tr("Session {number}", number=number))
        self.sessions.blockSignals(blocked)
        self.sessions.setVisible(len(guide.sessions) > 1)
        self.begin.setVisible(not shelved.deck)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the text, where the arrows scroll it."""
        if self._text is not None:
            self._text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= self._theme.scaled(_WITH_OUTLINE))
        self._side.setFixedWidth(self._theme.scaled(_OUTLINE))

    def _bar(self) -> QWidget:
        theme, tr = self._theme, self._words.tr
        back = Button(theme, tr("All guides"), weight=Weight.QUIET, icon="back")
        back.clicked.connect(self.left)
        begin = self.begin = Button(theme, tr("Start a conversation with this guide"), weight=Weight.PRIMARY)
        begin.clicked.connect(self._begin)
        middle, low = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom
        edges = (Space.BASE, 0, Space.BASE, 0)
        bar = Card("bar", edge=0)
        bar.add(
            row(
                (back, 0, middle),
                (self.sessions, 0, low),
                STRETCH,
                (begin, 0, middle),
                gap=Space.SNUG,
                margins=edges,
            )
        )
        bar.setMinimumHeight(begin.sizeHint().height() + 2 * Space.TIGHT)
        return bar

    def _begin(self) -> None:
        if self._shelved is not None:
            self.begin_wanted.emit(self._shelved.id)

    def _show(self) -> None:
        if self._shelved is None:
            return
        guide = self._shelved.translation(self.languages.choice()).guide
        text = ScrollColumn(self._theme, centred=True, edge=Space.VAST)
        text.body.setSpacing(Space.SNUG)
        text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text.setAccessibleName(guide.title)
        if self._shelved.deck:
            rows = self._fill_deck(text, guide)
        else:
            number = min(max(0, self.sessions.currentIndex()) + 1, len(guide.sessions))
            rows = self._fill(text, guide, guide.sessions[number - 1], number)
        text.body.addStretch(1)
        self.outline.show_rows(rows)
        self.outline.go_to(rows[0].id)
        if self._text is not None:
            self._text.hide()
            self._text.deleteLater()
        self._text = text
        self._line.addWidget(text, 1)
        text.verticalScrollBar().valueChanged.connect(self._follow)
        text.show()

    def _go_to(self, part_id: str) -> None:
        """Scroll to a part that was chosen at the side."""
        if self._text is not None:
            top = self._parts[part_id].mapTo(self._text.ground, QPoint(0, 0)).y()
            bar = self._text.verticalScrollBar()
            blocked = self.outline.blockSignals(True)
            bar.setValue(top - Space.SNUG)
            self.outline.go_to(part_id)
            self.outline.blockSignals(blocked)

    def _follow(self, value: int) -> None:
        """Mark the part that is being read."""
        if self._text is None or self._text.verticalScrollBar() is not self.sender():
            return
        ground = self._text.ground
        edge = value + self._text.viewport().height() // 3
        begun = [
            part_id for part_id, part in self._parts.items() if part.mapTo(ground, QPoint(0, 0)).y() <= edge
        ]
        if begun:
            self.outline.go_to(begun[-1])

    def _fill(self, text: ScrollColumn, guide: Guide, plan: SessionPlan, number: int) -> list[MarkRow]:
        words = self._words
        text.add(Label(guide.title, "title"), Label(requirements_text(guide, words), "note"))
        if guide.summary:
            text.add(Label(guide.summary, "lead"))
        if guide.ground_rules:
            text.add(Label(words.tr("Ground rules to begin with"), "section"))
            text.add(*map(_bullet, guide.ground_rules))
        text.add(Hairline())
        title = title_of(plan, words)
        text.add(Label(words.tr("Session {number}: {title}", number=number, title=title), "title"))
        text.add(Label(words.tr("{minutes} min", minutes=plan.minutes), "note"))
        if plan.goal:
            text.add(Label(plan.goal, "muted"))
        if plan.before:
            text.add(Label(words.tr("Before the session"), "section"), *map(_bullet, plan.before))
        self._parts = {part.id: PartText(place, part, words) for place, part in enumerate(plan.parts, 1)}
        text.add(*self._parts.values())
        if guide.glossary:
            text.add(Label(words.tr("Words that not everyone knows"), "title"))
            text.add(*(_bullet(f"{term.word}: {term.meaning}") for term in guide.glossary))
        if guide.moments:
            text.add(Label(words.tr("When it gets hot"), "title"))
            text.add(*(MomentCard(moment, words) for moment in guide.moments))
        return [_outline_row(place, part, words) for place, part in enumerate(plan.parts, 1)]

    def _fill_deck(self, text: ScrollColumn, deck: Guide) -> list[MarkRow]:
        text.add(Label(deck.title, "title"), Label(deck.summary, "lead"))
        self._parts = {moment.id: MomentCard(moment, self._words) for moment in deck.moments}
        text.add(*self._parts.values())
        return [
            MarkRow(moment.id, moment.title, "", f"{place}. {moment.title}", figure=str(place))
            for place, moment in enumerate(deck.moments, 1)
        ]


def _outline_row(number: int, part: Part, words: Words) -> MarkRow:
    title = title_of(part, words)
    length = words.tr("{minutes} min", minutes=part.minutes)
    return MarkRow(part.id, title, length, f"{number}. {title}. {length}", figure=str(number))


class _ListedText(Card):
    """A card with headings, and texts under them."""

    def list_texts(self, title: str, texts: tuple[str, ...], *, marked: bool = True) -> None:
        """Put ``texts`` under a heading, several of them with bullets when they are ``marked``."""
        if not texts:
            return
        self.column.addSpacing(Space.HAIR)
        self.column.addWidget(Label(title, "section"))
        for text in texts:
            self.column.addWidget(_bullet(text) if marked and len(texts) > 1 else Label(text))


class MomentCard(_ListedText):
    """One moment: what has happened, what to say, what to do next, and when to stop."""

    def __init__(self, moment: Moment, words: Words) -> None:
        super().__init__()
        self.column.addWidget(Label(moment.title, "heading"))
        if moment.happened:
            self.column.addWidget(Label(moment.happened, "muted"))
        self.list_texts(words.tr("Say"), moment.say, marked=False)
        self.list_texts(words.tr("What to do next"), moment.after)
        self.list_texts(words.tr("When to stop"), moment.stop)


class PartText(_ListedText):
    """One part of a guide: its length, its purpose, what to say and what to ask."""

    def __init__(self, number: int, part: Part, words: Words) -> None:
        super().__init__()
        add = self.column.addWidget
        length = words.tr("{minutes} min", minutes=part.minutes)
        leads = (who_leads(part.lead, words),) if part.lead else ()
        add(Label(" · ".join((str(number), length, name_of(part.kind, words), *leads)), "section"))
        add(Label(title_of(part, words), "heading"))
        if part.purpose:
            add(Label(part.purpose, "muted"))
        self.list_texts(words.tr("Say"), part.say, marked=False)
        for title, texts in (
            (prompts_heading(part, words), part.ask),
            (words.tr("Steps"), tuple(_step(step, words) for step in part.steps)),
            (words.tr("Tips"), part.tips),
            (words.tr("Note-taker"), part.note_taker),
            (words.tr("Materials"), part.materials),
            (words.tr("Look up before the session"), tuple(fact_text(fact, words) for fact in part.fill_in)),
        ):
            self.list_texts(title, texts)
        for card in part.cards:
            self._add_card(card, words)
        if part.notes is not NotesPolicy.ON and part.kind is not PartKind.BREAK:
            add(Label(name_of(part.notes, words), "note"))

    def _add_card(self, card: GuideCard, words: Words) -> None:
        self.column.addWidget(Hairline())
        self.column.addWidget(Label(name_of(card.kind, words), "section"))
        self.column.addWidget(Label(card.title, "strong"))
        for text, role in card_lines(card, words):
            self.column.addWidget(Label(text, role))


def requirements_text(guide: Guide, words: Words) -> str:
    """Return how many people, sessions and minutes a guide is made for."""
    least, most = guide.people
    people = words.tr("{least} to {most} people", least=least, most=most)
    sessions = words.ntr("{count} session", "{count} sessions", len(guide.sessions))
    lengths = sorted({plan.minutes for plan in guide.sessions})
    if len(lengths) == 1:
        each = words.tr("{minutes} min", minutes=lengths[0])
    else:
        each = words.tr("{least} to {most} min", least=lengths[0], most=lengths[-1])
    return f"{people} · {sessions} · {each}"


def _bullet(text: str) -> QWidget:
    whole, bullet = QWidget(), (Label("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row(bullet, (Label(text), 1), gap=Space.TIGHT, within=whole)
    return whole


def _step(step: PartStep, words: Words) -> str:
    length = words.tr("{minutes} min", minutes=step.minutes)
    return f"{step.title} ({length}). {step.text}" if step.text else f"{step.title} ({length})"
