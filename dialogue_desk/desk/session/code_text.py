"""Sentences about what a code leads to."""

from __future__ import annotations

from dialogue_desk.desk.session.code_search import CodeMatch, CodeResult
from dialogue_desk.domain.model.notes import ActionIdea, Note
from dialogue_desk.domain.model.organizing import SentenceRole
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of


def found_sentence(found: CodeResult, words: Words) -> str:
    """Say what was found for a code, what is near it, and what became of a line that is gone."""
    return " ".join(filter(None, (_gone(found, words), _found(found, words))))


def no_code_sentence(typed: str, words: Words) -> str:
    """Say that what was typed is no code, and what a code looks like."""
    return words.tr(
        "“{typed}” is no code. A code has three letters, without vowels, and two digits, such as KTR42.",
        typed=typed,
    )


def line_kind(body: Note | ActionIdea, words: Words) -> str:
    """Return what a line is: "Concern", "Action idea"."""
    return name_of(body.kind, words) if isinstance(body, Note) else words.tr("Action idea")


def sentence_kind(role: SentenceRole, words: Words) -> str:
    """Return what a sentence of the report is for."""
    return {
        SentenceRole.QUESTION: words.tr("Question of the report"),
        SentenceRole.FINDING: words.tr("Finding of the report"),
        SentenceRole.ASK: words.tr("Ask of the report"),
        SentenceRole.TITLE: words.tr("Title in the report"),
    }[role]


def _found(found: CodeResult, words: Words) -> str:
    codes = ", ".join(found.codes)
    match found.match:
        case CodeMatch.EXACT:
            count = len(found.hits) + len(found.sentences)
            return words.ntr(
                "{count} line has the code {code}.",
                "{count} lines have the code {code}. Their words tell which one is meant.",
                count,
                code=found.code,
            )
        case CodeMatch.GOES_ON:
            return words.tr("It goes on as {codes}.", codes=codes)
        case CodeMatch.NEAR:
            return words.tr("No line has {code}. Near it: {codes}", code=found.code, codes=codes)
        case CodeMatch.NONE if found.erased or found.removed:
            return ""
        case CodeMatch.NONE:
            return words.tr("No line here has {code}, and none is near it.", code=found.code)


def _gone(found: CodeResult, words: Words) -> str:
    if found.erased:
        return words.tr(
            "A line with the code {code} was erased for good. Its words are not on this laptop anymore.",
            code=found.code,
        )
    if found.removed:
        return words.tr(
            "The line with the code {code} was deleted, or became part of another line.", code=found.code
        )
    return ""
