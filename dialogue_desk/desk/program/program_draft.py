"""A program as a form has it: what it says, its circles, its starter themes and its tally sheet."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TypeVar

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.questionnaire import Statement, Texts

B = TypeVar("B", Program, Circle, Theme)


@dataclass(frozen=True, slots=True)
class DraftCircle:
    """A circle as the form has it.  ``id`` is None for a new one."""

    id: RecordId | None
    body: Circle


@dataclass(frozen=True, slots=True)
class DraftTheme:
    """A starter theme as the form has it.  ``id`` is None for a new one."""

    id: RecordId | None
    body: Theme


@dataclass(frozen=True, slots=True)
class DraftCategory:
    """A question of the tally sheet as the form has it.  ``id`` is None for a new one."""

    id: RecordId | None
    name: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """A program as the form has it.

    ``statements`` and ``open_line`` are its questionnaire; there is none without statements.  ``counted`` are
    the keys of statements of which slips are counted.
    """

    program: Program
    circles: tuple[DraftCircle, ...] = ()
    themes: tuple[DraftTheme, ...] = ()
    categories: tuple[DraftCategory, ...] = ()
    statements: tuple[Statement, ...] = ()
    open_line: Texts = ()
    counted: frozenset[str] = frozenset()


def changed_in_form(known: B, shown: B, draft: B) -> B:
    """Return ``known`` with what the form changed of what it had ``shown``.

    A package that was opened meanwhile may have brought other changes, which stay.
    """
    names = (field.name for field in fields(draft))
    changes = {name: new for name in names if (new := getattr(draft, name)) != getattr(shown, name)}
    return replace(known, **changes)
