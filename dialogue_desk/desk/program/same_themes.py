"""Themes of a program that probably mean the same: suggested, counted as one, or kept apart for good.

Each act is one step of Undo.  Every wording stays: a theme that is counted with another keeps its record,
which says which theme stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.organizing import Likeness, Rung, likeness, program_fact_id
from dialogue_desk.domain.notes.apart_themes import apart_id, keeping_apart
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.theme_suggestions import MOST_SUGGESTED, Suggestion, theme_suggestions
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import Record

_MOST_ASKED = 3 * MOST_SUGGESTED
"""How many are asked for, because some may have been told apart."""


@dataclass(frozen=True, slots=True)
class SameTheme:
    """A theme that probably means the same as another one, and why."""

    theme: ThemeCount
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class BesideTheme:
    """A theme that is related to another one, or in conflict with it, as a person said."""

    theme: ThemeCount
    likeness: Likeness


def together(one: ThemeCount, other: ThemeCount) -> ThemeCount:
    """Return what two themes count as one, under the name of the first."""
    lines = tuple({line.note_id: line for line in (*one.lines, *other.lines)}.values())
    circles = tuple(sorted({*one.circles, *other.circles}, key=look_up_order))
    return replace(one, circles=circles, notes=len(lines), lines=lines, ids=one.ids | other.ids)


def same_themes(
    picture: ProgramPicture, apart: frozenset[RecordId], vocabulary: ThemeVocabulary
) -> dict[RecordId, tuple[SameTheme, ...]]:
    """Return for each theme of a program those that probably mean the same, the likeliest first.

    ``apart`` are the records of names that were told apart.
    """
    themes = (*picture.themes, *picture.aside)
    wordings = {name: theme for theme in themes for name in (theme.name, *theme.also_written)}
    found = theme_suggestions(wordings, vocabulary, _MOST_ASKED)
    owners = _owners(picture)
    compared = {frozenset((one.one, one.other)) for one in picture.work.likenesses if not one.rung.merges}

    def is_apart(one: ThemeCount, other: ThemeCount) -> bool:
        if frozenset((one.theme_id, other.theme_id)) in compared:
            return True
        return any(apart_id(owner, one.name, other.name) in apart for owner in owners)

    return {
        theme.theme_id: tuple(
            same for same in _others_like(theme, wordings, found) if not is_apart(theme, same.theme)
        )[:MOST_SUGGESTED]
        for theme in themes
    }


def _others_like(
    theme: ThemeCount,
    wordings: Mapping[str, ThemeCount],
    found: Mapping[str, Sequence[Suggestion]],
) -> list[SameTheme]:
    """Return the themes like any wording of this one, each once, for its best reason."""
    like: dict[RecordId, SameTheme] = {}
    for name in (theme.name, *theme.also_written):
        for one in found[name]:
            other = wordings[one.name]
            known = like.get(other.theme_id)
            if other is not theme and (known is None or known.suggestion.score < one.score):
                like[other.theme_id] = SameTheme(other, one)
    return sorted(like.values(), key=lambda one: (-one.suggestion.score, look_up_order(one.theme.name)))


def themes_told_apart(desk: Desk, picture: ProgramPicture) -> frozenset[RecordId]:
    """Return the records of the names that people here told apart in a program."""
    records = desk.file.records
    return frozenset(
        record.id
        for owner in _owners(picture)
        for record in records.under(owner, Kind.THEMES_APART)
        if record.body is not None
    )


def tell_apart(desk: Desk, picture: ProgramPicture, one: ThemeCount, other: ThemeCount) -> Outcome:
    """Remember that two themes do not mean the same, so that they are never suggested again.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    owner = _owners(picture)[0]
    return desk.perform(Edit(Act.SORT, (keeping_apart(owner, one.name, other.name),)))


def count_as_one(
    desk: Desk,
    picture: ProgramPicture,
    one: ThemeCount,
    other: ThemeCount,
    rung: Rung = Rung.NEAR,
    why: str = "",
) -> ThemeCount:
    """Let one of two themes stand for both from now on, and return what it counts then.

    It is the first, unless only the second is the program's own.  A program remembers on which ``rung`` they
    stand, and ``why``.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    records = {record.id: record for record in desk.file.records.known((*one.ids, *other.ids)).values()}
    own = [records[theme.theme_id].owner == picture.program_id for theme in (one, other)]
    stands, goes = (other, one) if own == [False, True] else (one, other)
    writes = [
        Write.again(record, replace(theme, into=stands.theme_id))
        for record, theme in _themes(records, goes)
        if theme.into is None
    ]
    desk.perform(Edit(Act.JOIN, (*writes, *_remembered(picture, one, other, rung, why))))
    return together(stands, goes)


def set_beside(
    desk: Desk, picture: ProgramPicture, one: ThemeCount, other: ThemeCount, rung: Rung, why: str = ""
) -> Outcome:
    """Remember that two themes are related or in conflict; each goes on counting for itself.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    return desk.perform(Edit(Act.WRITE, tuple(_remembered(picture, one, other, rung, why))))


def beside(picture: ProgramPicture, theme: ThemeCount) -> tuple[BesideTheme, ...]:
    """Return the themes that are related to one, or in conflict with it, in the order of their names."""
    known, found = picture.theme_of(), dict[RecordId, BesideTheme]()
    for said in picture.work.likenesses:
        pair = {one.theme_id: one for one in (known.get(said.one), known.get(said.other)) if one is not None}
        if said.rung in (Rung.RELATED, Rung.CONFLICT) and len(pair) > 1 and theme.theme_id in pair:
            del pair[theme.theme_id]
            found |= {key: BesideTheme(other, said) for key, other in pair.items()}
    return tuple(sorted(found.values(), key=lambda one: look_up_order(one.theme.name)))


def forget_beside(desk: Desk, picture: ProgramPicture, said: Likeness) -> Outcome:
    """Forget how two themes stand to each other.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    owner = _owners(picture)[0]
    write = Write(program_fact_id(owner, said), Kind.LIKENESS, owner, None)
    return desk.perform(Edit(Act.REMOVE, (write,)))


def why_joined(desk: Desk, picture: ProgramPicture, theme: ThemeCount, name: str) -> str:
    """Return the reason that was given when the themes of this name were joined with another; "" for none."""
    records = desk.file.records.known(theme.ids)
    named = {record.id for record, body in _themes(records, theme) if twin_key(body.name) == twin_key(name)}
    reasons = (
        one.why
        for one in picture.work.likenesses
        if one.rung.merges and {one.one, one.other} <= theme.ids and named & {one.one, one.other}
    )
    return next(filter(None, reasons), "")


def _remembered(
    picture: ProgramPicture, one: ThemeCount, other: ThemeCount, rung: Rung, why: str
) -> list[Write]:
    if picture.program_id is None:
        return []
    fact = likeness(one.theme_id, other.theme_id, rung, why)
    return [Write.of(program_fact_id(picture.program_id, fact), picture.program_id, fact)]


def counted_with(desk: Desk, theme: ThemeCount) -> tuple[str, ...]:
    """Return the other names that are counted with a theme because a person joined them."""
    records = desk.file.records.known(theme.ids)
    names = {
        twin_key(body.name): body.name
        for _, body in reversed(_themes(records, theme))  # of one name, as the first wrote it
        if body.into is not None and twin_key(body.name) != twin_key(theme.name)
    }
    return tuple(sorted(names.values(), key=look_up_order))


def count_separately(desk: Desk, theme: ThemeCount, name: str) -> Outcome:
    """Let the themes of this name, which are counted with another, stand for themselves again.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    records = desk.file.records.known(theme.ids)
    writes = [
        Write.again(record, replace(body, into=None))
        for record, body in _themes(records, theme)
        if body.into is not None and twin_key(body.name) == twin_key(name)
    ]
    return desk.perform(Edit(Act.SORT, tuple(writes)))


def _themes(records: Mapping[RecordId, Record], of: ThemeCount) -> list[tuple[Record, Theme]]:
    known = (records[one] for one in sorted(of.ids) if one in records)
    return [(record, record.body) for record in known if isinstance(record.body, Theme)]


def _owners(picture: ProgramPicture) -> Sequence[RecordId]:
    """Return where it is kept what was told apart: the program, or circles that are in none."""
    return [picture.program_id] if picture.program_id else sorted(row.circle_id for row in picture.rows)
