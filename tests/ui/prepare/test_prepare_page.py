from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.leaving.packages import date_of
from dialogue_desk.desk.session.session_edits import ground_rules_of, set_ground_rules
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.session_text import warnings
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words
from tests.ui.seen import words_on
from tests.ui.under_way import begun

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(desk, folders, shelf, context, qtbot):
    page = PreparePage(desk, folders, shelf, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.fill_in(guide_id="one-evening")
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def warned(page):
    column = page._notice.column
    shown = [column.itemAt(place).widget().text() for place in range(column.count())]
    return [] if page._notice.isHidden() else shown


def test_enter_is_enough(page, folders, clock, qtbot):
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    folder = folders.session(prepared.args[0])
    assert folder.plan.title == "One Evening, One Question"
    assert folder.circle.code == "C01"
    assert folder.session.people == 9
    assert folder.session.start == clock.now()
    assert folder.session.hard_end - folder.session.start == 90 * MINUTE
    assert len(folder.ground_rules) == 8
    assert folder.live.phase is Phase.READY


def test_enter_on_another_button_presses_that_button(page, qtbot):
    page._back.setFocus()
    with qtbot.assertNotEmitted(page.prepared), qtbot.waitSignal(page.left, timeout=0):
        qtbot.keyClick(page._back, ENTER)


@pytest.mark.parametrize("past", [0, 2, -2])
def test_the_start_is_now_to_the_nearest_five_minutes(page, clock, past):
    clock.advance(50 * MINUTE + past * MINUTE)
    page.fill_in(guide_id="one-evening")
    assert page.times.start.time() == QTime(19, 50)
    assert page.times.hard_end.time() == QTime(21, 20)


def test_the_hard_end_follows_the_start_until_it_is_set(page, qtbot):
    page.times.start.setFocus()
    qtbot.keyClick(page.times.start, Qt.Key.Key_Up)
    assert page.times.hard_end.time() == page.times.start.time().addSecs(90 * 60)
    page.times.hard_end.setFocus()
    qtbot.keyClick(page.times.hard_end, Qt.Key.Key_Down)
    kept = page.times.hard_end.time()
    page.times.start.setFocus()
    qtbot.keyClick(page.times.start, Qt.Key.Key_Down)
    assert page.times.hard_end.time() == kept


def test_an_end_before_the_start_is_explained_at_its_field(page, qtbot):
    page.times.hard_end.setTime(QTime(18, 0))
    with qtbot.assertNotEmitted(page.prepared):
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert page.times.end_field.error() == "The session would end before it starts. Choose a later end time."
    assert QApplication.focusWidget() is page.times.hard_end


def test_an_evening_may_go_past_midnight(page, folders, qtbot):
    page.times.start.setTime(QTime(23, 0))
    page.times.hard_end.setTime(QTime(0, 30))
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    session = folders.session(prepared.args[0]).session
    assert session.hard_end - session.start == 90 * MINUTE


@pytest.mark.parametrize(
    ("people", "said"), [(0, "at least one person"), (61, "61 people cannot hear each other"), (999, "999")]
)
def test_impossible_head_counts_are_explained_at_their_field(page, qtbot, people, said):
    page.people.box.setValue(people)
    assert said in page._people_field.error()
    with qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    page.people.box.setValue(8)
    assert page._people_field.error() == ""


def test_the_one_circle_that_an_organizer_gave_out_is_ready(page, desk, folders):
    program = desk.add(NO_OWNER, Program("Bridges"))
    given = desk.add(NO_OWNER, Circle("C07", "Library", "en", program))
    page.fill_in()
    assert page.circle.choice() == given
    other = desk.add(NO_OWNER, Circle("C08", "Hall", "en", program))
    page.fill_in()
    assert page.circle.choice() not in {given, other}


def test_a_new_circle_needs_a_code(page, qtbot):
    page.code.clear()
    with qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    assert page._code_field.error() == "Give the circle a code, such as C07."
    assert QApplication.focusWidget() is page.code


def test_what_will_go_wrong_with_tonights_numbers_is_said(page):
    assert warned(page) == []
    page.people.box.setValue(14)
    page.times.hard_end.setTime(QTime(20, 15))
    said = warned(page)[1:]
    assert said[0] == "This guide is made for 6 to 9 people. You have 14."
    assert said[1].startswith("The parts take 90 minutes and you have 75.")
    assert (
        "“First round: a story”: 14 people with 110 seconds each, plus pauses and silence, "
        "need 27 minutes; the part has 18. 70 seconds each would fit." in said
    )


def test_interpretation_makes_turns_and_parts_longer_and_is_kept(page, folders, qtbot):
    assert warned(page) == []
    page.interpretation.setFocus()
    qtbot.keyClick(page.interpretation, Qt.Key.Key_Down)
    qtbot.keyClick(page.interpretation, Qt.Key.Key_Down)
    said = warned(page)[1:]
    assert said[0].startswith("With interpretation the parts take about 143 minutes and you have 90.")
    assert any("9 people with 110 seconds each, interpreted, need 28 minutes" in one for one in said)
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    folder = folders.session(prepared.args[0])
    assert folder.session.factor == 160
    page.fill_in(circle_id=folder.circle_id)
    assert page.interpretation.choice() == "160"


def test_what_the_last_session_left_open_is_shown_before_the_next(page, desk, shelf, folders):
    assert page.open_threads_expander.isHidden()
    session_id = begun(desk, shelf, plan="s1", number=1)
    desk.add(session_id, Note(NoteKind.PARKING_LOT, "Parking near the school"))
    desk.add(session_id, Note(NoteKind.HOPE, "Warm evenings"))
    desk.add(session_id, Note(NoteKind.QUESTION, "Who decides about lamps?"))
    desk.add(session_id, ActionIdea("A walk with the officers"))
    desk.add(session_id, ActionIdea("A bench", first_step="Ask the owner"))
    page.fill_in(circle_id=folders.session(session_id).circle_id)
    assert page.open_threads_expander._button.text() == "3 open items from last time"
    page.open_threads_expander.unfold(True)
    assert words_on(page.open_threads_expander) == [
        "3 open items from last time",
        "Parking lot",
        "Parking near the school",
        "Open questions",
        "Who decides about lamps?",
        "Action ideas without a first step",
        "A walk with the officers",
    ]


def test_what_is_packed_is_ticked_for_tonight_only(page, desk, qtbot):
    page.things.unfold(True)
    tick = page.things.findChildren(Tick)[0]
    tick.setFocus()
    before = desk.can_undo()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert page.things._button.text() == "1 of 5 things to bring are here"
    page.guides.language.choose("es")
    page._change_language()
    page.guides.language.choose("en")
    page._change_language()
    assert page.things._button.text() == "1 of 5 things to bring are here"
    assert desk.can_undo() is before
    page.fill_in(guide_id="one-evening")
    assert page.things._button.text() == "5 things to bring"


def test_a_part_that_cannot_be_is_told(shelf):
    guide = shelf.guide(shelf.translations("one-evening")["en"])
    first, *others = guide.sessions[0].parts
    plan = replace(guide.sessions[0], parts=(replace(first, floor=9), *others))
    assert warnings(guide, plan, 8, 90, Words()) == ("“Welcome” has 6 minutes, but needs at least 9.",)


def test_one_person_is_allowed_and_told_what_the_guide_is_made_for(page):
    page.people.box.setValue(1)
    assert page._people_field.error() == ""
    assert warned(page)[1:] == ["This guide is made for 6 to 9 people. You have 1."]


def test_a_known_circle_goes_on_where_it_was(page, desk, shelf, folders, qtbot):
    session_id = begun(desk, shelf, plan="s1", number=1, people=12)
    circle_id = folders.session(session_id).circle_id
    set_ground_rules(desk, circle_id, ["One voice at a time", "Our own words"])
    page.fill_in(circle_id=circle_id)
    assert page.guides.guide.choice() == "safety-together"
    assert page.guides.plan.choice() == "s2"
    assert page.people.value() == 12
    assert page.place.text() == "Eastside Library"
    assert page.rules.rules() == ("One voice at a time", "Our own words")
    assert not page._code_field.isVisible()
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    folder = folders.session(prepared.args[0])
    assert (folder.session.number, folder.circle_id) == (2, circle_id)


def test_ground_rules_are_made_with_the_group(page, folders, qtbot):
    page._rules_fold.unfold(True)
    line = page.rules.line
    line.setFocus()
    qtbot.keyClicks(line, "Phones away")
    with qtbot.assertNotEmitted(page.prepared):
        qtbot.keyClick(line, ENTER)
    page.rules._move_down(0)
    page.rules._take_out(2)
    page.rules._reword(0)
    line.setText("Listen first")
    page.rules._save()
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    rules = [rule.body.text for rule in folders.session(prepared.args[0]).ground_rules]
    assert rules[:2] == ["Listen first", "One voice at a time."]
    assert rules[-1] == "Phones away"
    assert len(rules) == 8


def test_rules_that_a_circle_changes_while_preparing_are_kept(page, desk, shelf, folders):
    circle_id = folders.session(begun(desk, shelf, plan="s1", number=1)).circle_id
    page.fill_in(circle_id=circle_id)
    page.rules._take_out(0)
    page.begin_button.click()
    assert [rule.body.text for rule in ground_rules_of(desk, circle_id)] == list(page.rules.rules())


def test_two_languages_for_the_wall(page, folders, qtbot):
    page.guides.language.choose("es")
    page._change_language()
    page.guides.second.choose("en")
    with qtbot.waitSignal(page.prepared, timeout=0) as prepared:
        page.begin_button.click()
    assert folders.session(prepared.args[0]).session.languages == ("es", "en")


def test_what_to_bring_is_a_list_to_tick(page):
    assert page.things._button.text() == "5 things to bring"


@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 768)), (125, (1280, 720)), (200, (1366, 768))])
def test_it_is_whole_on_small_screens(page, theme, scale, size):
    theme.change(scale=scale)
    page.people.box.setValue(14)
    page.resize(*size)
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]
    corner = page.begin_button.mapTo(page, page.begin_button.rect().bottomRight())
    assert corner.x() < size[0]
    assert corner.y() < size[1]


def test_a_session_that_is_over_is_typed_up(page, folders, qtbot):
    page.fill_in(guide_id="one-evening", over=True)
    assert page.begin_button.text() == "Type up the notes" and page.rehearse_button.isHidden()
    assert page.things.isHidden()
    with qtbot.waitSignal(page.held_before, timeout=0) as held, qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    session = folders.session(held.args[0]).session
    assert date_of(session) == "2026-03-11" and session.hard_end - session.start == 90 * MINUTE


def test_one_that_ended_an_hour_ago_is_over_too(page):
    page.times.start.setTime(QTime(16, 0))
    page.times.hard_end.setTime(QTime(18, 0))
    assert page.begin_button.text() == "Type up the notes"


def test_a_session_of_another_day_is_kept_for_it(page, folders, qtbot):
    page.times.day.setDate(page.times.day.date().addDays(3))
    assert page.begin_button.text() == "Save for that day"
    with qtbot.waitSignal(page.left, timeout=0), qtbot.assertNotEmitted(page.prepared):
        page.begin_button.click()
    (entry,) = folders.entries()
    assert date_of(entry.session) == "2026-03-15"
