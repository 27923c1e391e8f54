"""What the worst file costs: a refusal within 2 s and 200 MB, and 5,000 honest notes within 1 s."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dialogue_desk.exchange.limits import MIB
from tests.exchange.costly_files import (
    HOSTILE,
    as_many_values_as_may_be,
    costs_of,
    editions_of_one_record,
    empty_lists,
    long_texts,
    many_notes_and_a_bad_line,
    notes,
    sealed,
)
from tests.memory import quick_place

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a process knows its own peak")

WORST = (
    empty_lists,
    as_many_values_as_may_be,
    editions_of_one_record,
    many_notes_and_a_bad_line,
    sealed,
    long_texts,
)


def costs(*made):
    with TemporaryDirectory(dir=quick_place()) as folder:
        files = [Path(folder) / f"{number}.dialogue" for number in range(len(made))]
        for file, data in zip(files, made, strict=True):
            file.write_bytes(data())
        return dict(zip(made, costs_of(files), strict=True))


def check(*made):
    for one, cost in costs(*made).items():
        told = f"{one.__name__}: {cost}"
        assert cost.became not in ("unexpected", "no memory"), told
        assert cost.seconds < 2 and cost.grown < 200 * MIB, told


def test_the_worst_files_are_refused_within_two_seconds_and_200_megabytes():
    check(*WORST)


@pytest.mark.soak
def test_each_costly_file_is_refused_within_two_seconds_and_200_megabytes():
    for made in HOSTILE.values():
        check(made)


def five_thousand_notes():
    return notes(5_000)


def test_five_thousand_notes_are_read_within_a_second():
    (cost,) = costs(five_thousand_notes).values()
    assert cost.became == "5000 records" and cost.seconds < 1 and cost.grown < 50 * MIB, cost
