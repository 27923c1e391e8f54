"""The questionnaire of a program, read, checked and written; the key of a statement outlives its words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.pooled_edits import CannotCount
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import QUESTIONNAIRE
from dialogue_desk.domain.model.questionnaire import (
    LEAST_STATEMENTS,
    MOST_STATEMENTS,
    Questionnaire,
    Statement,
    Texts,
)
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.words import Words
from dialogue_desk.words.questionnaire_words import ready_statements


def statement_key(texts: Texts) -> str:
    """Return the key of a new statement: the same on every laptop where it has the same words."""
    said = "\0".join(f"{code}\0{' '.join(text.split())}" for code, text in sorted(texts) if text)
    return f"own-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def new_statement(texts: Texts) -> Statement:
    """Return a statement of these words: a ready-made one where they are its words."""
    written = {(code, text) for code, text in texts if text}
    for ready in ready_statements():
        if written and written <= set(ready.texts):
            return Statement(ready.key, texts)
    return Statement(statement_key(texts), texts)


def checked_questionnaire(statements: Sequence[Statement], open_line: Texts, words: Words) -> Questionnaire:
    """Return a questionnaire that can be asked.

    Raises:
        CannotCount: when it has too few statements or too many, or one twice.
    """
    if not LEAST_STATEMENTS <= len(statements) <= MOST_STATEMENTS:
        raise CannotCount(statements_needed(words))
    if len({one.key for one in statements}) < len(statements):
        raise CannotCount(words.tr("A statement is there twice. Delete one of the two."))
    return Questionnaire(tuple(statements), open_line)


def statements_needed(words: Words) -> str:
    """Say how many statements a questionnaire has."""
    return words.tr(
        "A questionnaire has {least} to {most} statements.", least=LEAST_STATEMENTS, most=MOST_STATEMENTS
    )


def questionnaire_of(desk: Desk, program: RecordId) -> Questionnaire | None:
    """Return the questionnaire of a program; None where it has none."""
    record = desk.get(questionnaire_id(program))
    return record.body if record is not None and isinstance(record.body, Questionnaire) else None


def questionnaire_id(program: RecordId) -> RecordId:
    """Return the id of the record in which a program has its questionnaire."""
    return RecordId(f"{program}:{QUESTIONNAIRE}")


def counted_statements(desk: Desk, program: RecordId) -> frozenset[str]:
    """Return the keys of the statements of which slips are counted."""
    pools = stored(desk.file.records.under(program, Kind.POOLED_COUNTS), PooledCounts)
    return frozenset(
        question for one in pools if one.body.kind is not SlipKind.TALLY for question, _, _ in one.body.counts
    )


def write_questionnaire(desk: Desk, program: RecordId, asked: Questionnaire | None) -> Outcome | None:
    """Keep the questionnaire of a program, or delete it for None; None where nothing changes.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    writes = tuple(questionnaire_writes(desk, program, asked))
    return desk.perform(Edit(Act.WRITE, writes)) if writes else None


def questionnaire_writes(desk: Desk, program: RecordId, asked: Questionnaire | None) -> Iterable[Write]:
    """Yield what has to be written so that a program has this questionnaire."""
    key = questionnaire_id(program)
    record = desk.get(key)
    if asked is None:
        if record is not None and record.body is not None:
            yield Write.again(record, None)
    elif record is None or record.in_conflict or record.body != asked:
        yield Write.of(key, program, asked)
