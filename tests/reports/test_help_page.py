import re

import pytest
from markdown_it import MarkdownIt

from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.reports.help_page import help_html, help_text
from dialogue_desk.words import LANGUAGES, Words
from tests.house import ROOT

PAGE = "guide-format"


def kinds(language: str) -> list[str]:
    """Return what a page is made of, heading by heading and row by row."""
    tokens = MarkdownIt("commonmark").enable("table").parse(help_text(PAGE, language))
    return [
        one.type + one.tag for one in tokens if one.type in {"heading_open", "tr_open", "bullet_list_open"}
    ]


def words_in_code(language: str) -> set[str]:
    text = re.sub(r"```.*?```", "", help_text(PAGE, language), flags=re.DOTALL)
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w.:=#-]+", code)}


def test_the_page_in_the_app_is_the_one_in_the_docs() -> None:
    assert help_text(PAGE, "en") == (ROOT / "docs" / "guide-format.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_language_has_every_heading_row_and_list(language: str) -> None:
    assert kinds(language) == kinds("en")


def test_every_word_of_the_format_is_explained_in_spanish_too() -> None:
    own = {"FILE", "ARCHIVO", "Title", "name", "January", "Ask", "Word", "what", "it", "means", "yes"}
    own |= {"#name", "Word:", "key:", "value", "Ask:"}
    english = {word for word in words_in_code("en") - own if re.search("[a-z]", word)}
    spoken = {"how", "many", "officers", "work", "here", "annual", "report", "of", "the", "department"}
    missing = {word for word in english - spoken if word not in help_text(PAGE, "es")}
    assert missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_the_page_is_a_guide(language: str) -> None:
    found = re.search(r"```markdown\n(.*?)```", help_text(PAGE, language), re.DOTALL)
    assert found is not None
    guide = read_guide(found[1], "example.guide.md", Words())
    assert (guide.language, len(guide.sessions[0].parts)) == (language, 5)


def test_a_language_without_a_page_gets_the_english_one() -> None:
    assert help_text(PAGE, "fr") == help_text(PAGE, "en")
    assert help_text(PAGE, "es-MX") == help_text(PAGE, "es")


def test_a_page_becomes_html_with_its_tables() -> None:
    html = help_html(PAGE, "en")
    assert "<h1>Writing a guide</h1>" in html and "<table>" in html
    assert "<script" not in html
