"""What was caught, by kind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.titled_block import CloseSection
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


class NoteCountsSection(CloseSection):
    """How many notes of each kind there are, and how many action ideas."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(words.tr("Notes so far"))
        self._theme, self._words = theme, words
        self._shown: tuple[str, ...] | None = None

    def show_folder(self, folder: SessionFolder) -> None:
        """Count what a session holds."""
        words = self._words
        counts = [(kind, len(folder.notes_of(kind))) for kind in NoteKind]
        shown = [f"{name_of(kind, words)} {count}" for kind, count in counts if count]
        if folder.actions:
            shown.append(words.tr("Action ideas {count}", count=len(folder.actions)))
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        self.count(words.ntr("{count} note", "{count} notes", len(folder.notes)) if shown else "")
        if not shown:
            self.fill(Label(words.tr("Nothing was written down in this session."), "muted"))
            return
        ground = QWidget()
        flow = FlowLayout(ground)
        for text in shown:
            flow.addWidget(Pill(self._theme, text, Tone.PLAIN))
        self.fill(ground)
