"""From the Follow-up tab: a file for a town's own site, and its answers back as one step of Undo."""

import csv

import pytest
from PySide6.QtWidgets import QMenu

from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.ui.follow.town_sheets import PolisSheet, ReadSheet, SendSheet


@pytest.fixture
def board(filled):
    filled.open_section(filled.sections.follow)
    return filled.sections.follow


@pytest.fixture
def known(folders, program):
    return lambda: follow_up(report_plan(folders.picture(program)))


def the(board, kind):
    return next(one for one in board.window().findChildren(kind) if one.isVisible())


def test_the_menu_offers_what_can_be_done(board):
    board.town.click()
    menu = board.town.findChild(QMenu)
    assert len([act for act in menu.actions() if not act.isSeparator()]) == 3
    menu.close()


def test_what_is_saved_and_answered_there_is_kept_here(board, known, ask, settled, tmp_path, desk):
    sent = ask.save = tmp_path / "sent.csv"
    board.town_acts.send()
    sheet = the(board, SendSheet)
    going = sheet.proposals()
    sheet.act_button.click()
    settled()
    rows = list(csv.DictReader(sent.read_text(encoding="utf-8").splitlines(keepends=True), delimiter=";"))
    assert len(rows) == len(going) > 0
    export = tmp_path / "export.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("id", *rows[0], "state"), delimiter=";")
        writer.writeheader()
        writer.writerows({"id": number, **row, "state": "accepted"} for number, row in enumerate(rows))
    board.town_acts.read(export)
    settled()
    read = the(board, ReadSheet)
    assert len(read.ticked()) == len(going)
    read.act_button.click()
    settled()
    assert len(known().answered) == len(going)
    desk.undo()
    assert not known().answered


def test_a_file_that_is_no_export_is_told(board, said, settled, tmp_path):
    board.town_acts.read(tmp_path / "nowhere.csv")
    settled()
    assert "cannot be read" in " ".join(said)


def test_statements_for_polis_are_saved(board, ask, settled, tmp_path):
    ask.save = tmp_path / "seed.csv"
    board.town_acts.choose_statements()
    sheet = the(board, PolisSheet)
    sheet.blocks[0].tick.setChecked(True)
    sheet.act_button.click()
    settled()
    assert (tmp_path / "seed.csv").read_text(encoding="utf-8").startswith("comment_text\n")
