"""Answers are typed in under their codes, by keyboard alone, and the list shows what still waits."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.answers import Answer, Reply, Status
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Version
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from tests.desk.partners import import_unjudged
from tests.ui.program.shown import seen

DAY = 24 * 60 * MINUTE


@pytest.fixture
def board(filled):
    filled.open_section(filled.sections.follow)
    return filled.sections.follow


@pytest.fixture
def known(folders, program):
    return lambda: follow_up(report_plan(folders.picture(program)))


def typed(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def view(board, name):
    next(chip for chip in board.views.chips() if chip.choice.id == name).click()
    return [row.id for row in board.list.rows()]


def test_an_answer_is_typed_in_by_keys_alone(board, known, qtbot, settled):
    one = known().followed[1]
    typed(qtbot, board.code, one.code.lower())
    assert board.list.chosen() == (one.about,) and board.code.text() == ""
    chip = board.window().focusWidget()
    assert chip in board.card.reply.chips()
    qtbot.keyClick(board.card.reply.chips()[1], Qt.Key.Key_Space)
    settled()
    board.card.why.setFocus()
    qtbot.keyClicks(board.card.why, "Half the money")
    typed(qtbot, board.card.by.other, "Parks department")
    typed(qtbot, board.card.answer_next.box, "in 3 weeks")
    settled()
    answer = next(it.answer for it in known().followed if it.about == one.about)
    assert (answer.reply, answer.why, answer.by) == (Reply.IN_PART, "Half the money", "Parks department")
    assert answer.next_day
    assert "answer: in part" in next(row.label for row in board.list.rows() if row.id == one.about)


def test_nothing_of_an_answer_can_be_typed_before_it_is_chosen(board):
    assert not board.card.why.isEnabled() and not board.card.answer_next.isEnabled()
    assert not board.card.changed.isEnabled()


def test_a_code_wrong_by_one_sign_names_the_near_one_and_changes_nothing(board, known, qtbot):
    before = board.list.chosen()
    code = known().followed[0].code
    typed(qtbot, board.code, f"{code[:-1]}{(int(code[-1]) + 1) % 10}")
    assert f"Near it: {code}" in board.trouble.text() and board.list.chosen() == before
    qtbot.keyClicks(board.code, "x")
    assert board.trouble.text() == ""


def test_the_code_of_a_line_that_nobody_asked_for_leads_to_it_too(board, known, qtbot):
    one = known().others[0]
    typed(qtbot, board.code, one.code)
    assert board.views.choice() == "others" and board.list.chosen() == (one.about,)


def test_a_date_that_is_past_has_its_words_and_is_not_kept(board, known, qtbot, settled):
    board.card.reply.chips()[0].click()
    settled()
    typed(qtbot, board.card.answer_next.box, "January 1, 2020")
    settled()
    assert "already past" in board.card.answer_next.field.error()
    assert known().answered[0].answer.next_day == ""


def test_choosing_an_answer_again_takes_it_back_and_undo_brings_it(board, desk, known, settled):
    board.card.reply.chips()[4].click()
    settled()
    assert known().replies == {Reply.NO: 1}
    board.card.reply.chips()[4].click()
    settled()
    assert not known().answered and not board.card.why.isEnabled()
    desk.undo()
    settled()
    assert known().replies == {Reply.NO: 1} and board.card.reply.choice() == Reply.NO


def test_what_became_of_it_moves_it_on_the_board(board, known, settled):
    about = board.list.chosen()[0]
    board.card.status.chips()[list(Status).index(Status.DONE)].click()
    board.card.changed.setPlainText("Four lamps work")
    board.card.keep()
    settled()
    one = next(it for it in known().followed if it.about == about)
    assert (one.progress.status, one.progress.changed) == (Status.DONE, "Four lamps work")
    assert "Done · 1" in [row.above for row in board.list.rows()]


def test_what_was_typed_is_kept_when_another_ask_is_chosen(board, known, settled):
    first, second = (row.id for row in board.list.rows()[:2])
    board.card.reply.chips()[0].click()
    board.card.why.setPlainText("It is in the budget")
    board.list.choose([second])
    settled()
    answers = {one.about: one.answer for one in known().followed}
    assert answers[first].why == "It is in the budget" and answers[second] is None
    assert board.card.why.text() == ""


def test_what_is_answered_stays_chosen_when_it_leaves_the_list_that_is_shown(board, known, qtbot, settled):
    one = known().others[0]
    typed(qtbot, board.code, one.code)
    qtbot.keyClick(board.card.reply.chips()[3], Qt.Key.Key_Space)
    qtbot.keyClicks(board.card.why, "Next year")
    settled()
    assert board.views.choice() == "status" and board.list.chosen() == (one.about,)
    board.card.keep()
    settled()
    (answered,) = known().answered
    assert (answered.about, answered.answer.reply, answered.answer.why) == (
        one.about,
        Reply.LATER,
        "Next year",
    )


def test_what_woke_up_stays_chosen_though_it_sleeps_no_more(board, desk, known, settled):
    board.card.status.chips()[1].click()
    settled()
    about = board.list.chosen()[0]
    desk.clock.advance(400 * DAY)
    board.show_picture(board._acts._picture)
    assert about in view(board, "asleep")
    board.list.choose((about,))
    board.card.status.chips()[0].click()
    settled()
    assert board.list.chosen() == (about,) and board.views.choice() == "status"


def test_the_board_is_shown_by_office_by_date_and_by_what_sleeps(board, desk, known, context, settled):
    every = {one.about for one in known().followed}
    assert set(view(board, "office")) == every
    assert view(board, "asleep") == []
    view(board, "status")
    board.card.status.chips()[1].click()
    settled()
    about = board.list.chosen()[0]
    desk.clock.advance(400 * DAY)
    board.card.keep()
    board.list.choose([next(one for one in every if one != about)])
    board.card.reply.chips()[0].click()
    settled()
    assert about in view(board, "asleep")
    assert set(view(board, "next")) == {one.about for one in known().due()}


def test_two_organizers_who_answered_differently_are_told_and_asked(board, desk, program, settled):
    about = RecordId(board.list.chosen()[0])
    board.card.reply.chips()[0].click()
    settled()
    answer = Answer(about, Reply.NO, "No money", "Council")
    other = Edition(Version((("elsewhere", 1),)), desk.clock.now(), DeviceId("elsewhere"), answer)
    record = Record(program_fact_id(program, answer), Kind.ANSWER, program, (other,))
    import_unjudged(desk, [IncomingPackage("theirs", "x.dialogue", {record.id: record})])
    settled()
    assert (
        next(row for row in board.list.rows() if row.id == about).flag
        == "Two organizers say different things"
    )
    board.list.choose([about])
    assert any("Two organizers wrote different things" in text for text in seen(board.card))
    board.card.choose.click()
    (dialog,) = board.window().findChildren(ConflictDialog)
    assert {"yes", "no"} <= {word for line in seen(dialog) for word in line.split()}
    dialog.reject()


def test_a_program_without_proposals_says_what_will_be_here(page, desk, settled):
    program = desk.add(NO_OWNER, Program("New"))
    desk.add(NO_OWNER, Circle("N01", "Hall", program))
    page.show_program(program)
    settled()
    page.open_section(page.sections.follow)
    assert "Nothing to follow up yet" in seen(page.sections.follow)


def test_next_dates_are_saved_as_a_calendar(board, ask, qtbot, tmp_path, settled):
    board.card.reply.chips()[0].click()
    settled()
    typed(qtbot, board.card.answer_next.box, "in 3 weeks")
    settled()
    ask.save = tmp_path / "dates.ics"
    board.dates.click()
    settled()
    assert ask.names[0].endswith(".ics") and b"BEGIN:VEVENT" in ask.save.read_bytes()


def test_a_date_that_could_not_be_kept_is_told_when_another_ask_is_shown(board, known, said, qtbot, settled):
    one, other = known().followed[:2]
    typed(qtbot, board.code, one.code)
    board.card.reply.chips()[0].click()
    settled()
    board.card.answer_next.box.setFocus()
    qtbot.keyClicks(board.card.answer_next.box, "yesterday")
    typed(qtbot, board.code, other.code)
    settled()
    assert any(f"The date of {one.code} was not kept." in text for text in said)
    assert board.card.answer_next.box.text() == ""
    assert not next(it.answer.next_day for it in known().followed if it.about == one.about)


def test_no_code_however_odd_writes_anything(board, known, qtbot):
    for odd in ("'; drop", "KTR-42-42", "=KTR42", "\u202eKTR42", "00000", "  "):
        board.code.setText(odd)
        qtbot.keyClick(board.code, Qt.Key.Key_Return)
        assert board.trouble.isVisible() and "\u202e" not in board.trouble.text()
    assert not known().answered
