"""What is said of what a desk holds, in sentences for people."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.hold import ErasureRule, Hold, LoggedErasure, NothingToHold, OpenHold
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.holdings import CircleHolding, DeskHolding, HeldCounts, KeepRule
from dialogue_desk.words import Words
from dialogue_desk.words.holding_words import (
    cannot_hold_text,
    counts_text,
    desk_texts,
    erased_counts,
    erased_what,
    erased_why,
    hold_text,
    rule_text,
)

WORDS = Words()
AT = 1_773_356_400_000
MARKED = RecordId("0195-a1b2c3")


def test_counts_leave_out_what_there_is_none_of():
    assert counts_text(HeldCounts(sessions=2, notes=31, debriefs=1), WORDS) == (
        "2 sessions · 31 notes · 1 private debrief"
    )
    assert counts_text(HeldCounts(), WORDS) == "Nothing yet"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (KeepRule.NONE, "No day is set"),
        (KeepRule.CIRCLE, "Until June 30, 2027, the circle’s own day"),
        (KeepRule.PROGRAM, "Until June 30, 2027, the program’s day"),
    ],
)
def test_a_rule_says_whose_day_it_is(rule, said):
    until = "" if rule is KeepRule.NONE else "2027-06-30"
    circle = CircleHolding(RecordId("c"), "C1", None, "", HeldCounts(), None, rule, until)
    assert rule_text(circle, WORDS) == said


def test_a_hold_says_what_since_when_and_for_which_request():
    hold = OpenHold(RecordId("c"), "C1", Hold(AT, "2026-114"))
    assert hold_text(hold, -240, WORDS) == (
        "Circle C1 is on hold since March 12, 2026: public-records request 2026-114 is open."
    )
    program = OpenHold(RecordId("p"), "Bridges", Hold(AT), program=True)
    assert hold_text(program, -240, WORDS).startswith("Bridges is on hold since March 12, 2026: a public")


def test_each_reason_why_nothing_can_be_held_has_words_of_its_own():
    assert len({cannot_hold_text(why, WORDS) for why in NothingToHold}) == len(NothingToHold)


def test_what_is_beside_the_circles_is_told_when_there_is_any():
    bare = DeskHolding(AT, 0, (), (), (), ())
    assert len(desk_texts(bare, WORDS)) == 1
    full = DeskHolding(AT, 0, (), (), (), (), copies=3, away=1, set_aside=2, waiting=1)
    assert [text[:8] for text in desk_texts(full, WORDS)] == ["3 copies", "More cop", "2 older ", "1 change"]


def test_a_line_of_the_log_says_what_with_its_mark_how_much_and_why():
    line = LoggedErasure(AT, ErasureRule.RETENTION, Kind.CIRCLE, MARKED, 1, 2, 31, 4, "2026-01-01", True)
    assert erased_what(line, WORDS) == "Circle A1B2C3"
    assert erased_counts(line, WORDS) == "2 sessions · 31 notes · 4 action ideas"
    assert erased_why(line, WORDS) == "It was to be kept until January 1, 2026. It was on hold."


@pytest.mark.parametrize("kind", [Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION, Kind.NOTE, Kind.ACTION])
def test_each_kind_is_named_with_its_mark(kind):
    assert erased_what(LoggedErasure(AT, ErasureRule.ASKED, kind, MARKED), WORDS).endswith(" A1B2C3")


def test_a_single_note_is_not_counted_and_everything_has_no_mark():
    assert erased_counts(LoggedErasure(AT, ErasureRule.WITHDRAWN, Kind.NOTE, MARKED, notes=1), WORDS) == ""
    everything = LoggedErasure(AT, ErasureRule.EVERYTHING, circles=5, notes=9)
    assert erased_what(everything, WORDS) == "Everything"
    assert erased_counts(everything, WORDS) == "5 circles · 9 notes"


def test_each_rule_has_words_of_its_own_but_everything_is_erased_by_a_person():
    lines = (LoggedErasure(AT, rule, Kind.NOTE, MARKED, until="2026-01-01") for rule in ErasureRule)
    assert len({erased_why(line, WORDS) for line in lines}) == len(ErasureRule) - 1


def test_piles_and_ballots_are_told_where_there_are_some():
    nothing = desk_texts(DeskHolding(AT, 0, (), (), (), ()), WORDS)
    told = desk_texts(DeskHolding(AT, 0, (), (), (), (), piles=1, begun=2, ballots=400), WORDS)
    assert told == (
        "1 pile of slips from several circles is kept as sums.",
        "2 piles of slips are typed in part and not saved yet.",
        "400 entries of ballots from action forums are kept, without names.",
        *nothing,
    )
