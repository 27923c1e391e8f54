"""The steps of a forum are always in sight, with the one that it is at; each act that locks is asked once."""

from PySide6.QtCore import Qt

from dialogue_desk.domain.model.forum import ForumStage
from tests.ui.program.shown import seen


def step(forum, name):
    next(chip for chip in forum.steps.chips() if chip.choice.id == name).click()


def test_the_steps_are_in_sight_and_one_is_on(forum):
    assert [chip.choice.text for chip in forum.steps.chips()] == [
        "1 Choose options",
        "2 Vote",
        "3 Result",
        "4 Teams",
    ]
    assert forum.steps.choice() == "choose" and "options are chosen" in forum.now.text()


def test_a_program_without_proposals_says_what_will_be_here(page, desk, settled):
    from dialogue_desk.domain.model.circles import Program  # noqa: PLC0415
    from dialogue_desk.domain.records.records import NO_OWNER  # noqa: PLC0415

    page.show_program(desk.add(NO_OWNER, Program("New", "NEW", 2)))
    settled()
    page.open_section(page.sections.forum)
    assert "Nothing to vote on yet" in seen(page.sections.forum)


def test_the_next_step_opens_by_itself_when_a_person_locks_and_closes(voting, forum, ask, qtbot, settled):
    assert forum.steps.choice() == "vote" and "locked" in forum.now.text()
    for dots in ("1 1 2", "1 3"):
        qtbot.keyClicks(voting.ballots.line, dots)
        qtbot.keyClick(voting.ballots.line, Qt.Key.Key_Return)
    ask.answer = "yes"
    voting.close_count.click()
    settled()
    assert "2 ballots" in ask.questions[-1].sentence and "the result" in ask.questions[-1].sentence.lower()
    assert forum.steps.choice() == "result" and forum.acts.forum.stage is ForumStage.COUNTED
    assert "1." in forum.result.bars.rows()[0].title and "3 dots" in forum.result.bars.rows()[0].detail
    step(forum, "vote")
    assert "The count is closed" in seen(forum) and not voting.ballots.line.isVisible()
    step(forum, "result")
    forum.result.open_again.click()
    settled()
    assert forum.steps.choice() == "vote" and len(forum.acts.work.ballots) == 2


def test_the_result_is_not_out_while_people_vote(voting, forum):
    step(forum, "result")
    assert "The result is not out yet" in seen(forum) and not forum.result.bars.isVisible()
    assert forum.result.room.content.chart is None


def test_locking_is_asked_and_a_person_who_thinks_better_of_it_locks_nothing(forum, ask):
    ask.answer = None
    forum.choice.lock.click()
    assert "Lock the options?" in ask.asked[-1] and forum.acts.forum.stage is ForumStage.CHOOSING


def test_with_fewer_than_two_options_locking_is_refused_with_words(forum, ask):
    ask.answer = "yes"
    forum.choice.lock.click()
    assert "at least two options" in forum.choice.trouble.text()


def test_options_are_open_again_until_a_ballot_is_typed(voting, forum, ask, qtbot, settled):
    ask.answer = "yes"
    step(forum, "choose")
    forum.choice.unlock.click()
    settled()
    assert forum.acts.forum.stage is ForumStage.CHOOSING
    forum.choice.lock.click()
    settled()
    qtbot.keyClicks(voting.ballots.line, "1")
    qtbot.keyClick(voting.ballots.line, Qt.Key.Key_Return)
    step(forum, "choose")
    forum.choice.unlock.click()
    settled()
    assert forum.acts.forum.stage is ForumStage.VOTING and len(forum.acts.work.ballots) == 1
    assert "Ballots are typed already" in forum.choice.trouble.text()


def test_the_documents_sheet_ticks_what_the_step_needs_and_saves_it(voting, forum, ask, tmp_path, settled):
    from dialogue_desk.ui.forum.forum_documents import ForumDocumentsSheet  # noqa: PLC0415

    ask.folder = tmp_path
    forum.documents.click()
    (sheet,) = forum.window().findChildren(ForumDocumentsSheet)
    sheet.kinds.choose(".html")
    sheet.saving.save.click()
    settled()
    assert len(list(tmp_path.glob("*ballot*.html"))) == 1 and len(list(tmp_path.glob("*poster*.html"))) == 1
    sheet.reject()
