"""A page of a guide to scroll through: its front with the contents, one session, or a deck of moments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import Guide, Part, SessionPlan
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.ui.guides.guide_cover import GuideContents, GuideCover, session_facts, session_names
from dialogue_desk.ui.guides.guide_text import BookletPiece, MomentPiece, PartText, listed
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.mark_list import MarkRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of

ABOUT, RULES, TERMS = "#about", "#rules", "#terms"
"""Places that are no part; no id of a part has such a sign."""

_ICONS = {ABOUT: "guide", RULES: "rules", TERMS: "question"}


def moment_place(moment_id: str) -> str:
    """Return the place of a moment, which may have the id of a part."""
    return f"#moment-{moment_id}"


class BookletPage(ScrollColumn):
    """Shows ``guides``, which are one guide in the languages that are wanted side by side.

    ``outline`` has a row for each place on the page; ``session_wanted(place)`` tells which session to open.
    """

    session_wanted = Signal(int)

    def __init__(self, theme: AppTheme, guides: Sequence[Guide], words: Words) -> None:
        super().__init__(theme, characters=72 * len(guides), centred=True, edge=Space.VAST)
        self._guides, self._words = guides, words
        self.outline: list[MarkRow] = []
        self._places: dict[str, QWidget] = {}
        self._wanted = ""
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.scroll_to(self._wanted))
        self.verticalScrollBar().actionTriggered.connect(lambda _: self._forget_wanted())
        self.body.setSpacing(Space.WIDE)
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(guides[0].title)

    def add_front(self, languages: Sequence[str]) -> None:
        """Add what the guide is, its contents where it has several sessions, and its ground rules."""
        cover = GuideCover(self._theme, self._guides, languages, self._words)
        self._add_place(ABOUT, self._words.tr("About this guide"), "", cover)
        if len(self._guides[0].sessions) > 1:
            contents = GuideContents(self._theme, self._guides, self._words)
            contents.wanted.connect(self.session_wanted)
            self.add(contents)
        rules = [guide.ground_rules for guide in self._guides]
        self._add_lists(RULES, self._words.tr("Ground rules to begin with"), rules)

    def add_session(self, plan_id: str) -> None:
        """Add a session with all its parts."""
        words = self._words
        plans = [_plan_of(guide, plan_id) for guide in self._guides]
        first = next(plan for plan in plans if plan is not None)
        head = BookletPiece(self._theme)
        head.add_line([_session_head(guide, plan_id, words) for guide in self._guides])
        self.add(Hairline(), head) if self.outline else self.add(head)
        before = [plan.before if plan else () for plan in plans]
        self._add_lists("", words.tr("Before the session"), before)
        for place, part in enumerate(first.parts, 1):
            same = [_part_of(plan, part.id) for plan in plans]
            length = words.tr("{minutes} min", minutes=part.minutes)
            self.add(Hairline())
            piece = PartText(self._theme, place, same, words)
            self._add_place(part.id, title_of(part, words), length, piece, str(place))

    def add_back(self) -> None:
        """Add the words that not everyone knows, and the moments of the guide."""
        terms = [[f"{term.word}: {term.meaning}" for term in guide.glossary] for guide in self._guides]
        self._add_lists(TERMS, self._words.tr("Words that not everyone knows"), terms)
        if any(guide.moments for guide in self._guides):
            self.add(Hairline(), Label(self._words.tr("When it gets hot"), "title"))
            self._add_moments()

    def add_deck(self) -> None:
        """Add what a deck of moments is, and its moments."""
        self.add(GuideCover(self._theme, self._guides, (), self._words))
        self._add_moments()

    def open_at(self, place: str) -> None:
        """Show ``place`` at the top until a person scrolls: what is above it may be laid out later."""
        self._wanted = place
        self.scroll_to(place)

    def _add_moments(self) -> None:
        for number, moment in enumerate(self._guides[0].moments, 1):
            same = [_moment_of(guide, moment.id) for guide in self._guides]
            place = moment_place(moment.id)
            self._add_place(place, moment.title, "", MomentPiece(self._theme, same, self._words), str(number))

    def scroll_to(self, place: str) -> None:
        """Show ``place`` at the top; an unknown one changes nothing."""
        if place in self._places:
            top = self._places[place].mapTo(self.ground, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(0 if place == ABOUT else top - Space.SNUG)

    def place_in_sight(self) -> str:
        """Return the place that is being read."""
        edge = self.verticalScrollBar().value() + self.viewport().height() // 3
        tops = ((place, one.mapTo(self.ground, QPoint(0, 0)).y()) for place, one in self._places.items())
        begun = [place for place, top in tops if top <= edge]
        return begun[-1] if begun else next(iter(self._places), "")

    def _forget_wanted(self) -> None:
        self._wanted = ""

    def _add_place(self, place: str, title: str, detail: str, piece: QWidget, figure: str = "") -> None:
        said = ". ".join(filter(None, (figure, title, detail)))
        self.outline.append(MarkRow(place, title, detail, said, _ICONS.get(place, ""), figure))
        self._places[place] = piece
        self.add(piece)

    def _add_lists(self, place: str, title: str, lists: Sequence[Sequence[str]]) -> None:
        if not any(lists):
            return
        piece = BookletPiece(self._theme)
        piece.add_line([listed(title, texts) if texts else None for texts in lists])
        if place:
            self._add_place(place, title, "", piece)
        else:
            self.add(piece)


def _session_head(guide: Guide, plan_id: str, words: Words) -> QWidget | None:
    plan = _plan_of(guide, plan_id)
    if plan is None:
        return None
    several = len(guide.sessions) > 1
    name = session_names(guide, words)[guide.sessions.index(plan)] if several else title_of(plan, words)
    whole = QWidget()
    lines = column(gap=Space.TIGHT, within=whole)
    lines.addWidget(Label(session_facts(plan, words), "section", heads=False))
    if several or name != guide.title:
        lines.addWidget(Label(name, "headline", heads=True))
    if plan.goal:
        lines.addWidget(Label(plan.goal, "lead"))
    return whole


def _plan_of(guide: Guide, plan_id: str) -> SessionPlan | None:
    return next((plan for plan in guide.sessions if plan.id == plan_id), None)


def _part_of(plan: SessionPlan | None, part_id: str) -> Part | None:
    return next((part for part in plan.parts if part.id == part_id), None) if plan else None


def _moment_of(guide: Guide, moment_id: str) -> Moment | None:
    return next((moment for moment in guide.moments if moment.id == moment_id), None)
