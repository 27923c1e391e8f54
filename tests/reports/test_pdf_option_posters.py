"""A poster for each option is one page, whatever the words, with its number and room for dots."""

import pytest

from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.forum_papers import option_posters
from dialogue_desk.reports.pdf_option_posters import option_posters_of
from dialogue_desk.words import Words
from tests.reports.forum_plans import LONG, LONG_ES, forum_plan, option, some
from tests.reports.paper_reading import pdf_pages

EN = Words()


@pytest.mark.parametrize("paper", list(PaperSize))
def test_each_option_is_a_page_with_its_number_and_words(paper):
    pages = pdf_pages(option_posters_of(option_posters(forum_plan(*some(20, long=True)), EN), paper=paper))
    assert len(pages) == 20
    assert all(str(number) in page for number, page in enumerate(pages, 1))
    assert "Lights on street 20" in pages[-1] and "Luces en la calle 20" in pages[-1]


def test_very_long_words_stay_on_the_page():
    long = option(7, f"{LONG} {LONG}", f"{LONG_ES} {LONG_ES}")
    (page,) = pdf_pages(option_posters_of(option_posters(forum_plan(long), EN)))
    assert page.count("Ask the city") == page.count("Pedir a la ciudad") == 2


def test_the_same_posters_give_the_same_bytes():
    document = option_posters(forum_plan(*some(2)), EN)
    assert option_posters_of(document) == option_posters_of(document)
