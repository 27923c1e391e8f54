"""The circle's page is printed then and there: chosen, looked at, saved and remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.erasing.quote_trail import files_with
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.ui.closing.circle_page_sheet import CirclePageSheet
from tests.ui.seen import button_saying, nameless, words_on


@pytest.fixture
def quote(desk, session_id):
    return desk.add(session_id, Note(NoteKind.QUOTE, "I stopped counting.", consent=Consent.YES))


@pytest.fixture
def sheet(desk, folders, context, qtbot, session_id, quote):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    sheet = CirclePageSheet(desk, folders.session(session_id), context, window)
    sheet.open()
    yield sheet
    window.hide()


def test_it_shows_the_page_as_it_will_be_and_warns_while_nobody_checked_it(sheet):
    said = words_on(sheet)
    assert any("I stopped counting." in text for text in said)
    assert "Nobody has checked yet that it names no one. Read it before you hand it out." in said
    assert nameless(sheet) == []


def test_it_is_saved_and_known_to_whoever_takes_the_quote_back(sheet, desk, quote, ask, tmp_path, qtbot):
    ask.folder = tmp_path / "stick"
    sheet.language.choose("es")
    sheet.save.click()
    qtbot.waitUntil(lambda: "Open it to print" in words_on(sheet))
    (file,) = (tmp_path / "stick").iterdir()
    assert file.name.endswith("our-page-es.pdf") and file.read_bytes().startswith(b"%PDF")
    assert files_with(desk, quote) == (file,)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_remembered(
    sheet, desk, quote, ask, tmp_path, qtbot
):
    taken = tmp_path / "file"
    taken.write_text("no folder")
    ask.folder = taken
    sheet.save.click()
    qtbot.waitUntil(lambda: any("verything is still on this laptop" in text for text in words_on(sheet)))
    assert files_with(desk, quote) == () and button_saying(sheet, "Save to…").isEnabled()


def test_large_print_and_kind_of_file_are_as_they_were_chosen(sheet):
    sheet.large.setChecked(True)
    sheet.kind.choose(".html")
    wanted = sheet.wanted()
    assert (wanted.large, wanted.endings) == (True, (".html",))


def test_a_session_in_two_languages_begins_with_both(desk, folders, context, qtbot, session_id):
    record = desk.get(session_id)
    desk.rewrite(session_id, replace(record.body, languages=("en", "es")))
    sheet = CirclePageSheet(desk, folders.session(session_id), context)
    assert sheet.wanted().languages == ("en", "es")
    sheet.deleteLater()
