"""The pages of a guide as a booklet has them: what is said, what is asked, and all that is beside it.

Each piece is shown in one language, or in two side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from dialogue_desk.domain.model.guide import NotesPolicy, Part, PartKind, PartStep, Question
from dialogue_desk.domain.model.guide_extras import Card as GuideCard
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.ui.core.card_text import card_lines, fact_text
from dialogue_desk.ui.core.session_text import prompts_heading
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of, who_leads

_BESIDE = 760
"""The width, at 100 % text, from which two languages are side by side."""


class BookletPiece(QWidget):
    """A piece of a guide, in one language or in several side by side, each line beside its own."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self.lines = column(gap=Space.SNUG, within=self)

    def add_line(self, texts: Sequence[QWidget | None]) -> None:
        """Put the same line of each language under what is there; None where a language does not have it."""
        if len(texts) == 1:
            self.lines.addWidget(texts[0] or QWidget())
            return
        line = ResponsiveRow(self._theme, _BESIDE, gap=Space.VAST)
        for text in texts:
            ground = QWidget()
            column(*([text] if text else []), STRETCH, within=ground)
            line.add(ground, 1)
        self.lines.addWidget(line)


class PartText(BookletPiece):
    """One part: its length, its purpose, what to say and what to ask; None where a language lacks it."""

    def __init__(self, theme: AppTheme, number: int, parts: Sequence[Part | None], words: Words) -> None:
        super().__init__(theme)
        for line in zip_longest(*(_lines(number, part, words) for part in parts)):
            if any(text is not None for text in line):
                self.add_line(line)


class MomentPiece(BookletPiece):
    """One moment: what has happened, what to say, what to do next, and when to stop."""

    def __init__(self, theme: AppTheme, moments: Sequence[Moment | None], words: Words) -> None:
        super().__init__(theme)
        self.add_line([_moment(moment, words) if moment else None for moment in moments])


def _lines(number: int, part: Part | None, words: Words) -> Iterator[QWidget | None]:
    """Yield the lines of a part, in one order for all parts; None for a line that it does not have."""
    if part is None:
        return
    tr = words.tr
    yield _head(number, part, words)
    yield spoken(tr("Say"), part.say) if part.say else None
    yield _asked(prompts_heading(part, words), part.questions, words) if part.ask else None
    facts = [fact_text(fact, words) for fact in part.fill_in]
    for title, texts, role in (
        (tr("Steps"), [_step(step, words) for step in part.steps], ""),
        (tr("Tips"), part.tips, "note"),
        (tr("Note-taker"), part.note_taker, "note"),
        (tr("Materials"), part.materials, "note"),
        (tr("Look up before the session"), facts, "note"),
    ):
        yield listed(title, texts, role=role) if texts else None
    told = part.notes is not NotesPolicy.ON and part.kind is not PartKind.BREAK
    yield Label(name_of(part.notes, words), "note") if told else None
    yield from (_card(card, words) for card in part.cards)


def spoken(title: str, texts: Iterable[str]) -> QWidget:
    """Return what is said aloud: large, beside a quiet rule."""
    whole, rule = QWidget(), QFrame()
    rule.setProperty("role", "spoken")
    said = column(Label(title, "section"), *(Label(text, "lead") for text in texts), gap=Space.TIGHT)
    row(rule, (said, 1), gap=Space.BASE, within=whole)
    return whole


def listed(title: str, texts: Sequence[str], *, role: str = "") -> QWidget:
    """Return texts under a heading, several of them with bullets."""
    whole = QWidget()
    lines = (
        [bullet(text, role) for text in texts] if len(texts) > 1 else [Label(text, role) for text in texts]
    )
    column(Label(title, "section"), *lines, gap=Space.HAIR, within=whole)
    return whole


def bullet(text: str, role: str = "") -> QWidget:
    """Return one text of a list."""
    whole, mark = QWidget(), (Label("•", role, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row(mark, (Label(text, role), 1), gap=Space.TIGHT, within=whole)
    return whole


def _head(number: int, part: Part, words: Words) -> QWidget:
    whole = QWidget()
    length = words.tr("{minutes} min", minutes=part.minutes)
    leads = (who_leads(part.lead, words),) if part.lead else ()
    lines = column(
        Label(" · ".join((str(number), length, name_of(part.kind, words), *leads)), "section"),
        Label(title_of(part, words), "title"),
        gap=Space.HAIR,
        within=whole,
    )
    if part.purpose:
        lines.addWidget(Label(part.purpose, "muted"))
    return whole


def _asked(title: str, questions: Sequence[Question], words: Words) -> QWidget:
    card = Card("asked", edge=Space.BASE)
    card.column.setSpacing(Space.TIGHT)
    card.add(Label(title, "section"))
    for question in questions:
        card.add(Label(question.text, "lead"))
        if question.optional:
            card.add(Label(words.tr("may be left out"), "note"))
    return card


def _card(card: GuideCard, words: Words) -> QWidget:
    shown = Card(edge=Space.BASE)
    shown.column.setSpacing(Space.TIGHT)
    shown.add(Label(name_of(card.kind, words), "section"), Label(card.title, "heading"))
    shown.add(*(Label(text, role) for text, role in card_lines(card, words)))
    return shown


def _moment(moment: Moment, words: Words) -> QWidget:
    whole = QWidget()
    lines = column(Label(moment.title, "title"), gap=Space.SNUG, within=whole)
    if moment.happened:
        lines.addWidget(Label(moment.happened, "muted"))
    if moment.say:
        lines.addWidget(spoken(words.tr("Say"), moment.say))
    for title, texts in (
        (words.tr("What to do next"), moment.after),
        (words.tr("When to stop"), moment.stop),
    ):
        if texts:
            lines.addWidget(listed(title, texts))
    return whole


def _step(step: PartStep, words: Words) -> str:
    length = words.tr("{minutes} min", minutes=step.minutes)
    return f"{step.title} ({length}). {step.text}" if step.text else f"{step.title} ({length})"
