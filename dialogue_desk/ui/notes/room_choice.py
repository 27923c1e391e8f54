"""How much of the notes that are read back the room display shows."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal

from dialogue_desk.domain.closing.read_back import for_room_display
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_content import ReadAloud
from dialogue_desk.ui.room.room_page import room_page
from dialogue_desk.ui.widgets.chips import Chips, Choice


class RoomReadBack(StrEnum):
    """How much of the notes the room sees."""

    NOTHING = "nothing"
    THIS = "this"
    PAGE = "page"
    """The circle's own page, on which the note that is read is marked."""


class RoomChoice(Chips):
    """The choice of what the room sees of the notes.

    ``lines_changed`` carries the lines to show, or the page; None takes the notes off the room display.
    """

    lines_changed = Signal(object)

    def __init__(self, context: Context) -> None:
        tr = context.words.tr
        choices = (
            Choice(RoomReadBack.NOTHING, tr("Not on room display")),
            Choice(RoomReadBack.THIS, tr("This note")),
            Choice(RoomReadBack.PAGE, tr("Our page")),
        )
        super().__init__(context.theme, tr("Notes on the room display"), choices)
        self._words = context.words
        self._folder: SessionFolder | None = None
        self._entries: Sequence[Entry] = ()
        self._here = ""
        self._shown: ReadAloud | None = None
        self.choose(RoomReadBack.NOTHING)
        self.chosen.connect(lambda _: self._update())

    def follow(self, folder: SessionFolder, entries: Sequence[Entry], here: str) -> None:
        """Show ``entries`` as far as the choice says; ``here`` is the one that is read now."""
        self._folder, self._entries, self._here = folder, entries, here
        self._update()

    def clear(self) -> None:
        """Take the notes off the room display."""
        self.choose(RoomReadBack.NOTHING)
        self._update()

    def _update(self) -> None:
        shown = self._chosen_for_room()
        if shown != self._shown:
            self._shown = shown
            self.lines_changed.emit(shown)

    def _chosen_for_room(self) -> ReadAloud | None:
        match self.choice():
            case RoomReadBack.THIS:
                return for_room_display(one for one in self._entries if one.id == self._here)
            case RoomReadBack.PAGE if self._folder is not None:
                return room_page(self._folder, self._entries, self._here, self._words)
            case _:
                return None
