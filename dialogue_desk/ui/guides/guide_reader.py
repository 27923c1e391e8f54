"""One guide, to be read before the evening: part by part, in lines of seventy characters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Guide, NotesPolicy, Part, PartKind, PartStep, SessionPlan
from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.ui.core.session_text import prompts_heading
from dialogue_desk.ui.guides.guide_list import name_of_language, requirements_text
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


class ReadingView(QWidget):
    """Shows one session of a guide at a time, in one of its languages."""

    begin_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shelved: ShelvedGuide | None = None
        self.languages = Chips(theme, words.tr("Language of the guide"))
        self.sessions = Chips(theme, words.tr("Session"))
        self.languages.chosen.connect(self._show)
        self.sessions.chosen.connect(self._show)
        self._column: ScrollColumn | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._bar())

    def show_guide(self, shelved: ShelvedGuide, language: str) -> None:
        """Show the first session of a guide."""
        self._shelved = shelved
        guide = shelved.translation(language).guide
        codes = [Choice(code, name_of_language(code)) for code in shelved.languages]
        self.languages.show_choices(codes)
        self.languages.choose(guide.language)
        self.languages.setVisible(len(codes) > 1)
        numbers = range(1, len(guide.sessions) + 1)
        sessions = [Choice(str(n), self._words.tr("Session {number}", number=n)) for n in numbers]
        self.sessions.show_choices(sessions)
        self.sessions.choose("1")
        self.sessions.setVisible(len(sessions) > 1)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the text, where the arrows scroll it."""
        if self._column is not None:
            self._column.setFocus()

    def _bar(self) -> QWidget:
        bar = Card("bar", edge=0)
        line = QHBoxLayout()
        line.setContentsMargins(Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)
        line.setSpacing(Space.SNUG)
        back = Button(self._theme, self._words.tr("All guides"), weight=Weight.QUIET, icon="back")
        back.clicked.connect(self.left)
        begin = Button(
            self._theme, self._words.tr("Start a conversation with this guide"), weight=Weight.PRIMARY
        )
        begin.clicked.connect(self._begin)
        choices = QWidget()
        flow = FlowLayout(choices, gap=Space.SNUG)
        flow.addWidget(self.sessions)
        flow.addWidget(self.languages)
        line.addWidget(back)
        line.addWidget(choices, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(begin, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.column.addLayout(line)
        return bar

    def _begin(self) -> None:
        if self._shelved is not None:
            self.begin_wanted.emit(self._shelved.id)

    def _show(self) -> None:
        if self._shelved is None:
            return
        guide = self._shelved.translation(self.languages.choice()).guide
        number = min(int(self.sessions.choice() or 1), len(guide.sessions))
        column = ScrollColumn(self._theme, centred=True, edge=Space.VAST)
        column.body.setSpacing(Space.SNUG)
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.setAccessibleName(guide.title)
        self._fill(column, guide, guide.sessions[number - 1], number)
        if self._column is not None:
            self._column.hide()
            self._column.deleteLater()
        self._column = column
        self._whole.addWidget(column, 1)
        column.show()

    def _fill(self, column: ScrollColumn, guide: Guide, plan: SessionPlan, number: int) -> None:
        words = self._words
        column.add(Label(guide.title, "title"))
        column.add(Label(requirements_text(guide, words), "note"))
        if guide.summary:
            column.add(Label(guide.summary, "lead"))
        if guide.ground_rules:
            column.add(Label(words.tr("Ground rules to begin with"), "section"))
            for rule in guide.ground_rules:
                column.add(_bullet(rule))
        column.add(Hairline())
        column.add(Label(words.tr("Session {number}: {title}", number=number, title=plan.title), "title"))
        column.add(Label(words.tr("{minutes} min", minutes=plan.minutes), "note"))
        if plan.goal:
            column.add(Label(plan.goal, "muted"))
        for place, part in enumerate(plan.parts, 1):
            column.add(PartText(place, part, words))
        column.body.addStretch(1)


class PartText(Card):
    """One part of a guide: how long, what for, what to say, what to ask."""

    def __init__(self, number: int, part: Part, words: Words) -> None:
        super().__init__()
        add = self.column.addWidget
        length = words.tr("{minutes} min", minutes=part.minutes)
        add(Label(f"{number} · {length} · {name_of(part.kind, words)}", "section"))
        add(Label(part.title, "heading"))
        if part.purpose:
            add(Label(part.purpose, "muted"))
        self._list(words.tr("Say"), part.say, marked=False)
        for title, texts in (
            (prompts_heading(part, words), part.ask),
            (
                words.tr("Steps"),
                tuple(_step(step, words) for step in part.steps),
            ),
            (words.tr("Tips"), part.tips),
            (words.tr("Materials"), part.materials),
        ):
            self._list(title, texts)
        if part.notes is not NotesPolicy.ON and part.kind is not PartKind.BREAK:
            add(Label(name_of(part.notes, words), "note"))

    def _list(self, title: str, texts: tuple[str, ...], *, marked: bool = True) -> None:
        if not texts:
            return
        self.column.addSpacing(Space.HAIR)
        self.column.addWidget(Label(title, "section"))
        for text in texts:
            self.column.addWidget(_bullet(text) if marked and len(texts) > 1 else Label(text))


def _bullet(text: str) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.TIGHT)
    line.addWidget(Label("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text), 1)
    return whole


def _step(step: PartStep, words: Words) -> str:
    length = words.tr("{minutes} min", minutes=step.minutes)
    return f"{step.title} ({length}). {step.text}" if step.text else f"{step.title} ({length})"
