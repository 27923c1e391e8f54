"""The outline of a report: sections that a person switches, moves and names."""

import pytest

from dialogue_desk.domain.model.organizing import ReportOutline
from dialogue_desk.domain.overview.report_outline import (
    ReportSection,
    moved_before,
    moved_by,
    outline_entries,
    renamed,
    switched,
)

S = ReportSection
USUAL = tuple(S)


def order(outline):
    return tuple(entry.section for entry in outline_entries(outline))


def kept(outline):
    return {entry.section for entry in outline_entries(outline) if entry.kept}


def test_as_usual_every_section_is_there():
    assert order(ReportOutline()) == USUAL and kept(ReportOutline()) == set(S)


def test_a_section_goes_before_another_one_or_to_the_end():
    first = moved_before(ReportOutline(), S.PROPOSALS, S.ROOM)
    assert order(first)[:3] == (S.FRONT, S.PROPOSALS, S.ROOM)
    assert order(moved_before(first, S.ROOM, None))[-1] is S.ROOM


def test_a_section_moves_step_by_step_and_stops_at_the_ends():
    up = moved_by(ReportOutline(), S.TOOK_PART, -1)
    assert order(up)[1:3] == (S.TOOK_PART, S.ROOM)
    assert order(moved_by(up, S.TOOK_PART, -1))[1] is S.TOOK_PART
    down = moved_by(ReportOutline(), S.VOICES, 1)
    assert order(down)[-2:] == (S.METHOD, S.VOICES)
    assert order(moved_by(down, S.VOICES, 1))[-1] is S.VOICES


def test_nothing_comes_before_the_page_that_works_alone():
    assert order(moved_before(ReportOutline(), S.METHOD, S.FRONT))[:2] == (S.FRONT, S.METHOD)
    assert order(moved_by(ReportOutline(), S.FRONT, 3)) == USUAL


def test_a_section_that_was_left_out_comes_back_where_it_was():
    without = switched(ReportOutline(), S.STRENGTHS)
    assert kept(without) == set(S) - {S.STRENGTHS}
    assert switched(without, S.STRENGTHS) == ReportOutline()


@pytest.mark.parametrize("section", [S.FRONT, S.METHOD])
def test_the_front_page_and_what_is_missing_cannot_be_left_out(section):
    assert kept(switched(ReportOutline(), section)) == set(S)
    assert kept(ReportOutline(left_out=(section.value,))) == set(S)


def test_a_heading_is_of_one_language_and_the_usual_one_comes_back():
    own = renamed(ReportOutline(), S.ROOM, "en", "We who met")
    entry = next(one for one in outline_entries(own) if one.section is S.ROOM)
    assert (entry.heading("en"), entry.heading("es")) == ("We who met", "")
    assert renamed(own, S.ROOM, "en", "") == ReportOutline()


def test_sections_of_a_newer_app_are_passed_over_and_those_it_did_not_name_have_their_usual_place():
    outline = ReportOutline(("front", "method", "from-tomorrow", "themes"))
    assert order(outline)[0] is S.FRONT
    assert set(order(outline)) == set(S) and len(order(outline)) == len(S)
    assert order(outline).index(S.MOVED) == order(outline).index(S.THEMES) + 1
