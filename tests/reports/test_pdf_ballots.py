"""Ballots are drawn whole, several to a page where they are short, and go on where they are long."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import Bullets, PaperSize
from dialogue_desk.domain.model.forum import Forum
from dialogue_desk.reports.forum_papers import ballot_document
from dialogue_desk.reports.pdf_ballots import ballots_pdf_of
from dialogue_desk.reports.report_papers import ReportPaper, report_bytes
from dialogue_desk.words import Words
from tests.reports.forum_plans import COUNTED, forum_plan, some
from tests.reports.paper_reading import pdf_pages

EN = Words()


def pages(count, *, long=False, forum=COUNTED, **options):
    document = ballot_document(forum_plan(*some(count, long=long), forum=forum), EN)
    return pdf_pages(ballots_pdf_of(document, **options))


@pytest.mark.parametrize(("count", "copies"), [(2, 3), (3, 3), (6, 2), (20, 1)])
def test_short_ballots_share_a_page(count, copies):
    (page,) = pages(count)
    assert page.count("No name on this ballot") == copies
    assert page.count("Lights on street 2\n") == copies


@pytest.mark.parametrize("paper", list(PaperSize))
@pytest.mark.parametrize("large", [False, True])
def test_a_long_ballot_goes_on_and_loses_no_option(paper, large):
    made = pages(20, long=True, paper=paper, large=large)
    assert len(made) > 1
    assert all(f"Luces en la calle {number}" in "\n".join(made) for number in range(2, 21, 2))


@pytest.mark.parametrize("forum", [Forum(10), Forum(30), Forum(1)])
def test_there_is_room_for_ten_boxes_for_a_number_or_for_one_dot(forum):
    assert "Lights on street 3" in pages(3, forum=forum)[0]


def test_the_same_ballot_gives_the_same_bytes_and_what_has_no_place_is_refused():
    document = ballot_document(forum_plan(*some(3)), EN)
    assert ballots_pdf_of(document) == ballots_pdf_of(document)
    with pytest.raises(ValueError, match="no place on a ballot"):
        ballots_pdf_of(replace(document, blocks=(Bullets(()),)))


def test_a_ballot_is_drawn_for_a_pen_also_when_its_pdf_is_asked_to_be_accessible():
    """Accessible PDF is ticked unless a person unticks it: its boxes would be in a font that stays behind."""
    document = ballot_document(forum_plan(*some(6), forum=COUNTED), EN)
    made = report_bytes(ReportPaper.BALLOT, document, ".pdf", accessible=True)
    assert made == ballots_pdf_of(document)
    assert b"STSong" not in made
