"""Papers to work with: what is in their margin, what stays on one page, and room to write by hand."""

from io import BytesIO

import docx
import pytest
from pypdf import PageObject, PdfReader
from reportlab.platypus import Spacer

from dialogue_desk.domain.model.document import (
    Block,
    Bullet,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    TableColumn,
    WritingLines,
)
from dialogue_desk.domain.model.text import printable
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.paper_style import MARGIN, MM, sizes
from dialogue_desk.reports.pdf_pages import PdfLayout
from dialogue_desk.words import Words
from tests.reports.paper_reading import Page, docx_texts, pdf_pages, pdf_words

WORDS = Words()
SCRIPT = Document(
    "Our park",
    (
        Heading("Welcome", margin="8 min\n7:00 PM"),
        Paragraph("Everyone knows why.", Role.MUTED),
        Paragraph("Welcome, and thank you for coming.", Role.SAID, margin="To say"),
        Bullets((Bullet("What would you miss most?"),), margin="To ask"),
        Bullets((Bullet("Chairs in one circle"),), boxes=True),
        WritingLines(3),
    ),
)
ORDER = ("Everyone knows", "To say", "Welcome, and", "To ask", "What would", "Chairs")
FORM = Document(
    "Notes",
    (
        Table(
            tuple(TableColumn(head) for head in ("What was said", "Kind", "How many")),
            ((" ",) * 3,) * 4,
            lines=3,
        ),
    ),
)


def places(page: PageObject) -> dict[str, tuple[float, float]]:
    """Where each text of a page begins, from the left and from the foot."""
    found: dict[str, tuple[float, float]] = {}

    def remember(text: str, around: list[float], within: list[float], *_: object) -> None:
        if text.strip():
            found[text.strip()] = (within[4] + around[4], within[5] + around[5])

    page.extract_text(visitor_text=remember)
    return found


def in_order(text: str) -> list[int]:
    return [text.find(part) for part in ORDER]


@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_a_label_is_said_before_its_text_and_the_minutes_after_their_heading(ending: str) -> None:
    said = rendered(SCRIPT, ending, WORDS).decode()
    assert in_order(said) == sorted(in_order(said))
    assert said.index("Welcome") < said.index("8 min") < said.index("7:00 PM") < said.index("Everyone")


def test_word_and_web_pages_say_the_labels_in_the_order_of_reading() -> None:
    whole = ["Our park", "Welcome", "8 min\n7:00 PM", "Everyone knows why.", "To say"]
    assert [text for _, text in Page(rendered(SCRIPT, ".html", WORDS)).texts if text][:5] == whole
    assert [text for text in docx_texts(rendered(SCRIPT, ".docx", WORDS)) if text][:5] == whole


@pytest.mark.parametrize("accessible", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_what_is_in_the_margin_stands_left_of_its_text(accessible: bool, large: bool) -> None:
    file = rendered(SCRIPT, ".pdf", WORDS, accessible=accessible, large=large)
    words = " ".join(pdf_words(file).split())
    assert all(text in words for text in ("8 min", "7:00 PM", *ORDER))
    if not accessible:
        found = places(PdfReader(BytesIO(file)).pages[0])
        beside = sizes(large=large).beside
        for text in ("8 min", "To say", "To ask"):
            assert found[text][0] == pytest.approx(MARGIN, abs=1)
        assert found["Our park"][0] == pytest.approx(MARGIN + beside, abs=1)
        assert found["To say"][1] == pytest.approx(found["Welcome, and thank you for coming."][1], abs=2)


def test_a_paper_without_a_margin_has_its_text_at_the_left() -> None:
    file = rendered(Document("Our park", (Paragraph("Lamps"),)), ".pdf", WORDS)
    assert places(PdfReader(BytesIO(file)).pages[0])["Lamps"][0] == pytest.approx(MARGIN, abs=1)


def a_page_and_a_part(*, whole: bool) -> Document:
    lines: tuple[Block, ...] = tuple(Paragraph(f"line {number}") for number in range(29))
    part = (Heading("Pairs", whole=whole), *(Paragraph(f"step {number}") for number in range(12)))
    return Document("Our park", (*lines, *part, Heading("Close"), Paragraph("Bye")))


@pytest.mark.parametrize("accessible", [False, True])
def test_a_part_that_fits_on_one_page_is_not_broken(accessible: bool) -> None:
    broken = pdf_pages(rendered(a_page_and_a_part(whole=False), ".pdf", WORDS, accessible=accessible))
    first, second = pdf_pages(rendered(a_page_and_a_part(whole=True), ".pdf", WORDS, accessible=accessible))
    assert "Pairs" in broken[0]
    assert "step 11" not in broken[0]
    assert "line 28" in first
    assert "Pairs" not in first
    assert all(text in second for text in ("Pairs", "step 0", "step 11", "Close"))


@pytest.mark.parametrize("accessible", [False, True])
def test_a_heading_goes_along_with_the_part_under_it(accessible: bool) -> None:
    lines = tuple(Paragraph(f"line {number}") for number in range(29))
    steps = tuple(Paragraph(f"step {number}") for number in range(12))
    document = Document("Our park", (*lines, Heading("Questions"), Heading("Pairs", 2, whole=True), *steps))
    first, second = pdf_pages(rendered(document, ".pdf", WORDS, accessible=accessible))
    assert "Questions" not in first
    assert second.index("Questions") < second.index("Pairs") < second.index("step 0")


@pytest.mark.parametrize("accessible", [False, True])
def test_a_part_that_is_longer_than_half_a_page_begins_where_there_is_room(accessible: bool) -> None:
    steps = tuple(Paragraph(f"step {number}") for number in range(60))
    document = Document("Our park", (Paragraph("first"), Heading("Pairs", whole=True), *steps))
    first = pdf_pages(rendered(document, ".pdf", WORDS, accessible=accessible))[0]
    assert "step 20" in first


def test_there_are_as_many_lines_to_write_on_as_were_asked_for() -> None:
    assert rendered(SCRIPT, ".txt", WORDS).decode().count("_" * 40) == 3
    assert rendered(SCRIPT, ".md", WORDS).decode().count("\\_" * 40) == 3
    assert rendered(SCRIPT, ".html", WORDS).decode().count('class="to-write-on"') == 3
    word = docx.Document(BytesIO(rendered(SCRIPT, ".docx", WORDS)))
    assert [one.style.name for one in word.paragraphs if one.style].count("Writing Line") == 3


def test_what_is_asked_for_stands_over_its_lines_in_every_file() -> None:
    asked = Document("Form", (WritingLines(2, "Who can help", "the library", margin="Look up"),))
    for ending in (".md", ".txt", ".html"):
        said = rendered(asked, ending, WORDS).decode()
        assert said.index("Look up") < said.index("Who can help") < said.index("the library")
    assert docx_texts(rendered(asked, ".docx", WORDS))[1:4] == ["Look up", "Who can help", "the library"]
    for accessible in (False, True):
        said = pdf_words(rendered(asked, ".pdf", WORDS, accessible=accessible))
        assert all(text in said for text in ("Look up", "Who can help", "the library"))


def test_what_is_asked_for_is_on_the_page_of_its_lines() -> None:
    asked = tuple(WritingLines(2, f"asked {number}") for number in range(30))
    pages = PdfReader(BytesIO(rendered(Document("Form", asked), ".pdf", WORDS))).pages
    lowest = [min(at[1] for text, at in places(page).items() if text.startswith("asked")) for page in pages]
    assert len(lowest) > 1
    assert min(lowest) > MARGIN + 10 * MM + 2 * sizes(large=False).line


@pytest.mark.parametrize("last", [WritingLines(1, "asked"), Bullets((Bullet("asked"),)), FORM.blocks[0]])
def test_a_page_that_is_full_is_followed_by_no_blank_one(last: Block) -> None:
    story = PdfLayout(sizes(large=False), 500, 600, 0).story(Document("Form", (last,)))
    assert not isinstance(story[-1], Spacer), "alone on the next page it would be a page"


def test_boxes_to_tick_are_boxes_in_every_file() -> None:
    assert "[ ] Chairs in one circle" in rendered(SCRIPT, ".txt", WORDS).decode()
    assert "- [ ] Chairs in one circle" in rendered(SCRIPT, ".md", WORDS).decode()
    assert '<ul class="boxes">' in rendered(SCRIPT, ".html", WORDS).decode()
    assert "☐\tChairs in one circle" in docx_texts(rendered(SCRIPT, ".docx", WORDS))
    without = Document("", (Bullets((Bullet("Chairs"),)),))
    with_boxes = Document("", (Bullets((Bullet("Chairs"),), boxes=True),))
    drawn = [
        PdfReader(BytesIO(rendered(one, ".pdf", WORDS))).pages[0].get_contents()
        for one in (without, with_boxes)
    ]
    rectangles = [one.get_data().count(b" re ") for one in drawn if one is not None]
    assert rectangles[1] == rectangles[0] + 1


@pytest.mark.parametrize("large", [False, True])
def test_a_table_to_write_in_stays_a_table_with_high_rows(large: bool) -> None:
    word = docx.Document(BytesIO(rendered(FORM, ".docx", WORDS, large=large)))
    heights = [row.height for row in word.tables[0].rows]
    assert heights[0] is None
    assert all(height and height.pt >= 3 * sizes(large=large).text for height in heights[1:])
    assert "What was said" in pdf_words(rendered(FORM, ".pdf", WORDS, large=large))


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_a_hostile_margin_is_only_text(ending: str) -> None:
    hostile = "<script>alert(1)</script>\n</style> $x \\n {{7*7}}"
    document = Document("", (Heading("", margin=hostile), Paragraph("x", margin=hostile)))
    made = rendered(document, ending, WORDS)
    if ending == ".html":
        assert "script" not in {tag for tag, _ in Page(made).elements}
        assert printable(hostile) in [text for _, text in Page(made).texts]
    if ending == ".pdf":
        assert "{{7*7}}" in pdf_words(made)
        assert "{{7*7}}" in pdf_words(rendered(document, ending, WORDS, accessible=True))
