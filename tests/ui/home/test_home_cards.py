from datetime import date

import pytest

from dialogue_desk.desk.erasing.retention import RetentionDue
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.home.home_cards import HomeCards
from dialogue_desk.ui.widgets.button import Weight
from tests.ui.evenings import prepared
from tests.ui.seen import button_saying, words_on


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
