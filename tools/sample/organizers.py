"""Plays what the organizers of the sample community did around its circles, into the file of their work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.desk.program.forum_edits import (
    choose_options,
    close_vote,
    lock,
    set_up_forum,
    type_ballots,
    write_team,
)
from dialogue_desk.desk.program.organizers_work import write_work
from dialogue_desk.desk.program.pooled_edits import write_pool
from dialogue_desk.desk.program.program_edits import categories_of
from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock
from tools.sample.afterwards_script import (
    AfterwardsScript,
    ScriptedAnswer,
    ScriptedForum,
    ScriptedPile,
    ScriptedProgress,
)
from tools.sample.community import Laptop
from tools.sample.script_files import Script

SPOILED = "spoiled"
TYPISTS = (1, 2)


class Organizers:
    """The organizers, who write on one laptop.

    Args:
        laptop: theirs, on which the program was set up.
        clock: the one of the whole community.
        script: what happened in the circles.
        did: what they did themselves.
        words: the language of what is refused.
    """

    def __init__(
        self, laptop: Laptop, clock: ManualClock, script: Script, did: AfterwardsScript, words: Words
    ) -> None:
        self._laptop, self._desk = laptop, laptop.desk
        self._clock = clock
        self._script = script
        self._did = did
        self._words = words
        (self._program,) = (program.id for program in self._desk.file.records.of_kind(Kind.PROGRAM))

    def prepare(self) -> None:
        """Say whom they want and whom they asked, and choose the questionnaire."""
        questions = {one.body.name: one.id for one in categories_of(self._desk, self._program)}
        voices: dict[str, RecordId] = {}
        for place, one in enumerate(self._did.voices):
            category = questions.get(one.question)
            body = Voice(one.name, one.kind, one.hoped, category, one.answer, place)
            voices[one.name] = self._desk.add(self._program, body)
        for asked in self._did.invitations:
            close = tuple(voices[name] for name in asked.voices)
            numbers = (asked.invited, asked.signed_up, asked.day.isoformat())
            self._desk.add(self._program, Invitation(asked.to, asked.asked, close, *numbers))
        known = self._did.questionnaire
        statements = tuple(Statement(one.key, tuple(one.texts.items())) for one in known.statements)
        asks = Questionnaire(statements, tuple(known.open_line.items()))
        write = Write.of(program_fact_id(self._program, asks), self._program, asks)
        self._desk.perform(Edit(Act.WRITE, (write,)))

    def go_on(self, to: Path) -> Path:
        """Count slips, hold the forum, type answers and what became of actions; then write their work."""
        for pile in self._did.piles:
            picture = self._laptop.folders.picture(self._program)
            write_pool(self._desk, picture, self._pile(pile), self._words)
        self._hold_forum(self._did.forum)
        said: list[ScriptedAnswer | ScriptedProgress] = [*self._did.answers, *self._did.progress]
        for one in sorted(said, key=lambda one: one.at):
            self._advance_to(one.at)
            write_follow_up(self._desk, self._program, self._what_came(one))
        return write_work(self._desk, self._program, to)

    def _pile(self, pile: ScriptedPile) -> PooledCounts:
        questions: dict[str, str] = {}
        if pile.kind is SlipKind.TALLY:
            questions = {one.body.name: one.id for one in categories_of(self._desk, self._program)}
        counts = tuple(
            (questions.get(question, question), answer, count)
            for question, answers in pile.counts.items()
            for answer, count in answers.items()
        )
        circles = tuple(self._laptop.circle(code) for code in pile.circles)
        return PooledCounts(pile.kind, circles, pile.slips, counts, pile.said)

    def _hold_forum(self, forum: ScriptedForum) -> None:
        """Choose the options, lock them, type each ballot twice, and close the vote."""
        desk, program, words = self._desk, self._program, self._words
        self._advance_to(forum.chosen)
        set_up_forum(desk, program, Forum(forum.dots_each, forum.most_on_one, forum.given_out), words)
        choose_options(desk, program, list(self._options(forum)), words)
        self._advance_to(forum.locked)
        lock(desk, program, words)
        self._advance_to(forum.typed)
        for entry in TYPISTS:
            pile = type_ballots(desk, program, ballots_of(forum, entry), words)
            assert pile.refused == (), "a ballot of the sample can be kept as it is"
        self._advance_to(forum.counted)
        close_vote(desk, program, words)
        for team in self._teams(forum):
            write_team(desk, program, team, words)

    def _options(self, forum: ScriptedForum) -> Iterator[ForumOption]:
        for number, one in enumerate(forum.options, 1):
            yield ForumOption(self._proposal(one.about), number, (("en", one.en), ("es", one.es)))

    def _teams(self, forum: ScriptedForum) -> Iterator[ActionTeam]:
        for one in forum.teams:
            yield ActionTeam(
                self._proposal(one.about),
                one.name,
                one.convener,
                one.facilitator,
                one.support,
                one.signed_up,
                one.first_day.isoformat(),
                one.place,
            )

    def _what_came(self, one: ScriptedAnswer | ScriptedProgress) -> Answer | Progress:
        about, day = self._proposal(one.about), one.next_day.isoformat() if one.next_day else ""
        if isinstance(one, ScriptedAnswer):
            return Answer(about, one.reply, one.why, one.by, day)
        return Progress(about, one.status, one.changed, one.evidence, day)

    def _proposal(self, named: str) -> RecordId:
        """Return the proposal that the script names by its circle and its place there."""
        circle, place = named.split(".")
        last = self._script.evening(f"{circle}-s{self._script.sessions}")
        what = last.actions[int(place) - 1].what
        ideas = stored(self._desk.file.records.of_kind(Kind.ACTION), ActionIdea)
        return next(idea.id for idea in ideas if idea.body.what == what)

    def _advance_to(self, room: datetime) -> None:
        self._clock.advance_to(_instant(room, self._script.zone))


def ballots_of(forum: ScriptedForum, entry: int) -> Iterator[BallotEntry]:
    """Return the ballots of a pile as one of two people typed them, the tally sheet last."""
    lines = forum.ballots.split("\n")[:-1]
    for number, line in enumerate(lines, 1):
        typed = [word for word in line.split() if word != SPOILED]
        dots = tuple((int(option), typed.count(option)) for option in dict.fromkeys(typed))
        yield BallotEntry(entry, number, dots, spoiled=line.endswith(SPOILED))
    tally = tuple(sorted((int(option), dots) for option, dots in forum.tally.dots.items()))
    yield BallotEntry(entry, len(lines) + 1, tally, forum.tally.ballots)


def _instant(room: datetime, zone: int) -> Instant:
    return int(room.replace(tzinfo=UTC).timestamp()) * 1000 - zone * MINUTE
