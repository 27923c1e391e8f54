"""Whatever chance does to a desk file: it is sound, mended and told, or refused with words."""

from __future__ import annotations

import pytest

from tests.storage.damaged_desks import Evening, tally


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    return Evening(tmp_path_factory.mktemp("evening"), notes=30)


def test_no_damaged_desk_is_blank_or_silently_other(evening, tmp_path):
    made = tally(evening, tmp_path, range(50))
    assert made.wrong == [] and made.became.total() == 50
    assert made.became["sound"] < 25, "too little was damaged to tell"


@pytest.mark.soak
def test_no_damaged_desk_of_two_thousand_is_blank_or_silently_other(tmp_path):
    (tmp_path / "evening").mkdir()
    made = tally(Evening(tmp_path / "evening"), tmp_path, range(1_000, 3_000))
    assert made.wrong == []
