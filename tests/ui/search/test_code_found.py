"""A code that is typed into the search leads to its line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.search.code_sheet import CodeSheet
from dialogue_desk.ui.search.search_panel import SearchPanel
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def line(desk, session_id):
    return desk.add(session_id, Note(NoteKind.CONCERN, "The corner is dark", "check-in"))


@pytest.fixture
def panel(desk, folders, context, qtbot, line):
    panel = SearchPanel(desk, folders, context)
    qtbot.addWidget(panel)
    panel.show()
    panel.start()
    return panel


def looked_for(panel, qtbot, text):
    panel.field.setText(text)
    qtbot.waitUntil(lambda: not panel._search_timer.isActive())


def test_a_code_finds_its_line_among_the_hits(panel, line, qtbot):
    code = line_code(line)
    looked_for(panel, qtbot, f" {code.lower()}")
    (row,) = panel.hits.rows()
    assert row.text == "The corner is dark" and row.label.startswith(f"{code} · Concern")
    assert f"1 line has the code {code}." in words_on(panel)


def test_a_code_that_is_off_by_one_digit_shows_the_lines_near_it(panel, line, qtbot):
    code = line_code(line)
    wrong = f"{code[:4]}{(int(code[4]) + 1) % 10}"
    looked_for(panel, qtbot, wrong)
    assert [row.text for row in panel.hits.rows()] == ["The corner is dark"]
    assert f"No line has {wrong}. Near it: {code}" in words_on(panel)


def test_the_button_opens_the_sheet_with_the_code(panel, line, qtbot):
    code = line_code(line)
    looked_for(panel, qtbot, code)
    qtbot.mouseClick(button_saying(panel, f"Look up {code}"), Qt.MouseButton.LeftButton)
    sheet = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, CodeSheet) and one.isVisible()
    )
    assert sheet.box.text() == code and "The corner is dark" in words_on(sheet)
    sheet.reject()


def test_words_are_no_code_and_nothing_is_said_of_one(panel, qtbot):
    looked_for(panel, qtbot, "corner")
    assert not panel.code.isVisible() and len(panel.hits.rows()) == 1


def test_a_circle_whose_code_looks_like_one_of_a_line_is_found_without_a_word_about_lines(
    panel, desk, session_id, qtbot
):
    circle = desk.get(desk.get(session_id).owner)
    desk.rewrite(circle.id, replace(circle.body, code="MPL07"))
    looked_for(panel, qtbot, "MPL07")
    assert panel.hits.rows() and not panel.code.isVisible()
