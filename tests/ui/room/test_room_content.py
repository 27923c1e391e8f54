from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide import Cut, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_content import (
    ALL_LANGUAGES,
    RoomContent,
    RoomMode,
    RoomSources,
    question_text,
    with_direction_mark,
)
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from tests.ui.room.sheets import ARABIC, LEFT, RULES, SHEETS, SHORT, SHORT_ES


def test_readers_hear_the_words_without_their_direction_marks():
    texts = (with_direction_mark("en", SHORT), with_direction_mark("ar", ARABIC))
    assert RoomContent(texts=texts).accessible_text == f"{SHORT}\n{ARABIC}"
    assert SHEETS["rules"].accessible_text == "\n".join(RULES)


def test_readers_hear_the_time_where_there_is_one():
    assert SHEETS["time"].accessible_text == "15:00"
    assert RoomContent(RoomMode.TIME).accessible_text == ""


@pytest.mark.parametrize("content", [SHEETS["silence"], SHEETS["blank"], replace(SHEETS["time"], blank=True)])
def test_a_silence_and_a_black_display_have_nothing_to_read(content):
    assert content.accessible_text == ""


@pytest.mark.parametrize(("left", "share"), [(24, 1.0), (12, 0.5), (0, 0.0), (-3, 0.0), (30, 1.0)])
def test_the_share_of_the_time_stays_between_none_and_all(left, share):
    assert RoomContent(time=TimeLeft(left * MINUTE, 24 * MINUTE)).share_left == share


def test_without_a_time_no_share_is_left():
    assert RoomContent().share_left == 0


def test_little_time_and_none_are_late():
    late = {pace for pace in Pace if RoomContent(time=replace(LEFT, pace=pace)).late}
    assert late == {Pace.WARNING, Pace.OVER}


def test_the_eye_sees_only_what_is_shown():
    rules, question = SHEETS["rules"], SHEETS["short"]
    assert replace(rules, time=LEFT).visible_part == rules.visible_part
    assert replace(question, time=LEFT).visible_part != question.visible_part
    assert replace(question, dark=False).visible_part != question.visible_part
    time = SHEETS["time"]
    assert replace(time, texts=(SHORT_ES,)).visible_part == time.visible_part
    assert replace(time, time=replace(LEFT, pace=Pace.WARNING)).visible_part != time.visible_part


def test_a_black_display_looks_the_same_whatever_it_would_show():
    assert len({replace(content, blank=True).visible_part for content in SHEETS.values()}) == 1


ALL = RoomSources(
    question=(("en", SHORT), ("ar", ARABIC)),
    rules=RULES,
    groups=("1 · 2", "3 · 4"),
    card=(("en", SHORT),),
    lines=("A bench.",),
    time=LEFT,
    message="Back by 8:10",
)


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (RoomMode.RULES, RoomContent(RoomMode.RULES, RULES)),
        (RoomMode.GROUPS, RoomContent(RoomMode.GROUPS, ("1 · 2", "3 · 4"))),
        (RoomMode.CARD, RoomContent(RoomMode.CARD, (with_direction_mark("en", SHORT),))),
        (RoomMode.LINES, RoomContent(RoomMode.LINES, ("A bench.",))),
        (RoomMode.TIME, RoomContent(RoomMode.TIME, time=LEFT)),
        (RoomMode.SILENCE, RoomContent(RoomMode.SILENCE)),
        (RoomMode.MESSAGE, RoomContent(RoomMode.MESSAGE, ("Back by 8:10",))),
    ],
)
def test_only_what_is_chosen_is_shown(chosen, shown):
    assert replace(ALL, chosen=chosen).content() == shown


def test_a_question_is_shown_in_every_language_or_in_one():
    english, arabic = with_direction_mark("en", SHORT), with_direction_mark("ar", ARABIC)
    assert replace(ALL, language=ALL_LANGUAGES).content().texts == (english, arabic)
    assert replace(ALL, language="ar").content().texts == (arabic,)


def test_the_ground_goes_with_every_choice():
    for chosen in RoomMode:
        assert not replace(ALL, chosen=chosen, dark=False).content().dark


def test_groups_cards_and_notes_are_offered_while_there_are_some():
    assert RoomSources().offered == tuple(RoomMode)[:5]
    assert replace(RoomSources(), lines=()).offered == (*tuple(RoomMode)[:5], RoomMode.LINES)
    assert ALL.offered == tuple(mode for mode in RoomMode if mode is not RoomMode.CHART)


@pytest.mark.parametrize("chosen", [RoomMode.GROUPS, RoomMode.CARD, RoomMode.LINES])
def test_what_is_gone_gives_way_to_the_question(chosen):
    assert replace(ALL, chosen=chosen).settled().chosen is chosen
    assert replace(ALL, chosen=chosen, groups=(), card=(), lines=None).settled().chosen is RoomMode.QUESTION


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
