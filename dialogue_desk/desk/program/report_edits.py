"""What organizers write for the report: its outline, its findings and asks, its question and titles.

Each act is one step of Undo.  A sentence that a person touched is a record from then on, with the numbers on
which it was read; the others go on being proposed from the counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import ORGANIZING
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import (
    ReportOutline,
    ReportSentence,
    SentenceRole,
    program_fact_id,
)
from dialogue_desk.domain.overview.program_work import ProgramWork, work_of
from dialogue_desk.domain.overview.report_findings import PLACES, Ask, CountedFinding
from dialogue_desk.domain.records.changes import Act, Edit, Write


def write_outline(desk: Desk, program: RecordId, outline: ReportOutline) -> Outcome:
    """Give the report of a program this outline.

    Raises:
        DeskTrouble: from this and all below, when it could not be written; then nothing was.
    """
    return desk.put(program_fact_id(program, outline), program, outline)


def sentence_of(said: CountedFinding | Ask) -> ReportSentence:
    """Return what organizers wrote of a finding or an ask, or what stands for it until they do."""
    if said.written is not None:
        return said.written
    if isinstance(said, Ask):
        return ReportSentence(SentenceRole.ASK, about=(said.idea,))
    return ReportSentence(SentenceRole.FINDING, about=tuple(sorted(said.about)), kind=said.kind)


def write_sentence(
    desk: Desk, program: RecordId, said: CountedFinding | Ask, sentence: ReportSentence, met: int
) -> Outcome:
    """Write a finding or an ask as a person wants it, read on the numbers of now.

    Who has to act is kept on the card of the proposal, so that it is one wherever it stands.
    """
    each = said.each if len(set(said.each)) > 1 else ()
    read = replace(sentence, counted=min(said.counts), met=met, each=each)
    if not isinstance(said, Ask):
        return desk.put(said.id, program, read)
    writes = [Write.of(said.id, program, replace(read, actor=""))]
    card = said.proposal.card
    if sentence.actor != card.actor:
        named = replace(card, actor=sentence.actor)
        writes.append(Write.of(program_fact_id(program, named), program, named))
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def read_again(desk: Desk, program: RecordId, said: CountedFinding | Ask, met: int) -> Outcome:
    """Keep that a person read a sentence on the numbers of now, and that it holds."""
    sentence = sentence_of(said)
    if isinstance(said, Ask):
        sentence = replace(sentence, actor=named_office(said))
    return write_sentence(desk, program, said, sentence, met)


def named_office(ask: Ask) -> str:
    """Return which office a person named for an ask, on its card or in its sentence; "" where nobody did."""
    return ask.proposal.card.actor or (ask.written.actor if ask.written else "")


def leave_out(desk: Desk, program: RecordId, said: CountedFinding | Ask, *, out: bool = True) -> Outcome:
    """Take a finding or an ask out of the report, so that it is not proposed again, or put it back."""
    return desk.put(said.id, program, replace(sentence_of(said), left_out=out))


def put_in(
    desk: Desk, program: RecordId, said: CountedFinding | Ask, among: Sequence[CountedFinding | Ask]
) -> Outcome:
    """Put a finding or an ask at the end of those in the report."""
    wanted = replace(said, written=replace(sentence_of(said), left_out=False))
    return in_order(desk, program, (*among, wanted))


def in_order(desk: Desk, program: RecordId, said: Iterable[CountedFinding | Ask]) -> Outcome:
    """Give findings, or asks, this order."""
    writes = (
        Write.of(one.id, program, replace(sentence_of(one), place=PLACES * place))
        for place, one in enumerate(said, 1)
    )
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def write_question(desk: Desk, program: RecordId, texts: tuple[tuple[str, str], ...]) -> Outcome:
    """Write the question of the whole program, which stands on the cover."""
    question = ReportSentence(SentenceRole.QUESTION, texts)
    return desk.put(program_fact_id(program, question), program, question)


def write_titles(
    desk: Desk, program: RecordId, titles: Mapping[RecordId, tuple[tuple[str, str], ...]]
) -> Outcome:
    """Write the titles over the pages of themes, in one step."""
    bodies = (ReportSentence(SentenceRole.TITLE, texts, (theme,)) for theme, texts in titles.items())
    writes = (Write.of(program_fact_id(program, body), program, body) for body in bodies)
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def work_now(desk: Desk, program: RecordId) -> ProgramWork:
    """Return what organizers made of a program so far, read again."""
    return work_of(desk.file.records.under(program, *ORGANIZING))
