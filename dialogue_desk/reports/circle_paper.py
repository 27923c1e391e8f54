"""The circle's own page on paper, printed at the end of the session: what we said, each line with its code.

It names the circle by its code and the day, because it is the circle's own.  It may be left on a chair, so it
says neither the place nor how many came, nor how many held a line: whoever finds it cannot tell a lone voice
from what all said.  In two languages it is one page, not two: the headings are in both, and each line stands
once, in the language it was said in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from dialogue_desk.domain.closing.circle_page import PageLine, PageSection, by_section, page_lines
from dialogue_desk.domain.closing.read_back import to_read
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Columns,
    Document,
    Heading,
    Paragraph,
    Role,
    Side,
    Tone,
)
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.reports.code_phrases import find_again_text, take_back_text
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.page_words import in_each, page_title, section_title
from dialogue_desk.words.times import day, written_day

_TONES = {PageSection.AGREE: Tone.COUNTED, PageSection.DIFFER: Tone.DIFFERENT}
"""Common ground and difference are read beside each other, at one size."""
_FEW, _BAND = 4, 8
"""A section of so few lines stands beside another; a longer one is in two columns, so many at a time."""


def circle_document(folder: SessionFolder, languages: Sequence[Words]) -> Document:
    """Return the page of a session's circle, with its headings in each of the languages, one or two."""
    first, session = languages[0], folder.session
    program = folder.program.name if folder.program else ""
    code = in_each(languages, partial(_circle_and_session, folder))
    on = in_each(languages, lambda words: day(session.start, session.zone, words))
    return Document(
        title=in_each(languages, page_title),
        subtitle=join_with_dots((program, code, on)),
        footer=join_with_dots((program, _circle_and_session(folder, first))),
        language=first.language,
        blocks=tuple(_blocks(folder, languages)),
    )


def _circle_and_session(folder: SessionFolder, words: Words) -> str:
    return words.tr("Circle {code}, session {number}", code=folder.circle.code, number=folder.session.number)


def _blocks(folder: SessionFolder, languages: Sequence[Words]) -> Iterator[Block]:
    sections = by_section(page_lines(folder, to_read(folder)))
    if not sections:
        for words in languages:
            said = words.tr("Nothing was written down that could be read aloud.")
            yield Paragraph(said, language=_other(words, languages))
    beside: list[Side] = []
    for section, lines in sections.items():
        if section in _TONES or len(lines) <= _FEW:
            beside.append(_side(section, lines, languages))
        else:
            yield from _pairs(beside)
            beside = []
            yield Heading(in_each(languages, partial(section_title, section)))
            for band in _bands(lines):
                yield _band(band, languages[0])
    yield from _pairs(beside)
    yield from _afterwards(folder, languages)


def _pairs(sides: Sequence[Side]) -> Iterator[Columns]:
    """Yield sections beside each other, two by two; the last may be alone."""
    for first in range(0, len(sides), 2):
        yield Columns(tuple(sides[first : first + 2]))


def _bands(lines: Sequence[PageLine]) -> Iterator[Sequence[PageLine]]:
    """Yield lines so many at a time; a last one that would be alone goes with those before it."""
    ends = [*range(_BAND, len(lines) - 1, _BAND), len(lines)]
    for begin, end in zip((0, *ends), ends, strict=False):
        yield lines[begin:end]


def _band(lines: Sequence[PageLine], words: Words) -> Columns:
    """Return some lines in two columns, the first of them on the left."""
    half = (len(lines) + 1) // 2
    halves = [half for half in (lines[:half], lines[half:]) if half]
    return Columns(tuple(Side("", (Bullets(_bullets(one, words)),)) for one in halves))


def _side(section: PageSection, lines: Sequence[PageLine], languages: Sequence[Words]) -> Side:
    title = in_each(languages, partial(section_title, section))
    tone = _TONES.get(section, Tone.PLAIN)
    return Side(title, (Bullets(_bullets(lines, languages[0])),), tone=tone)


def _bullets(lines: Sequence[PageLine], words: Words) -> tuple[Bullet, ...]:
    return tuple(
        Bullet(
            f"“{line.text}”" if line.section is PageSection.QUOTES else line.text,
            join_with_dots((line.detail, line.code)),
            "" if line.language == words.language else line.language,
        )
        for line in lines
    )


def _afterwards(folder: SessionFolder, languages: Sequence[Words]) -> Iterator[Block]:
    """Yield what happens next beside how a line is found and a quote taken back; or all in each language."""
    contact = folder.program.contact_line if folder.program else ""
    sides = []
    for words in languages:
        coming, codes = _next(folder.program, words), (find_again_text(words), take_back_text(contact, words))
        told = (
            (words.tr("What happens next"), " ".join(coming)),
            (words.tr("Your line, later"), " ".join(codes)),
        )
        texts = [(title, Paragraph(text, language=_other(words, languages))) for title, text in told]
        if len(languages) == 1:
            sides += [Side(title, (text,), tone=Tone.PANEL) for title, text in texts]
        else:
            (first, text), (second, more) = texts
            head = Paragraph(second, Role.STRONG, _other(words, languages))
            small = (replace(text, role=Role.MUTED), head, replace(more, role=Role.MUTED))
            sides.append(Side(first, small, tone=Tone.PANEL))
    yield Columns(tuple(sides))


def _next(program: Program | None, words: Words) -> Iterator[str]:
    if program is None:
        yield words.tr("This page is ours. Nobody else gets it unless we pass it on.")
        return
    yield words.tr(
        "Our lines go to the organizer, without names. They become part of a report with those of the other "
        "circles."
    )
    if program.answers and program.answer_by:
        yield words.tr(
            "{who} will answer it by {date}.", who=program.answers, date=_day(program.answer_by, words)
        )
    elif program.answers:
        yield words.tr("{who} will answer it.", who=program.answers)
    if program.forum:
        yield words.tr("The action forum is on {date}.", date=_day(program.forum, words))


def _day(written: str, words: Words) -> str:
    return written_day(date.fromisoformat(written), words)


def _other(words: Words, languages: Sequence[Words]) -> str:
    """Return the language of a paragraph where it is not the document's."""
    return "" if words.language == languages[0].language else words.language
