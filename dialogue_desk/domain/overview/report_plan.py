"""What stands in the report of a program, which people read to its end: a choice by rules that it tells.

All that was said is in the annex.  What organizers wrote and starred for the report comes first; of the rest,
circles take turns (``chosen_lines``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL, Officers
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import NoteKind, Spread, people_differ
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from dialogue_desk.domain.overview.chosen_lines import Choice, ChosenLine, Turns
from dialogue_desk.domain.overview.hidden_counts import printed_total
from dialogue_desk.domain.overview.open_questions import addressed
from dialogue_desk.domain.overview.program_overview import (
    CircleNote,
    ProgramPicture,
    ThemeCount,
)
from dialogue_desk.domain.overview.proposals import Proposal, numbered, proposals_of
from dialogue_desk.domain.overview.report_findings import (
    MOST_IN_FRONT,
    MOST_NAMED,
    Ask,
    CountedFinding,
    Findings,
    asks_of,
    numbers_then,
)
from dialogue_desk.domain.overview.report_outline import OutlineEntry, outline_entries

MOST_THEMES = 12
"""How many main themes a report has."""
FEW_CIRCLES, FEW_THEMES = 12, 6
"""A program of fewer circles has fewer main themes."""
MANY_CIRCLES = 10
"""From how many circles that raised a theme a quote or a single voice may stand under it, without its circle.

Fewer would say whose it is; they stand in lists of the whole program."""
MOST_MOVED = 8
MOST_PROPOSALS, FEW_PROPOSALS = 40, 24


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

    ``tied`` are the themes that found no room because they are level with each other.
    ``quotes`` and ``voices`` are those of the whole program that stand under no theme.
    ``unasked`` and ``unfound`` are asks and findings that a person left out.
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
    asks: tuple[Ask, ...] = ()
    unfound: tuple[CountedFinding, ...] = ()
    unasked: tuple[Ask, ...] = ()

    @property
    def chosen_proposals(self) -> tuple[Proposal, ...]:
        """The proposals that stand in the report, in the order of their numbers."""
        return tuple(one for one in self.proposals if one.number)

    @property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """The sections in their order, those left out too."""
        return outline_entries(self.picture.work.outline)

    @property
    def to_read_again(self) -> tuple[RecordId, ...]:
        """The findings and asks that people wrote when their numbers were others."""
        said: tuple[CountedFinding | Ask, ...] = (*self.findings, *self.asks)
        return tuple(one.id for one in said if numbers_then(one, self.room.met) is not None)

    @property
    def question(self) -> ReportSentence | None:
        """The question of the whole program, as organizers wrote it."""
        return next((one.body for one in self.picture.work.of_role(SentenceRole.QUESTION)), None)

    def code_of(self, proposal: Proposal) -> str:
        """Return the code of a proposal: that of the idea it was asked for, or whose words it has."""
        asked = (ask.idea for ask in self.asks if ask.proposal.ids & proposal.ids)
        return line_code(next(asked, proposal.id))

    def title_of(self, theme: ThemeCount, language: str) -> str:
        """Return the title that organizers wrote over a theme in a language; "" where nobody did."""
        found = (one.text(language) for one in self.titles if theme.ids.intersection(one.about))
        return next(filter(None, found), "")

    @property
    def titles(self) -> tuple[ReportSentence, ...]:
        """The titles that organizers wrote over themes."""
        return tuple(one.body for one in self.picture.work.of_role(SentenceRole.TITLE))

    @property
    def starred(self) -> int:
        """How many lines people chose for it."""
        return sum(line.starred for line in self.lines)

    @property
    def with_circle(self) -> int:
        """Beside how many lines their circle stands, because people allowed it."""
        return sum(bool(line.where) for line in self.lines)

    @property
    def lines(self) -> list[ChosenLine]:
        """All notes that stand in it."""
        themes = [(one.common, one.differences, one.others, one.voices, one.quotes) for one in self.themes]
        every = (*chain.from_iterable(themes), self.strengths, self.questions, self.voices, self.quotes)
        return [line for choice in every for line in choice.lines]

    @property
    def small(self) -> bool:
        """Whether the program is so small that a page a theme would be half empty."""
        return self.room.met < FEW_CIRCLES

    @property
    def number_of_theme(self) -> dict[RecordId, int]:
        """The number of every theme in the annex: the most circles first, as in the picture."""
        return {theme.theme_id: place for place, theme in enumerate(self.picture.themes, 1)}


def report_plan(picture: ProgramPicture) -> ReportPlan:
    """Return what stands in the report on a program."""
    room = _in_the_room(picture)
    wide = [theme for theme in picture.themes if theme.under is None]  # what is under one counts there
    shared = [theme for theme in wide if len(theme.circles) > 1 or room.met == 1]
    most = MOST_THEMES if room.met >= FEW_CIRCLES else FEW_THEMES
    found = Findings(picture, room.met)
    findings = found.chosen()
    main = _main_themes(shared, findings[:MOST_IN_FRONT], most)
    rest = tuple(theme for theme in picture.themes if theme not in main)
    tied = _level_and_left([theme for theme in shared if theme not in main])
    most_proposals = FEW_PROPOSALS if room.met < FEW_CIRCLES else MOST_PROPOSALS
    proposals = _with_those_asked(picture, numbered(proposals_of(picture), most_proposals))
    asks, unasked = asks_of(picture, proposals, [one for one in proposals if one.number])
    places = {row.circle_id: row for row in picture.rows}
    placed, alone = (Turns(picture.work.stars, places) for _ in range(2))
    room_for = _Room.of(room.met)
    themes = tuple(
        _main_theme(number, theme, found.proposing(theme), proposals, (placed, alone), room_for)
        for number, theme in enumerate(picture.themes, 1)
        if theme in main
    )
    shown = {line.text for theme in themes for line in (*theme.voices.lines, *theme.quotes.lines)}
    left = [line for line in picture.findings if not line.placed and line.text not in shown]
    quotes = (line for line in left if line.kind is NoteKind.QUOTE)
    return ReportPlan(
        picture=picture,
        room=room,
        themes=themes,
        more_themes=rest,
        findings=findings,
        moved=_moved(picture, themes),
        strengths=placed.choose((line for line in picture.strengths if line.placed), 2 * room_for.lists),
        questions=placed.choose(
            (line for line in picture.questions if line.placed), 2 * room_for.lists, addressed(picture)
        ),
        voices=alone.choose(_voices(left, placed), room_for.lists).by_words(),
        quotes=alone.choose(quotes, room_for.lists).by_words(),
        proposals=proposals,
        tied=tied,
        asks=asks,
        unfound=found.left_out(),
        unasked=unasked,
    )


def _main_themes(
    shared: Sequence[ThemeCount], findings: Iterable[CountedFinding], most: int
) -> list[ThemeCount]:
    """Return the themes that have a page: those named in the findings in front, then those raised the most.

    Where the last places are level among more themes than there is room for, none of these has a page,
    unless none at all had one then.
    """
    named = {about for one in findings if len(one.themes) <= MOST_NAMED for about in one.about}
    first = [theme for theme in shared if theme.theme_id in named][:most]
    others = [theme for theme in shared if theme not in first]
    room = most - len(first)
    kept = others[:room]
    if len(others) > room:
        level = len(others[room].circles)
        kept = [theme for theme in kept if len(theme.circles) > level] or ([] if first else kept)
    return [theme for theme in shared if theme in first or theme in kept]


def _level_and_left(left: Sequence[ThemeCount]) -> int:
    """Return how many themes are level at the head of those that have no page."""
    return sum(len(theme.circles) == len(left[0].circles) for theme in left)


def _with_those_asked(picture: ProgramPicture, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals; those for which a person asks stand in the report, whatever their place."""
    wanted = [one.body for one in picture.work.of_role(SentenceRole.ASK)]
    asked = {idea for one in wanted if not one.left_out for idea in one.about}
    last = max((one.number for one in proposals), default=0)
    found = []
    for one in proposals:
        if not one.number and asked & one.ids:
            last += 1
            found.append(replace(one, number=last))
        else:
            found.append(one)
    return tuple(found)


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
    proposing: int,
    proposals: Sequence[Proposal],
    turns: tuple[Turns, Turns],
    room: _Room,
) -> MainTheme:
    placed, alone = turns
    lines = [line for line in theme.lines if line.placed]
    many = len(theme.circles) >= MANY_CIRCLES
    hidden = [line for line in theme.lines if not line.placed] if many else []
    common = [line for line in lines if _is_common(line)]
    differences = [line for line in lines if _differs(line)]
    others = [] if common or differences else lines
    return MainTheme(
        number=number,
        theme=theme,
        common=placed.choose(common, room.column),
        differences=placed.choose(differences, room.column),
        others=placed.choose(others, 2 * room.column),
        voices=alone.choose(_voices(hidden, placed), room.voices).by_words(),
        quotes=alone.choose((line for line in hidden if line.kind is NoteKind.QUOTE), 2).by_words(),
        spreads=_spreads(theme),
        proposals=tuple(one for one in proposals if one.number and theme.name in one.themes)[
            : room.proposals
        ],
        proposing=proposing,
    )


def _is_common(line: CircleNote) -> bool:
    return line.kind is NoteKind.COMMON_GROUND and not _differs(line)


def _differs(line: CircleNote) -> bool:
    return people_differ(line.kind, line.spread)


def _voices(lines: Iterable[CircleNote], turns: Turns) -> list[CircleNote]:
    """Return the views that one voice held, and what else could be one person's where it is starred."""
    return [
        line
        for line in lines
        if _is_view_of_one(line) or (line.note_id in turns.stars and line.kind is not NoteKind.QUOTE)
    ]


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


def smallest_total(picture: ProgramPicture) -> int:
    """Return the least number of people that may be printed."""
    return picture.program.smallest_total if picture.program else USUAL_SMALLEST_TOTAL


def _in_the_room(picture: ProgramPicture) -> InTheRoom:
    arrived = picture.arrived
    counts = [[held.people if held else None for held in row.sessions] for row in picture.rows]
    printed = printed_total(counts, smallest_total(picture))
    dates = sorted((held.start + held.zone * MINUTE, held.start, held.zone) for held in arrived)
    told = [held.officers for held in arrived if held.officers]
    met = [row for row in picture.rows if any(row.sessions)]
    return InTheRoom(
        people=printed.total,
        counted=printed.circles,
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
