"""The cards of a part, read under its words and shown to the room."""

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.domain.model.guide_extras import BlockKind, Card, CardKind, TextBlock
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_content import RoomMode
from dialogue_desk.ui.run.part_cards import PartCards, card_text
from tests.ui.park_evening import begun_in_the_park, park_shelf
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def shelf(tmp_path):
    return park_shelf(tmp_path)


@pytest.fixture
def page(run_page, desk, shelf):
    page = run_page(begun_in_the_park(desk, shelf))
    page.card.clock_button.click()
    page._controller.go_to("ways")
    return page


def unfolded(page):
    cards = page.card.words._cards
    cards.unfold(True)
    return words_on(cards)


def test_cards_are_folded_under_the_words_with_all_that_stands_on_them(page):
    assert words_on(page.card.words._cards) == ["2 cards"]
    assert unfolded(page)[:9] == [
        "2 cards",
        "Option",
        "Leave it as it is: 10 min",
        "Say: “The first way leaves the park as it is.”",
        "The city mows twice a month.",
        "For: it costs nothing new",
        "Against: the lights stay broken",
        "Trade-off: quiet now, or a park that more people use",
        "Show in the room",
    ]
    assert "•  They plant." in unfolded(page)
    assert "Look up: how many teams there are" in unfolded(page)


def test_the_options_of_a_part_share_its_minutes_also_when_it_is_longer(page):
    page.card.minute_buttons[5].click()
    page.card.minute_buttons[1].click()
    assert "Neighbors look after it: 13 min" in unfolded(page)


def test_a_card_is_shown_to_the_room_until_the_next_part(page):
    unfolded(page)
    button_saying(page.card.words._cards, "Show in the room").click()
    bar = page.room_bar
    assert bar.sources.chosen is RoomMode.CARD
    (shown,) = bar.sources.content().texts
    assert shown.endswith("Leave it as it is\nThe city mows twice a month.")
    page._controller.go_to("circle")
    assert bar.sources.chosen is RoomMode.QUESTION and RoomMode.CARD not in bar.sources.offered


def test_a_page_to_take_home_is_not_shown_to_the_room(context, qtbot):
    numbers = (TextBlock(BlockKind.NUMBERS, ("Call", "Ask")),)
    handout = Card(CardKind.HANDOUT, "Whom to call", text=numbers)
    part = Part("facts", PartKind.FACTS, "Facts", 10, 5, Cut.LAST, cards=(handout,))
    cards = PartCards(context, part)
    qtbot.addWidget(cards)
    cards.unfold(True)
    cards.show_given(10 * MINUTE)
    assert words_on(cards) == ["1 card", "Page to take home", "Whom to call", "1.  Call", "2.  Ask"]
    assert card_text(part, 1) == "Whom to call\n1.  Call\n2.  Ask" and card_text(part, 2) == ""


def test_who_leads_stands_beside_the_title(page):
    assert page.card._number.text() == "Part 6 of 8 · Views read aloud · Note-taker leads"


def test_a_question_that_may_be_left_out_says_so_to_the_facilitator_alone(page):
    page._controller.go_to("pairs")
    assert page.card.words.questions[2].text() == "Who else should be asked? (may be left out)"
    assert "left out" not in "".join(text for _, text in page.room_bar.sources.question)


def test_what_the_note_taker_is_told_stands_above_the_box_while_the_part_runs(page):
    page._controller.go_to("memories")
    assert "Write places, never who was there." in words_on(page.notes)
    page._controller.go_to("pairs")
    assert "Write places, never who was there." not in words_on(page.notes)
