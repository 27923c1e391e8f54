"""What the check says of the guide, for how many people, and how long the session is that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from dialogue_desk.desk.guides.live_check import CheckedGuide, CheckedSession, Remark
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.exchange.guide_source import GuideSource, Path
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.thin_bar import ThinBar
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import titled

MOST_SHOWN = 100
"""So many are enough to begin with; the others come when these are fixed."""
_MOST_LETTERS = 80
"""So many of each title say where something is."""


class CheckPane(Card):
    """Tells ``people_chosen`` and, when a sentence is pressed, ``opened(remark)``."""

    people_chosen = Signal(int)
    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, self._words = context.theme, context.words
        tr = context.words.tr
        self._remarks: tuple[Remark, ...] = ()
        self.length, self.bar = Label(role="heading"), ThinBar(tr("Minutes of the session"))
        self.people = Chips(theme, tr("Check for how many people"))
        self.people.chosen.connect(lambda count: self.people_chosen.emit(int(count)))
        self.head = Section(tr("To look at"))
        self.calm = Label(tr("Nothing to fix. It will go well."), "muted")
        self.list = MarkList(theme, tr("What the check says"))
        self.list.setWordWrap(True)
        self.list.opened.connect(self._open)
        edges = (Space.BASE, Space.BASE, Space.BASE, Space.TIGHT)
        asked = Label(tr("Checked for so many people"), "note")
        top = column(
            self.length, self.bar, asked, self.people, self.head, self.calm, gap=Space.TIGHT, margins=edges
        )
        self.add(top, (self.list, 100), STRETCH)

    def show_check(
        self, checked: CheckedGuide, source: GuideSource, here: Path, sizes: Sequence[int]
    ) -> None:
        """Show what was found, and the length of the session ``here``."""
        session = checked.sessions.get(here[0]) if here else None
        self.length.setVisible(session is not None)
        self.bar.setVisible(session is not None)
        if session is not None:
            self.length.setText(length_text(session, self._words))
            self.length.play("warn" if session.late else "heading")
            self.bar.show_progress(min(session.needed, session.plan.minutes), max(1, session.plan.minutes))
        self.people.show_choices([Choice(str(size), str(size)) for size in sizes])
        self.people.choose(str(checked.people))
        if checked.remarks != self._remarks or not self.list.rows():
            self._remarks = checked.remarks
            self._show_remarks(source)

    def take_focus(self) -> None:
        """Put the keyboard on the first sentence, or on the choice of people."""
        if self._remarks:
            self.list.setFocus()
        else:
            self.people.focus_choice()

    def _show_remarks(self, source: GuideSource) -> None:
        words, shown = self._words, self._remarks[:MOST_SHOWN]
        count = len(self._remarks)
        self.head.show_text(words.tr("To look at"), str(count) if count else "")
        self.calm.setVisible(not count)
        self.list.setVisible(bool(count))
        self.list.show_rows([_row(place, remark, source, words) for place, remark in enumerate(shown)])

    def _open(self, row_id: str) -> None:
        self.opened.emit(self._remarks[int(row_id)])


def sizes_of(source: GuideSource) -> list[int]:
    """Return the circles for which a guide can be checked: the smallest, the best and the largest."""
    value = top_value(source, "people").replace("–", "-")
    return sorted({int(size) for one in value.split("-") if (size := one.strip()).isdecimal()})


def length_text(session: CheckedSession, words: Words) -> str:
    """Return how long the parts of a session are, beside what was promised: "112 of 120 min"."""
    return words.tr("{needed} of {planned} min", needed=session.needed, planned=session.plan.minutes)


def place_text(path: Path, source: GuideSource, words: Words) -> str:
    """Return where in a guide a section is: its session and its part."""
    if not path or source.sections[path[0]].beside:
        return words.tr("About this guide")
    titles = [
        shown_title(titled(source.at(path[:depth]).title, words), _MOST_LETTERS)
        for depth in range(1, len(path) + 1)
    ]
    return " · ".join(titles[:2])


def _row(place: int, remark: Remark, source: GuideSource, words: Words) -> MarkRow:
    where = place_text(remark.path, source, words)
    return MarkRow(
        str(place),
        remark.sentence,
        where,
        f"{remark.sentence} {where}",
        icon="" if remark.hint else "warning",
        figure="?" if remark.hint else "",
        quiet=remark.hint,
    )
