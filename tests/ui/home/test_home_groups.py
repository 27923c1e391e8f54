from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.home.home_groups import HomeCards, HomeGroups, Welcome
from dialogue_desk.ui.widgets.button import Button, Weight
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import held, prepared


@pytest.fixture
def cards(buttons, desk):
    return HomeCards(buttons, desk.clock.now())


def test_the_head_tells_the_day_and_begins_a_session_only_where_no_card_does(cards, shown):
    assert words_on(shown(cards.head(-240, begin=False))) == [
        "Thursday, March 12",
        "Search",
        "Open a file or folder",
    ]
    assert "Start a conversation now" in words_on(shown(cards.head(-240, begin=True)))
    begin = button_saying(shown(cards.nothing_next()), "Start a conversation now")
    assert begin.weight is Weight.PRIMARY


def test_only_one_card_has_the_loudest_button(cards, desk, shelf, folders, shown):
    prepared(desk, shelf)
    (entry,) = folders.entries()
    for primary, weight in ((True, Weight.PRIMARY), (False, Weight.NORMAL)):
        assert button_saying(shown(cards.up_next(entry, primary=primary)), "Run").weight is weight
    page = shown(cards.interrupted(entry, "You were in part 2."))
    assert "You were in part 2." in words_on(page)
    assert button_saying(page, "Resume").weight is Weight.PRIMARY


def test_what_is_past_its_date_is_named_and_erased_only_on_request(cards, shown, pressed):
    until = date(2026, 3, 12)
    circle = RetentionDue(RecordId("c7"), "C07", until)
    page = shown(cards.retention_due(circle))
    words = words_on(page)
    assert "Circle C07" in words and "These notes were to be kept until March 12, 2026." in words
    assert "Nothing is erased unless you erase it." in words
    button_saying(page, "Remind me in a week").click()
    button_saying(page, "Erase now …").click()
    assert pressed == ["later:c7", "erase:c7"]
    program = RetentionDue(RecordId("p"), "Bridges", until, program=True)
    assert "Bridges" in words_on(shown(cards.retention_due(program)))


@pytest.fixture
def groups(buttons, desk):
    return HomeGroups(buttons, desk.clock.now())


def test_a_group_without_rows_has_no_heading(groups):
    assert groups.upcoming([]) == groups.open([]) == groups.programs([], []) == []
    assert groups.past([], {}, every=False) == []


def test_the_same_buttons_of_two_rows_do_not_sound_alike(groups, desk, shelf, folders, shown):
    prepared(desk, shelf, code="C01")
    prepared(desk, shelf, code="C02")
    page = shown(*groups.upcoming(folders.entries()))
    names = [button.accessibleName() for button in page.findChildren(QAbstractButton)]
    assert len(set(names)) == len(names) == 4
    assert "Run. Session 2: What is going on here?. Circle C02 · Eastside Library · 11 people" in names


def test_six_past_sessions_are_shown_until_all_are_asked_for(groups, desk, shelf, folders, shown):
    for number in range(7):
        held(desk, shelf, folders, code=f"C{number:02}")
    entries = folders.entries()
    few = words_on(shown(*groups.past(entries, {entries[0].id: "5 wrap-up steps left"}, every=False)))
    assert few.count("Review") == 6 and "Show all 7 sessions" in few and "5 wrap-up steps left" in few
    every = words_on(shown(*groups.past(entries, {}, every=True)))
    assert every.count("Review") == 7 and "Show all 7 sessions" not in every
    assert "Show all 6 sessions" not in words_on(shown(*groups.past(entries[:6], {}, every=False)))


def test_circles_without_a_program_have_no_menu(groups, desk, folders, shown):
    program = desk.add(NO_OWNER, Program("Bridges", sample=True))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    page = shown(*groups.programs(folders.programs(), folders.entries()))
    words = words_on(page)
    menus = [button.objectName() for button in page.findChildren(QAbstractButton)]
    assert menus == [f"program:{program}", f"more:{program}", "program:"]
    assert words[:4] == ["Programs", "Bridges", "Sample", "1 circle · 0 sessions"]
    assert "Circles without a program" in words


def test_every_way_to_begin_has_its_button(buttons, pressed, shown):
    page = shown(Welcome(buttons))
    for button in page.findChildren(Button):
        button.click()
    assert set(pressed) == {"begin:", "open:", "sample:", "guides:", "paper:"}
    loud = [button.text() for button in page.findChildren(Button) if button.weight is Weight.PRIMARY]
    assert loud == ["Start a conversation now"]


def test_a_reader_hears_what_each_way_is_for(buttons, shown):
    page = shown(Welcome(buttons))
    assert words_on(page)[0] == "Welcome!"
    sample = button_saying(page, "Open the sample community")
    assert sample.accessibleDescription().startswith("Five made-up circles")
