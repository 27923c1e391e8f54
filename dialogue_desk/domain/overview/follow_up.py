"""What came of what a program asked for: each ask with its answer and what became of it, once.

A proposal is one, however many circles made it; so are questions worded alike.  Each answer stands with
exactly one of them, and where two answers to one of them differ, both are told until a person chooses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Standing
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.line_codes import line_code, near_codes
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.open_questions import OpenQuestion, open_questions
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_findings import Ask
from dialogue_desk.domain.overview.report_plan import ReportPlan

ASLEEP_AFTER = timedelta(days=60)
"""After so long without a word, an ask is told to sleep."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A proposal or a question that is followed up, and what came of it.

    ``about`` is the line whose code it has on the answer sheet, ``lines`` are all that it stands for.
    ``ask`` is what the report makes of it in front.  ``answers`` and ``reports`` are all that were written of
    it; the first of each is shown.  ``differing`` are records of it that two organizers wrote differently.
    """

    about: RecordId
    lines: frozenset[RecordId]
    said: Proposal | OpenQuestion
    ask: Ask | None = None
    answers: tuple[Answer, ...] = ()
    reports: tuple[Progress, ...] = ()
    differing: tuple[RecordId, ...] = ()
    heard: Instant | None = None

    @property
    def code(self) -> str:
        """The code by which it is answered."""
        return line_code(self.about)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all lines it stands for."""
        return frozenset(map(line_code, self.lines))

    @property
    def answer(self) -> Answer | None:
        """The answer of whoever was asked."""
        return self.answers[0] if self.answers else None

    @property
    def progress(self) -> Progress | None:
        """What became of it."""
        return self.reports[0] if self.reports else None

    @property
    def actor(self) -> str:
        """The office that was asked; "" where nobody is named."""
        if self.ask is not None and self.ask.actor:
            return self.ask.actor
        return self.said.who if isinstance(self.said, Proposal) else self.said.office

    @property
    def circles(self) -> int:
        """How many circles said it."""
        return self.said.circles

    @property
    def words(self) -> str:
        """What is proposed or asked."""
        return self.said.idea.what if isinstance(self.said, Proposal) else self.said.text

    @property
    def language(self) -> str:
        """The language of its words; "" where nobody knows."""
        return self.said.idea.language if isinstance(self.said, Proposal) else self.said.language

    @property
    def standing(self) -> Standing:
        """How far it is."""
        if self.progress is not None:
            return Standing(self.progress.status.value)
        return Standing.WAITING if self.answer is None else Standing.ANSWERED

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is waited for: it is done or dropped, or the answer was no or already so."""
        if self.progress is not None:
            return self.progress.status.is_final
        return self.answer is not None and self.answer.reply in (Reply.NO, Reply.ALREADY_SO)

    @property
    def next_day(self) -> date | None:
        """The next date: as it goes on, or as it was answered, or by when an answer is asked."""
        if self.is_settled:
            return None
        asked = self.ask.by if self.ask is not None and self.answer is None else ""
        days = (self.progress and self.progress.next_day, self.answer and self.answer.next_day, asked)
        return next((date.fromisoformat(day) for day in days if day), None)

    @property
    def two_answers(self) -> bool:
        """Whether it was answered in two ways, under codes of two of its lines."""
        return len({(one.reply, one.why, one.by) for one in self.answers}) > 1

    def saying(self, fact: Answer | Progress) -> Followed:
        """Return it with a fact that was written since, in place of the one that was shown."""
        if isinstance(fact, Answer):
            return replace(self, answers=(fact, *self.answers[1:]))
        return replace(self, reports=(fact, *self.reports[1:]))

    def sleeps(self, today: date, heard_on: date | None) -> bool:
        """Whether nothing was heard of it for long, and no date is ahead.

        ``heard_on`` is the day on which something was last written of it; before that, the day counts by
        which an answer was asked.
        """
        ahead = self.next_day is not None and self.next_day >= today
        since = heard_on or self.next_day
        return not self.is_settled and not ahead and since is not None and today - since >= ASLEEP_AFTER


@dataclass(frozen=True, slots=True)
class FollowUp:
    """All that is followed up in a program, asks of the report first.

    ``others`` could be answered too: proposals and questions that nobody asked for in front.  ``lost`` are
    answers to lines that are here no longer.
    """

    followed: tuple[Followed, ...] = ()
    others: tuple[Followed, ...] = ()
    lost: tuple[Answer, ...] = ()
    _homes: Mapping[str, tuple[Followed, ...]] = field(default_factory=dict, repr=False)

    def with_code(self, code: str) -> tuple[Followed, ...]:
        """Return what has a code: itself, or one of the lines it stands for."""
        return self._homes.get(code, ())

    def near(self, code: str) -> tuple[str, ...]:
        """Return the codes in use that differ from this one in one sign; those that are asked for first."""
        asked = {one.code for one in self.followed}
        return tuple(sorted(near_codes(code, self._homes), key=lambda one: (one not in asked, one)))

    @property
    def every(self) -> tuple[Followed, ...]:
        """All that has a code under which it can be answered."""
        return (*self.followed, *self.others)

    @property
    def asks(self) -> tuple[Followed, ...]:
        """What the report asks for in front."""
        return tuple(one for one in self.followed if one.ask is not None)

    @property
    def answered(self) -> tuple[Followed, ...]:
        """What has an answer."""
        return tuple(one for one in self.followed if one.answer is not None)

    @property
    def replies(self) -> Mapping[Reply, int]:
        """How many answers say which word: each thing once, by the answer that is shown."""
        return Counter(one.answer.reply for one in self.answered if one.answer is not None)

    def by_standing(self) -> Mapping[Standing, tuple[Followed, ...]]:
        """Return all that is followed by how far it is, in the order of the words."""
        found = {one: tuple(it for it in self.followed if it.standing is one) for one in Standing}
        return {standing: several for standing, several in found.items() if several}

    def by_actor(self) -> Mapping[str, tuple[Followed, ...]]:
        """Return all that is followed by the office that was asked; what nobody is asked for comes last."""
        groups: dict[str, list[Followed]] = defaultdict(list)
        for one in self.followed:
            groups[twin_key(one.actor)].append(one)
        nobody = groups.pop("", [])
        ordered = sorted(groups.values(), key=lambda group: (-len(group), look_up_order(group[0].actor)))
        found = {group[0].actor: tuple(group) for group in ordered}
        return {**found, "": tuple(nobody)} if nobody else found

    def due(self) -> tuple[Followed, ...]:
        """Return what has a next date, the earliest first."""
        dated = [(day, one) for one in self.followed if (day := one.next_day) is not None]
        return tuple(one for _, one in sorted(dated, key=lambda pair: pair[0]))


def follow_up(plan: ReportPlan) -> FollowUp:
    """Return what came of what a program asked for."""
    work = plan.picture.work
    asks = {ask.proposal.id: ask for ask in plan.asks}
    every = [*_proposals(plan.proposals, asks, work), *_questions(plan, work)]
    homes: dict[str, list[Followed]] = defaultdict(list)
    for one in every:
        for code in one.codes:
            homes[code].append(one)
    here = {line for one in every for line in one.lines}
    followed = [one for one in every if one.ask is not None or one.answers or one.reports]
    place = {ask.id: number for number, ask in enumerate(plan.asks)}
    followed.sort(key=lambda one: place[one.ask.id] if one.ask else len(place))
    return FollowUp(
        tuple(followed),
        tuple(one for one in every if one not in followed),
        tuple(stored.body for about, stored in work.answers.items() if about not in here),
        {code: tuple(several) for code, several in homes.items()},
    )


def _proposals(
    proposals: Iterable[Proposal], asks: Mapping[RecordId, Ask], work: ProgramWork
) -> Iterator[Followed]:
    for one in proposals:
        ask = asks.get(one.id)
        yield _followed(ask.idea if ask else one.id, one.ids, one, ask, work)


def _questions(plan: ReportPlan, work: ProgramWork) -> Iterator[Followed]:
    for one in open_questions(plan.picture):
        yield _followed(one.id, frozenset(line.note_id for line in one.lines), one, None, work)


def _followed(
    about: RecordId,
    lines: frozenset[RecordId],
    said: Proposal | OpenQuestion,
    ask: Ask | None,
    work: ProgramWork,
) -> Followed:
    ordered: Sequence[RecordId] = (about, *sorted(lines - {about}))
    answers = [work.answers[one] for one in ordered if one in work.answers]
    reports = [work.progress[one] for one in ordered if one in work.progress]
    differing = [one.id for one in answers if one.in_conflict]
    differing += [one.id for one in reports if one.in_conflict]
    heard = [work.heard[one] for one in ordered if one in work.heard]
    return Followed(
        about=about,
        lines=lines,
        said=said,
        ask=ask,
        answers=tuple(one.body for one in answers),
        reports=tuple(one.body for one in reports),
        differing=tuple(differing),
        heard=max(heard, default=None),
    )
