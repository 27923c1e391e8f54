"""Preparing through the page, with real keys and clicks."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox

from dialogue_desk.desk.leaving.packages import date_of
from dialogue_desk.desk.session.session_edits import ground_rules_of
from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.ui.core.tab_order import tab_stops
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.tick import Tick
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import begun, prepared

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def typed(qtbot, line, text):
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    qtbot.keyClicks(line, text)


def fixes(page, text):
    QApplication.processEvents()  # what is new in a layout is shown a moment later
    buttons = page.plan.rows.findChildren(Button)
    return [one for one in buttons if one.isVisible() and one.text().startswith(text)]


def known_circle(page, desk, shelf, folders, **more):
    circle_id = folders.session(begun(desk, shelf, plan="s1", number=1, **more)).circle_id
    page.fill_in(circle_id=circle_id)
    return circle_id


def test_the_page_opens_at_the_first_field_and_enter_there_begins_nothing(page, qtbot):
    assert QApplication.focusWidget() is page.fields.circles.circle
    with qtbot.assertNotEmitted(page.prepared):
        for _ in range(3):
            qtbot.keyClick(QApplication.focusWidget(), ENTER)


def test_where_all_is_known_the_page_opens_at_the_first_change(page, desk, shelf, folders, qtbot):
    known_circle(page, desk, shelf, folders)
    page.form.take_focus()
    assert QApplication.focusWidget() is page.form.headline.change_button
    with qtbot.assertNotEmitted(page.prepared):
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
        assert page.form.headline.is_open
        qtbot.keyClick(QApplication.focusWidget(), ENTER)


def test_with_good_defaults_one_press_of_begin_is_enough(page, folders, clock, qtbot):
    page.begin_button.setFocus()
    with qtbot.waitSignal(page.prepared, timeout=0) as begins:
        qtbot.keyClick(page.begin_button, ENTER)
    folder = folders.session(begins.args[0])
    assert folder.plan.title == "One Evening, One Question"
    assert folder.circle.code == "C01"
    assert folder.session.people == 9
    assert folder.session.start == clock.now()
    assert folder.session.hard_end - folder.session.start == 90 * MINUTE
    assert len(folder.ground_rules) == 8
    assert folder.live.phase is Phase.READY


def test_enter_in_a_field_begins_nothing(page, desk, shelf, folders, qtbot):
    for fill_in in (lambda: None, lambda: known_circle(page, desk, shelf, folders)):
        fill_in()
        for line in (page.form.headline, *page.form.rows):
            line.open(on=True)
        with qtbot.assertNotEmitted(page.prepared), qtbot.assertNotEmitted(page.held_before):
            for field in page.findChildren(QLineEdit) + page.findChildren(QSpinBox):
                if field.isVisible():
                    field.setFocus()
                    qtbot.keyClick(field, ENTER)
                    page.fields.times.hard_end.set_value(time(18))
                    qtbot.keyClick(field, ENTER)


def test_what_is_known_is_read_and_changed_in_its_place(page, desk, shelf, folders, qtbot):
    known_circle(page, desk, shelf, folders, people=12)
    seen = words_on(page.form)
    assert "C07, Eastside Library" in seen
    assert "Session 2: What is going on here? · Safety Together" in seen
    assert {"Today, 7:00 to 9:00 PM", "120 minutes, as the guide asks", "12 expected"} <= set(seen)
    when = page.form.rows[0]
    assert not page.fields.times.start.isVisible()
    click(qtbot, when.change_button)
    assert QApplication.focusWidget() is page.fields.times.day
    typed(qtbot, page.fields.times.start, "7.30")
    qtbot.keyClick(page.fields.times.start, ENTER)
    assert not when.is_open and when.value.text() == "Today, 7:30 to 9:30 PM"
    assert QApplication.focusWidget() is when.change_button


def test_what_is_wrong_in_a_line_keeps_it_open(page, desk, shelf, folders, qtbot):
    known_circle(page, desk, shelf, folders)
    people = page.form.rows[1]
    people.open(on=True)
    typed(qtbot, page.fields.people.box, "many")
    qtbot.keyClick(page.fields.people.box, ENTER)
    assert people.is_open and page.fields.people_field.error().startswith("“many” is not a number.")
    with qtbot.assertNotEmitted(page.prepared):
        click(qtbot, page.begin_button)
    assert QApplication.focusWidget() is page.fields.people.box


def test_what_will_not_fit_is_mended_at_its_part(page, folders, qtbot):
    assert page.plan.verdict.text() == "ends 8:30, on time"
    typed(qtbot, page.fields.people.box, "14")
    assert len(fixes(page, "Give each")) == 4
    assert "14 people at 1:50 each, with pauses and silence, need 27 minutes." in words_on(page.plan)
    assert "This guide is made for 6 to 9 people." in {page.form.rows[1].note.text()}
    for left in (3, 2, 1, 0):
        click(qtbot, fixes(page, "Give each")[0])
        assert len(fixes(page, "Give each")) == left
    assert page.plan.verdict.text() == "ends 8:30, on time"
    with qtbot.waitSignal(page.prepared, timeout=0) as begins:
        click(qtbot, page.begin_button)
    folder = folders.session(begins.args[0])
    assert folder.plan.part("round-one").seconds_each == 70
    assert PartFit("round-one", 0, 70) in folder.session.fits


def test_a_part_is_made_longer_and_as_the_guide_has_it_again(page, qtbot):
    page.fields.people.box.setValue(14)
    before = page.plan.verdict.text()
    longer = fixes(page, "Make it 27")[0]
    longer.setFocus()
    qtbot.keyClick(longer, SPACE)
    assert fixes(page, "Undo") and page.plan.isAncestorOf(QApplication.focusWidget())
    assert "27 min" in words_on(page.plan) and page.plan.verdict.text() == before
    click(qtbot, button_saying(page.plan, "Undo"))
    assert page.fits == ()


def test_too_little_time_is_mended_at_the_hard_end(page, qtbot):
    page.fields.times.hard_end.set_value(time(20, 15))
    assert page.plan.outcome.text() == "The parts take 90 minutes. You have 75."
    click(qtbot, page.plan.shorten_button)
    assert page.plan.verdict.text() == "ends 8:23, 8 min too long"
    assert fixes(page, "Give each")
    page.fill_in(guide_id="one-evening")
    click(qtbot, page.start_over_button)
    page.fields.interpretation.choose("160")
    page.fields.interpretation.chosen.emit("160")
    assert page.plan.outcome.text().startswith("With interpretation, the parts take about")
    click(qtbot, page.plan.end_button)
    assert page.plan.verdict.text().endswith(", on time")
    assert page.fields.times.minutes() > 90


def test_while_a_field_is_refused_the_plan_waits(page, qtbot):
    waits = "The plan is shown once the times and the number of people are right."
    start = page.fields.times.start
    for line, typo, right in ((start, "soon", "7:00 PM"), (page.fields.people.box, "61", "9")):
        typed(qtbot, line, typo)
        qtbot.keyClick(line, ENTER)
        assert waits in words_on(page.plan) and not page.plan.rows.isVisible()
        assert not page.plan.verdict.isVisible() and page.fields.times.hint.text() == ""
        typed(qtbot, line, right)
        assert waits not in words_on(page.plan) and page.plan.rows.isVisible()
        assert page.plan.verdict.isVisible()
    page.fields.times.hard_end.set_value(time(20))
    page.fields.times.start.set_value(time(22))
    assert waits in words_on(page.plan)


def test_what_was_filled_in_is_there_again_after_leaving_and_after_a_restart(
    page, desk, folders, shelf, context, qtbot
):
    typed(qtbot, page.fields.place, "The old school")
    typed(qtbot, page.fields.people.box, "7")
    typed(qtbot, page.fields.times.start, "7.15")
    click(qtbot, page.things.findChildren(Tick)[0])
    page.leave()
    again = PreparePage(desk, folders, shelf, context)
    qtbot.addWidget(again)
    for one in (page, again):
        one.fill_in()
        assert one.fields.place.text() == "The old school"
        assert (one.fields.people.value(), one.fields.times.start.value()) == (7, time(19, 15))
        assert one.things.to_bring.count.text() == "1 of 5 packed"
    again.start_over_button.click()
    assert again.fields.place.text() == "" and again.start_over_button.isHidden()
    page.fill_in()
    click(qtbot, page.begin_button)
    page.fill_in()
    assert page.fields.place.text() == ""


def test_what_was_filled_in_for_another_circle_or_guide_is_not_mixed_in(page, desk, shelf, folders, qtbot):
    page.fields.people.box.setValue(7)
    page.fields.circles.circle.chosen.emit("new")
    page.fields.guides.guide.chosen.emit("one-evening")
    page.fields.people.box.setValue(7)
    page.leave()
    known_circle(page, desk, shelf, folders, people=12)
    assert page.fields.people.value() == 12
    page.fill_in(guide_id="safety-together")
    assert page.fields.guides.guide.choice() == "safety-together" and page.fields.people.value() != 7


def test_a_start_that_nobody_typed_is_now_when_a_person_comes_back(page, clock, qtbot):
    typed(qtbot, page.fields.place, "Gym")
    page.leave()
    clock.advance(30 * MINUTE)
    page.fill_in()
    assert page.fields.times.start.value() == time(19, 30)


def test_what_names_a_known_circle_is_not_kept_beside_it(page, desk, shelf, folders, qtbot):
    known_circle(page, desk, shelf, folders)
    page.form.headline.open(on=True)
    typed(qtbot, page.fields.place, "The Alvarez house")
    page.leave()
    assert "Alvarez" not in desk.file.remembered("prepare")


def test_a_session_is_changed_before_it(page, desk, shelf, folders, clock, qtbot):
    clock.advance(-30 * MINUTE)
    session_id = prepared(desk, shelf)
    clock.advance(30 * MINUTE)
    page.fill_in(session_id=session_id)
    before = folders.session(session_id).session
    page.fields.people.box.setValue(14)
    with qtbot.waitSignal(page.left, timeout=0):
        click(qtbot, page.foot.save)
    after = folders.session(session_id).session
    assert after == replace(before, people=14, title=after.title)
    assert len(folders.entries()) == 1
    desk.undo()
    assert folders.session(session_id).session == before


@pytest.mark.parametrize(("scale", "size"), [(100, (1024, 600)), (125, (1280, 720)), (200, (1366, 768))])
def test_it_is_whole_on_small_screens(page, theme, scale, size):
    theme.change(scale=scale)
    page.fields.people.box.setValue(14)
    page.resize(*size)
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]
    corner = page.begin_button.mapTo(page, page.begin_button.rect().bottomRight())
    assert corner.x() < size[0]
    assert corner.y() < size[1]


def test_a_session_that_is_over_is_typed_up(page, folders, qtbot):
    page.fill_in(guide_id="one-evening", over=True)
    assert page.begin_button.text() == "Type up the notes" and page.rehearse_button.isHidden()
    assert page.things.isHidden() and page.plan.isHidden()
    with qtbot.waitSignal(page.held_before, timeout=0) as held, qtbot.assertNotEmitted(page.prepared):
        click(qtbot, page.begin_button)
    session = folders.session(held.args[0]).session
    assert date_of(session) == "2026-03-11" and session.hard_end - session.start == 90 * MINUTE


def test_a_session_of_another_day_is_kept_for_it_with_what_is_packed(page, folders, qtbot):
    page.fields.times.day.set_value(page.fields.times.day.value() + timedelta(days=3))
    click(qtbot, page.things.findChildren(Tick)[1])
    assert page.begin_button.text() == "Save for that day"
    with qtbot.waitSignal(page.left, timeout=0), qtbot.assertNotEmitted(page.prepared):
        click(qtbot, page.begin_button)
    (entry,) = folders.entries()
    assert date_of(entry.session) == "2026-03-15"
    page.fill_in(session_id=entry.id)
    assert page.things.to_bring.count.text() == "1 of 5 packed"
    page.fill_in()
    assert page.things.to_bring.count.text() == "0 of 5 packed"


def test_what_the_last_session_left_open_is_shown_before_the_next(page, desk, shelf, folders):
    assert page.left_open.isHidden()
    session_id = begun(desk, shelf, plan="s1", number=1)
    desk.add(session_id, Note(NoteKind.PARKING_LOT, "Parking near the school"))
    desk.add(session_id, Note(NoteKind.QUESTION, "Who decides about lamps?"))
    desk.add(session_id, ActionIdea("A bench", first_step="Ask the owner"))
    page.fill_in(circle_id=folders.session(session_id).circle_id)
    QApplication.processEvents()
    assert words_on(page.left_open) == [
        "Left open last time",
        "Parking near the school",
        "Who decides about lamps?",
    ]


def test_rules_that_a_circle_changes_while_preparing_are_kept(page, desk, shelf, folders):
    circle_id = known_circle(page, desk, shelf, folders)
    page.rules.editor._take_out(0)
    assert page.rules._button.text().startswith(f"{len(page.rules.editor.rules)} ground rule")
    page.begin_button.click()
    assert [rule.body.text for rule in ground_rules_of(desk, circle_id)] == list(page.rules.editor.rules)


def test_the_plan_is_printed(page, context, tmp_path, qtbot):
    context.prompts.save = tmp_path / "plan.pdf"
    click(qtbot, page.foot.print)
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_tab_goes_through_the_page_as_it_is_read_whatever_was_made_last(page, qtbot):
    typed(qtbot, page.fields.people.box, "11")
    mended, seen = fixes(page, ""), tab_stops(page)
    ticks = [seen.index(tick) for tick in page.findChildren(Tick) if tick.isVisible()]
    places = [seen.index(one) for one in mended]
    assert ticks and places
    rules, foot = seen.index(button_saying(page, "8 ground rules to begin with")), seen.index(page.foot.print)
    assert max(ticks) < rules < min(places) and max(places) < foot


def test_people_of_a_session_that_is_over_are_not_said_to_be_expected(page, desk, shelf, folders):
    circle = known_circle(page, desk, shelf, folders)
    page.fill_in(circle_id=circle, over=True)
    said = words_on(page)
    assert "11 people" in said and "11 expected" not in said


def test_a_session_that_was_undone_meanwhile_is_not_saved_and_that_is_said(page, desk, shelf, context, qtbot):
    page.fill_in(session_id=prepared(desk, shelf, hours=24))
    desk.undo()
    with qtbot.waitSignal(page.left):
        button_saying(page, "Save for that day").click()
    assert context.toast.sentence() == "This session is gone. Nothing was saved."


def test_escape_leads_home_and_says_that_what_was_filled_in_is_kept(page, context, qtbot):
    page.fields.place.setFocus()
    qtbot.keyClicks(page.fields.place, "Fellowship hall")
    with qtbot.waitSignal(page.left, timeout=0):
        qtbot.keyClick(page.fields.place, Qt.Key.Key_Escape)
    assert context.toast.sentence() == "What you filled in is saved for later."
    page.leave()
    page.fill_in()
    assert page.fields.place.text() == "Fellowship hall"
