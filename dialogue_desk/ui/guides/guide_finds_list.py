"""What was found in all guides: by guide and session, with the words found in bold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.domain.guides.guide_search import GuideFinds, GuideHit
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.guide_cover import session_names
from dialogue_desk.ui.search.hit_list import HitList, HitRow
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.guide_names import guide_name_of
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.part_names import title_of

_ANNOUNCE_AFTER_MS = 700
"""How long no key is pressed before a screen reader says how many were found."""

_CHARACTERS = 100
"""How wide what was found is."""


class GuideFindsList(QWidget):
    """Lists hits; ``opened(GuideHit)`` tells which one a person opens."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        theme, words, tr = context.theme, context.words, context.words.tr
        self._context, self._words = context, words
        self._found: tuple[GuideHit, ...] = ()
        self._announced = ""
        self._head, self._more = Section(tr("What was found")), Label(role="note")
        self.hits = HitList(theme, tr("What was found"))
        self.hits.opened.connect(lambda row: self.opened.emit(self._found[int(row)]))
        sentence = tr("No guide has all these words. Try fewer words.")
        self._none = EmptyState(theme, "search", tr("Nothing found"), sentence)
        self._below = QStackedWidget()
        self._below.addWidget(self.hits)
        self._below.addWidget(self._none)
        self._column = QWidget()
        edges = (Space.WIDE, Space.BASE, Space.WIDE, 0)
        column(self._head, self._more, (self._below, 1), gap=Space.TIGHT, margins=edges, within=self._column)
        row(STRETCH, (self._column, 1_000), STRETCH, gap=None, within=self)
        theme.changed.connect(self._fit)
        self._fit()
        self._announce_timer = QTimer(self, singleShot=True, interval=_ANNOUNCE_AFTER_MS)
        self._announce_timer.timeout.connect(self._announce)

    def show_finds(self, finds: GuideFinds, guides: Mapping[tuple[str, str], Guide]) -> None:
        """Show what was found in ``guides``, which are by key and language."""
        words = self._words
        self._found = finds.hits
        self.hits.show_rows(find_rows(finds.hits, guides, words))
        self.hits.clearSelection()
        self.hits.setCurrentIndex(self.hits.model().index(-1, 0))
        self.hits.scrollToTop()
        self._head.show_text(words.tr("What was found"), _how_many(finds, words))
        self._more.setHidden(finds.count <= len(finds.hits))
        self._more.setText(
            words.ntr(
                "Showing the first {count}. Add a word to find fewer.",
                "Showing the first {count}. Add a word to find fewer.",
                len(finds.hits),
            )
        )
        self._below.setCurrentWidget(self.hits if finds.hits else self._none)
        self._announced = _how_many(finds, words) or words.tr("Nothing found")
        self._announce_timer.start()

    def _fit(self) -> None:
        self._column.setMaximumWidth(self._context.theme.measure(characters=_CHARACTERS) + 2 * Space.WIDE)

    def _announce(self) -> None:
        if self.isVisible():
            self._context.announcer.announce(self._announced)


def find_rows(
    hits: Iterable[GuideHit], guides: Mapping[tuple[str, str], Guide], words: Words
) -> list[HitRow]:
    """Return a row for each hit; the first one of each session says where it is."""
    rows: list[HitRow] = []
    for number, hit in enumerate(hits):
        guide = guides[hit.place.key, hit.place.language]
        where = _where(hit, guide, words)
        again = bool(rows) and rows[-1].where == where
        text = hit.excerpt.text.replace("\n", " ")
        rows.append(HitRow(str(number), where, text, hit.excerpt.marks, _label(hit, guide, words), again))
    return rows


def _how_many(finds: GuideFinds, words: Words) -> str:
    return words.ntr("{count} found", "{count} found", finds.count) if finds.count else ""


def _where(hit: GuideHit, guide: Guide, words: Words) -> str:
    said = [shown_title(guide.title)]
    if hit.place.plan and len(guide.sessions) > 1:
        places = [plan.id for plan in guide.sessions]
        said.append(session_names(guide, words)[places.index(hit.place.plan)])
    if hit.place.language != words.language:
        said.append(own_name(hit.place.language))
    return " · ".join(said)


def _label(hit: GuideHit, guide: Guide, words: Words) -> str:
    said = [guide_name_of(hit.kind, words)]
    if hit.place.plan and hit.place.part:
        parts = guide.session(hit.place.plan).parts
        number = [part.id for part in parts].index(hit.place.part)
        said.append(words.tr("{number}. {part}", number=number + 1, part=title_of(parts[number], words)))
    elif hit.place.part:
        said += [moment.title for moment in guide.moments if moment.id == hit.place.part]
    return " · ".join(said)
