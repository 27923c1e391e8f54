"""What is still to be erased is on disk until it is done everywhere."""

import sys

import pytest

from dialogue_desk.storage.pending_erasures import BESIDE, Erasures, ErasureTask, PendingErasures, task_of
from tests.windows_files import WindowsFiles

ONE, TWO = ErasureTask(("one",)), ErasureTask(("two",))


@pytest.fixture
def erasures(tmp_path):
    return Erasures(tmp_path / "desk.db")


def test_a_task_is_due_in_the_desk_and_in_every_folder_with_copies(erasures):
    erasures.copied_to("/stick", 5)
    erasures.begin(ONE)
    pending = erasures.pending()
    assert pending.desk == ONE and pending.places == {BESIDE: ONE, "/stick": ONE}


def test_each_folder_is_done_for_itself_and_the_file_goes_with_the_last(erasures, tmp_path):
    erasures.begin(ONE)
    erasures.begin(TWO)
    erasures.done_in_desk(task_of(["two", "one"]))
    erasures.done_in(BESIDE, ONE)
    assert erasures.pending() == PendingErasures(places={BESIDE: TWO})
    erasures.done_in(BESIDE, TWO)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="imitates Windows with what Linux tells")
def test_the_file_goes_also_when_a_scanner_looks_at_it(erasures, tmp_path, monkeypatch):
    erasures.begin(ONE)
    erasures.done_in_desk(ONE)
    WindowsFiles(monkeypatch).hold(tmp_path / "desk.db.erasing")
    erasures.done_in(BESIDE, ONE)
    assert list(tmp_path.iterdir()) == []


def test_a_task_of_which_nothing_was_done_is_dropped(erasures):
    erasures.copied_to("/stick", 5)
    erasures.begin(ONE)
    erasures.begin(TWO)
    erasures.take_back(TWO)
    assert erasures.pending().places == {BESIDE: ONE, "/stick": ONE}


def test_a_folder_that_was_lost_is_not_waited_for(erasures):
    erasures.copied_to("/stick", 5)
    erasures.begin(ONE)
    erasures.forget_place("/stick")
    assert erasures.pending() == PendingErasures(ONE, {BESIDE: ONE})


def test_erasing_everything_replaces_single_records_but_not_those_erased_later():
    everything = ErasureTask(marks=("abcdef",))
    assert ONE.joined(everything) == everything
    assert everything.joined(TWO) == ErasureTask(("two",), ("abcdef",))
    assert not everything.without(everything)


def test_a_desk_in_memory_remembers_nothing(tmp_path):
    erasures = Erasures(tmp_path / "desk.db", kept=False)
    erasures.begin(ONE)
    assert erasures.pending() == PendingErasures() and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mark", ["", "*", "**", "../..", "a/b", "[a-z]", "?", "nine-long"])
def test_a_mark_that_no_laptop_has_is_left_out(erasures, tmp_path, mark):
    erasures.begin(ErasureTask(marks=(mark, "ab12cd")))
    assert Erasures(tmp_path / "desk.db").pending().desk.marks == ("ab12cd",)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        "\xff",
        '{"desk":5}',
        '{"copied":{"/stick":true}}',
        '{"more":' + "[" * 99_999,
        '{"desk":{"ids":[5]}}',
        '{"copied":{"/st\\u0000ick":5}}',
        '{"copied":{"/stick":-1}}',
        '{"places":{"/st\\u0000ick":{"ids":["one"]}}}',
    ],
)
def test_a_damaged_list_is_as_good_as_none(erasures, tmp_path, text):
    (tmp_path / "desk.db.erasing").write_text(text, encoding="latin-1")
    assert erasures.pending() == PendingErasures()
