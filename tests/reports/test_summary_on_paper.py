"""A summary on every kind of paper: whatever was typed stands there as text, word for word."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from dialogue_desk.desk.leaving.documents import SummaryOptions, paper_files
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.line_codes import LETTERS
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind, Parked
from dialogue_desk.domain.model.text import printable
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, YOUTH, a_folder
from tests.reports.paper_reading import Page, docx_texts, pdf_words
from tests.reports.test_document_files import HOSTILE

SPOKEN = [
    *HOSTILE,
    '=HYPERLINK("http://no.example","x")',
    "a\u200bb\u200d\ufeffc",
    "two\nlines",
    "¿Quién responde? Ñandú, señor.",
    "a long one " * 300,
]
KINDS = [kind for kind in NoteKind if kind is not NoteKind.DEBRIEF]
ASKED = [
    SummaryOptions(),
    SummaryOptions(paper=PaperSize.A4),
    SummaryOptions(large=True),
    SummaryOptions(languages=("es",)),
    SummaryOptions(languages=("en", "es"), large=True, paper=PaperSize.A4),
]
FOOT = re.compile(
    r"(Page\d+of\d+|Página\d+de\d+)SaferStreets·(Circle|Círculo)C07,(session|sesión)1((What|Qué)(Dots|Puntos)(Code|Código))?"
)
CODE = re.compile(f"[{LETTERS}]{{3}}[0-9]{{2}}")


def folder():
    notes = [
        Note(KINDS[number % len(KINDS)], text, themes=(STOPS, YOUTH, ())[number % 3], consent=Consent.YES)
        for number, text in enumerate(SPOKEN)
    ]
    ideas = [ActionIdea(text, why=text, strengths=text, obstacles=text, dots=3) for text in SPOKEN]
    parked = Note(NoteKind.PARKING_LOT, "Later", parked=Parked.NEXT_TIME)
    closing = ClosingFacts(top_themes=YOUTH, vote=DotVote(3, 9))
    return replace(a_folder(*notes, parked, actions=ideas), closing=closing)


def made(papers: SummaryOptions, ending: str) -> bytes:
    (file,) = paper_files(folder(), replace(papers, endings=(ending,)), Words())
    return file.make_bytes()


def seen(text: str) -> str:
    """What of ``text`` a page shows: no white space, and no signs that are made to be invisible."""
    return "".join(re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]", "", text).split())


@pytest.mark.parametrize("papers", ASKED)
def test_a_pdf_says_word_for_word_what_was_typed(papers: SummaryOptions) -> None:
    said = CODE.sub("", FOOT.sub("", seen(pdf_words(made(papers, ".pdf")))))
    for text in SPOKEN:
        whole = seen(printable(text))
        if not re.search("[\u2400-\u2426\ufffd]", whole):  # no font of ours draws these
            # A very tall cell is cut into pieces, and what is beside it is read after the first of them.
            times = 4 if len(text) > 2_000 else 5
            assert said.count(whole) >= times * max(1, len(papers.languages)), text[:40]


@pytest.mark.parametrize("papers", ASKED)
@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_a_page_says_exactly_what_was_typed(papers: SummaryOptions, ending: str) -> None:
    file = made(papers, ending)
    said = docx_texts(file) if ending == ".docx" else [text for _, text in Page(file).texts]
    for text in SPOKEN:
        times = sum(one.strip("“”") == printable(text) or one == f"“{printable(text)}”" for one in said)
        assert times >= 2 * max(1, len(papers.languages)), text[:40]


@pytest.mark.parametrize("papers", ASKED)
def test_headings_stand_in_order_and_nothing_runs(papers: SummaryOptions) -> None:
    page = Page(made(papers, ".html"))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h\d", tag)]
    tags = {tag for tag, _ in page.elements}

    assert levels.count(1) == max(1, len(papers.languages)) and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not tags & {"script", "link", "iframe", "img", "object", "form", "a"}
    assert not any(name.startswith("on") for _, more in page.elements for name in more)
    assert all(more.get("scope") in ("col", "row") for tag, more in page.elements if tag == "th")


@pytest.mark.parametrize("papers", ASKED)
def test_a_docx_has_real_headings_heads_and_languages(papers: SummaryOptions) -> None:
    file = docx.Document(BytesIO(made(papers, ".docx")))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    usual = file.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val"))

    assert usual == (papers.languages or ("en",))[0]
    assert styles.count("Title") == max(1, len(papers.languages)) and "Heading 1" in styles
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in file.tables)
