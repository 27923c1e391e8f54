from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.document import BarChart, Bullet, Bullets, ChartBar, Document, WritingLines
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.breakouts import drawn, one_two_four, taking_turns
from dialogue_desk.domain.run.rotation import rotation
from dialogue_desk.reports.breakout_sheet import breakout_document
from dialogue_desk.reports.pdf_poster import LINES, NUMBER, QUESTION, SEATS, poster_of
from dialogue_desk.words import Words

ASKED = "What would help?"


def sizes(file):
    """Return each text of a PDF with the size of its type, rounded."""
    found = []
    for page in PdfReader(BytesIO(file)).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: found.append((text.strip(), round(size)))
        )
    return [one for one in found if one[0]]


def test_numbers_and_question_are_large_enough_to_be_read_standing():
    groups = drawn(12, 2, Random(3))
    sheet = breakout_document(groups, Words(), question=ASKED, steps=taking_turns(2, 3 * MINUTE))
    found = sizes(poster_of(sheet))
    assert (ASKED, QUESTION) in found
    assert [text for text, size in found if size == NUMBER] == ["1", "2", "3", "4", "5", "6"]
    seats = [text for text, size in found if size == SEATS]
    assert seats == [", ".join(map(str, group)) for group in groups.groups]
    assert len(PdfReader(BytesIO(poster_of(sheet))).pages) == 1


def test_a_rotation_says_host_and_guests_and_where_each_seat_goes():
    text = " ".join(text for text, _ in sizes(poster_of(breakout_document(rotation(6, 2, 3), Words()))))
    assert "Host 1" in text
    assert "1 \u00b7 2 \u00b7 1" in text


@pytest.mark.parametrize(
    "breakout", [rotation(60, 30, 6), one_two_four(60, Random(1)), drawn(3, 2, Random(1))]
)
def test_the_largest_and_the_smallest_sheet_are_whole_and_always_the_same(breakout):
    sheet = breakout_document(breakout, Words("es"), question=ASKED * 40)
    assert poster_of(sheet) == poster_of(sheet)


def test_what_has_no_place_on_a_poster_is_refused():
    with pytest.raises(ValueError, match="WritingLines"):
        poster_of(Document("A title", (WritingLines(),)))


def test_bars_have_their_labels_and_numbers():
    chart = BarChart("Themes", (ChartBar("Lamps", 3, "3"), ChartBar("Buses", 1, "1")))
    said = PdfReader(BytesIO(poster_of(Document("A title", (chart,))))).pages[0].extract_text()
    assert said.split()[-4:] == ["Lamps", "3", "Buses", "1"]


def rules(count: int) -> Document:
    return Document(
        "Ground rules", (Bullets(tuple(Bullet(f"Rule {number} of the circle") for number in range(count))),)
    )


def test_a_list_is_as_large_as_one_page_allows() -> None:
    few, many = (
        {size for text, size in sizes(poster_of(rules(count))) if text.startswith("Rule")}
        for count in (5, 20)
    )
    assert few == {max(LINES)}
    assert max(many) < max(LINES)
    assert [len(PdfReader(BytesIO(poster_of(rules(count)))).pages) for count in (5, 20)] == [1, 1]


def test_a_list_that_is_too_long_for_one_page_is_whole_on_two() -> None:
    pages = PdfReader(BytesIO(poster_of(rules(36)))).pages
    assert len(pages) == 2
    assert "Rule 35" in pages[1].extract_text()


def test_posters_that_follow_one_another_have_a_page_each() -> None:
    both = replace(rules(3), following=(Document("Acuerdos", rules(2).blocks, language="es"),))
    assert [page.extract_text()[:8] for page in PdfReader(BytesIO(poster_of(both))).pages] == [
        "Ground r",
        "Acuerdos",
    ]
