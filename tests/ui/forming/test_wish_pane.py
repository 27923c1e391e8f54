"""The form of what is asked: prefilled from the program, read and written as wish.toml."""

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.forming.wish import Place, Share
from dialogue_desk.exchange.wish_file import WishFile, read_wish_file
from dialogue_desk.words import Words
from tests.ui.forming.conftest import WISH
from tests.ui.seen import nameless


@pytest.fixture
def pane(page):
    return page.wish


def test_the_form_begins_with_the_program(page, pane):
    assert (pane.program.text(), pane.kept_by.text()) == ("Bridges", "Porch Lights")
    assert pane.languages.text() == "English, Spanish"


def test_what_is_typed_is_wished_at_once(page, pane, qtbot):
    card = pane.place_cards()[0]
    qtbot.keyClicks(card.name, "Library")
    card.times.setPlainText("Tuesday 6 p.m.\nSaturday")
    pane.add_group.click()
    row = pane.group_rows()[0]
    qtbot.keyClicks(row.name, "north")
    row.least.box.setValue(2)
    pane.circles.box.setValue(4)
    wish = page.work.bench.wish.wish
    assert wish.places == (Place("Library", ("Tuesday 6 p.m.", "Saturday")),)
    assert wish.shares == (Share("north", 2),) and wish.circles == 4


def test_a_wish_is_shown_as_it_is_and_nothing_of_it_changes(page, pane):
    file = WishFile(WISH, "Bridges", "Porch Lights")
    page.work.ask(file)
    assert len(pane.place_cards()) == 2 and len(pane.group_rows()) == 4
    pane._take()
    assert page.work.bench.wish == file


def test_what_cannot_be_is_said_and_the_wish_stays(page, pane):
    before = page.work.bench.wish
    pane.largest.box.setValue(3)
    assert "fewer than the fewest" in pane._trouble.text() and page.work.bench.wish == before
    pane.largest.box.setValue(12)
    assert not pane._trouble.text()
    pane.languages.setText("")
    pane._take()
    assert "Name a language" in pane._trouble.text()


def test_a_wish_is_saved_and_opened_again(page, pane, ask, tmp_path, finished):
    file = WishFile(WISH, "Bridges", "Porch Lights")
    page.work.ask(file)
    ask.save = tmp_path / "wish.toml"
    pane.save.click()
    finished()
    assert read_wish_file(ask.save, Words()) == file
    page.work.ask(WishFile(type(WISH)(), "Other"))
    ask.files = [ask.save]
    pane.open.click()
    assert page.work.bench.wish == file


def test_what_is_no_wish_is_said(page, pane, ask, tmp_path):
    (tmp_path / "odd.toml").write_text("circles = 'many'")
    ask.files = [tmp_path / "odd.toml"]
    before = page.work.bench.wish
    pane.open.click()
    assert "“odd.toml” was not read." in pane._trouble.text() and page.work.bench.wish == before


def test_the_slip_is_printed_in_both_languages(pane, ask, tmp_path, finished):
    ask.save = tmp_path / "slip.pdf"
    pane.slip.click()
    finished()
    assert len(PdfReader(ask.save).pages) == 2


def test_a_place_and_a_group_are_removed(page, pane):
    page.work.ask(WishFile(WISH))
    pane.place_cards()[0].remove.click()
    pane.group_rows()[0].remove.click()
    wish = page.work.bench.wish.wish
    assert len(wish.places) == 1 and "north" not in {share.group for share in wish.shares}


def test_officers_and_young_people_can_not_be_removed(pane):
    assert all(not row.remove.isVisible() for row in pane.group_rows())


def test_everything_has_a_name(pane, qtbot):
    pane.add_group.click()
    assert nameless(pane) == []
