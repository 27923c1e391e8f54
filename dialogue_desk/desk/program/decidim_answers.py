"""Answers that come back from a Decidim site, under the codes of the proposals that went there.

Whatever is not certain waits for a person: an answer that differs from the one here, and a proposal whose
title is another than the one that went.  Anybody can write a code into a proposal of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from dialogue_desk.desk.program.decidim_sending import DecidimSending, can_be_sent
from dialogue_desk.desk.program.follow_edits import (
    CannotFollow,
    answer_to,
    reply_typed,
    told_twice,
    with_typed_code,
)
from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.domain.model.answers import Answer, Reply
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import LETTERS
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp
from dialogue_desk.exchange.decidim_export import DecidimRow
from dialogue_desk.exchange.decidim_form import cut_at_word, fitted_title
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of

LONGEST_WHY = 1_500
_LONGEST_TITLE = 80
_STATES = {
    "accepted": Reply.YES,
    "partially_accepted": Reply.IN_PART,
    "accepted_in_part": Reply.IN_PART,
    "evaluating": Reply.LATER,
    "rejected": Reply.NO,
}
"""What a site's own states mean; others a person can say."""

_NO_STATE = ("", "not_answered", "withdrawn")


@dataclass(frozen=True, slots=True)
class DecidimAnswer:
    """An answer of the site that can be kept, and the proposal of the site that it is from.

    ``question`` is why a person has to say yes first, "" where nothing is asked; ``remarks`` are told.
    """

    row: DecidimRow
    one: Followed
    answer: Answer
    question: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecidimAnswers:
    """What an export says of proposals that are here.

    ``same`` are answers that the desk has already, ``waiting`` proposals without an answer yet, ``others``
    proposals that are not from here.  ``told`` says of what nothing can be kept, and why.
    """

    found: tuple[DecidimAnswer, ...] = ()
    told: tuple[str, ...] = ()
    same: int = 0
    waiting: int = 0
    others: int = 0

    @property
    def sure(self) -> tuple[DecidimAnswer, ...]:
        """Those that need no further question."""
        return tuple(one for one in self.found if not one.question)


class _CannotTell(Exception):
    """Of which proposal a row is, or what it answers, is not certain; the sentence says why."""


@dataclass(frozen=True)
class DecidimReading:
    """Reads an export against what is followed up here; ``states`` are what a person says states mean."""

    sending: DecidimSending
    known: FollowUp
    words: Words
    states: Mapping[str, Reply] = field(default_factory=dict)

    def of(self, rows: Iterable[DecidimRow]) -> DecidimAnswers:
        """Return the answers of an export that can be kept, and what is to be told of the others."""
        homes: dict[RecordId, tuple[Followed, list[DecidimRow]]] = {}
        told: list[str] = []
        others = 0
        for row in rows:
            try:
                one = None if row.amendment else self._home(row)
            except _CannotTell as trouble:
                told.append(str(trouble))
                continue
            if one is None:
                others += 1
            else:
                homes.setdefault(one.about, (one, []))[1].append(row)
        read = DecidimAnswers(told=tuple(told), others=others)
        for one, its_rows in homes.values():
            try:
                read = self._with(read, one, its_rows)
            except _CannotTell as trouble:
                read = replace(read, told=(*read.told, str(trouble)))
        return read

    def _with(self, read: DecidimAnswers, one: Followed, rows: Sequence[DecidimRow]) -> DecidimAnswers:
        """Return what was read, with what these rows say of one proposal."""
        withdrawn = [row for row in rows if row.withdrawn]
        if len(withdrawn) == len(rows):
            sentence = self.words.tr(
                "{proposal} was withdrawn on the site. Nothing was written.", proposal=self._name(rows[0])
            )
            return replace(read, told=(*read.told, sentence))
        rows = [row for row in rows if not row.withdrawn]
        answers = {row: self._answer(one, row) for row in rows if row.state not in _NO_STATE}
        if not answers:
            return replace(read, waiting=read.waiting + 1)
        row, answer = next(iter(answers.items()))
        self._check_one(one, answers)
        if one.answer == answer:
            return replace(read, same=read.same + 1)
        return replace(read, found=(*read.found, self._asked(one, row, answer)))

    def _home(self, row: DecidimRow) -> Followed | None:
        """Return what a row answers: by its code, or else by its title; None when it is not from here."""
        marked, loose = _codes_in(row)
        for code in marked:
            if not self.known.with_code(code):
                raise _CannotTell(self._unknown(row, code))
        codes = marked or tuple(code for code in loose if self.known.with_code(code))
        homes = {one.about: one for code in codes for one in self.known.with_code(code)}
        if not codes:
            homes = {one.about: one for one in self._titled.get(twin_key(row.title), ())}
        if len(homes) > 1:
            raise _CannotTell(self._several(row, homes.values()))
        return next(iter(homes.values()), None)

    def _unknown(self, row: DecidimRow, code: str) -> str:
        try:
            with_typed_code(self.known, code, self.words)
        except CannotFollow as trouble:
            return f"{self._name(row)}: {trouble}"
        return self._name(row)

    def _several(self, row: DecidimRow, homes: Iterable[Followed]) -> str:
        return self.words.tr(
            "{proposal} could be about several of yours: {codes}. Nothing was written. Type in the answer by "
            "hand.",
            proposal=self._name(row),
            codes=", ".join(sorted(one.code for one in homes)),
        )

    @cached_property
    def _titled(self) -> Mapping[str, tuple[Followed, ...]]:
        """What has a title, by each title under which it would go or is known here."""
        found: dict[str, tuple[Followed, ...]] = {}
        for one in can_be_sent(self.known):
            for key in self._titles_of(one):
                found[key] = (*found.get(key, ()), one)
        return found

    def _titles_of(self, one: Followed) -> frozenset[str]:
        titles = (one.words, fitted_title(one.words).text, *self.sending.titles_of(one).values())
        return frozenset(map(twin_key, titles))

    def _answer(self, one: Followed, row: DecidimRow) -> Answer:
        """Return the answer of a row; the office and the next date stay as they are here."""
        languages = (self.words.language, *self.sending.languages)
        why = cut_at_word(row.text_in(tuple(dict.fromkeys(languages))), LONGEST_WHY).text
        before = one.answer
        reply = self._reply(row)
        if before is None:
            return answer_to(one, reply, why)
        return replace(before, reply=reply, why=why or (before.why if before.reply is reply else ""))

    def _reply(self, row: DecidimRow) -> Reply:
        if (said := self.states.get(row.state) or _STATES.get(row.state)) is not None:
            return said
        try:
            return reply_typed(row.state.replace("_", " "), self.words)
        except CannotFollow:
            sentence = self.words.tr(
                "{proposal} has the status “{status}”, which this app does not know. Nothing was written. "
                "Type in the answer by hand.",
                proposal=self._name(row),
                status=safe_in_sentence(row.state),
            )
            raise _CannotTell(sentence) from None

    def _check_one(self, one: Followed, answers: Mapping[DecidimRow, Answer]) -> None:
        """Check that rows with one code say one thing, and that it is clear what stands here."""
        if len(set(answers.values())) > 1:
            raise _CannotTell(
                self.words.tr(
                    "{code} stands in several proposals of the file, with different answers: {proposals}. "
                    "Nothing was written. Type in the one that counts.",
                    code=one.code,
                    proposals="; ".join(map(self._name, answers)),
                )
            )
        if twice := " ".join(told_twice(one, self.words)):
            raise _CannotTell(f"{one.code}: {twice}")

    def _asked(self, one: Followed, row: DecidimRow, answer: Answer) -> DecidimAnswer:
        by_code = any(self.known.with_code(code) for codes in _codes_in(row) for code in codes)
        remarks = [] if by_code else [self.words.tr("It has no code, and was found by its title.")]
        if named := people_named(answer.why):
            remarks.append(
                self.words.tr(
                    "{names} may point to a person, and everyone reads this.",
                    names=join_names([f"“{safe_in_sentence(name)}”" for name in named], self.words),
                )
            )
        if len(row.text_in(())) > LONGEST_WHY:
            remarks.append(self.words.tr("The reason is very long, and was cut at a word."))
        return DecidimAnswer(row, one, answer, self._question(one, row), tuple(remarks))

    def _question(self, one: Followed, row: DecidimRow) -> str:
        asked = []
        if one.answer is not None:
            said = ": ".join(filter(None, (name_of(one.answer.reply, self.words), one.answer.why)))
            asked.append(
                self.words.tr("Here the answer is another: {answer}", answer=shortened(said, _LONGEST_TITLE))
            )
        if not self._titles_of(one).intersection(twin_key(text) for _, text in row.titles):
            title = shortened(row.title, _LONGEST_TITLE)
            asked.append(self.words.tr("There its title is another: “{title}”", title=title))
        return " ".join(asked)

    def _name(self, row: DecidimRow) -> str:
        title = safe_in_sentence(shortened(row.title, _LONGEST_TITLE))
        called = safe_in_sentence(row.called)
        return self.words.tr("Proposal {number} (“{title}”)", number=called, title=title)


def read_sentences(read: DecidimAnswers, words: Words) -> Iterator[str]:
    """Yield in words how much of an export needs nothing."""
    if read.same:
        yield words.ntr("{count} answer is here already.", "{count} answers are here already.", read.same)
    if read.waiting:
        yield words.ntr(
            "{count} of your proposals has no answer there yet.",
            "{count} of your proposals have no answer there yet.",
            read.waiting,
        )
    if read.others:
        yield words.ntr(
            "{count} other proposal in the file is not yours.",
            "{count} other proposals in the file are not yours.",
            read.others,
        )


@cache
def _marked() -> re.Pattern[str]:
    """Return what stands before a code in the body of a proposal that went from here, in any language."""
    labels = (Words(language).tr("Code: {code}", code="").strip(" :") for language in LANGUAGES)
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, labels))})\s*:\s*([{LETTERS}]{{3}}[0-9]{{2}})\b")


_LOOSE = re.compile(rf"\b[{LETTERS}]{{3}}[0-9]{{2}}\b")


def _codes_in(row: DecidimRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of a row that are marked as such, and all that look like one."""
    text = "\n".join(text for _, text in (*row.titles, *row.bodies))
    return tuple(dict.fromkeys(_marked().findall(text))), tuple(dict.fromkeys(_LOOSE.findall(text)))
