"""Sheets for a town's own site: what is ticked goes, what is asked about is not ticked."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.program.decidim_answers import DecidimReading
from dialogue_desk.desk.program.decidim_sending import DecidimSending
from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.desk.program.polis_statements import Statement
from dialogue_desk.domain.model.answers import Answer, Reply
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.decidim_export import DecidimRow
from dialogue_desk.ui.follow.town_sheets import PolisSheet, ReadSheet, SendSheet
from tests.desk.program.decidim_program import BENCH, EN, LAMPS, SPANISH, DecidimProgram


@pytest.fixture
def town(tmp_path):
    made = DecidimProgram(tmp_path)
    yield made
    made.desk.file.close()


@pytest.fixture
def shown(window, context):
    """Opens a sheet in front of a window."""

    def show(kind, *given):
        sheet = kind(context, *given, window)
        sheet.open()
        return sheet

    return show


def block(sheet, words):
    return next(one for one in sheet.blocks if words in one.row.text)


def test_asks_are_ticked_and_one_with_a_short_title_stays_behind_until_it_has_a_longer_one(
    town, shown, qtbot
):
    sent = []
    sheet = shown(SendSheet, town.sending(), town.known, sent.append)
    short = block(sheet, "A bus")
    short.tick.setChecked(True)
    assert "cannot go with its title" in sheet.count.text()
    assert {one.one.words for one in sheet.proposals()}.isdisjoint({"A bus"})
    box = short.boxes["en"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "a bus to the clinic every hour")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert "cannot go" not in sheet.count.text()
    sheet.act_button.click()
    (proposals,) = sent
    titles = {one.one.words: one.texts[0].title for one in proposals}
    assert titles["A bus"] == "A bus to the clinic every hour" and titles[LAMPS] == LAMPS


def test_what_has_no_words_in_a_language_is_told_when_it_is_ticked(town, shown):
    sheet = shown(SendSheet, town.sending(), town.known, lambda _: None)
    spanish = block(sheet, SPANISH)
    spanish.tick.setChecked(True)
    assert "no words in English" in spanish.tick.accessibleDescription()
    assert [box.text() for box in spanish.boxes.values()] == ["", SPANISH]


def test_certain_answers_are_ticked_and_those_asked_about_are_not(town, shown):
    write_follow_up(town.desk, town.id, Answer(town.one(BENCH).about, Reply.YES))
    rows = [
        DecidimRow("1", "accepted", (("en", LAMPS),), (("en", f"Code: {town.one().code}"),)),
        DecidimRow("2", "rejected", (("en", BENCH),), (("en", f"Code: {town.one(BENCH).code}"),)),
        DecidimRow("3", "strange", (("es", SPANISH),), (("es", f"Código: {town.one(SPANISH).code}"),)),
    ]
    kept = []
    reading = DecidimReading(DecidimSending(town.plan, EN), town.known, EN)
    sheet = shown(ReadSheet, reading.of(rows), kept.append)
    assert sheet.ticked() == (town.one().about,)
    assert "Here the answer is another: yes" in block(sheet, "no").tick.accessibleDescription()
    assert "the status “strange”" in sheet.told.text()
    block(sheet, town.one(BENCH).code).tick.setChecked(True)
    sheet.act_button.click()
    assert [one.answer.reply for one in kept[0]] == [Reply.YES, Reply.NO]


def test_a_file_without_news_says_so_and_keeps_nothing(town, shown):
    reading = DecidimReading(DecidimSending(town.plan, EN), town.known, EN)
    sheet = shown(ReadSheet, reading.of([DecidimRow("1", "accepted", (("en", "A pool"),))]), print)
    assert "There is no new answer" in sheet.told.text() and not sheet.act_button.isEnabled()
    assert "1 other proposal in the file is not yours." in sheet.told.text()


def test_statements_are_chosen_by_a_person_and_more_are_shown_on_demand(shown):
    statements = [Statement(RecordId(f"line-{one}"), f"Statement {one}", "Proposal", 2) for one in range(14)]
    saved = []
    sheet = shown(PolisSheet, statements, saved.append)
    assert not sheet.ticked() and not sheet.act_button.isEnabled() and len(sheet.blocks) == 10
    sheet.more.click()
    assert len(sheet.blocks) == 14 and not sheet.more.isVisible()
    for one in (sheet.blocks[0], sheet.blocks[12]):
        one.tick.setChecked(True)
    sheet.act_button.click()
    assert saved == [("Statement 0", "Statement 12")]


def test_twins_among_the_statements_are_told_before(shown):
    statements = [Statement(RecordId(f"line-{one}"), "More lamps", "Proposal", 2) for one in range(2)]
    sheet = shown(PolisSheet, statements, print)
    for one in sheet.blocks:
        one.tick.setChecked(True)
    assert "says the same as one before it" in sheet.told.text() and sheet.texts() == ("More lamps",)
