"""Every paper of a guide becomes every kind of file, in one language or in two, and says the same words."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.reports.guide_papers import (
    GuidePaper,
    guide_paper,
    nothing_to_print,
    paper_bytes,
    paper_name,
)
from dialogue_desk.words import Words
from tests.reports.guide_samples import BARE, PARK, WORDS, at_seven
from tests.reports.paper_reading import pdf_pages, pdf_words, texts

SPANISH = replace(PARK, language="es", title="Nuestro parque")
LACKING = {GuidePaper.CARDS, GuidePaper.SHEETS, GuidePaper.RULES, GuidePaper.MOMENTS}


def the_paper(paper: GuidePaper) -> Document:
    document = guide_paper(paper, (at_seven(people=9),))
    assert document is not None
    return document


@pytest.mark.parametrize("paper", list(GuidePaper))
@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".md", ".txt"])
@pytest.mark.parametrize("large", [False, True])
def test_every_paper_becomes_every_kind_of_file(paper: GuidePaper, ending: str, large: bool) -> None:
    document = the_paper(paper)
    made = paper_bytes(paper, document, ending, size=PaperSize.A4, large=large)
    assert made == paper_bytes(paper, document, ending, size=PaperSize.A4, large=large)
    if ending == ".pdf":
        said = "".join(pdf_words(made).split())
        drawn = (GuidePaper.CARDS, GuidePaper.MOMENTS)
        for text in texts(document)[1 if paper in drawn else 0 :]:
            assert "".join(text.split()) in said


@pytest.mark.parametrize("paper", list(GuidePaper))
def test_every_paper_can_be_read_aloud(paper: GuidePaper) -> None:
    made = paper_bytes(paper, the_paper(paper), ".pdf", accessible=True)
    assert b"/StructTreeRoot" in made
    assert b"/MarkInfo" in made


@pytest.mark.parametrize("paper", list(GuidePaper))
def test_two_languages_are_one_after_the_other_in_one_file(paper: GuidePaper) -> None:
    sessions = tuple(replace(at_seven(guide), labeled=True) for guide in (PARK, SPANISH))
    document = guide_paper(paper, sessions)
    assert document is not None
    languages = [one.language for one in document.all_in_file]
    assert languages == sorted(languages)
    assert set(languages) == {"en", "es"}
    pages = pdf_pages(paper_bytes(paper, document, ".pdf"))
    assert "English" in pages[0]
    assert "Español" in pages[-1]
    assert all(("English" in page) != ("Español" in page) for page in pages)


def test_the_words_around_a_guide_are_those_of_its_language() -> None:
    rules = guide_paper(GuidePaper.RULES, (at_seven(SPANISH),))
    assert rules is not None
    assert rules.title == "Acuerdos"
    assert rules.footer.startswith("Nuestro parque")


@pytest.mark.parametrize("paper", list(GuidePaper))
def test_a_paper_that_a_guide_has_nothing_for_is_none(paper: GuidePaper) -> None:
    assert (guide_paper(paper, (at_seven(BARE),)) is None) == (paper in LACKING)


def test_a_sentence_says_what_there_is_nothing_for() -> None:
    sentences = {nothing_to_print(paper, "Bare", WORDS) for paper in LACKING}
    assert len(sentences) == len(LACKING)
    assert "“Bare” has no cards, so none are printed." in sentences


def test_letters_that_cannot_be_drawn_on_a_card_are_set_all_the_same() -> None:
    arabic = guide_paper(GuidePaper.RULES, (at_seven(replace(PARK, ground_rules=("صوت واحد",))),))
    assert arabic is not None
    assert b"/StructTreeRoot" in paper_bytes(GuidePaper.RULES, arabic, ".pdf")


def test_each_paper_has_a_name() -> None:
    assert len({paper_name(paper, Words()) for paper in GuidePaper}) == len(GuidePaper)


def test_an_unknown_kind_of_file_is_refused() -> None:
    with pytest.raises(ValueError, match="none of"):
        paper_bytes(GuidePaper.PLAN, the_paper(GuidePaper.PLAN), ".odt")
