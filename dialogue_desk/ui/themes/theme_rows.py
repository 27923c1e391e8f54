"""What stands in the list of a program's themes: shelves of notes, then themes, each under its wider one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.note_filter import NoteFilter, NoteIndex, Shelf
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.ui.themes.theme_colors import color_name
from dialogue_desk.ui.themes.theme_list import ThemeRow
from dialogue_desk.words import Words

_SHELF = "shelf "


def shelf_id(shelf: Shelf) -> str:
    """Return the id of the row of a shelf."""
    return f"{_SHELF}{shelf}"


def wanted_by(row_id: str, before: NoteFilter) -> NoteFilter:
    """Return the filter for the notes of a row, with what else is filtered by."""
    if row_id.startswith(_SHELF):
        return NoteFilter(Shelf(row_id.removeprefix(_SHELF)), None, before.text, before.wanted)
    return NoteFilter(Shelf.ALL, RecordId(row_id), before.text, before.wanted)


def row_of(wanted: NoteFilter) -> str:
    """Return the id of the row to whose notes a filter belongs."""
    return wanted.theme if wanted.theme is not None else shelf_id(wanted.shelf)


def shelf_name(shelf: Shelf, words: Words) -> str:
    """Return what a shelf is called."""
    return {
        Shelf.ALL: words.tr("All notes"),
        Shelf.LOOSE: words.tr("Without a theme"),
        Shelf.ONE_CIRCLE: words.tr("Raised by one circle only"),
        Shelf.DIFFERING: words.tr("Coded differently"),
    }[shelf]


def theme_rows(
    picture: ProgramPicture, index: NoteIndex | None, same: Mapping[RecordId, int], words: Words
) -> list[ThemeRow]:
    """Return the rows; ``same`` says how many others probably mean the same as a theme.

    What only one circle raised has its shelf near the top, because a long list ends out of sight.
    """
    rows = list(_shelves(picture, index, words))
    findings = [theme for theme in picture.every_theme if not theme.aside]
    aside = [theme for theme in picture.every_theme if theme.aside]
    for themes, heading in (
        (findings, words.tr("Themes")),
        (aside, words.tr("About the talk itself, kept apart")),
    ):
        first = True
        for theme, depth in _in_tree(themes):
            rows.append(_row(theme, depth, picture, same, words, heading if first else ""))
            first = False
    return rows


def _shelves(picture: ProgramPicture, index: NoteIndex | None, words: Words) -> Iterator[ThemeRow]:
    for shelf in Shelf:
        count = index.total(NoteFilter(shelf)) if index else None
        if count == 0 and shelf is not Shelf.ALL:
            continue
        if count is None and shelf is not Shelf.ALL:
            continue
        detail = ""
        if shelf is Shelf.ONE_CIRCLE:
            alone = sum(len(theme.circles) == 1 for theme in picture.themes)
            detail = words.ntr("{count} theme", "{count} themes", alone)
        said = len(picture.lines) if count is None else count
        yield ThemeRow(
            shelf_id(shelf),
            shelf_name(shelf, words),
            words.ntr("{count} note", "{count} notes", said),
            detail,
            takes=shelf is Shelf.LOOSE,
            shelf=True,
        )


def _in_tree(themes: Sequence[ThemeCount]) -> Iterator[tuple[ThemeCount, int]]:
    """Yield each theme, and right after it those under it, with how many it is under."""
    there = {theme.theme_id for theme in themes}
    inside: dict[RecordId | None, list[ThemeCount]] = {}
    for theme in themes:
        inside.setdefault(theme.under if theme.under in there else None, []).append(theme)

    def below(wider: RecordId | None, depth: int) -> Iterator[tuple[ThemeCount, int]]:
        for theme in inside.get(wider, ()):
            yield theme, depth
            yield from below(theme.theme_id, depth + 1)

    return below(None, 0)


def _row(
    theme: ThemeCount,
    depth: int,
    picture: ProgramPicture,
    same: Mapping[RecordId, int],
    words: Words,
    heading: str,
) -> ThemeRow:
    details = [color_name(theme.color, words)]
    if like := same.get(theme.theme_id, 0):
        details.append(words.ntr("{count} probably the same", "{count} probably the same", like))
    wider = picture.theme_of().get(theme.under) if theme.under else None
    return ThemeRow(
        theme.theme_id,
        theme.name,
        _count(theme, len(picture.rows), words),
        " · ".join(filter(None, details)),
        depth,
        len(theme.circles),
        len(picture.rows),
        theme.color,
        heading,
        inside=words.tr("Under “{theme}”", theme=wider.name) if wider else "",
    )


def _count(theme: ThemeCount, total: int, words: Words) -> str:
    if len(theme.circles) == 1:
        return words.tr("Circle {code}", code=theme.circles[0])
    return words.ntr(
        "{raised} of {count} circle", "{raised} of {count} circles", total, raised=len(theme.circles)
    )
