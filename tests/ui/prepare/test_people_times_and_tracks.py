"""Prepare with a guide whose minutes depend on the people, the time of day and the track."""

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.ui.prepare.prepare_page import PreparePage
from dialogue_desk.ui.widgets.tick import Tick
from tests.ui.park_evening import park_shelf
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def shelf(tmp_path):
    return park_shelf(tmp_path)


@pytest.fixture
def park(desk, shelf, context, qtbot):
    page = PreparePage(desk, Folders(desk, shelf), shelf, context)
    qtbot.addWidget(page)
    page.resize(1366, 900)
    page.fill_in(guide_id="our-park")
    page.fields.circles.code.setText("C07")
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    people(page, 12)
    return page


def people(page, count):
    page.fields.people.box.setValue(count)


def row_of(page, part):
    return page.plan.rows._made[part][0]


def test_the_minutes_of_a_go_round_follow_the_people_who_are_expected(park):
    assert row_of(park, "memories").minutes == "12 min"
    people(park, 8)
    assert row_of(park, "memories").minutes == "8 min" and row_of(park, "pairs").time == "7:16"


def test_supper_is_shown_at_its_time_with_what_is_to_spare_before_it(park):
    supper = row_of(park, "supper")
    assert (supper.time, supper.why) == ("8:00", "")
    assert supper.beside == "Always at 8:00, 9 min to spare before it"
    assert park.plan.outcome.text() == "All parts fit."


def test_a_late_start_says_by_how_much_supper_is_missed_and_parts_are_shortened_for_it(park):
    park.fields.times.start.set_value(park.fields.times.start.value().replace(minute=20))
    assert row_of(park, "supper").why == (
        "It begins at 8:00 PM, but the parts before it take 11 minutes too long."
    )
    assert park.plan.verdict.text() == "Supper at 8:11, 11 min late"
    assert park.plan.outcome.text() == "1 part cannot begin at its time."
    assert not park.plan.end_button.isVisible()
    button_saying(park.plan, "Shorten parts to fit").click()
    assert row_of(park, "supper").beside == "Always at 8:00" and not row_of(park, "supper").why
    assert row_of(park, "supper").time == "8:00"


def test_an_end_that_is_too_early_because_supper_is_late_says_so(park):
    park.fields.times.hard_end.set_value(park.fields.times.hard_end.value().replace(hour=21, minute=0))
    assert park.plan.outcome.text() == (
        "With the time to spare before parts at a fixed hour, it takes 128 minutes. You have 120."
    )


def test_a_start_after_supper_says_that_it_follows_the_part_before(park):
    park.fields.times.start.set_value(park.fields.times.start.value().replace(hour=20, minute=30))
    assert row_of(park, "supper").why == (
        "The guide begins it at 8:00 PM, which is outside this session. Here it follows the part before it."
    )
    assert row_of(park, "supper").time == "9:21"


def test_who_leads_is_said_at_the_part(park):
    assert row_of(park, "welcome").beside == "First facilitator leads"
    assert "Second facilitator leads" in words_on(park.plan)


def test_the_circle_chooses_its_track_and_the_plan_is_that_track_s(park, qtbot):
    fields = park.fields.guides
    assert fields.track_field.isVisibleTo(park)
    assert [fields.track.itemText(place) for place in range(2)] == ["Youth", "Elders"]
    assert [one.part.id for one in park.outlook().parts][3:5] == ["youth-talk", "supper"]
    fields.track.choose("elders")
    fields.track.chosen.emit("elders")
    assert [one.part.id for one in park.outlook().parts][3:5] == ["elders-talk", "supper"]
    with qtbot.waitSignal(park.prepared, timeout=0) as prepared:
        park.begin_button.click()
    folder = park._folders.session(prepared.args[0])
    assert folder.session.track == "elders"
    assert [part.id for part in folder.plan.parts][3:5] == ["elders-talk", "supper"]
    park.fill_in(circle_id=str(folder.circle_id))
    assert park.fields.guides.plan.choice() == "s2" and not fields.track_field.isVisibleTo(park)
    fields.plan.choose("s1")
    fields.plan.chosen.emit("s1")
    assert fields.chosen_track() == "elders"
    assert any("elders" in text for text in words_on(park.form.headline))


def test_the_track_is_there_again_after_a_person_left(park):
    park.fields.guides.track.choose("elders")
    park.fields.guides.track.chosen.emit("elders")
    park.leave()
    park.fill_in(guide_id="our-park")
    assert park.fields.guides.chosen_track() == "elders"


def ticks(checklist):
    return [tick.text() for tick in checklist.findChildren(Tick)]


def test_what_to_do_and_to_look_up_before_the_session_is_a_checklist_beside_what_to_bring(park):
    things = park.things
    assert ticks(things.before) == [
        "Ask two neighbors who rarely come to anything to bring a friend.",
        "Order supper for twelve.",
    ]
    assert ticks(things.look_up) == [
        "How many benches there are (parks office)",
        "How many teams there are (parks office)",
    ]
    assert ticks(things.to_bring) == ["chairs in one circle", "plates"]
    assert (things.before.count.text(), things.to_bring.count.text()) == ("0 of 2 done", "0 of 2 packed")


def test_what_was_ticked_is_there_again_after_a_person_left(park):
    for checklist in park.things.lists:
        checklist.findChildren(Tick)[1].click()
    park.leave()
    park.fill_in(guide_id="our-park")
    assert park.things.packed() == (
        "Order supper for twelve.",
        "How many teams there are (parks office)",
        "plates",
    )
    assert park.things.look_up.count.text() == "1 of 2 done"


def test_a_session_that_asks_for_nothing_has_no_lists(park):
    park.fields.guides.plan.choose("s2")
    park.fields.guides.plan.chosen.emit("s2")
    assert park.things.isHidden()
