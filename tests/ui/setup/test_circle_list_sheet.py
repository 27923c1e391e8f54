"""Circles that are kept as a list come into a program in one go."""

import pytest

from dialogue_desk.ui.setup.circle_list_sheet import CircleListSheet
from tests.ui.program.shown import button, seen


@pytest.fixture
def form(page, settled):
    page.show_program("")
    settled()
    page._empty.button.click()
    page.sections.form.show_part(page.sections.form.circles)
    return page.sections.form


@pytest.fixture
def sheet(form):
    button(form, "Add circles from a list").click()
    return form.window().findChild(CircleListSheet)


def codes(form):
    return [(one.body.code, one.body.place, one.body.language) for one in form.circles.circles()]


def test_pasted_lines_are_understood_and_added(form, sheet):
    assert not sheet.take.isEnabled()
    sheet.box.setPlainText("C01\tEastside Library\tEnglish\nC02\tChurch hall\tSpanish")
    text = sheet.understood.text()
    assert text.startswith("2 circles are understood:") and "C02  Church hall · Spanish" in text
    button(sheet, "Add these circles").click()
    assert codes(form) == [("C01", "Eastside Library", "en"), ("C02", "Church hall", "es")]


def test_circles_that_are_in_the_form_stay_and_twins_are_named(form, qtbot):
    qtbot.keyClicks(form.circles.fields.place, "Mill")
    button(form, "Add circles from a list").click()
    sheet = form.window().findChild(CircleListSheet)
    sheet.box.setPlainText("C01, Library\nC02, Church")
    assert "“C01, Library” has the code of another circle, so it is left out." in sheet.understood.text()
    button(sheet, "Add these circles").click()
    assert codes(form) == [("C01", "Mill", "en"), ("C02", "Church", "en")]


def test_a_file_is_read_into_the_box_where_it_can_be_mended(sheet, ask, tmp_path):
    ask.files = [tmp_path / "circles.csv"]
    ask.files[0].write_text("Code,Place\nC05,Library\n", encoding="utf-8")
    button(sheet, "Open a CSV or Excel file").click()
    assert sheet.box.lines() == ("Code\tPlace", "C05\tLibrary") and sheet.take.isEnabled()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "This is not a list."),
        (b"C01\n" * 3_000, "The list is too long: 2,000 lines are the most."),
        (None, "There is no such file."),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(sheet, ask, tmp_path, data, said):
    ask.files = [tmp_path / "photo.csv"]
    if data is not None:
        ask.files[0].write_bytes(data)
    button(sheet, "Open a CSV or Excel file").click()
    assert f"photo.csv: {said}" in " ".join(seen(sheet)) and not sheet.take.isEnabled()


def test_lines_in_which_no_circle_is_left_say_so(sheet):
    sheet.box.setPlainText("Code\tPlace")
    assert sheet.understood.text() == "No circle is understood in these lines."
    sheet.box.clear()
    assert sheet.understood.isHidden()
