"""The privacy check: its keys, what it says, and what Undo takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from dialogue_desk.desk.session.privacy_check import BLANK
from dialogue_desk.domain.model.circles import GroundRule
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.ui.closing.closing_page import ClosePage
from dialogue_desk.ui.closing.export_choices import AudienceChoice
from dialogue_desk.ui.closing.privacy_step import AnswerHistory
from tests.ui.closing.on_page import LINE, asked, press, sentences
from tests.ui.keyboards import send


def test_the_keys_keep_blank_and_go_on(check, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(check.answers.keep, "k")
    assert asked(check).startswith("Badge number: 4471")
    qtbot.keyClicks(check.answers.keep, "b")
    assert text() == f"Officer J. Ruiz, badge {BLANK}, stopped him on 118 Alder Street."
    assert asked(check).startswith("Street address")
    assert "2 of 3 checked" in sentences(check)


@pytest.fixture
def arrived(page, desk, evening, qtbot):
    """The page at the privacy check, with the keyboard on the list of steps, and its pane."""
    desk.add(evening, Note(NoteKind.CONCERN, LINE))
    page.go_to(CloseStep.PRIVACY)
    page.take_focus()
    pane = page._panes.pane(CloseStep.PRIVACY)
    assert not pane.isAncestorOf(QApplication.focusWidget()) and pane._review.open
    return page, pane


def test_the_keys_work_on_arrival_and_lead_into_the_pane(arrived, qtbot):
    page, pane = arrived
    before = len(pane._review.open)
    press(qtbot, Qt.Key.Key_K)
    assert len(pane._review.open) < before and page._here is CloseStep.PRIVACY
    assert pane.isAncestorOf(QApplication.focusWidget())


def test_r_asks_for_other_words_and_goes_to_no_other_step(arrived, qtbot):
    page, pane = arrived
    press(qtbot, Qt.Key.Key_R)
    assert page._here is CloseStep.PRIVACY and QApplication.focusWidget() is pane.answers.box
    qtbot.keyClicks(pane.answers.box, "kbr")
    assert pane.answers.box.text().endswith("kbr")


def test_a_key_that_is_held_down_answers_once(arrived, qtbot):
    _, pane = arrived
    before = len(pane._review.open)
    for again in (False, True, True):
        send(QApplication.focusWidget(), Qt.Key.Key_B, "b", again=again)
    assert len(pane._review.open) == before - 1


@pytest.mark.parametrize("letter", ["b", "k"])
def test_one_answer_counts_once_however_often_its_key_arrives_in_a_moment(arrived, clock, qtbot, letter):
    _, pane = arrived
    before = len(pane._review.open)
    for _ in range(4):
        qtbot.keyClicks(QApplication.focusWidget(), letter)
        clock.advance(40)
    assert len(pane._review.open) == before - 1
    clock.advance(1_000)
    qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert len(pane._review.open) == before - 2


def test_enter_that_is_held_on_an_answer_answers_once(arrived):
    _, pane = arrived
    before = len(pane._review.open)
    pane.answers.blank.setFocus()
    for again in (False, True, True):
        send(QApplication.focusWidget(), Qt.Key.Key_Return, "\r", again=again)
    assert len(pane._review.open) == before - 1


def test_the_keys_do_nothing_behind_a_dialog_and_on_another_step(arrived, qtbot):
    page, pane = arrived
    before = pane._review.open
    dialog = QDialog(page)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog, "kb")
    dialog.close()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_to(CloseStep.ACTIONS)
    page.take_focus()
    press(qtbot, Qt.Key.Key_B)
    assert pane._review.open == before


def test_the_buttons_show_the_keys_that_hold(arrived, kept_settings):
    _, pane = arrived
    assert pane.answers.keep.text() == "Keep (K)" and pane._before.text() == "Previous (P)"
    kept_settings.choose(keys=(("check keep", "J"), ("check blank", "")))
    assert pane.answers.keep.text() == "Keep (J)" and pane.answers.blank.text() == "Blank"


def test_the_keys_are_other_ones_or_none_as_it_was_chosen(arrived, kept_settings, qtbot):
    _, pane = arrived
    before = len(pane._review.open)
    kept_settings.choose(single_keys=False)
    press(qtbot, Qt.Key.Key_K)
    assert len(pane._review.open) == before
    kept_settings.choose(keys=(("check keep", "J"),))
    press(qtbot, Qt.Key.Key_J)
    assert len(pane._review.open) < before


def test_next_and_previous_go_round_without_answering(check, write, qtbot, said):
    write(LINE)
    qtbot.keyClicks(check.answers.keep, "n")
    assert asked(check).startswith("Badge number")
    assert said[-1].startswith("Badge number: 4471") and said[-1].endswith("0 of 3 checked")
    qtbot.keyClicks(check.answers.keep, "pp")
    assert asked(check).startswith("Street address")
    check.line.setFocus()
    qtbot.keyClick(check.line, Qt.Key.Key_Right)
    assert asked(check).startswith("Name with a title")


def test_z_takes_the_last_answers_back_one_by_one(check, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(check.answers.keep, "kb")
    qtbot.keyClicks(check, "z")
    assert text() == LINE and "1 of 3 checked" in sentences(check)
    qtbot.keyClicks(check, "zz")
    assert "0 of 3 checked" in sentences(check) and text() == LINE


def test_z_never_takes_back_what_was_done_elsewhere(check, write, qtbot):
    write(LINE)
    qtbot.keyClicks(check.answers.keep, "k")
    text = write("The bus is late.")
    qtbot.keyClicks(check, "z")
    assert text() == "The bus is late."


def test_all_of_one_kind_are_kept_with_one_button(check, write, qtbot):
    write("The mayor came.")
    write("The principal did not.")
    qtbot.mouseClick(check._kind, Qt.MouseButton.LeftButton)
    assert "Everything is checked" in sentences(check)


def test_when_nothing_is_found_the_lines_are_there_to_be_read(check, write):
    write("The bus is late.")
    assert "Nothing was found" in sentences(check)
    assert any("The check can miss a name." in sentence for sentence in sentences(check))
    assert "The bus is late." in [row.text for row in check.shared.lines.rows()]
    assert check.shared.lines.isVisible()


def test_the_lines_can_be_read_while_finds_are_open(check, write, qtbot):
    write(LINE)
    assert not check.shared.lines.isVisible()
    qtbot.mouseClick(check.shared.read_button, Qt.MouseButton.LeftButton)
    assert LINE in [row.text for row in check.shared.lines.rows()]


def test_it_says_where_the_earlier_words_stay(check):
    assert any(
        "history" in sentence and "never leaves this laptop" in sentence for sentence in sentences(check)
    )


@pytest.fixture
def new_page(desk, folders, context, room, session_id, qtbot):
    page = ClosePage(desk, folders, context, room)
    qtbot.addWidget(page)
    page.show_session(session_id)
    page.show()
    return page


def test_the_debrief_is_looked_at_as_soon_as_it_goes_along(new_page, write):
    write(LINE, NoteKind.DEBRIEF)

    def told(step):
        new_page.go_to(step)
        return sentences(new_page)

    sentence = "The privacy check now includes it too. Do the check first."
    assert "Nothing was found" in told(CloseStep.PRIVACY) and sentence not in told(CloseStep.EXPORT)
    with_debrief = new_page.findChild(AudienceChoice).debrief
    with_debrief.click()
    assert sentence in sentences(new_page) and "0 of 3 checked" in told(CloseStep.PRIVACY)
    new_page.go_to(CloseStep.EXPORT)
    with_debrief.click()
    assert "Nothing was found" in told(CloseStep.PRIVACY)


def test_a_rule_of_the_circle_is_changed_too(check, desk, folders, session_id, qtbot):
    rule_id = desk.add(folders.session(session_id).circle_id, GroundRule("Ask Maria first.", 9_000))
    qtbot.keyClicks(check.answers.keep, "b")
    assert desk.get(rule_id).body.text == f"Ask {BLANK} first."


def test_enter_replaces_one_find_and_answers_no_other(page, desk, evening, at, qtbot):
    for said in ("Call 555 010 4477.", "Or write to somebody@example.org."):
        desk.add(evening, Note(NoteKind.CONCERN, said))
    pane = at(CloseStep.PRIVACY)
    before = len(pane._review.open)
    press(qtbot, Qt.Key.Key_R)
    qtbot.keyClicks(QApplication.focusWidget(), "a number")
    press(qtbot, Qt.Key.Key_Return)
    assert len(pane._review.open) == before - 1
    assert "Call a number." in [note.body.text for note in pane._folder.notes]


def test_an_answer_that_fails_is_not_counted_as_one_to_undo(desk, context, check):
    history = AnswerHistory(desk, context.desk_signals, check)
    with pytest.raises(ZeroDivisionError):
        history.perform(lambda: 1 / 0)
    assert not history.can_undo()


def test_a_letter_that_is_typed_answers_nothing(check, write, qtbot):
    text = write(LINE)
    qtbot.keyClicks(check.answers.keep, "r")
    qtbot.keyClicks(check.answers.box, "bkz")
    assert check.answers.box.text() == "bkz" and text() == LINE and "0 of 3 checked" in sentences(check)


def test_enter_twice_replaces_one_match_and_keeps_no_other(arrived, qtbot):
    _, pane = arrived
    before = len(pane._review.open)
    press(qtbot, Qt.Key.Key_R)
    qtbot.keyClicks(QApplication.focusWidget(), "An officer")
    press(qtbot, Qt.Key.Key_Return)
    left = len(pane._review.open)
    assert left < before
    press(qtbot, Qt.Key.Key_Return)
    assert len(pane._review.open) == left
