"""The check of a guide while it is edited: a session that did not change is not checked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.guide_concerns import concerns, spoken_concerns
from dialogue_desk.domain.model.guide_lengths import for_people, paths
from dialogue_desk.exchange.guide_faults import Faults
from dialogue_desk.exchange.guide_parser import glossary_of, moments_of, rules_of, session_of
from dialogue_desk.exchange.guide_source import GLOSSARY, MOMENTS, GuideSource, Path, Piece, Section, TopLine
from dialogue_desk.exchange.guide_top import Top, top_of
from dialogue_desk.exchange.plain_concerns import Figure, field_of, fixes, plain_sentence
from dialogue_desk.words import Words

_Spot: TypeAlias = tuple[Path, str]
"""A section, and the field of its form."""

_LABEL_FIELDS = {">": "say", "-": "ask", "1.": "ask"}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to fix: the section, the field of its form, and the figures each of which would fix it.

    With a ``hint`` the session goes well all the same.
    """

    path: Path
    field: str
    sentence: str
    hint: bool = False
    fixes: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedSession:
    """A session with the minutes its parts have for the people who come, and what is wrong with it.

    The paths of its remarks begin at the session.
    """

    plan: SessionPlan
    remarks: tuple[Remark, ...] = ()

    @property
    def needed(self) -> int:
        """How many minutes its parts take together, on the longest track."""
        return max(sum(part.minutes for part in path.parts) for path in paths(self.plan))

    @property
    def late(self) -> bool:
        """Whether its parts take longer than people were promised."""
        return self.needed > self.plan.minutes

    def part(self, place: int) -> Part:
        """Return the part at a place."""
        return self.plan.parts[place]


@dataclass(frozen=True, slots=True)
class CheckedGuide:
    """The sessions of a guide by their place, for so many ``people``, and all there is to fix."""

    people: int
    sessions: dict[int, CheckedSession]
    remarks: tuple[Remark, ...]

    def of(self, path: Path) -> tuple[Remark, ...]:
        """Return what there is to fix in a section or below it."""
        return tuple(one for one in self.remarks if one.path[: len(path)] == path)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in a section; it holds the section, so that no other gets its identity."""

    section: Section
    asked: tuple[object, ...]
    checked: CheckedSession


class LiveCheck:
    """Checks one guide again and again, and keeps what it found in each session."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[int, _Known] = {}
        self._top: tuple[tuple[TopLine, ...], Top, tuple[Remark, ...]] | None = None

    def check(self, source: GuideSource, people: int | None = None) -> CheckedGuide:
        """Return what is wrong when so many ``people`` come, or else the largest circle of the guide."""
        top, remarks = self._top_of(source.top)
        count = people or top.people[1]
        found: dict[int, CheckedSession] = {}
        known: dict[int, _Known] = {}
        names = [section.id for section in source.sections if not section.beside]
        remarks += tuple(
            Remark(path, "", _twin_sentence(self._words)) for path in sorted(_twin_places(source.sections))
        )
        before = 0
        for place, section in enumerate(source.sections):
            earlier = () if section.beside else tuple(names[:before])
            one = self._session(section, earlier, count, top.language)
            known[id(section)] = one
            remarks += tuple(_below(place, remark) for remark in one.checked.remarks)
            if not section.beside:
                found[place] = one.checked
                before += 1
        self._known = known
        if not names and not any(section.title == MOMENTS for section in source.sections):
            remarks += (Remark((), "sessions", self._words.tr("The guide has no session yet. Add one.")),)
        return CheckedGuide(count, found, remarks)

    def _top_of(self, lines: tuple[TopLine, ...]) -> tuple[Top, tuple[Remark, ...]]:
        if self._top is None or self._top[0] is not lines:
            faults = Faults("", self._words)
            placed = tuple(replace(line, line=number) for number, line in enumerate(lines, 2))
            top = top_of(placed, faults)
            keys = {line.line: line.key for line in placed}
            said = (Remark((), keys.get(fault.line, ""), fault.sentence) for fault in faults.found)
            named = any(line.key == "title" and line.value for line in lines)
            title = () if named else (Remark((), "title", self._words.tr("The guide has no title yet.")),)
            others = tuple(one for one in said if one.field or named)
            self._top = lines, top, (*title, *others)
        return self._top[1], self._top[2]

    def _session(self, section: Section, earlier: tuple[str, ...], people: int, language: str) -> _Known:
        known = self._known.get(id(section))
        if known is not None:
            carries = len(known.asked) > 2
            if known.asked == ((people, language, earlier) if carries else (people, language)):
                return known
        carries = any(piece.label == "Carry over" for part in section.sections for piece in part.pieces)
        asked = (people, language, earlier) if carries else (people, language)
        checked = (
            self._beside(section) if section.beside else self._checked(section, earlier, people, language)
        )
        return _Known(section, asked, checked)

    def _beside(self, section: Section) -> CheckedSession:
        faults, spots = Faults("", self._words), list[_Spot]()
        read = {GLOSSARY: glossary_of, MOMENTS: moments_of}.get(section.title, rules_of)
        read(_with_lines(section, (), spots), faults)
        remarks = (*_untitled(section, self._words), *self._faults(section, faults, spots))
        return CheckedSession(SessionPlan("", section.title, 0, "", ()), remarks)

    def _checked(
        self, section: Section, earlier: Sequence[str], people: int, language: str
    ) -> CheckedSession:
        faults, spots = Faults("", self._words), list[_Spot]()
        plan = session_of(_with_lines(section, (), spots), earlier, faults)
        remarks = [*_untitled(section, self._words), *self._faults(section, faults, spots)]
        at = {part.id: place for place, part in reversed(list(enumerate(plan.parts)))}
        found = (*concerns(plan, people), *spoken_concerns(plan, language)) if plan.parts else ()
        remarks += (
            Remark(
                (at[concern.part],) if concern.part else (),
                field_of(concern.kind),
                plain_sentence(concern, plan, people, self._words),
                concern.kind.hint,
                fixes(concern),
            )
            for concern in found
        )
        return CheckedSession(for_people(plan, people), tuple(sorted(remarks, key=lambda one: one.path)))

    def _faults(self, section: Section, faults: Faults, spots: Sequence[_Spot]) -> Iterator[Remark]:
        """Yield what the reader of files says; of twin names it tells a line, which a form does not have."""
        twins = _twin_places(section.sections)
        for fault in faults.all:
            path, field = spots[fault.line - 1] if fault.line else ((), "")
            twin = path in twins and f"#{section.sections[path[0]].id}" in fault.sentence
            yield Remark(path, field, _twin_sentence(self._words) if twin else fault.sentence, fault.hint)


def _with_lines(section: Section, path: Path, spots: list[_Spot]) -> Section:
    """Return a section in which each heading and text has a line of its own, whose spots are added."""
    spots.append((path, ""))
    line = len(spots)
    pieces = []
    for piece in section.pieces:
        spots.append((path, _field(piece)))
        pieces.append(replace(piece, line=len(spots)))
    below = [_with_lines(one, (*path, place), spots) for place, one in enumerate(section.sections)]
    return replace(section, line=line, pieces=tuple(pieces), sections=tuple(below))


def _field(piece: Piece) -> str:
    return piece.label or _LABEL_FIELDS.get(piece.shape, "purpose")


def _below(place: int, remark: Remark) -> Remark:
    return replace(remark, path=(place, *remark.path))


def _untitled(section: Section, words: Words, path: Path = ()) -> Iterator[Remark]:
    if not section.title:
        yield Remark(path, "title", words.tr("This has no title yet. Write one."))
    for place, one in enumerate(section.sections):
        yield from _untitled(one, words, (*path, place))


def _twin_places(sections: Sequence[Section]) -> set[Path]:
    """Return the places of sections that have the name of one before them."""
    names = [section.id or (section.title if section.beside else "") for section in sections]
    return {(place,) for place, name in enumerate(names) if name and name in names[:place]}


def _twin_sentence(words: Words) -> str:
    return words.tr(
        "Another one has the same name in the file. Make a copy of one of the two, and delete it."
    )
