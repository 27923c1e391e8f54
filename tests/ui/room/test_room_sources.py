from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
from dialogue_desk.ui.room.room_sources import ALL_LANGUAGES, RoomChoice, RoomSources, question_text
from tests.ui.room.sheets import ARABIC, LEFT, RULES, SHORT

ALL = RoomSources(
    question=(("en", SHORT), ("ar", ARABIC)),
    rules=RULES,
    groups=("1 · 2", "3 · 4"),
    lines=("A bench.",),
    time=LEFT,
    message="Back by 8:10",
)


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (RoomChoice.RULES, RoomContent(RoomMode.RULES, RULES)),
        (RoomChoice.GROUPS, RoomContent(RoomMode.RULES, ("1 · 2", "3 · 4"))),
        (RoomChoice.NOTES, RoomContent(RoomMode.LINES, ("A bench.",))),
        (RoomChoice.TIME, RoomContent(RoomMode.TIME, time=LEFT)),
        (RoomChoice.SILENCE, RoomContent(RoomMode.SILENCE)),
        (RoomChoice.MESSAGE, RoomContent(RoomMode.MESSAGE, ("Back by 8:10",))),
    ],
)
def test_only_what_is_chosen_is_shown(chosen, shown):
    assert replace(ALL, chosen=chosen).content() == shown


def test_a_question_is_shown_in_every_language_or_in_one():
    english, arabic = with_direction_mark("en", SHORT), with_direction_mark("ar", ARABIC)
    assert replace(ALL, language=ALL_LANGUAGES).content().texts == (english, arabic)
    assert replace(ALL, language="ar").content().texts == (arabic,)


def test_the_ground_goes_with_every_choice():
    for chosen in RoomChoice:
        assert not replace(ALL, chosen=chosen, dark=False).content().dark


def test_groups_and_notes_are_offered_while_there_are_some():
    assert RoomSources().offered == tuple(RoomChoice)[:5]
    assert replace(RoomSources(), lines=()).offered == (*tuple(RoomChoice)[:5], RoomChoice.NOTES)
    assert ALL.offered == tuple(RoomChoice)


@pytest.mark.parametrize("chosen", [RoomChoice.GROUPS, RoomChoice.NOTES])
def test_what_is_gone_gives_way_to_the_question(chosen):
    assert replace(ALL, chosen=chosen).settled().chosen is chosen
    assert replace(ALL, chosen=chosen, groups=(), lines=None).settled().chosen is RoomChoice.QUESTION


PLAN = SessionPlan(
    "s1",
    "First",
    30,
    "",
    (
        Part("ask", PartKind.GO_ROUND, "Asking", 10, 5, Cut.FIRST, ask=("One?", "Two?", "Three?")),
        Part(
            "choose",
            PartKind.GO_ROUND,
            "Choosing",
            10,
            5,
            Cut.FIRST,
            ask=("One?", "Two?", "Three?"),
            choose=2,
        ),
        Part("break", PartKind.BREAK, "Break", 10, 5, Cut.FIRST),
    ),
)


@pytest.mark.parametrize(
    ("part", "prompt", "text"),
    [
        ("ask", 0, "One?\nTwo?\nThree?"),
        ("ask", 3, "Three?"),
        ("ask", 4, "One?\nTwo?\nThree?"),
        ("choose", 0, "One?\nTwo?"),
        ("break", 0, "Break"),
        ("gone", 0, ""),
    ],
)
def test_the_room_is_asked_the_questions_of_the_part(part, prompt, text):
    assert question_text(PLAN, part, prompt) == text
