"""What a report says in sentences: findings and asks that the counts propose, as organizers wrote them.

A finding counts circles on a theme, or on several that are level.  What a person wrote stands; what nobody
wrote is proposed, until there are enough for the page in front.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import (
    FindingKind,
    ReportSentence,
    SentenceRole,
    program_fact_id,
)
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.domain.overview.proposals import Proposal

LEAST_IN_FRONT, MOST_IN_FRONT = 3, 5
"""How many findings, and how many asks, the page in front has room for."""

LONGEST_SENTENCE = 90
"""How many letters a finding, an ask or a title has at most: the page in front stays a page."""

MOST_NAMED = 2
"""How many themes a finding names; so many that are level make one, where others came up in more circles."""

PLACES = 10
"""How far findings and asks are apart in their order, so that others go between."""


@dataclass(frozen=True, slots=True)
class CountedFinding:
    """So many circles did the same on a theme, or on each of several: ``counts``, in the order of ``themes``.

    Several are level when they are proposed; one can grow afterwards.  ``most``: no theme has more; ``tied``
    is how many others have as many.  ``written`` is what organizers made of it, or None where it is as the
    counts propose.
    """

    id: RecordId
    kind: FindingKind
    themes: tuple[ThemeCount, ...]
    counts: tuple[int, ...]
    most: bool = True
    tied: int = 0
    written: ReportSentence | None = None

    @property
    def about(self) -> tuple[RecordId, ...]:
        """The ids of its themes."""
        return tuple(theme.theme_id for theme in self.themes)

    @property
    def circles(self) -> int:
        """How many circles each of its themes has at least."""
        return min(self.counts)

    @property
    def level(self) -> bool:
        """Whether each of its themes has as many circles."""
        return len(set(self.counts)) == 1

    @property
    def each(self) -> tuple[int, ...]:
        """The counts in the order of the themes' ids: an order that no count changes."""
        return tuple(count for _, count in sorted(zip(self.about, self.counts, strict=True)))


@dataclass(frozen=True, slots=True)
class Ask:
    """A proposal that is asked for in front: of which office, by which day ("" where nobody said).

    The office is who has to act on the proposal, or else who answers the report.
    """

    id: RecordId
    proposal: Proposal
    actor: str
    by: str
    written: ReportSentence | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """How many circles propose it."""
        return (self.proposal.circles,)

    @property
    def each(self) -> tuple[int, ...]:
        """The same, as findings on several themes have it."""
        return self.counts

    @property
    def idea(self) -> RecordId:
        """The idea whose code the ask has: it stays, whatever is counted with that idea later."""
        return self.written.about[0] if self.written else self.proposal.id


def numbers_then(said: CountedFinding | Ask, met: int) -> tuple[tuple[int, ...], int] | None:
    """Return the numbers on which a sentence was written, of how many circles, if they are others now."""
    written = said.written
    if written is None or not written.texts:
        return None
    then = written.each or (written.counted,) * len(said.each)
    return (
        None if (then, written.met) == (said.each, met) else (written.each or (written.counted,), written.met)
    )


def finding_id(program: RecordId | None, kind: FindingKind, about: Iterable[RecordId]) -> RecordId:
    """Return the id of a finding, whether or not somebody wrote it."""
    sentence = ReportSentence(SentenceRole.FINDING, about=tuple(sorted(about)), kind=kind)
    return program_fact_id(program or RecordId(""), sentence)


def ask_id(program: RecordId | None, idea: RecordId) -> RecordId:
    """Return the id of an ask, whether or not somebody wrote it."""
    return program_fact_id(program or RecordId(""), ReportSentence(SentenceRole.ASK, about=(idea,)))


class Findings:
    """The findings that the circles of a program allow."""

    def __init__(self, picture: ProgramPicture, met: int) -> None:
        self._picture, self._met = picture, met
        self._themes = {own: theme for theme in picture.themes for own in (theme.theme_id, *theme.ids)}
        circles = {(name, one.circle_id) for one in picture.proposals for name in one.themes}
        self._proposing = Counter(name for name, _ in circles)
        self._counts: Mapping[FindingKind, Callable[[ThemeCount], int]] = {
            FindingKind.RAISED: lambda theme: len(theme.circles),
            FindingKind.AGREED: lambda theme: theme.agreed,
            FindingKind.DIFFERED: lambda theme: theme.contested,
            FindingKind.PROPOSED: lambda theme: self._proposing[theme.name],
        }

    def proposing(self, theme: ThemeCount) -> int:
        """Return how many circles propose something on a theme."""
        return self._proposing[theme.name]

    def of(self, kind: FindingKind, themes: Sequence[ThemeCount]) -> CountedFinding:
        """Return the finding on these themes, as nobody has written it yet."""
        count = self._counts[kind]
        most = max(map(count, self._picture.themes))
        level = sum(count(theme) == most for theme in self._picture.themes)
        key = finding_id(self._picture.program_id, kind, (theme.theme_id for theme in themes))
        in_order = tuple(theme for theme in self._picture.themes if theme in themes)
        counts = tuple(map(count, in_order))
        is_most = min(counts) == most
        return CountedFinding(key, kind, in_order, counts, is_most, level - len(themes) if is_most else 0)

    def chosen(self) -> tuple[CountedFinding, ...]:
        """Return the findings of the report in their order: those written, and proposed ones beside them."""
        written = list(self._written())
        kept = [one for one in written if one.written and not one.written.left_out]
        known = {(one.kind, theme) for one in written for theme in one.about}
        proposed = list(self._proposed(known, MOST_IN_FRONT - len(kept)))
        return tuple(sorted((*kept, *proposed), key=_place))

    def left_out(self) -> tuple[CountedFinding, ...]:
        """Return the findings that a person left out."""
        return tuple(one for one in self._written() if one.written and one.written.left_out)

    def possible(self) -> Iterator[CountedFinding]:
        """Yield all that could be a finding, theme by theme; what one of several circles did is none."""
        for theme in self._picture.themes:
            for kind, count in self._counts.items():
                if self._is_finding(count(theme)):
                    yield self.of(kind, (theme,))

    def _written(self) -> Iterator[CountedFinding]:
        for stored in self._picture.work.of_role(SentenceRole.FINDING):
            kind, about = stored.body.kind, stored.body.about
            if kind is None or not about or any(theme not in self._themes for theme in about):
                continue  # one of its themes is gone
            themes = {self._themes[theme].theme_id: self._themes[theme] for theme in about}
            yield replace(self.of(kind, tuple(themes.values())), id=stored.id, written=stored.body)

    def _proposed(self, known: set[tuple[FindingKind, RecordId]], room: int) -> Iterator[CountedFinding]:
        """Yield first what the most circles did of each kind, then the themes raised by the next most."""
        ranked = {kind: self._levels(count) for kind, count in self._counts.items()}
        firsts = [(kind, levels[0]) for kind, levels in ranked.items() if levels]
        others = [
            (FindingKind.RAISED, level)
            for level in ranked[FindingKind.RAISED][1:]
            if len(level) <= MOST_NAMED
        ]
        for kind, level in (*firsts, *others):
            if room < 1:
                return
            if not any((kind, theme.theme_id) in known for theme in level):
                room -= 1
                yield self.of(kind, level)

    def _levels(self, count: Callable[[ThemeCount], int]) -> list[list[ThemeCount]]:
        """Return the themes that are level, the most circles first."""
        counts = sorted({count(theme) for theme in self._picture.themes}, reverse=True)
        return [
            [theme for theme in self._picture.themes if count(theme) == level]
            for level in counts
            if self._is_finding(level)
        ]

    def _is_finding(self, circles: int) -> bool:
        return circles > 1 or (circles == 1 and self._met == 1)


def _place(finding: CountedFinding) -> tuple[int, int, int]:
    usual = PLACES * (1 + list(FindingKind).index(finding.kind))
    if finding.kind is FindingKind.RAISED and not finding.most:
        usual = PLACES * (1 + len(FindingKind))
    return finding.written.place if finding.written else usual, -finding.circles, usual


def asks_of(
    picture: ProgramPicture, proposals: Sequence[Proposal], proposed: Sequence[Proposal]
) -> tuple[tuple[Ask, ...], tuple[Ask, ...]]:
    """Return the asks in their order, and those that a person left out.

    What nobody wrote comes from the ``proposed`` ones, until there are enough for the page in front.
    """
    with_idea = {idea: one for one in proposals for idea in one.ids}
    kept, left_out, known = list[Ask](), list[Ask](), set[RecordId]()
    for stored in picture.work.of_role(SentenceRole.ASK):
        proposal = next((with_idea[idea] for idea in stored.body.about if idea in with_idea), None)
        if proposal is not None and not known & proposal.ids:
            known |= proposal.ids
            ask = _ask(picture, proposal, stored.id, stored.body)
            (left_out if stored.body.left_out else kept).append(ask)
    for proposal in proposed:
        if len(kept) < MOST_IN_FRONT and not known & proposal.ids:
            own = ask_id(picture.program_id, proposal.id)
            kept.append(_ask(picture, proposal, own, None))
    last = PLACES * (1 + len(kept))
    order = {ask.id: ask.written.place if ask.written else last for ask in kept}
    return tuple(sorted(kept, key=lambda ask: order[ask.id])), tuple(left_out)


def other_asks(picture: ProgramPicture, proposals: Sequence[Proposal], known: Sequence[Ask]) -> Iterator[Ask]:
    """Yield what else could be asked for, beside those ``known``."""
    asked = {idea for ask in known for idea in ask.proposal.ids}
    for proposal in proposals:
        if not asked & proposal.ids:
            yield _ask(picture, proposal, ask_id(picture.program_id, proposal.id), None)


def _ask(picture: ProgramPicture, proposal: Proposal, own: RecordId, written: ReportSentence | None) -> Ask:
    program = picture.program
    actor = proposal.actor
    by = written.by if written else ""
    if program is not None:
        actor, by = actor or program.answers, by or program.answer_by
    return Ask(own, proposal, actor, by, written)
