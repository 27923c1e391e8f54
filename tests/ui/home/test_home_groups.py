from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.home.home_groups import HomeCards, Upcoming, Welcome
from dialogue_desk.ui.widgets.button import Button, Weight
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import prepared


@pytest.fixture
def cards(buttons, desk):
    return HomeCards(buttons, desk.clock.now())


def test_the_head_tells_the_day_and_begins_a_session_only_where_no_card_does(cards, shown):
    assert words_on(shown(cards.head(-240, begin=False))) == ["Today, Thursday, March 12"]
    assert "Start a conversation now" in words_on(shown(cards.head(-240, begin=True)))
    begin = button_saying(shown(cards.nothing_next()), "Start a conversation now")
    assert begin.weight is Weight.PRIMARY


def test_a_session_that_was_left_says_where_and_is_resumed(cards, desk, shelf, folders, shown):
    prepared(desk, shelf)
    (entry,) = folders.entries()
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


def test_the_same_buttons_of_two_rows_do_not_sound_alike(buttons, desk, shelf, folders, shown):
    prepared(desk, shelf, code="C01")
    prepared(desk, shelf, code="C02")
    page = shown(Upcoming(buttons, desk.clock.now(), folders.entries()))
    names = [button.accessibleName() for button in page.findChildren(QAbstractButton)]
    assert len(set(names)) == len(names) == 4
    assert "Run. Session 2: What is going on here?. Circle C02 · Eastside Library · 11 people" in names


def test_every_way_to_begin_has_its_button(buttons, pressed, shown):
    page = shown(Welcome(buttons))
    for button in page.findChildren(Button):
        button.click()
    assert set(pressed) == {"begin:", "open:", "sample:", "guides:", "paper:", "give:"}
    loud = [button.text() for button in page.findChildren(Button) if button.weight is Weight.PRIMARY]
    assert loud == ["Start a conversation now"]


def test_a_reader_hears_what_each_way_is_for(buttons, shown):
    page = shown(Welcome(buttons))
    assert words_on(page)[0] == "Welcome!"
    sample = button_saying(page, "Open the sample community")
    assert sample.accessibleDescription().startswith("Five made-up circles")
