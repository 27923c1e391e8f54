"""What is beside each other on paper comes one under another in files without a page, with all its words."""

import pytest

from dialogue_desk.domain.model.document import (
    Bullet,
    Bullets,
    Columns,
    Contents,
    Document,
    Figures,
    Finding,
    Findings,
    Heading,
    Paragraph,
    Rings,
    Side,
)
from dialogue_desk.reports.document_files import ENDINGS, rendered
from dialogue_desk.reports.plain_blocks import in_plain_blocks
from dialogue_desk.words import Words
from tests.reports.paper_reading import docx_texts, pdf_words

FOUND = Findings((Finding("Lamps matter", "3 of 4 circles", 3, 4, "Nobody differed.", "Theme 1"),))
SPREADS = (
    Rings(4, 1, "Each ring is a circle."),
    Figures((("48", "circles"), ("2", "languages"))),
    Columns(
        (
            Side("Common ground", (Bullets((Bullet("A bench", "2 circles"),)),), "3 circles"),
            Side("What we ask", (FOUND, Paragraph("More follows."))),
        )
    ),
)
DOCUMENT = Document("Found", (*SPREADS, Heading("After"), Paragraph("x")))
WORDS_IN_IT = (
    "48", "circles", "Common ground", "3 circles", "A bench", "2 circles",
    "What we ask", "Lamps matter", "3 of 4 circles", "Nobody differed.", "Theme 1", "More follows.",
)  # fmt: skip


def test_the_title_of_a_side_comes_before_what_is_in_it():
    said = repr(in_plain_blocks(SPREADS[2], DOCUMENT))
    places = [
        said.index(text) for text in ("Common ground (3 circles)", "A bench", "What we ask", "Lamps matter")
    ]
    assert places == sorted(places)


def test_what_is_said_of_a_drawing_is_only_where_it_is_drawn():
    said = {
        ending: rendered(DOCUMENT, ending, Words()).count(b"Each ring") for ending in (".html", ".md", ".txt")
    }
    assert said == {".html": 1, ".md": 0, ".txt": 0}
    assert rendered(DOCUMENT, ".html", Words()).count(b"<circle") == 4 * 11


def test_contents_become_a_list():
    (listing,) = in_plain_blocks(Contents(), DOCUMENT)
    assert listing.items == (Bullet("After"),)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("accessible", [False, True])
def test_no_file_leaves_out_a_word(ending, large, accessible):
    data = rendered(DOCUMENT, ending, Words(), large=large, accessible=accessible)
    readers = {".pdf": pdf_words, ".docx": lambda file: " ".join(docx_texts(file))}
    said = " ".join(readers.get(ending, bytes.decode)(data).split())
    assert [text for text in WORDS_IN_IT if text not in said] == []
