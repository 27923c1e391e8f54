"""The tables of themes: how many circles raised each, and under which themes each line stands.

They count as the app does: circles, by what everyone may read, under the themes that organizers gave a note
where they gave it any, under one theme for all that are one to a reader, and for wider themes too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.closing.leaving import Profile, lets
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.organizing import Coding
from dialogue_desk.domain.overview.program_themes import of_each_program
from dialogue_desk.domain.overview.session_folder import Entry, SessionFolder, Stored, stored
from dialogue_desk.domain.overview.theme_tree import ThemeTree
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, several, yes


@dataclass(frozen=True, slots=True)
class ThemesOfLines:
    """Under which themes lines stand: as circles wrote them, and as they count.

    ``together`` are themes that are one to a reader, the one that stands for them first, by name; ``tree``
    says which is under which.  ``written`` are the themes of each line in the circle's own words.
    """

    together: tuple[Sequence[Stored[Theme]], ...]
    tree: ThemeTree
    names: Mapping[RecordId, str]
    written: Mapping[RecordId, tuple[RecordId, ...]]
    codings: Mapping[RecordId, tuple[RecordId, ...]]

    @classmethod
    def of(cls, records: Sequence[Record], circles: Mapping[RecordId, Circle]) -> ThemesOfLines:
        """Return what records say of themes; those that are one stand where the first of them stands."""
        themes = stored(records, Theme)
        places = {theme.id: place for place, theme in enumerate(themes)}
        together = sorted(of_each_program(themes, circles), key=lambda one: places[one[0].id])
        tree = ThemeTree.of(together, None)
        bodies = ((record.id, record.body) for record in records)
        return cls(
            tuple(together),
            tree,
            {theme.id: theme.body.name for theme in themes},
            {line: body.themes for line, body in bodies if isinstance(body, Note | ActionIdea)},
            {coding.body.note: coding.body.themes for coding in stored(records, Coding)},
        )

    def by_circle(self, line: Entry) -> tuple[RecordId, ...]:
        """Return the themes under which a circle put a line, one for all that are one to a reader."""
        return self.tree.standing(self.written.get(line.id, line.body.themes))

    def counted(self, line: Entry) -> tuple[RecordId, ...]:
        """Return the themes under which a line counts, and wider ones; none where not all may read it."""
        if not lets(Profile.EVERYONE, line.body):
            return ()
        return self.tree.with_wider(self.tree.standing(self.codings.get(line.id, line.body.themes)))

    def by_organizers(self, line: Entry) -> tuple[RecordId, ...]:
        """Return the themes under which organizers count a note; none where they say nothing of it."""
        return self.tree.standing(self.codings.get(line.id, ()))

    def written_as(self, line: Entry, theme: RecordId) -> str:
        """Return how a circle wrote a theme of a line; "" where only organizers put it there."""
        own = (one for one in self.written.get(line.id, ()) if self.tree.instead.get(one, one) == theme)
        return several([self.names[one] for one in own if one in self.names])

    def named(self, themes: Iterable[RecordId]) -> str:
        """Return the names of themes in one cell."""
        return several([self.names[theme] for theme in themes])


def _themes(source: TableSource) -> Rows:
    known = ThemesOfLines.of(source.records, source.circles)
    counted = _counts(source, known)
    for together in known.together:
        theme, counts = together[0], list(counted[together[0].id].values())
        circle = source.circles.get(theme.owner)
        program_id = circle.program if circle else theme.owner
        written = {one.body.name for one in together} - {theme.body.name}
        wider = known.tree.under.get(theme.id, RecordId(""))
        yield (
            theme.id,
            program_id or "",
            source.program_name(program_id),
            circle.code if circle else "",
            theme.body.name,
            several(sorted(written, key=look_up_order)),
            several([f"{language}: {name}" for language, name in theme.body.names]),
            wider,
            known.names.get(wider, ""),
            yes(theme.id in known.tree.aside),
            len(counts),
            sum(notes for notes, _ in counts),
            sum(actions for _, actions in counts),
        )


def _theme_counts(source: TableSource) -> Rows:
    known = ThemesOfLines.of(source.records, source.circles)
    counted = _counts(source, known)
    for together in known.together:
        theme = together[0]
        for circle_id, (notes, actions) in counted[theme.id].items():
            yield theme.id, theme.body.name, circle_id, source.circle_code(circle_id), notes, actions


def _note_themes(source: TableSource) -> Rows:
    known = ThemesOfLines.of(source.records, source.circles)
    for folder in source.folders:
        for note in folder.notes:
            yield from _rows(known, folder, note)


def _action_themes(source: TableSource) -> Rows:
    known = ThemesOfLines.of(source.records, source.circles)
    for folder in source.folders:
        for action in folder.actions:
            yield from _rows(known, folder, action)


def _rows(known: ThemesOfLines, folder: SessionFolder, line: Entry) -> Rows:
    by_circle, counted = known.by_circle(line), known.counted(line)
    for theme in dict.fromkeys((*by_circle, *counted)):
        yield (
            line.id,
            line_code(line.id),
            folder.id,
            folder.circle_id,
            folder.circle.code,
            theme,
            known.names[theme],
            known.written_as(line, theme),
            yes(theme in by_circle),
            yes(theme in counted),
        )


def _counts(source: TableSource, known: ThemesOfLines) -> Mapping[RecordId, dict[RecordId, tuple[int, int]]]:
    """Return for each theme the circles that raised it, each with its number of notes and of action ideas."""
    found: dict[RecordId, dict[RecordId, tuple[int, int]]] = {one[0].id: {} for one in known.together}
    for folder in source.folders:
        lines: Sequence[Entry] = (*folder.notes, *folder.actions)
        for line in lines:
            for theme in known.counted(line):
                notes, actions = found[theme].get(folder.circle_id, (0, 0))
                is_note = isinstance(line.body, Note)
                found[theme][folder.circle_id] = (notes + is_note, actions + (not is_note))
    return found


_LINE_THEMES = "line_code session_id circle_id circle theme_id theme written_as by_circle counted"

OF_THEMES: tuple[RowsOf, ...] = (
    (
        "themes",
        "theme_id program_id program own_theme_of theme also_written names under_theme_id under_theme aside"
        " circles notes actions",
        _themes,
    ),
    ("themes_by_circle", "theme_id theme circle_id circle notes actions", _theme_counts),
    ("note_themes", f"note_id {_LINE_THEMES}", _note_themes),
    ("action_themes", f"action_id {_LINE_THEMES}", _action_themes),
)
