"""A pasted list is read before it is taken; one with names is refused, and no number counts twice."""

import pytest

from dialogue_desk.ui.forming.slip_list_sheet import SlipListSheet
from tests.ui.forming.conftest import WISH


@pytest.fixture
def sheet(context, window):
    return SlipListSheet(WISH, {5}, context, window)


@pytest.fixture
def taken(sheet):
    found = []
    sheet.taken.connect(found.extend)
    return found


def test_rows_with_heads_are_taken(sheet, taken):
    sheet.paste("slip\tgroup\n1\tnorth\n2\tsouth")
    assert sheet.understood.text() == "2 slips are understood."
    sheet.take.click()
    assert [slip.number for slip in taken] == [1, 2]


def test_rows_without_heads_are_taken(sheet, taken):
    sheet.paste("1\tnorth\ten\tSaturday\tfood\tx")
    sheet.take.click()
    assert taken[0].facilitates and taken[0].times == {"Saturday"}


def test_what_is_there_twice_or_already_is_named_and_the_rest_is_taken(sheet, taken):
    sheet.paste("5\tnorth\n6\tnorth\n6\tsouth\n7\twest")
    assert sheet.faults.text().splitlines() == [
        "There already, so these stay as they are: 5.",
        "There twice, so only the first counts: “6”. Left out: lines 3.",
        "No group of the wish: “west” (lines 4).",
    ]
    sheet.take.click()
    assert [slip.number for slip in taken] == [6, 7]


@pytest.mark.parametrize("text", ["number,Name\n1,Ana", "1\tnorth\tana@example.org"])
def test_a_list_that_says_who_it_is_is_refused(sheet, text):
    sheet.paste(text)
    assert "nobody can be recognized" in sheet.error.text() and not sheet.take.isEnabled()


def test_a_file_is_read(sheet, taken, tmp_path):
    (tmp_path / "slips.csv").write_text("number,groups\n1,north")
    sheet.read_file(tmp_path / "slips.csv")
    sheet.take.click()
    assert [slip.number for slip in taken] == [1]


def test_noise_and_missing_files_are_said(sheet, tmp_path):
    (tmp_path / "noise.csv").write_bytes(bytes(range(256)))
    sheet.read_file(tmp_path / "noise.csv")
    assert "noise.csv" in sheet.error.text()
    sheet.read_file(tmp_path / "gone.csv")
    assert "gone.csv" in sheet.error.text() and not sheet.take.isEnabled()
