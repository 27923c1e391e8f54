"""Sums in a list are read as they were meant, or their line is told; whatever stands there."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.desk.program.slip_list import piles_in
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.words import Words
from tests.domain.overview.test_counted_pools import picture

EN = Words()
ASKED = Questionnaire(
    tuple(
        Statement(key, (("en", f"I say {key}."), ("es", f"Digo {key}."))) for key in ("heard", "trust", "ask")
    )
)
CELLS = st.one_of(
    st.sampled_from(["before", "after", "tally", "C01", "C01 C02", "20", "heard", "4", "3+2", "open", ""]),
    st.text(max_size=12),
)


def listed(*rows):
    seen = replace(picture([12, 12, 12]), work=ProgramWork(questionnaire=ASKED))
    return piles_in(rows, seen, EN)


def test_lines_of_the_same_circles_are_one_pile_in_any_order_and_language():
    found = listed(
        ("Kind", "Circles"),
        ("Antes", "c02, C01", "20", "Digo heard.", "4", "12"),
        ("before", "C01;C02", "", "heard", "5", "3+2"),
        ("before", "C01 C02", "20", "abierta", "More light."),
    )
    assert found.refused == ()
    (one,) = found.piles
    assert (one.line, one.pile.kind, one.pile.slips) == (2, SlipKind.BEFORE, 20)
    assert one.pile.counts == {("heard", "4"): 12, ("heard", "5"): 5}
    assert one.pile.said == ("More light.",)


def test_slips_that_differ_and_an_answer_twice_are_told_and_leave_their_pile_out():
    found = listed(
        ("before", "C01", "20", "heard", "4", "12"),
        ("before", "C01", "21", "heard", "5", "2"),
        ("after", "C01", "20", "heard", "4", "12"),
        ("after", "C01", "20", "heard", "4", "12"),
        ("after", "C02", "20", "heard", "4", "12"),
    )
    assert found.refused == (
        "Line 2: This pile has 20 slips on an earlier line.",
        "Line 4: This answer stands on an earlier line of the same pile.",
    )
    assert [one.line for one in found.piles] == [5]


@given(st.lists(st.lists(CELLS, min_size=1, max_size=8).map(tuple), max_size=6))
def test_whatever_stands_in_a_list_each_line_is_read_or_told(rows):
    found = listed(*rows)
    assert len(found.refused) <= len(rows)
    assert all(one.pile.circles and 1 <= one.line <= len(rows) for one in found.piles)
