"""A new sealed list asks for a passphrase first; one that is there opens with its own."""

import pytest

from dialogue_desk.exchange.forming_file import read_slips
from dialogue_desk.ui.forming.sealing_sheets import NewSlipsSheet
from dialogue_desk.ui.importing.passphrase_dialog import PassphraseSheet
from tests.ui.forming.conftest import PHRASE
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def sheet(page):
    page.open_step(page.slips)
    page.slips.ask_for_seal()
    return page.window().findChild(NewSlipsSheet)


def seal(sheet, passphrase=PHRASE):
    sheet.passphrase.first.setText(passphrase)
    sheet.passphrase.again.setText(passphrase)
    sheet.save.click()


def opened(page, phrase):
    sheet = page.window().findChildren(PassphraseSheet)[-1]
    sheet.box.setText(phrase)
    button_saying(sheet, "Open").click()


def test_without_a_passphrase_there_is_no_file(sheet, ask, tmp_path):
    ask.save = tmp_path / "fall.dialogue-slips"
    seal(sheet, "")
    assert not ask.asked and not ask.save.exists()


def test_the_file_is_there_sealed_before_a_slip_is_typed(page, sheet, ask, tmp_path, finished):
    ask.save = tmp_path / "fall.dialogue-slips"
    seal(sheet)
    finished()
    assert read_slips(ask.save, PHRASE).forming.slips == () and page.slips.line.isVisible()
    assert ask.names == ["bridges.dialogue-slips"]
    assert any("and nowhere else on this laptop" in text for text in words_on(page.slips))


def test_a_file_that_is_there_is_never_written_over(sheet, ask, tmp_path, finished):
    ask.save = tmp_path / "fall.dialogue-slips"
    ask.save.write_text("slips of last year")
    seal(sheet)
    finished()
    assert ask.save.read_text() == "slips of last year"
    assert any("is there already" in text for text in words_on(sheet))


def test_a_list_is_opened_again_with_its_passphrase_and_no_other(formed, ask, finished):
    kept, path = formed.work.bench.kept, formed.work.bench.file.path
    formed.work.put_away()
    ask.files = [path]
    formed.open_step(formed.slips)
    formed.slips.open_file.click()
    opened(formed, "another")
    finished()
    assert not formed.work.sealed
    opened(formed, PHRASE)
    finished()
    assert formed.work.bench.kept == kept and formed.work.sealed


def test_what_is_no_sealed_list_is_said(page, ask, context, tmp_path, finished):
    path = tmp_path / "odd.dialogue-slips"
    path.write_text("number\n1")
    ask.files = [path]
    page.open_step(page.slips)
    page.slips.open_file.click()
    opened(page, PHRASE)
    finished()
    assert "odd.dialogue-slips" in " ".join(words_on(context.toast)) and not page.work.sealed
