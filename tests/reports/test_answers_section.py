"""The report says how answers moved: with the finding in its title, coverage, and no number of few people."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import BarChart, Heading, Paragraph
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.questionnaire import SCALE, Questionnaire, Statement
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.words import Words
from tests.reports.program_pictures import a_plan, at, concern

EN = Words()
ASKED = Questionnaire(tuple(Statement(key, (("en", f"I say {key}."),)) for key in ("heard", "trust", "ask")))


def pile(place, kind, counts, circles=("C01", "C02")):
    rows = [
        (key, step, count) for key, steps in counts.items() for step, count in zip(SCALE, steps, strict=True)
    ]
    slips = max(sum(steps) for steps in counts.values())
    pool = PooledCounts(kind, tuple(map(RecordId, circles)), slips, tuple(rows))
    return Stored(RecordId(f"pool{place}"), RecordId("program"), pool)


def with_piles(*pools, asked=ASKED):
    plan = a_plan(at("C01", 1, concern("x")), at("C02", 1, concern("y")))
    work = replace(plan.picture.work, questionnaire=asked, pools=tuple(pools))
    return replace(plan, picture=replace(plan.picture, work=work))


def section(plan, own=None):
    blocks = program_document(plan, EN).blocks
    starts = [
        place
        for place, one in enumerate(blocks)
        if isinstance(one, Heading) and one.topic == "How answers moved"
    ]
    if not starts:
        return ()
    after = next(
        (place for place, one in enumerate(blocks) if place > starts[0] and isinstance(one, Heading)), None
    )
    return blocks[starts[0] : after]


BEFORE = pile(1, SlipKind.BEFORE, {"heard": (5, 5, 5, 10, 5), "trust": (20, 0, 0, 5, 4)})
AFTER = pile(2, SlipKind.AFTER, {"heard": (2, 2, 6, 10, 10), "trust": (0, 0, 4, 10, 15)})


def test_each_statement_has_a_bar_before_and_one_after_on_one_scale():
    heading, coverage, chart, how, *_ = section(with_piles(BEFORE, AFTER))
    assert heading.text == "At the end, more people agree with 1 of 1 statement"
    assert coverage.text.startswith("Counted in 2 of 2 circles, the same before and after: 30 slips before")
    assert isinstance(chart, BarChart)
    assert [(bar.label, bar.value_text) for bar in chart.bars] == [
        ("I say heard. Before:", "50%"),
        ("After:", "67%"),
        ("I say trust. Before:", "fewer than 10"),
        ("After:", "all but a few"),
    ]
    assert "Numbers below 10 are not told." in how.text


def test_other_circles_after_are_said_to_be_others():
    other = pile(2, SlipKind.AFTER, {"heard": (2, 2, 6, 10, 10)}, ("C02",))
    assert "not the same circles" in section(with_piles(BEFORE, other))[1].text


@pytest.mark.parametrize("pools", [(), (BEFORE,), (AFTER,)])
def test_there_is_no_section_where_it_was_not_counted_before_and_after(pools):
    assert section(with_piles(*pools)) == ()


def test_nothing_to_compare_is_no_section():
    other = pile(2, SlipKind.AFTER, {"ask": (2, 2, 6, 10, 10)})
    assert section(with_piles(BEFORE, other)) == ()


def test_where_nothing_may_be_told_no_finding_is_claimed():
    few = (2, 2, 2, 2, 2)
    piles = [pile(place, kind, {"heard": few}) for place, kind in ((1, SlipKind.BEFORE), (2, SlipKind.AFTER))]
    heading, *_, chart, how = section(with_piles(*piles))
    assert heading.text == "What people said before and after"
    assert {bar.value_text for bar in chart.bars} == {"too few to show"}
    assert isinstance(how, Paragraph)
