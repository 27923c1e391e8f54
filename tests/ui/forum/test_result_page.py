"""The result: ties share a place, what does not count is said, and the room sees it in parts."""

import pytest

from dialogue_desk.desk.program.forum_edits import close_vote, type_ballots
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.ui.room.room_content import RoomMode
from dialogue_desk.words import Words

WORDS = Words()


@pytest.fixture
def counted(voting, forum, desk, program, settled):
    ballots = [
        BallotEntry(1, 1, ((1, 3), (2, 2))),
        BallotEntry(1, 2, ((2, 1), (3, 1))),
        BallotEntry(1, 3, ((4, 9),), spoiled=True),
        BallotEntry(1, 4, ((1, 1),)),
        BallotEntry(2, 4, ((4, 1),)),
    ]
    type_ballots(desk, program, ballots, WORDS)
    close_vote(desk, program, WORDS)
    settled()
    return forum.result


def test_options_with_as_many_dots_share_a_place_and_say_so(counted):
    rows = counted.bars.rows()
    assert [row.title.split(".")[0] for row in rows] == ["1", "1", "3", "4"]
    assert all("the same place" in row.detail for row in rows[:2])
    assert "the same place" not in rows[2].detail
    assert (rows[0].part, rows[0].whole) == (3, 3)
    assert [row.detail.split(" · ")[0] for row in rows] == [f"Option {row.id}" for row in rows]


def test_what_is_spoiled_and_left_out_is_said(counted):
    said = counted._said.text()
    assert (
        "1 ballot is spoiled" in said and "1 ballot is left out" in said and "2 ballots are counted" in said
    )


def test_the_room_sees_places_words_and_dots_in_both_languages_or_one(counted):
    content = counted.room.content
    assert content.mode is RoomMode.CHART and [bar.dots for bar in content.chart.bars] == [3, 3, 1, 0]
    assert [bar.place for bar in content.chart.bars] == ["1", "1", "3", "4"]
    said = [bar.texts for bar in content.chart.bars]
    assert all(texts[0].endswith(" (tie)") for texts in said[:2])
    assert not any("(" in text for text in (*said[2], *said[3]))
    assert len(content.chart.titles) == 2
    numbers = [one.number for one in counted._acts.result.options]
    for bar, number in zip(content.chart.bars, numbers, strict=True):
        assert bar.texts[0].startswith(f"Option {number} · ")
        assert not bar.texts[1:] or bar.texts[1].startswith(f"Opción {number} · ")
    counted.languages.chips()[1].click()
    assert len(counted.room.content.chart.titles) == 1


def test_the_room_display_opens_and_closes_and_leaves_with_the_tab(counted, filled):
    counted.show_room.click()
    assert counted.room.is_open() and counted.show_room.text() == "Close the room display"
    counted.show_room.click()
    assert not counted.room.is_open()
    counted.show_room.click()
    filled.open_section(filled.sections.overview)
    assert not counted.room.is_open()
