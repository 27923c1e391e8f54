"""The paper about what a desk holds says the same as the page, also when there is nothing."""

from __future__ import annotations

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.hold import ErasureRule, Hold, LoggedErasure, OpenHold
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.holdings import CircleHolding, DeskHolding, HeldCounts, KeepRule
from dialogue_desk.reports.document_files import USUAL_ENDINGS, rendered
from dialogue_desk.reports.holding_paper import holding_paper
from dialogue_desk.reports.plain_text import text_of
from dialogue_desk.words import Words

WORDS = Words()
AT = 1_773_356_400_000
CIRCLE = CircleHolding(
    RecordId("c-a1b2c3"),
    "C1",
    RecordId("p"),
    "Bridges",
    HeldCounts(sessions=1, notes=4),
    AT,
    KeepRule.PROGRAM,
    "2027-06-30",
)
FULL = DeskHolding(
    AT,
    -240,
    (),
    (CIRCLE,),
    (OpenHold(RecordId("p"), "Bridges", Hold(AT, "114"), program=True),),
    (LoggedErasure(AT, ErasureRule.WITHDRAWN, Kind.NOTE, RecordId("n-d4e5f6"), notes=1),),
)


def said(holding):
    return " ".join(text_of(holding_paper(holding, WORDS)).decode().split())


def test_it_lists_each_circle_with_its_mark_its_rule_and_its_hold():
    page = said(FULL)
    assert "On this laptop, on March 12, 2026" in page
    assert "Bridges is on hold since March 12, 2026: public-records request 114 is open." in page
    assert "A1B2C3" in page and "1 session · 4 notes" in page
    assert "On hold. Since March 12, 2026. Until June 30, 2027, the program’s day" in page


def test_it_lists_what_was_erased_and_why():
    assert "Note D4E5F6" in said(FULL) and "The quote was withdrawn." in said(FULL)


def test_an_empty_desk_says_so():
    page = said(DeskHolding(AT, 0, (), (), (), ()))
    assert "No circle is on this laptop." in page and "Nothing was erased from this laptop so far." in page


def test_it_becomes_each_usual_kind_of_file():
    assert all(rendered(holding_paper(FULL, WORDS), ending, WORDS) for ending in USUAL_ENDINGS)
