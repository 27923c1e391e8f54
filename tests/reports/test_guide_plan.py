"""The plan says when each part begins; tracks stand side by side."""

from dataclasses import replace

from dialogue_desk.domain.model.document import Bullets, Document, Table
from dialogue_desk.reports.guide_plan import guide_plan_document
from dialogue_desk.reports.guide_session import guide_session
from tests.reports.guide_samples import BARE, PARK, PLAN, WELCOME, WORDS, a_part, at_seven


def table_in(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_parts_have_their_times_minutes_and_who_leads() -> None:
    rows = table_in(guide_plan_document(at_seven(people=6), WORDS)).rows
    assert rows[0] == ("7:00 PM", "Welcome", "8", "First facilitator")
    assert rows[3] == ("7:23 PM", "Two views", "10", "")
    assert rows[-1][1] == "Conversation"


def test_without_a_start_it_counts_minutes_from_the_beginning() -> None:
    table = table_in(guide_plan_document(guide_session(PARK, "s1", people=6), WORDS))
    assert table.columns[0].head == "Minute"
    assert [row[0] for row in table.rows[:3]] == ["0", "8", "13"]


def test_what_to_bring_and_to_do_before_has_boxes() -> None:
    lists = [block for block in guide_plan_document(at_seven(), WORDS).blocks if isinstance(block, Bullets)]
    assert all(one.boxes for one in lists)
    assert [[item.text for item in one.items] for one in lists] == [
        ["Chairs in one circle"],
        ["Ask two neighbors."],
    ]


def test_what_two_parts_need_is_brought_once() -> None:
    twice = replace(PARK, sessions=(replace(PLAN, parts=(WELCOME, WELCOME)),))
    lists = [one for one in guide_plan_document(at_seven(twice), WORDS).blocks if isinstance(one, Bullets)]
    assert len(lists[0].items) == 1


def test_tracks_stand_side_by_side_and_what_begins_together_is_one_row() -> None:
    parts = (
        a_part("w", "Welcome", minutes=10),
        a_part("a1", "Streets", minutes=20, track="adults"),
        a_part("a2", "Listen", minutes=20, track="adults"),
        a_part("y", "A map", minutes=20, track="youth"),
        a_part("c", "Close", minutes=5),
    )
    table = table_in(
        guide_plan_document(at_seven(replace(PARK, sessions=(replace(PLAN, parts=parts),))), WORDS)
    )
    assert [column.head for column in table.columns] == ["Time", "Everyone", "Adults", "Youth"]
    assert table.rows == (
        ("7:00 PM", "Welcome\n10 min", "", ""),
        ("7:10 PM", "", "Streets\n20 min", "A map\n20 min"),
        ("7:30 PM", "", "Listen\n20 min", ""),
        ("7:50 PM", "Close\n5 min", "", ""),
    )


def test_a_bare_session_has_its_table_alone() -> None:
    assert [type(block) for block in guide_plan_document(at_seven(BARE), WORDS).blocks] == [Table]
