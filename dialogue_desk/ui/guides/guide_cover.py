"""The first page of a guide: what it is, for whom, and its sessions as a list of contents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_desk.domain.model.guide import Audience, Guide, SessionPlan
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.ui.guides.guide_text import BookletPiece
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.part_names import title_of


class GuideCover(BookletPiece):
    """The title, the summary and the facts of a guide, in each language that is shown."""

    def __init__(
        self, theme: AppTheme, guides: Sequence[Guide], languages: Sequence[str], words: Words
    ) -> None:
        super().__init__(theme)
        self.add_line([_headed(guide) for guide in guides])
        if guides[0].sessions:
            self.lines.addWidget(_facts(guides[0], languages, words))


class GuideContents(QWidget):
    """The sessions of a guide; ``wanted(place)`` tells which one to open, from 0."""

    wanted = Signal(int)

    def __init__(self, theme: AppTheme, guides: Sequence[Guide], words: Words) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        lines = column(Label(words.tr("Contents"), "section"), gap=Space.TIGHT, within=self)
        names = session_names(guides[0], words)
        for place, plan in enumerate(guides[0].sessions):
            button = Button(theme, names[place], weight=Weight.QUIET, icon="next", trailing=True)
            button.clicked.connect(lambda _checked=False, to=place: self.wanted.emit(to))
            self.buttons.append(button)
            low = Qt.AlignmentFlag.AlignVCenter
            length = (Label(session_facts(plan, words), "note", wrap=False), 0, low)
            piece = BookletPiece(theme)
            piece.lines.setSpacing(0)
            piece.lines.addLayout(row(button, STRETCH, length, gap=Space.SNUG))
            piece.add_line([_goal(guide, plan.id) for guide in guides])
            piece.setContentsMargins(0, 0, 0, Space.TIGHT)
            lines.addWidget(piece)
            if place + 1 < len(guides[0].sessions):
                lines.addWidget(Hairline())


def session_names(guide: Guide, words: Words) -> tuple[str, ...]:
    """Return what each session is called: its number and title, and the title alone of an optional one."""
    number, names = 0, []
    for plan in guide.sessions:
        title = title_of(plan, words)
        if plan.optional:
            names.append(title)
        else:
            number += 1
            names.append(words.tr("{number}. {part}", number=number, part=title))
    return tuple(names)


def session_facts(plan: SessionPlan, words: Words) -> str:
    """Return how long a session is, and what is special about it."""
    said = [words.tr("{minutes} min", minutes=plan.minutes)]
    if plan.joint:
        said.append(words.tr("all circles together"))
    if plan.optional:
        said.append(words.tr("optional"))
    return " · ".join(said)


def requirements_text(guide: Guide, words: Words) -> str:
    """Return how many people, sessions and minutes a guide is made for."""
    return " · ".join((people_text(guide, words), sessions_text(guide, words)))


def people_text(guide: Guide, words: Words) -> str:
    """Return for how many people a guide is made."""
    least, most = guide.people
    return words.tr("{least} to {most} people", least=least, most=most)


def sessions_text(guide: Guide, words: Words) -> str:
    """Return how many sessions a guide has, and how long they are."""
    sessions = words.ntr("{count} session", "{count} sessions", len(guide.sessions))
    lengths = sorted({plan.minutes for plan in guide.sessions})
    if len(lengths) == 1:
        each = words.tr("{minutes} min", minutes=lengths[0])
    else:
        each = words.tr("{least} to {most} min", least=lengths[0], most=lengths[-1])
    return f"{sessions} · {each}"


def audience_text(guide: Guide, words: Words) -> str:
    """Return for whom a guide is written; "" where it does not say."""
    match guide.audience:
        case Audience.ADULTS:
            return words.tr("Adults")
        case Audience.YOUTH:
            return words.tr("Young people")
        case Audience.MIXED:
            return words.tr("Adults and young people")
        case None:
            return ""


def _headed(guide: Guide) -> QWidget:
    whole = QWidget()
    summary = [Label(guide.summary, "lead")] if guide.summary else []
    column(Label(shown_title(guide.title), "headline", heads=True), *summary, gap=Space.SNUG, within=whole)
    return whole


def _facts(guide: Guide, languages: Sequence[str], words: Words) -> QWidget:
    tr = words.tr
    people = people_text(guide, words)
    if guide.best is not None:
        people = tr("{people}, best with {best}", people=people, best=guide.best)
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.WIDE)
    grid.setVerticalSpacing(Space.HAIR)
    grid.setColumnStretch(1, 1)
    facts = (
        (tr("For whom"), audience_text(guide, words)),
        (tr("Circle"), people),
        (tr("Length"), sessions_text(guide, words) if guide.sessions else ""),
        (tr("Languages"), ", ".join(map(own_name, languages))),
        (tr("Credit"), guide.credit),
        (tr("License"), guide.license),
        (tr("Version"), guide.version),
    )
    for place, (name, fact) in enumerate((name, fact) for name, fact in facts if fact):
        grid.addWidget(Label(name, "muted", wrap=False), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(fact), place, 1)
    return whole


def _goal(guide: Guide, plan_id: str) -> QWidget | None:
    goal = next((plan.goal for plan in guide.sessions if plan.id == plan_id), "")
    if not goal:
        return None
    label = Label(goal, "muted")
    label.setContentsMargins(Space.BASE, 0, 0, 0)  # under the words of the button
    return label
