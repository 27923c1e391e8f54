"""What a screen reader says by itself while a session runs, second by second."""

import pytest

from dialogue_desk.domain.model.ids import SECOND
from tests.ui.hearing import Event
from tests.ui.run.steps import go_on

CHANGES = {Event.NameChanged, Event.DescriptionChanged, Event.ValueChanged}


@pytest.fixture
def shown(running, context, heard, qapp):
    """A page that runs in a window that is shown, with nothing heard of it yet."""
    context.toast.window().show()
    qapp.processEvents()
    heard()
    return running


def let_run(page, clock, seconds):
    for _ in range(seconds):
        clock.advance(SECOND)
        page._controller.tick()


def test_in_ten_minutes_the_milestones_are_said_and_nothing_else(shown, clock, heard):
    let_run(shown, clock, 8 * 60)
    assert heard() == []
    let_run(shown, clock, 5 * 60)
    assert heard() == [
        "2 minutes left",
        "1 minute left",
        "Time is up for this part. Go on when the circle is ready.",
    ]
    let_run(shown, clock, 5 * 60)
    assert heard() == []


def test_what_is_not_seen_tells_nothing(shown, clock, heard):
    let_run(shown, clock, 13 * 60)
    assert {(one.kind.name, one.words) for one in heard.all if one.kind in CHANGES and not one.seen} == set()


def test_a_tool_that_was_put_away_tells_nothing(shown, clock, heard):
    shown.tools.pause_and_cool_down()
    let_run(shown, clock, 5)
    shown.center.page.put_away()
    heard()
    let_run(shown, clock, 30)
    assert {(one.kind.name, one.words) for one in heard.all if one.kind in CHANGES and not one.seen} == set()


def test_a_new_part_is_said_with_its_minutes_and_its_kind_of_note(shown, clock, heard):
    kinds = shown.notes.note_input.choices.kinds
    go_on(shown, clock, 8)
    said = heard()
    assert said[0].startswith("Part 2: ")
    assert [one for one in said if one.startswith("Kind of note")] in (
        [],
        [f"Kind of note: {kinds.chips._group.checkedButton().choice.text}"],
    )


def test_minutes_that_are_added_or_taken_are_said(shown, heard):
    shown.card.minute_buttons[1].click()
    assert heard() == ["13 minutes for this part"]
    shown.card.minute_buttons[-1].click()
    assert heard() == ["12 minutes for this part"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("We want lights on the corner", "Saved as: Experience"),
        ("! ask the city for lights", "Saved as: Action idea"),
    ],
)
def test_a_note_is_said_to_be_saved_and_as_what(shown, heard, line, said):
    box = shown.notes.note_input.box
    box.setPlainText(line)
    heard()
    shown.notes._enter()
    assert said in heard()


def test_the_room_display_is_told_opened_changed_black_and_closed(shown, heard):
    bar = shown.room_bar
    bar.toggle_open()
    assert heard() == ["The room display shows: Question"]
    bar.show_in_room("time")
    assert heard() == ["The room display shows: Time"]
    bar.toggle_blank()
    assert heard() == ["The room display is black."]
    bar.toggle_blank()
    assert heard() == ["The room display shows: Time"]
    bar.toggle_open()
    assert heard() == ["The room display is closed."]
