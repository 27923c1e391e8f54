from dataclasses import replace

import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.go_round import Direction, RoundPlan
from dialogue_desk.ui.tools.go_round_setup import GoRoundSetup, seats_for


@pytest.fixture
def part(shelf):
    parts = shelf.library().guide("one-evening").translation("en").guide.sessions[0].parts
    return replace(parts[0], minutes=20, seconds_each=90, silence=30, pause=5)


@pytest.fixture
def setup(context, part, qtbot):
    setup = GoRoundSetup(context)
    qtbot.addWidget(setup)
    setup.show_part(part, 8)
    setup.show()
    return setup


@pytest.mark.parametrize(("people", "seats"), [(0, 2), (2, 2), (9, 9), (60, 60), (61, 60)])
def test_a_table_has_from_2_to_60_seats(people, seats):
    assert seats_for(people) == seats


def test_the_part_says_how_the_round_goes(setup):
    assert setup.plan() == RoundPlan(8, 90, 30, 5, 1, Direction.CLOCKWISE)


def test_a_part_without_seconds_gets_what_fits_and_a_minute_at_most(setup, part):
    setup.show_part(replace(part, seconds_each=None, minutes=60), 8)
    assert setup.plan().seconds_each == 60
    setup.show_part(replace(part, seconds_each=None, minutes=5, floor=1), 8)
    assert 0 < setup.plan().seconds_each < 60


def test_a_short_round_is_one_sentence_each_without_pauses(setup):
    setup.show_short()
    assert setup.plan() == RoundPlan(8, 20, 0, 0, 1, Direction.CLOCKWISE)


def test_a_talking_piece_has_no_seconds(setup):
    setup.clock.choose("piece")
    assert setup.plan().seconds_each is None


def test_a_round_that_is_too_long_offers_the_seconds_that_fit(setup):
    setup.show_left(20 * MINUTE)
    assert setup.take_button.isHidden() and setup.fits.text() == "It takes 14 min."
    setup.show_left(8 * MINUTE)
    assert setup.fits.text() == "It takes 14 min, and the part has 8 min left."
    setup.take_button.click()
    assert setup.plan().seconds_each == 50
    assert setup.take_button.isHidden()


def test_a_round_begins_at_a_seat_that_is_there(setup):
    setup.first.box.setValue(8)
    setup.people.box.setValue(5)
    assert setup.plan().first == 5
