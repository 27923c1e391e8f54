"""Statements for a vote on Polis, chosen by a person from what everyone may read of a program.

They are proposals, findings of the report and common ground that stands in it, each without circle or place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogue_desk.desk.program.decidim_sending import can_be_sent
from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.desk.session.code_text import sentence_kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.organizing import SentenceRole
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.exchange.polis_seed import (
    EASY_TO_VOTE,
    LONGEST_STATEMENT,
    MOST_STATEMENTS,
    seed_statement,
)
from dialogue_desk.reports.report_sentences import ask_text, proposed_sentence
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that people could vote on: ``kind`` says in words what it is."""

    about: RecordId
    text: str
    kind: str
    circles: int = 0

    @property
    def code(self) -> str:
        """The code of its line."""
        return line_code(self.about)


@dataclass(frozen=True, slots=True)
class SeedFile:
    """What goes into the file: ``texts``, and a sentence for each that was left out or is to be looked at."""

    texts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def statements_of(plan: ReportPlan, words: Words) -> tuple[Statement, ...]:
    """Return what a program could put to a vote: asks, other proposals, findings, common ground."""
    return tuple(_statements(plan, words))


def _statements(plan: ReportPlan, words: Words) -> Iterator[Statement]:
    for one in can_be_sent(follow_up(plan)):
        text = ask_text(one.ask, words)[0] if one.ask is not None else one.words
        kind = sentence_kind(SentenceRole.ASK, words) if one.ask is not None else words.tr("Proposal")
        yield Statement(one.about, text, kind, one.circles)
    for found in plan.findings:
        own = found.written.text(words.language) if found.written else ""
        yield Statement(
            found.id,
            own or proposed_sentence(found, words),
            sentence_kind(SentenceRole.FINDING, words),
            found.circles,
        )
    for theme in plan.themes:
        for line in theme.common.lines:
            yield Statement(line.id, line.text, words.tr("Common ground"), line.circles)


def seed_of(chosen: Sequence[Statement], words: Words) -> SeedFile:
    """Return the file of chosen statements: each once, as many as Polis takes at a time, in their order."""
    texts: dict[str, str] = {}
    left_out: list[str] = []
    for one in chosen:
        text = seed_statement(one.text)
        sentence = _hindrance(one.code, text, texts, words)
        if sentence:
            left_out.append(sentence)
        else:
            texts[twin_key(text)] = text
    kept = tuple(texts.values())
    return SeedFile(kept, tuple(left_out), tuple(_remarks(kept, words)))


def _hindrance(code: str, text: str, before: dict[str, str], words: Words) -> str:
    """Return why a statement is left out; "" when it goes."""
    if not text:
        return words.tr("{code} has no words, so it was left out.", code=code)
    if twin_key(text) in before:
        return words.tr("{code} says the same as one before it, so it was left out.", code=code)
    if len(text) > LONGEST_STATEMENT:
        return words.tr(
            "{code} is longer than the {count} letters that Polis has room for, so it was left out.",
            code=code,
            count=LONGEST_STATEMENT,
        )
    if len(before) >= MOST_STATEMENTS:
        return words.tr(
            "{code} was left out: Polis takes {count} statements at a time. Put it into a second file.",
            code=code,
            count=MOST_STATEMENTS,
        )
    return ""


def _remarks(texts: Sequence[str], words: Words) -> Iterator[str]:
    if long := sum(len(text) > EASY_TO_VOTE for text in texts):
        yield words.ntr(
            "{count} statement is longer than {letters} letters. Short ones are easier to vote on.",
            "{count} statements are longer than {letters} letters. Short ones are easier to vote on.",
            long,
            letters=EASY_TO_VOTE,
        )
    if named := people_named("\n".join(texts)):
        yield words.tr(
            "{names} may point to a person, and everyone reads this.",
            names=join_names([f"“{safe_in_sentence(one)}”" for one in named], words),
        )


def with_codes(statements: Iterable[Statement], codes: Sequence[str]) -> tuple[Statement, ...]:
    """Return the statements with these codes, in the order of the codes; a code of two stands for both."""
    found = tuple(statements)
    return tuple(one for code in dict.fromkeys(codes) for one in found if one.code == code)
