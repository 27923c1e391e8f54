"""What a person does to the words and figures of a guide, each as a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desk.desk.guides.edit_history import EditKind, Step
from dialogue_desk.desk.guides.guide_editing import GuideEditing
from dialogue_desk.exchange import guide_edits, section_texts
from dialogue_desk.exchange.guide_edits import Sources
from dialogue_desk.exchange.guide_source import GuideSource, Path, Section
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.words import Words

TIME_FIGURES = ("minutes", "floor", "each", "pause", "silence", "at")


class Steps:
    """Makes steps on one guide, whose words are typed in one ``language``; ``told`` hears of each."""

    def __init__(
        self, editing: GuideEditing, language: str, words: Words, told: Callable[[Step], None]
    ) -> None:
        self._editing, self._words, self._told = editing, words, told
        self.language = language

    @property
    def sources(self) -> Sources:
        """The guide as it is now, in all its languages."""
        return self._editing.sources

    @property
    def source(self) -> GuideSource:
        """The guide as it is now, in the language in which it is edited."""
        return self._editing.sources[self.language]

    @property
    def original(self) -> bool:
        """Whether the language in which it is edited is the one that the guide was written in first."""
        return self.language == next(iter(self.sources))

    def make(
        self, kind: EditKind, sources: Sources, path: Path = (), field: str = "", *, origin: Path = ()
    ) -> None:
        """Make a step, and tell it when it changed anything."""
        step = Step(kind, sources, path, self.language, field, origin or path)
        if self._editing.history.make(step):
            self._told(step)


class WordSteps(Steps):
    """Steps that change words and figures."""

    def title(self, path: Path, title: str) -> None:
        """Give a section another title."""
        new = guide_edits.with_title(self.sources, self.language, path, title, follow=self.original)
        self.make(EditKind.TYPE, new, path, "title")

    def top(self, key: str, value: str) -> None:
        """Say something else at the top of the guide."""
        new = guide_edits.with_top(self.sources, self.language, key, value, follow=self.original)
        self.make(EditKind.TYPE, new, (), key)

    def text(self, path: Path, sort: Sort, place: int, text: str) -> None:
        """Give one text other words."""
        field, typing = f"{sort}/{place}", self._editing.history.typing()
        added = typing is not None and (typing.kind, typing.path, typing.field, typing.language) == (
            EditKind.ADD_TEXT,
            path,
            field,
            self.language,
        )
        follow = added or self.original
        new = guide_edits.with_text(self.sources, self.language, path, (sort, place), text, follow=follow)
        self.make(EditKind.ADD_TEXT if added else EditKind.TYPE, new, path, field)

    def only_text(self, path: Path, sort: Sort, text: str) -> None:
        """Give the one text of a sort other words; an empty one leaves it out."""
        new = guide_edits.with_only_text(self.sources, self.language, path, sort, text, follow=self.original)
        self.make(EditKind.TYPE if sort.translated else EditKind.CHANGE_DETAIL, new, path, f"{sort}")

    def card_text(self, path: Path, text: str) -> None:
        """Give a card other words."""
        new = guide_edits.with_card_text(self.sources, self.language, path, text, follow=self.original)
        self.make(EditKind.TYPE, new, path, "card")

    def add_text(self, path: Path, sort: Sort, place: int, text: str) -> None:
        """Add a text; what is typed into it next belongs to the same step."""
        new = guide_edits.changed(
            self.sources,
            self.language,
            path,
            lambda section: section_texts.with_new_text(section, sort, place, text),
        )
        self.make(EditKind.ADD_TEXT, new, path, f"{sort}/{place}")

    def delete_text(self, path: Path, sort: Sort, place: int) -> None:
        """Delete a text in every language."""

        def change(section: Section) -> Section:
            there = place < len(section_texts.texts(section, sort))
            return section_texts.without_text(section, sort, place) if there else section

        new = guide_edits.changed(self.sources, self.language, path, change)
        self.make(EditKind.DELETE_TEXT, new, path)

    def move_text(self, path: Path, sort: Sort, place: int, to: int) -> None:
        """Move a text among those of its sort."""

        def change(section: Section) -> Section:
            there = max(place, to) < len(section_texts.texts(section, sort))
            return section_texts.with_moved_text(section, sort, place, to) if there else section

        self.make(EditKind.MOVE_TEXT, guide_edits.changed(self.sources, self.language, path, change), path)

    def let_leave_out(self, path: Path, place: int, *, on: bool) -> None:
        """Let a question be left out, or not."""

        def change(section: Section) -> Section:
            there = place < len(section_texts.texts(section, Sort.ASK))
            return section_texts.with_optional(section, place, on=on) if there else section

        self.make(
            EditKind.CHANGE_DETAIL, guide_edits.changed(self.sources, self.language, path, change), path
        )

    def figure(self, path: Path, key: str, value: str | None) -> None:
        """Change a figure of a section; None leaves it out."""
        kind = EditKind.CHANGE_TIME if key in TIME_FIGURES else EditKind.CHANGE_DETAIL
        new = guide_edits.with_figure(self.sources, self.language, path, key, value)
        self.make(kind, new, path, key)

    def fix(self, path: Path, key: str, value: str) -> None:
        """Change a figure as the check offers it, which is a step of its own."""
        new = guide_edits.with_figure(self.sources, self.language, path, key, value)
        self.make(EditKind.FIX, new, path)

    def mark(self, path: Path, mark: str, *, on: bool) -> None:
        """Mark a section with a word such as ``.joint``, or take the mark off."""
        new = guide_edits.with_mark(self.sources, self.language, path, mark, on=on)
        self.make(EditKind.CHANGE_DETAIL, new, path)

    def add_beside_text(self, title: str, text: str) -> None:
        """Add the first text of a section beside the sessions, which is made with it."""
        sources, path = guide_edits.with_beside(self.sources, self.language, title)
        new = guide_edits.changed(
            sources, self.language, path, lambda one: section_texts.with_new_text(one, Sort.ASK, 0, text)
        )
        self.make(EditKind.ADD_TEXT, new, path, f"{Sort.ASK}/0")
