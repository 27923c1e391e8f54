"""A code on paper leads to its line, and a quote is taken back by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.line_codes import line_code, typed_code
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.erasing.erase_sheet import ErasedSheet, EraseSheet
from dialogue_desk.ui.search.code_sheet import CodeSheet
from tests.ui.seen import button_saying, nameless, words_on

QUOTE = "I call my son when I hear them"


@pytest.fixture
def quote(desk, session_id):
    return desk.add(session_id, Note(NoteKind.QUOTE, QUOTE, "check-in", consent=Consent.YES))


@pytest.fixture
def sheet(desk, folders, context, qtbot, quote):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    sheet = CodeSheet(desk, folders, context, window)
    sheet.open()
    yield sheet
    window.hide()


def look_up(qtbot, sheet, code):
    sheet.box.setText(code)
    qtbot.waitUntil(lambda: code in " ".join(words_on(sheet.found)))


def opened(cls):
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, cls) and one.isVisible()]
    return found[-1] if found else None


def test_a_typed_code_shows_the_words_however_it_is_written(sheet, quote, qtbot):
    code = line_code(quote)
    qtbot.keyClicks(sheet.box, f"{code[:3].lower()}-{code[3:]}")
    said = words_on(sheet)
    assert f"“{QUOTE}”" in said and f"{code} · Quote" in said
    assert nameless(sheet) == []


def test_what_is_no_code_is_said_to_be_none_once_a_person_presses_enter(sheet, qtbot):
    qtbot.keyClicks(sheet.box, "KTA42")
    assert not sheet.found.isVisible()
    qtbot.keyClick(sheet.box, Qt.Key.Key_Return)
    assert any("“KTA42” is no code." in said for said in words_on(sheet))
    qtbot.keyClick(sheet.box, Qt.Key.Key_Backspace)
    assert not any("is no code" in said for said in words_on(sheet))


def test_a_code_typed_wrong_by_one_digit_offers_the_line_and_takes_nothing_back(sheet, quote, qtbot):
    code = line_code(quote)
    wrong = f"{code[:4]}{(int(code[4]) + 1) % 10}"
    sheet.box.setText(wrong)
    qtbot.waitUntil(lambda: f"It is {code}" in words_on(sheet))
    assert f"No line has {wrong}. Near it: {code}" in words_on(sheet)
    assert "Take this quote back …" not in words_on(sheet)
    qtbot.mouseClick(button_saying(sheet, f"It is {code}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Take this quote back …" in words_on(sheet))
    assert typed_code(sheet.box.text()) == code


def test_a_quote_is_taken_back_by_its_code_after_one_question(sheet, quote, desk, qtbot):
    look_up(qtbot, sheet, line_code(quote))
    button_saying(sheet, "Take this quote back …").click()
    question = opened(EraseSheet)
    assert f"“{QUOTE}”" in words_on(question) and "This cannot be undone." in words_on(question)
    question.do_it.click()
    qtbot.waitUntil(lambda: desk.get(quote).erased and opened(ErasedSheet) is not None)
    assert "Save a file for the other laptops …" in words_on(opened(ErasedSheet))
    opened(ErasedSheet).accept()


def test_a_quote_that_was_taken_back_is_said_to_be_erased_and_its_words_are_nowhere(
    sheet, quote, desk, qtbot
):
    look_up(qtbot, sheet, line_code(quote))
    desk.erase([quote])
    qtbot.waitUntil(lambda: any("was erased for good" in said for said in words_on(sheet)))
    assert not any(QUOTE in said for said in words_on(sheet))


def test_a_line_is_opened_where_it_was_said(sheet, quote, session_id, qtbot):
    look_up(qtbot, sheet, line_code(quote))
    with qtbot.waitSignal(sheet.line_wanted) as wanted:
        button_saying(sheet, "Open where it was said").click()
    assert wanted.args == [str(session_id), str(quote)]


def test_a_finding_of_the_report_is_shown_with_its_program(sheet, desk, qtbot):
    program = desk.add(NO_OWNER, Program("Porch Lights"))
    finding = desk.add(program, ReportSentence(SentenceRole.FINDING, (("en", "Lamps come first"),)))
    look_up(qtbot, sheet, line_code(finding))
    said = words_on(sheet)
    assert {"Lamps come first", "Porch Lights"} <= set(said)
    assert "Open where it was said" not in said
