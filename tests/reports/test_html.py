import re
from itertools import pairwise

from dialogue_desk.domain.model.document import Bullet, Bullets, Document, PaperSize
from dialogue_desk.reports.html import html_of
from tests.reports.paper_reading import Page
from tests.reports.paper_samples import ENGLISH, SPANISH


def test_the_page_names_its_language_and_title() -> None:
    elements = Page(html_of(SPANISH)).elements

    assert ("html", {"lang": "es"}) in elements
    assert b"<title>Seguridad entre todos: de qu\xc3\xa9 hablamos</title>" in html_of(SPANISH)


def test_one_heading_leads_and_the_others_follow_in_order() -> None:
    levels = [int(tag[1]) for tag, _ in Page(html_of(ENGLISH)).elements if re.fullmatch(r"h\d", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_cells_know_their_heads() -> None:
    heads = [attributes.get("scope") for tag, attributes in Page(html_of(ENGLISH)).elements if tag == "th"]

    assert heads.count("col") == 3
    assert heads.count("row") == 9 + 5
    assert None not in heads


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = html_of(ENGLISH).decode()

    assert all(link.startswith("data:font/ttf;base64,") for link in re.findall(r"url\(([^)]{0,30})", page))
    assert not re.search(r"<(script|link|img|iframe)|@import|(src|href)=", page)


def test_bars_are_drawn_and_their_words_are_words() -> None:
    page = Page(html_of(ENGLISH))
    drawn = [attributes for tag, attributes in page.elements if tag == "svg"]

    assert len(drawn) == 5
    assert all(bar["aria-hidden"] == "true" for bar in drawn)
    assert "9 notes" in page.text_of("span")


def test_a_note_in_another_language_says_so() -> None:
    page = Page(html_of(Document("Title", (Bullets((Bullet("¿Por qué?", "", "es"),)),))))

    assert ("div", {"lang": "es", "dir": "auto"}) in page.elements


def test_paper_and_large_print_reach_the_printer() -> None:
    assert b"size: letter;" in html_of(ENGLISH)
    assert b"size: A4;" in html_of(ENGLISH, paper=PaperSize.A4)
    assert b"font-size: 18pt" in html_of(ENGLISH, large=True)


def test_no_style_is_left_open() -> None:
    style = re.search(r"<style>(.*)</style>", html_of(ENGLISH).decode(), re.DOTALL)

    assert style is not None
    assert "$" not in style[1]
    assert style[1].count("{") == style[1].count("}")
