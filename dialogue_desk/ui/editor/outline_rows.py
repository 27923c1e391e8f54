"""The rows of a guide's outline: the guide itself, its sessions, and the parts of the one that is open."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dialogue_desk.desk.guides.live_check import CheckedGuide, CheckedSession
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.exchange.guide_source import MOMENTS, GuideSource, Path, Section
from dialogue_desk.ui.editor.guide_outline import OutlineRow
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import titled

_ABOUT = "about"
_MOST_LETTERS = 80
"""So many of a title are in its row."""


def row_id(path: Path) -> str:
    """Return the id of a section's row."""
    return "/".join(map(str, path)) or _ABOUT


def path_of(row: str) -> Path:
    """Return the place of the section that a row shows."""
    return () if row in ("", _ABOUT) else tuple(map(int, row.split("/")))


def outline_rows(
    source: GuideSource,
    checked: CheckedGuide,
    here: Path,
    words: Words,
    untranslated: Collection[Path] | None = None,
) -> list[OutlineRow]:
    """Return the rows, marked where the check says something, or else where texts are ``untranslated``."""
    marked = {one.path for one in checked.remarks if not one.hint} if untranslated is None else untranslated
    rows = [_about_row(source, marked, words)]
    number = 0
    for place, section in enumerate(source.sections):
        path = (place,)
        if section.beside and section.title != MOMENTS:
            continue
        number += not section.beside
        opened = here[:1] == path
        below = any(one[:1] == path for one in marked)
        own = path in marked if opened else below
        session = checked.sessions.get(place)
        rows.append(_top_row(path, section, number, session, words, marked=own))
        if opened:
            rows += _part_rows(path, section, session, marked, words)
    return rows


def _about_row(source: GuideSource, marked: Collection[Path], words: Words) -> OutlineRow:
    beside = {(place,) for place, one in enumerate(source.sections) if one.beside and one.title != MOMENTS}
    mark = () in marked or any(one[:1] in beside for one in marked)
    title = words.tr("About this guide")
    return OutlineRow(_ABOUT, title, _spoken(title, "", words, mark=mark), mark=_icon(mark), movable=False)


def _top_row(
    path: Path, section: Section, number: int, session: CheckedSession | None, words: Words, *, marked: bool
) -> OutlineRow:
    if session is None:
        title = words.tr("When it gets hot")
        spoken = _spoken(title, "", words, mark=marked)
        return OutlineRow(row_id(path), title, spoken, mark=_icon(marked), movable=False)
    planned, needed = session.plan.minutes, session.needed
    length = words.tr("{minutes} min", minutes=planned)
    if needed != planned:
        length = words.tr("{needed} of {planned} min", needed=needed, planned=planned)
    title = words.tr("{number}. {title}", number=number, title=_short(section.title, words))
    return OutlineRow(
        row_id(path),
        title,
        _spoken(title, length, words, mark=marked),
        minutes=length,
        mark=_icon(marked),
        late=needed > planned,
    )


def _part_rows(
    path: Path, section: Section, session: CheckedSession | None, marked: Collection[Path], words: Words
) -> Iterator[OutlineRow]:
    for place, part in enumerate(section.sections):
        own = (*path, place)
        mark = any(one[: len(own)] == own for one in marked)
        minutes = "" if session is None else words.tr("{minutes} min", minutes=session.part(place).minutes)
        title = _short(part.title, words)
        yield OutlineRow(
            row_id(own), title, _spoken(title, minutes, words, mark=mark), 2, minutes, _icon(mark)
        )


def _short(title: str, words: Words) -> str:
    return shown_title(titled(title, words), _MOST_LETTERS)


def _icon(mark: bool) -> str:
    return "warning" if mark else ""


def _spoken(title: str, minutes: str, words: Words, *, mark: bool) -> str:
    to_do = words.tr("There is something to look at") if mark else ""
    return ". ".join(filter(None, (title, minutes, to_do)))
