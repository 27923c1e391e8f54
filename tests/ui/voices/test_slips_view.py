"""Piles that are typed in are listed by kind, and can be opened or deleted."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.ui.voices.counting_sheet import CountingSheet
from dialogue_desk.ui.voices.voices_tab import SLIPS


def test_piles_name_their_circles_and_slips(tab, counted, settled):
    settled()
    tab.open_view(SLIPS)
    (row,) = tab.slips.rows.rows()
    assert row.title == "C01, C02, C03 and C04" and row.figure.startswith("45 slips of")
    assert row.above == "Tally slips" and "1 circle is on no pile yet" in tab.slips.waiting.text()


def test_a_pile_is_deleted_and_undo_brings_it(tab, desk, counted, work, qtbot, settled):
    settled()
    tab.open_view(SLIPS)
    tab.slips.rows.go_to(counted)
    qtbot.keyClick(tab.slips.rows, Qt.Key.Key_Delete)
    settled()
    assert not work().pools and not tab.slips.rows.isVisible()
    desk.undo()
    settled()
    assert len(tab.slips.rows.rows()) == 1


def test_questionnaires_cannot_be_counted_before_there_is_one(tab, age, settled):
    settled()
    tab.open_view(SLIPS)
    assert [button.isEnabled() for button in tab.slips.count.values()] == [True, False, False]
    assert "no questionnaire yet" in tab.slips.waiting.text()


def test_a_pile_is_opened_and_a_new_one_is_begun_in_the_counting_sheet(tab, counted, settled):
    settled()
    tab.open_view(SLIPS)
    tab.slips.rows.opened.emit(counted)
    (sheet,) = tab.window().findChildren(CountingSheet)
    assert sheet.form.draft().slips == "45"
    sheet.reject()
    sheet.setParent(None)
    tab.slips.count[SlipKind.TALLY].click()
    (sheet,) = tab.window().findChildren(CountingSheet)
    assert sheet.form.draft().slips == ""
    sheet.reject()


def test_tally_slips_are_saved_to_print(tab, age, ask, tmp_path, settled):
    settled()
    tab.open_view(SLIPS)
    ask.save = tmp_path / "slips.pdf"
    tab.slips.print.click()
    settled()
    assert ask.save.read_bytes().startswith(b"%PDF")


def test_the_questionnaire_is_saved_to_print_once_there_is_one(tab, desk, program, ask, tmp_path, settled):
    statements = tuple(Statement(key, (("en", f"I feel heard, {key}"),)) for key in "abc")
    questionnaire = Questionnaire(statements)
    desk.put(program_fact_id(program, questionnaire), program, questionnaire)
    settled()
    tab.open_view(SLIPS)
    assert all(tab.slips.count[kind].isEnabled() for kind in (SlipKind.BEFORE, SlipKind.AFTER))
    ask.save = tmp_path / "questionnaire.pdf"
    tab.slips.print_questionnaire.click()
    settled()
    assert ask.save.read_bytes().startswith(b"%PDF")
