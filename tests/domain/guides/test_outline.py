"""The rank of headings at which parts are, and what is no heading at all."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.guides.outline import (
    BOLD,
    LISTED,
    WITH_TIME,
    is_minutes_line,
    outline_of,
    same_title,
)
from tests.domain.guides.documents import document


def outline(*lines):
    return outline_of(document(*lines).lines, {})


def test_parts_are_at_the_rank_at_which_most_times_are():
    assert outline("# A", "## B (10 min)", "## C (5 min)", "! D (5 min)").parts == 2
    assert outline("# A", "! B (10 min)", "! C (5 min)").parts == BOLD
    assert outline("A", "7:00 B", "7:10 C").parts == WITH_TIME


def test_items_of_a_list_are_parts_only_where_nothing_else_has_a_time():
    assert outline("# A", "* B (10 min)", "* C (5 min)", "* D (5 min)").parts == LISTED
    assert outline("# A", "## B (10 min)", "* C (5 min)", "* D (5 min)").parts == 2


def test_without_any_time_the_first_headings_of_which_there_are_several_are_parts():
    assert outline("# A", "## B", "### C", "## D").parts == 2
    assert outline("just", "lines of text.").parts == 0


@pytest.mark.parametrize(
    "line",
    ["Time: 20 minutes", "(about 20 minutes)", "Duración: media hora", "20 min", "Total time: 2 hours"],
)
def test_a_line_may_say_minutes_and_nothing_else(line):
    assert is_minutes_line(line)


@pytest.mark.parametrize("line", ["Take 20 minutes to settle", "Time: when all are here", "7:00"])
def test_other_lines_say_more_than_minutes(line):
    assert not is_minutes_line(line)


def test_titles_are_compared_without_numbers_times_and_accents():
    assert same_title("3. Círculo (20 min)") == same_title("CIRCULO")
