"""What is worth another look before a session leaves, said plainly: it holds nothing up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.notes import Consent, NoteKind
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.ui.session.closing.passage import Passage
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.picture import Picture
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


@dataclass(frozen=True, slots=True)
class OpenThing:
    """A sentence, and the things it is about."""

    icon: str
    sentence: str
    about: tuple[str, ...] = ()


def open_things(folder: SessionFolder, words: Words) -> Iterator[OpenThing]:
    """Yield what a person may still want to do for a session."""
    if folder.clashes:
        yield OpenThing(
            "people",
            words.ntr(
                "{count} thing was changed on two laptops. Somebody has to choose the wording.",
                "{count} things were changed on two laptops. Somebody has to choose the wordings.",
                folder.clashes,
            ),
        )
    missing = _wanted_and_missing(folder, words)
    if missing:
        yield OpenThing("note", words.tr("The guide asked for more than was written down."), missing)
    unasked = sum(note.body.consent is Consent.NOT_ASKED for note in folder.notes_of(NoteKind.QUOTE))
    if unasked:
        yield OpenThing(
            "quote",
            words.ntr(
                "{count} quote stays here until somebody asks whether it may be repeated.",
                "{count} quotes stay here until somebody asks whether they may be repeated.",
                unasked,
            ),
        )


class StillOpen(Passage):
    """Lists the open things.  Hidden when there is none."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(words.tr("Worth another look"))
        self._theme, self._words = theme, words
        self._shown: tuple[OpenThing, ...] | None = None

    def show_folder(self, folder: SessionFolder) -> None:
        """Show what is open in a session."""
        shown = tuple(open_things(folder, self._words))
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(bool(shown))
        self.fill(*map(self._row, shown))

    def _row(self, thing: OpenThing) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        line.addWidget(Picture(self._theme, thing.icon), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addWidget(Label(thing.sentence))
        for about in thing.about:
            words.addWidget(Label(about, "note"))
        line.addLayout(words, 1)
        return row


def _wanted_and_missing(folder: SessionFolder, words: Words) -> tuple[str, ...]:
    """Say for each part what kinds it asked for and did not get.

    A part that was left out asks nothing, nor does a session in which no notes were taken.
    """
    if not folder.notes:
        return ()
    caught = {(note.body.part, note.body.kind) for note in folder.notes}
    visited = folder.live.visited
    said = []
    for index, part in enumerate(folder.plan.parts):
        lacking = [name_of(kind, words).lower() for kind in part.wanted if (part.id, kind) not in caught]
        if lacking and (not visited or index in visited):
            said.append(words.tr("{part} · {kinds}: none yet", part=part.title, kinds=", ".join(lacking)))
    return tuple(said)
