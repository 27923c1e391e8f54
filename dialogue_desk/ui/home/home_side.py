"""The side of Home: the programs with what has arrived, and where files are dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.folders import ProgramEntry, SessionEntry
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.home.home_row import HomeButtons
from dialogue_desk.ui.home.home_text import program_size_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.thin_bar import ThinBar


class HomeSide(QWidget):
    """Shows a card for each program, and one in which files are dropped."""

    def __init__(
        self, buttons: HomeButtons, programs: Iterable[ProgramEntry], entries: Sequence[SessionEntry]
    ) -> None:
        super().__init__()
        self._buttons, self._words = buttons, buttons.words
        cards = [self._program(program, entries) for program in programs]
        title = self._words.tr("Program") if len(cards) == 1 else self._words.tr("Programs")
        heading = [Label(title, "heading")] if cards else []
        give = buttons.make(
            "give:", self._words.tr("Give this app to another facilitator …"), Weight.QUIET, "export"
        )
        column(*heading, *cards, self._drop(), flowing(give), STRETCH, gap=Space.SNUG, within=self)

    def _program(self, one: ProgramEntry, entries: Sequence[SessionEntry]) -> Card:
        words, make = self._words, self._buttons.make
        circles = {circle.id for circle in one.circles}
        sessions = [entry for entry in entries if entry.circle_id in circles]
        card = Card(edge=Space.BASE)
        card.column.setSpacing(Space.TIGHT)
        name = one.program.name if one.program else words.tr("Circles without a program")
        card.add(Label(name, "strong"))
        if one.program is not None and one.program.sample:
            card.add(Label(words.tr("Sample, to play with. Nothing in it is real."), "note"))
        if one.program is None:
            card.add(Label(program_size_text(len(circles), len(sessions), words), "note"))
        else:
            arrived = sum(entry.phase is Phase.CLOSED for entry in sessions)
            total = max(len(circles) * one.program.sessions, arrived)
            bar = ThinBar(words.tr("Sessions that have arrived"))
            bar.show_progress(arrived, total)
            said = words.ntr(
                "{arrived} of {count} session has arrived",
                "{arrived} of {count} sessions have arrived",
                total,
                arrived=words.number(arrived),
            )
            card.add(bar, Label(said, "note"))
        opens = words.tr("Open the program") if one.program else words.tr("Open")
        open_it = make(f"program:{one.id or ''}", opens)
        open_it.setAccessibleName(f"{open_it.text()}: {name}")
        more = [self._buttons.more(one.id)] if one.id else []
        for button in more:
            button.setAccessibleName(f"{button.text()}: {name}")
        card.add(flowing(open_it, *more))
        if one.program is not None and one.program.sample:
            delete = make("throw:", words.tr("Delete the sample"), Weight.QUIET, "trash")
            card.add((delete, 0, Qt.AlignmentFlag.AlignLeft))
        return card

    def _drop(self) -> Card:
        card = Card("drop", edge=Space.BASE)
        centred = Qt.AlignmentFlag.AlignHCenter
        said = Label(self._words.tr("Drop files from facilitators here, or"), "note")
        said.setAlignment(centred)
        open_it = self._buttons.make("open:", self._words.tr("Open a file or folder"), icon="folder")
        card.add(said, (open_it, 0, centred))
        return card
