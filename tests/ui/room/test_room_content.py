from dataclasses import replace

import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.ui.room.room_content import RoomContent, RoomMode, with_direction_mark
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
    question = SHEETS["short"]
    assert replace(question, time=LEFT).visible_part == question.visible_part
    assert replace(question, dark=False).visible_part != question.visible_part
    time = SHEETS["time"]
    assert replace(time, texts=(SHORT_ES,)).visible_part == time.visible_part
    assert replace(time, figures=True).visible_part != time.visible_part


def test_a_black_display_looks_the_same_whatever_it_would_show():
    assert len({replace(content, blank=True).visible_part for content in SHEETS.values()}) == 1
