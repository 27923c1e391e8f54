"""No file that somebody hands over crashes, hangs or fills the app, whatever is in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.fuzzing.fuzzer import SORTS, fuzz
from tests.memory import quick_place

FEW = {"package": 150, "guide": 50, "desk": 6}
"""So many that a fault of any common kind shows within seconds."""

MANY = {"package": 60_000, "zip": 30_000, "seal": 30_000, "guide": 20_000, "desk": 300}


def opened(sort, numbers):
    with TemporaryDirectory(dir=quick_place()) as folder:
        return Counter(fuzz(sort, numbers, Path(folder)))


@pytest.mark.parametrize("sort", SORTS)
def test_a_hostile_file_is_read_or_refused_and_its_neighbors_come_in(sort):
    became = opened(sort, range(FEW.get(sort, 100)))
    assert len(became) > 1, "all alike: they are not hostile, or nothing of them is read"


@pytest.mark.soak
@pytest.mark.parametrize("sort", SORTS)
def test_no_hostile_file_of_very_many_does_harm(sort):
    opened(sort, range(1_000, 1_000 + MANY.get(sort, 10_000)))
