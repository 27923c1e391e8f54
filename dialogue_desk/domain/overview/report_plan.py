"""What stands in the report of a program, which people read to its end: a choice by rules that it tells.

All that was said is in the annex.  For the report, circles take turns: of the lines under a heading, those
that several circles wrote alike come first, then one of the circle that has the fewest lines in the report so
far.  Where circles are level, the digest of a line's id decides, which nobody can choose.  So neither a
circle's number, nor the length of a line, nor how fast somebody types brings a line into the report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL, Officers
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.notes import NoteKind, Spread, people_differ
from dialogue_desk.domain.model.order import by_lot
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.program_overview import (
    CircleNote,
    ProgramPicture,
    ThemeCount,
)
from dialogue_desk.domain.overview.proposals import Proposal, numbered, proposals_of

MOST_THEMES = 12
"""How many main themes a report has."""
FEW_CIRCLES, FEW_THEMES = 12, 6
"""A program of fewer circles has fewer main themes."""
MANY_CIRCLES = 10
"""From how many circles that raised a theme a quote or a single voice may stand under it, without its circle.

Fewer would say whose it is; they stand in lists of the whole program."""
MOST_ASKS = 5
MOST_MOVED = 8
MOST_PROPOSALS, FEW_PROPOSALS = 40, 24


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """A line of the report, and in how many circles it was written alike."""

    text: str
    language: str
    circles: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines that were chosen under a heading, and how many more there are in the annex."""

    lines: tuple[ChosenLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class MainTheme:
    """A theme with a page of its own; ``number`` is its place in the annex too.

    ``spreads`` counts circles: each once, by the widest that it wrote, or as one where people differed.
    ``proposing`` is how many circles propose something on it.  ``others`` are lines of other kinds, where
    there is neither common ground nor difference.
    """

    number: int
    theme: ThemeCount
    common: Choice
    differences: Choice
    others: Choice
    voices: Choice
    quotes: Choice
    spreads: tuple[tuple[Spread | None, int], ...]
    proposals: tuple[Proposal, ...]
    proposing: int


class FindingKind(StrEnum):
    """What a finding counts."""

    RAISED = "raised"
    AGREED = "agreed"
    DIFFERED = "differed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class CountedFinding:
    """What the counts say: the themes with the most circles of a kind; several only where they are tied."""

    kind: FindingKind
    themes: tuple[MainTheme, ...]
    circles: int


@dataclass(frozen=True, slots=True)
class InTheRoom:
    """Who met, and when.

    ``people`` adds up the most who came to one session of each circle, so that nobody who came again counts
    twice; None where nobody counted, or where so few came that the number would point at them.  ``counted``
    is how many circles are in it.  ``officers`` is at how many of the sessions that say so officers were.
    """

    people: int | None
    counted: int
    met: int
    circles: int
    first: tuple[Instant, int] | None
    last: tuple[Instant, int] | None
    officers: int
    officers_told: int
    by_language: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class MovedTheme:
    """A theme, and in how many circles it came up in the first session and in the last."""

    theme: MainTheme
    first: int
    last: int

    @property
    def change(self) -> int:
        """How many more circles it was at the end."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Moved:
    """The main themes that came up in more circles at the end, or in fewer: those that moved most first.

    Only circles of which sessions ``first`` and ``last`` have arrived are counted: ``circles`` of them.
    """

    first: int
    last: int
    circles: int
    themes: tuple[MovedTheme, ...]


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """What stands in a report, chosen from a picture.

    ``tied`` are the themes that as many circles raised as the last main theme, and that found no room.
    ``quotes`` and ``voices`` are those of the whole program that stand under no theme.
    """

    picture: ProgramPicture
    room: InTheRoom
    themes: tuple[MainTheme, ...]
    more_themes: tuple[ThemeCount, ...]
    findings: tuple[CountedFinding, ...]
    moved: Moved | None
    strengths: Choice
    questions: Choice
    voices: Choice
    quotes: Choice
    proposals: tuple[Proposal, ...]
    tied: int = 0

    @property
    def chosen_proposals(self) -> tuple[Proposal, ...]:
        """The proposals that stand in the report, in the order of their numbers."""
        return tuple(one for one in self.proposals if one.number)

    @property
    def asks(self) -> tuple[Proposal, ...]:
        """The proposals in front: those of most circles."""
        return self.chosen_proposals[:MOST_ASKS]

    @property
    def small(self) -> bool:
        """Whether the program is so small that a page a theme would be half empty."""
        return self.room.met < FEW_CIRCLES

    @property
    def number_of_theme(self) -> dict[RecordId, int]:
        """The number of every theme in the annex: the most circles first, as in the picture."""
        return {theme.theme_id: place for place, theme in enumerate(self.picture.themes, 1)}


@dataclass(slots=True)
class _Turns:
    """How many lines each circle has in the report so far."""

    had: Counter[RecordId] = field(default_factory=Counter)

    def choose(self, lines: Iterable[CircleNote], most: int) -> Choice:
        """Return at most so many of the lines, and count them."""
        alike: dict[str, list[CircleNote]] = defaultdict(list)
        for line in lines:
            alike[twin_key(line.text)].append(line)
        left = [
            _Alike(tuple(sorted(found, key=lambda line: by_lot(line.note_id)))) for found in alike.values()
        ]
        chosen: list[_Alike] = []
        while left and len(chosen) < most:
            one = min(left, key=self._turn)
            left.remove(one)
            chosen.append(one)
            self.had.update(one.circles)
        return Choice(tuple(one.line for one in chosen), len(left))

    def _turn(self, one: _Alike) -> tuple[int, int, str]:
        return -len(one.circles), min(self.had[circle] for circle in one.circles), one.mark


@dataclass(frozen=True)
class _Alike:
    """Lines that are worded alike."""

    notes: tuple[CircleNote, ...]
    circles: frozenset[RecordId] = field(init=False)
    mark: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "circles", frozenset(line.circle_id for line in self.notes))
        object.__setattr__(self, "mark", by_lot(self.notes[0].note_id))

    @property
    def line(self) -> ChosenLine:
        first = self.notes[0]
        return ChosenLine(first.text, first.language, len(self.circles))


def report_plan(picture: ProgramPicture) -> ReportPlan:
    """Return what stands in the report on a program."""
    room = _in_the_room(picture)
    wide = [theme for theme in picture.themes if theme.under is None]  # what is under one counts there
    shared = [theme for theme in wide if len(theme.circles) > 1 or room.met == 1]
    most = MOST_THEMES if room.met >= FEW_CIRCLES else FEW_THEMES
    main = shared[:most]
    rest = tuple(theme for theme in picture.themes if theme not in main)
    tied = sum(len(theme.circles) == len(main[-1].circles) for theme in rest) if main else 0
    proposals = numbered(proposals_of(picture), FEW_PROPOSALS if room.met < FEW_CIRCLES else MOST_PROPOSALS)
    placed, alone = _Turns(), _Turns()
    room_for = _Room.of(room.met)
    themes = tuple(
        _main_theme(number, theme, picture, proposals, (placed, alone), room_for)
        for number, theme in enumerate(main, 1)
    )
    shown = {line.text for theme in themes for line in (*theme.voices.lines, *theme.quotes.lines)}
    left = [line for line in picture.findings if not line.placed and line.text not in shown]
    return ReportPlan(
        picture=picture,
        room=room,
        themes=themes,
        more_themes=rest,
        findings=tuple(_findings(themes, room.met)),
        moved=_moved(picture, themes),
        strengths=placed.choose((line for line in picture.strengths if line.placed), 2 * room_for.lists),
        questions=placed.choose((line for line in picture.questions if line.placed), 2 * room_for.lists),
        voices=_sorted(alone.choose(filter(_is_view_of_one, left), room_for.lists)),
        quotes=_sorted(alone.choose((line for line in left if line.kind is NoteKind.QUOTE), room_for.lists)),
        proposals=proposals,
        tied=tied,
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """How many lines there is room for: in each column of a theme, and in each list."""

    column: int
    voices: int
    proposals: int
    lists: int

    @classmethod
    def of(cls, circles: int) -> _Room:
        return cls(3, 2, 2, 4) if circles < FEW_CIRCLES else cls(4, 2, 3, 6)


def _main_theme(
    number: int,
    theme: ThemeCount,
    picture: ProgramPicture,
    proposals: Sequence[Proposal],
    turns: tuple[_Turns, _Turns],
    room: _Room,
) -> MainTheme:
    placed, alone = turns
    lines = [line for line in theme.lines if line.placed]
    many = len(theme.circles) >= MANY_CIRCLES
    hidden = [line for line in theme.lines if not line.placed] if many else []
    proposing = {one.circle_id for one in picture.proposals if theme.name in one.themes}
    common = [line for line in lines if _is_common(line)]
    differences = [line for line in lines if _differs(line)]
    others = [] if common or differences else lines
    return MainTheme(
        number=number,
        theme=theme,
        common=placed.choose(common, room.column),
        differences=placed.choose(differences, room.column),
        others=placed.choose(others, 2 * room.column),
        voices=_sorted(alone.choose(filter(_is_view_of_one, hidden), room.voices)),
        quotes=_sorted(alone.choose((line for line in hidden if line.kind is NoteKind.QUOTE), 2)),
        spreads=_spreads(theme),
        proposals=tuple(one for one in proposals if one.number and theme.name in one.themes)[
            : room.proposals
        ],
        proposing=len(proposing),
    )


def _sorted(choice: Choice) -> Choice:
    """Return lines that could be one person's by their words: their place would tell whose they are."""
    return replace(choice, lines=tuple(sorted(choice.lines, key=lambda line: line.text)))


def _is_common(line: CircleNote) -> bool:
    return line.kind is NoteKind.COMMON_GROUND and not _differs(line)


def _differs(line: CircleNote) -> bool:
    return people_differ(line.kind, line.spread)


def _is_view_of_one(line: CircleNote) -> bool:
    views = (NoteKind.CONCERN, NoteKind.HOPE, NoteKind.DISAGREEMENT)
    return line.spread is Spread.ONE_VOICE and line.kind in views


def _spreads(theme: ThemeCount) -> tuple[tuple[Spread | None, int], ...]:
    widest: dict[RecordId, int] = {}
    order = (None, Spread.ONE_VOICE, Spread.A_FEW, Spread.MOST, Spread.EVERYONE, Spread.CONTESTED)
    for line in theme.lines:
        spread = Spread.CONTESTED if _differs(line) else line.spread
        widest[line.circle_id] = max(widest.get(line.circle_id, 0), order.index(spread))
    counts = Counter(widest.values())
    shown = (Spread.EVERYONE, Spread.MOST, Spread.A_FEW, Spread.ONE_VOICE, Spread.CONTESTED, None)
    return tuple((spread, found) for spread in shown if (found := counts[order.index(spread)]))


def _findings(themes: Sequence[MainTheme], met: int) -> Iterable[CountedFinding]:
    """Yield what the counts say; of several circles, what one alone did is no finding."""
    counts: tuple[tuple[FindingKind, Callable[[MainTheme], int]], ...] = (
        (FindingKind.RAISED, lambda one: len(one.theme.circles)),
        (FindingKind.AGREED, lambda one: one.theme.agreed),
        (FindingKind.DIFFERED, lambda one: one.theme.contested),
        (FindingKind.PROPOSED, lambda one: one.proposing),
    )
    for kind, count in counts:
        most = max(map(count, themes), default=0)
        if most > 1 or (most and met == 1):
            yield CountedFinding(kind, tuple(one for one in themes if count(one) == most), most)


def _in_the_room(picture: ProgramPicture) -> InTheRoom:
    arrived = picture.arrived
    most = [
        max(counted)
        for row in picture.rows
        if (counted := [held.people for held in row.sessions if held is not None and held.people is not None])
    ]
    least = picture.program.smallest_total if picture.program else USUAL_SMALLEST_TOTAL
    dates = sorted((held.start + held.zone * MINUTE, held.start, held.zone) for held in arrived)
    told = [held.officers for held in arrived if held.officers]
    met = [row for row in picture.rows if any(row.sessions)]
    return InTheRoom(
        people=sum(most) if sum(most) >= least else None,
        counted=len(most),
        met=len(met),
        circles=len(picture.rows),
        first=dates[0][1:] if dates else None,
        last=dates[-1][1:] if dates else None,
        officers=sum(one is not Officers.NOT_PRESENT for one in told),
        officers_told=len(told),
        by_language=tuple(Counter(row.language for row in met).most_common()),
    )


def _moved(picture: ProgramPicture, themes: Sequence[MainTheme]) -> Moved | None:
    """Return what came up first and last, or None where no two circles have both sessions."""
    first, last = picture.columns[0], picture.columns[-1]
    both = {row.circle_id for row in picture.rows if row.sessions and row.sessions[0] and row.sessions[-1]}
    if first == last or len(both) < 2:
        return None

    def circles(theme: ThemeCount, number: int) -> int:
        return len({line.circle_id for line in theme.lines if line.number == number} & both)

    counted = [MovedTheme(one, circles(one.theme, first), circles(one.theme, last)) for one in themes]
    counted = [one for one in counted if one.first or one.last]
    most = tuple(sorted(counted, key=lambda one: -abs(one.change))[:MOST_MOVED])
    return Moved(first, last, len(both), most) if most else None
