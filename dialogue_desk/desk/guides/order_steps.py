"""What a person does to the order of a guide: sessions, parts, steps and cards come, move and go."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.guide_steps import Steps
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange import guide_edits, guide_palette
from dialogue_desk.exchange.guide_source import MOMENTS, Path, Section
from dialogue_desk.words import LANGUAGES, Words

_DELETE = (EditKind.DELETE_SESSION, EditKind.DELETE_PART, EditKind.DELETE_PIECE)
_MOVE = (EditKind.MOVE_SESSION, EditKind.MOVE_PART, EditKind.MOVE_TEXT)


class OrderSteps(Steps):
    """Steps that change the order."""

    def add(self, path: Path, made: Callable[[Words], Section], kind: EditKind) -> None:
        """Add a section, whose first words are in the language of each tree that the app speaks."""
        own = made(self._words_of(self.language))
        new = {
            code: made(self._words_of(code)) if code.partition("-")[0] in LANGUAGES else own
            for code in self.sources
        }
        self.make(kind, guide_edits.with_sections(self.sources, self.language, path, new), path)

    def add_part(self, path: Path, kind: PartKind) -> None:
        """Add a part of a kind."""
        name = guide_edits.free_id(kind, self._names(path[:-1]))
        self.add(path, lambda words: guide_palette.new_part(kind, name, words), EditKind.ADD_PART)

    def add_session(self, path: Path) -> None:
        """Add a session."""
        name = guide_edits.free_id("s1", self._names(()))
        self.add(path, lambda words: guide_palette.new_session(name, words), EditKind.ADD_SESSION)

    def add_card(self, path: Path, kind: CardKind) -> None:
        """Add a card to a part."""
        name = guide_edits.free_id("option", self._names(path[:-1])) if kind is CardKind.OPTION else ""
        self.add(path, lambda words: guide_palette.new_card(kind, name, words), EditKind.ADD_PIECE)

    def add_moment(self) -> Path:
        """Add a moment, with the heading for moments when there is none yet, and return its place."""
        sources, above = guide_edits.with_beside(self.sources, self.language, MOMENTS)
        path = (*above, len(sources[self.language].at(above).sections))
        name = guide_edits.free_id("moment", guide_edits.ids_in(sources, self.language, above))
        made = {code: guide_palette.new_moment(name, self._words_of(code)) for code in sources}
        self.make(EditKind.ADD_PIECE, guide_edits.with_sections(sources, self.language, path, made), path)
        return path

    def delete(self, path: Path) -> None:
        """Delete a section."""
        new = guide_edits.without_section(self.sources, self.language, path)
        self.make(_DELETE[len(path) - 1], new, path)

    def move(self, path: Path, to: Path) -> None:
        """Move a section to where ``to`` is once it has left its own place."""
        new = guide_edits.moved(self.sources, self.language, path, to)
        self.make(_MOVE[len(path) - 1], new, to, origin=path)

    def duplicate(self, path: Path) -> None:
        """Put a copy of a section behind it."""

        def named(title: str) -> str:
            return self._words.tr("{title} (copy)", title=title)

        new = guide_edits.duplicated(self.sources, self.language, path, named)
        self.make(EditKind.DUPLICATE, new, (*path[:-1], path[-1] + 1))

    def _names(self, path: Path) -> set[str]:
        return guide_edits.ids_in(self.sources, self.language, path)

    def _words_of(self, code: str) -> Words:
        return Words(code.partition("-")[0])
