"""Designed pages: columns stand side by side where there is room, and nothing runs off the page."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Columns,
    Document,
    Figures,
    Finding,
    Findings,
    Paragraph,
    Rings,
    Side,
    Tone,
)
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.reports.tagged_pdf import tagged_pdf_of
from dialogue_desk.words import Words

HOSTILE = ["<b>&</b>", "W" * 3_000, "word " * 3_000, "燈" * 500, ""]


def placed(document, *, large=False):
    """Where each word begins on its page, by the words, from the left."""
    found = {}
    for page in PdfReader(BytesIO(pdf_of(document, Words(), large=large))).pages:
        page.extract_text(
            visitor_text=lambda text, around, within, *_: found.setdefault(
                text.strip(), (within[4] * around[0] + around[4], within[5] * around[3] + around[5])
            )
        )
    return found


def two_sides(left="left", right="right"):
    sides = (Side("", (Paragraph(left),)), Side("", (Paragraph(right),), tone=Tone.PANEL))
    return Document("Found", (Columns(sides),))


def test_columns_are_beside_each_other_and_one_under_another_in_large_print():
    at = placed(two_sides())
    assert at["left"][0] < at["right"][0]
    at = placed(two_sides(), large=True)
    assert abs(at["left"][0] - at["right"][0]) < 1 and at["left"][1] > at["right"][1]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("tagged", [False, True])
def test_whatever_is_written_makes_pages(text, large, tagged):
    inside = (Bullets((Bullet(text, text), Bullet(text))), Paragraph(text))
    document = Document(
        text,
        (
            Rings(3, 1, text),
            Figures(((text, text), ("1", text))),
            Findings((Finding(text, text, 2, 3, text, text),)),
            Columns(
                (
                    Side(text, inside, text, Tone.PANEL),
                    Side(text, (Findings((Finding(text, text, 0, 0),)),), tone=Tone.DIFFERENT),
                )
            ),
            BarChart(text, (ChartBar(text, 2), ChartBar(text, 1, tone=Tone.DIFFERENT)), whole=True),
        ),
    )
    writer = tagged_pdf_of if tagged else pdf_of
    assert PdfReader(BytesIO(writer(document, Words(), large=large))).pages


def test_the_parts_of_a_whole_are_one_bar_with_each_number_in_it():
    bars = (ChartBar("everyone", 6, "6"), ChartBar("mixed views", 1, "1", Tone.DIFFERENT))
    at = placed(Document("Found", (BarChart("Held by", bars, whole=True),)))
    assert at["everyone 6"][1] == at["mixed views 1"][1]


def test_a_ring_is_drawn_for_each_circle():
    document = Document("Found", (Rings(48, 9, "Each ring is a circle."),))
    content = PdfReader(BytesIO(pdf_of(document, Words()))).pages[0].get_contents().get_data()
    assert content.count(b" c\n") >= 48 * 11


@pytest.mark.parametrize("made", [pdf_of, tagged_pdf_of])
def test_items_to_tick_have_their_boxes_in_a_column_too(made):
    def drawn(boxes):
        items = Bullets((Bullet("one"), Bullet("two")), boxes=boxes)
        document = Document("Slip", (Columns((Side("", (items,)), Side("", (Paragraph("right"),)))),))
        content = PdfReader(BytesIO(made(document, Words()))).pages[0].get_contents()
        return len(re.findall(rb"\bre\b|\bh\b", content.get_data()))

    assert drawn(boxes=True) - drawn(boxes=False) >= 2
