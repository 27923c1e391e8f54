"""The questionnaire to print: the same statements before the first session and after the last, no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desk.domain.model.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
    WritingLines,
)
from dialogue_desk.domain.model.questionnaire import SCALE, Questionnaire
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.reports.report_front import program_name
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.questionnaire_words import scale_ends

_MOST_LINES, _LETTERS = 8, 55
"""How many lines statements may have so that two slips have room on one page, and how long a line is."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """One slip: what it asks, when, in which language, of which program."""

    asked: Questionnaire
    kind: SlipKind
    language: str
    program: str
    words: Words

    @property
    def title(self) -> str:
        if self.kind is SlipKind.BEFORE:
            return self.words.tr("Before the first session")
        return self.words.tr("After the last session")


def questionnaire_document(
    plan: ReportPlan, words: Words, _day: date | None = None, *, large: bool = False
) -> Document:
    """Return the slips of before and of after, in each language of the program: two on a page.

    In large print, and where there are many statements, there is one on a page.
    """
    asked = plan.picture.work.questionnaire
    if asked is None:
        return Document(
            title=words.tr("Questionnaire"),
            blocks=(Paragraph(words.tr("The program has no questionnaire yet.")),),
            language=words.language,
        )
    return slips_document(asked, program_name(plan, words), _languages(plan, asked, words), large=large)


def slips_document(
    asked: Questionnaire, program: str, languages: tuple[str, ...], *, large: bool = False
) -> Document:
    """Return the slips of a questionnaire for a program of this name, in these languages."""
    sheets = [
        _sheet(_Slip(asked, kind, code, program, _words_for(code, languages)), large=large)
        for kind in (SlipKind.BEFORE, SlipKind.AFTER)
        for code in languages
    ]
    return replace(sheets[0], following=tuple(sheets[1:]))


def _languages(plan: ReportPlan, asked: Questionnaire, words: Words) -> tuple[str, ...]:
    """Return the languages of the program in which there are statements, that of the reader first."""
    spoken = plan.picture.program.languages if plan.picture.program is not None else ()
    written = {code for one in asked.statements for code, text in one.texts if text}
    found = [code for code in dict.fromkeys((words.language, *spoken)) if code in written]
    return tuple(found) or tuple(sorted(written)) or (words.language,)


def _words_for(code: str, languages: tuple[str, ...]) -> Words:
    """Return the words around statements: in their language, or in one of the others that the app speaks."""
    return Words(next((one for one in (code, *languages) if one in LANGUAGES), "en"))


def _sheet(slip: _Slip, *, large: bool) -> Document:
    texts = [one.text(slip.language) or _any(one.texts) for one in slip.asked.statements]
    once = tuple(_blocks(slip, texts, large=large))
    twice = not large and sum(-(-len(text) // _LETTERS) for text in texts) <= _MOST_LINES
    return Document(
        title=slip.title,
        subtitle=join_with_dots((slip.program, slip.words.tr("Questionnaire"))),
        blocks=(*once, Paragraph("- " * 50, Role.MUTED), Heading(slip.title), *once) if twice else once,
        footer=slip.words.tr("No name on this slip"),
        language=slip.language,
    )


def _blocks(slip: _Slip, texts: Sequence[str], *, large: bool) -> Iterator[Block]:
    tr = slip.words.tr
    yield Paragraph(
        tr(
            "So we see what the circles change. Please write no name, and leave out what you like. All slips "
            "are mixed and counted together, so nobody sees what one person answered. Then they are shredded."
        )
    )
    least, most = scale_ends(slip.words)
    heads = (least, *SCALE[1:-1], most)
    yield Table(
        (
            TableColumn(tr("How true is this for you? Circle one number on each line."), 6 if large else 8),
            *(TableColumn(head, 1.5 if large else 1.0, narrow=True) for head in heads),
        ),
        tuple((text, *SCALE) for text in texts),
    )
    if line := dict(slip.asked.open_line).get(slip.language, ""):
        yield WritingLines(1, line)


def _any(texts: tuple[tuple[str, str], ...]) -> str:
    return next((text for _, text in texts if text), "")
