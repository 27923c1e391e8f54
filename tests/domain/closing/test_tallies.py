"""Which sessions keep tallies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.tallies import TallyStatus, kept_tallies, tally_status
from dialogue_desk.domain.model.closing import Tally
from dialogue_desk.domain.overview.closing_facts import ClosingFacts
from tests.domain.session_folders import a_folder

AGES = Tally("age", (("one", 4), ("two", 5)))


@pytest.mark.parametrize(
    ("how", "then"),
    [
        ({"present": 12}, TallyStatus.NO_CATEGORIES),
        ({"present": 12, "categories": ("age",), "program": False}, TallyStatus.NO_CATEGORIES),
        ({"categories": ("age",)}, TallyStatus.NO_HEAD_COUNT),
        ({"categories": ("age",), "present": 9}, TallyStatus.TOO_FEW),
        ({"categories": ("age",), "present": 9, "smallest": 5}, TallyStatus.COUNTS),
        ({"categories": ("age",), "present": 10}, TallyStatus.COUNTS),
    ],
)
def test_few_people_are_not_counted(how, then):
    assert tally_status(a_folder(**how)) is then


def test_tallies_are_kept_as_long_as_the_head_count_allows_and_the_category_is_there():
    closing = ClosingFacts(
        tallies={"age": AGES, "gone": replace(AGES, category="gone"), "empty": Tally("empty", (("one", 0),))}
    )
    how = {"categories": ("age", "empty"), "closing": closing}
    assert kept_tallies(a_folder(present=10, **how)) == {"age": AGES}
    assert kept_tallies(a_folder(present=9, **how)) == {}
    assert kept_tallies(a_folder(**how)) == {}
