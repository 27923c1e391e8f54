"""What happens is told in a sentence, with the keys that hold."""

import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.practice.challenges import Challenge, Delay
from dialogue_desk.ui.practice.challenge_card import ChallengeCard, delay_text, time_text
from dialogue_desk.words import LANGUAGES, Words
from tests.ui.seen import words_on


@pytest.fixture
def card(context, qtbot):
    card = ChallengeCard(context)
    qtbot.addWidget(card)
    return card


def test_it_is_heard_at_once(card, context):
    said = []
    context.announcer.announced.connect(said.append)
    card.show_moment("Someone walks out")
    assert said == ["Someone walks out What do you say? Find words, and say them out loud."]


def test_its_buttons_name_their_keys_as_they_are_set(card, context, kept_settings, qtbot):
    card.show_moment("Someone walks out")
    assert "Find words (H)" in words_on(card)
    card.show_delay(Challenge(0, "", Delay.LONG_STORY, 8 * MINUTE))
    assert "Adjust the plan (L)" in words_on(card)
    kept_settings.choose(single_keys=False)
    other = ChallengeCard(context)
    qtbot.addWidget(other)
    other.show_moment("Someone walks out")
    assert "Find words" in words_on(other)


def test_each_button_does_what_it_says(card, qtbot):
    card.show_moment("Someone walks out")
    with qtbot.waitSignal(card.words_wanted):
        card.help.click()
    card.show_delay(Challenge(0, "", Delay.LATE_ARRIVALS, 8 * MINUTE))
    with qtbot.waitSignal(card.plan_wanted):
        card.help.click()
    with qtbot.waitSignal(card.done):
        card.on.click()


def test_once_words_are_found_there_is_only_one_way_on(card):
    card.show_moment("Someone walks out")
    card.show_found(100_000)
    assert words_on(card) == [
        "Someone walks out",
        "You have words after 2 minutes. Say them out loud, and go back to the session.",
        "Go on",
    ]
    card.show_moment("Tears")
    assert not card.help.isHidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_delay_has_a_sentence_of_its_own(language):
    said = {delay_text(Challenge(0, "", delay, 8 * MINUTE), Words(language)) for delay in Delay}
    assert len(said) == len(Delay)
    assert all("8" in one for one in said)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (0, "1 second"),
        (1_400, "1 second"),
        (14_000, "14 seconds"),
        (89_000, "89 seconds"),
        (130_000, "2 minutes"),
    ],
)
def test_a_short_time_is_told_as_people_say_it(time, said):
    assert time_text(time, Words()) == said
