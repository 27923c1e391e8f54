import re
from itertools import pairwise

import pytest

from dialogue_desk.domain.model.document import Bullet, Bullets, Document, PaperSize
from dialogue_desk.reports.html import html_of
from dialogue_desk.resources import resource
from tests.reports.paper_reading import Page
from tests.reports.paper_samples import ENGLISH, SPANISH
from tests.ui.contrast import ratio


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

    assert heads.count("col") == 3 + 2
    assert heads.count("row") == 9 + 5
    assert None not in heads


def test_every_table_has_a_head() -> None:
    tags = [tag for tag, _ in Page(html_of(ENGLISH)).elements]

    assert tags.count("thead") == tags.count("table") == 2


def test_a_page_has_one_main_part_with_everything_in_it() -> None:
    tags = [tag for tag, _ in Page(html_of(ENGLISH)).elements]

    assert tags.count("main") == tags.count("h1") == tags.count("title") == tags.count("footer") == 1
    assert not {"div", "table", "ul"} & set(tags[: tags.index("main")])


def looks() -> dict[str, dict[str, str]]:
    """The colours of the page: on a light screen, on a dark one, on paper."""
    style = re.search(r"<style>(.*)</style>", html_of(ENGLISH).decode(), re.DOTALL)[1]
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return {
        name: {key: f"#{value}" for key, value in re.findall(r"--([\w-]+): #(\w+)", root)}
        for name, root in zip(("light", "dark", "paper"), roots, strict=True)
    }


@pytest.mark.parametrize("look", ["light", "dark", "paper"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
def test_words_stand_out_from_the_page(look: str, ink: str) -> None:
    colours = looks()[look]

    assert ratio(whole(colours[ink]), whole(colours["background"])) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark", "paper"])
def test_bars_and_strong_lines_stand_out_from_the_page(look: str) -> None:
    colours = looks()[look]

    for drawn in ("accent", "line-strong"):
        assert ratio(colours[drawn], whole(colours["background"])) >= 3


def test_words_have_no_colour_of_their_own_and_sizes_grow_with_the_reader() -> None:
    style = resource("document.css").read_text(encoding="utf-8")

    assert set(re.findall(r"(?<![-\w])color: ([^;]+);", style)) == {
        "var(--ink)",
        "var(--muted)",
        "var(--accent)",
    }
    assert not re.findall(r"[\d.]+(?:px|pt)\b", re.sub(r"1px solid|min-width: 1px", "", style))
    assert not re.findall(r"(?<!max-)(?<!min-)\b(?:width|height): [\d.]+(?:px|pt|ch)", style)


def test_tables_fit_a_narrow_screen_by_breaking_their_words() -> None:
    style = resource("document.css").read_text(encoding="utf-8")
    narrow = re.search(r"@media \(max-width: 40em\) \{(.*?)\n\}", style, re.DOTALL)[1]

    assert "overflow-wrap: anywhere" in narrow
    assert "hyphens: auto" in narrow


def whole(colour: str) -> str:
    return f"#{''.join(2 * part for part in colour[1:])}" if len(colour) == 4 else colour


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = html_of(ENGLISH).decode()

    assert all(link.startswith("data:font/ttf;base64,") for link in re.findall(r"url\(([^)]{0,30})", page))
    assert not re.search(r"<(script|link|img|iframe)|@import|src=|href=[\"'](?!#)", page)


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
