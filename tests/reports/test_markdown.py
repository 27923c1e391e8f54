"""Markdown: shown anywhere, it says what was said, and nothing in it is markup but ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dialogue_desk.domain.model.document import (
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.domain.model.text import one_line, printable
from dialogue_desk.reports.markdown import markdown_of
from tests.reports.paper_reading import texts
from tests.reports.paper_samples import ENGLISH, SPANISH
from tests.reports.test_document_files import HOSTILE, SCRIPTS

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"text", "softbreak", "hardbreak", "text_special", "strong_open", "strong_close"}
MARKUP = [
    *HOSTILE,
    "# no heading",
    "  - no item",
    "1. no item",
    "12) none",
    "+ none",
    "*no* _no_ **no** ~~no~~ `no` [no](http://no) ![no](no)",
    "http://no.example www.no.example no@no.example",
    "---",
    "===",
    "    no code",
    "\tno code",
    "| no | cell |",
    "one\n\n\ntwo",
    "\n\nbegins late",
    "back\\slash \\* \\",
    "&amp; & AT&T &#42; [^1]: x",
    "```",
    "> none",
    "$x$ :none",
]


def read(document: Document) -> list[str]:
    """Every text of a document in Markdown, as it is shown: one for each block, breaks as line ends."""
    found = []
    for token in READER.parse(markdown_of(document).decode()):
        if token.type == "inline":
            assert token.children is not None
            breaks = {"softbreak", "hardbreak", "html_inline"}
            for child in token.children:
                assert child.type in OURS or child.content == "<br>", (child.type, child.content)
            said = "".join("\n" if c.type in breaks else c.content for c in token.children)
            found.append(re.sub("[\u2069\u202c]+$", "", said))
    return found


def shown(text: str) -> str:
    """What of ``text`` can be seen: lines without the white space at their ends."""
    lines = printable(text).rstrip("\n").split("\n")
    return re.sub("[\u2069\u202c]+$", "", "\n".join(line.strip() for line in lines)).strip()


def everywhere(text: str) -> Document:
    blocks = (
        Heading(text),
        Paragraph(text),
        Paragraph(text, Role.QUOTE),
        Bullets((Bullet(text), Bullet("item", text))),
        Table((TableColumn(text), TableColumn("n", numeric=True)), ((text, "1"),), text),
    )
    return Document(text, blocks)


@pytest.mark.parametrize("document", [ENGLISH, SPANISH])
def test_it_says_all_words_in_order(document: Document) -> None:
    said = " ".join(" ".join(read(document)).split())
    at = 0
    for text in texts(document, with_heads=False):
        at = said.find(" ".join(text.split()), at)
        assert at >= 0, text


@pytest.mark.parametrize("text", MARKUP)
def test_what_was_typed_is_shown_as_it_was_typed(text: str) -> None:
    found = [[shown(line) for line in said.split("\n")] for said in read(everywhere(text))]
    one, many = [shown(one_line(text))], [shown(line) for line in shown(text).split("\n")]

    assert found[:2] == [one, one]
    assert [line for line in found[2] if line] == [line for line in many if line]
    assert found.count(found[2]) >= 3


@pytest.mark.parametrize("text", MARKUP)
def test_a_bare_list_has_as_many_items_as_were_put_in(text: str) -> None:
    document = Document("T", (Bullets((Bullet(text), Bullet("aside", text))),))
    types = [token.type for token in READER.parse(markdown_of(document).decode())]

    assert types.count("bullet_list_open") == 1
    assert types.count("list_item_open") == 2
    assert not {"fence", "code_block", "html_block", "hr", "ordered_list_open"} & set(types)


SIGNS = st.one_of(st.sampled_from("#*_`[]()<>!|~-+=.&\\ \n\t1x:$@"), st.characters(codec=None))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(
        st.one_of(st.sampled_from("#*_`[]()<>!|~-+=.&\\ \n\t1x:$@"), st.characters(codec=None)), max_size=30
    )
)
def test_any_text_stays_text(text: str) -> None:
    document = Document("T", (Paragraph(f"x{text}"), Bullets((Bullet(f"{text}x"),))))
    seen = ["".join(said.split()) for said in read(document)]
    closing = "[\u2069\u202c]"

    wanted = ["T", "".join(f"x{printable(text)}".split()), "".join(f"{printable(text)}x".split())]
    assert [re.sub(closing, "", one) for one in seen] == [re.sub(closing, "", one) for one in wanted]


def test_every_script_is_kept() -> None:
    assert SCRIPTS in read(Document("T", (Paragraph(SCRIPTS),)))


def test_a_page_of_ours_reads_well_as_it_stands() -> None:
    blocks = (
        Heading("Where we agree"),
        Bullets((Bullet("Get home safely.", "everyone"), Bullet("Two\nlines"))),
        Table((TableColumn("Part"), TableColumn("Time", numeric=True)), (("Welcome", "5 min"),), "How long"),
    )
    assert markdown_of(Document("Safety", blocks, "Circle C07", "C07 · 1")).decode() == (
        "# Safety\n\nCircle C07\n\n## Where we agree\n\n"
        "- Get home safely.\\\n  everyone\n- Two\\\n  lines\n\n"
        "**How long**\n\n| Part | Time |\n| --- | --: |\n| Welcome | 5 min |\n\n---\n\nC07 · 1\n"
    )
