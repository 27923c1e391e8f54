"""What is held of each circle is counted by kind, with the rule that says until when."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.hold import HeldLines
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.overview.holdings import HeldCounts, KeepRule, circle_holdings
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER, Record, Stamp

STAMP = Stamp(DeviceId("ana"), 1, 1_773_356_400_000, "")
PROGRAM, CIRCLE, SESSION = map(RecordId, ("p", "c", "s"))


def record(record_id: str, owner: RecordId, body) -> Record:
    edit = Edit(Act.WRITE, (Write.of(RecordId(record_id), owner, body),))
    (pair,) = edit.made_to({}, STAMP).pairs
    return pair.record


def lines(
    kind: Kind, sort: str = "", count: int = 1, *, sensitive: bool = False, session=SESSION
) -> HeldLines:
    return HeldLines(session, kind, sort, sensitive, count, RecordId("n"))


def held(*more: HeldLines, program: Program, circle: Circle):
    session = record(SESSION, CIRCLE, Session(1, "s1", (), 0, 60_000, 9))
    known = [record(PROGRAM, NO_OWNER, program), record(CIRCLE, NO_OWNER, circle), session]
    (one,) = circle_holdings(known, more)
    return one


def test_each_kind_is_counted_and_a_debrief_is_no_note():
    found = (
        lines(Kind.NOTE, "hope", 2),
        lines(Kind.NOTE, "quote", sensitive=True),
        lines(Kind.NOTE, "debrief", 3),
        lines(Kind.ACTION),
        lines(Kind.TALLY, count=4),
    )
    one = held(*found, program=Program("P"), circle=Circle("C"))
    assert one.counts == HeldCounts(
        sessions=1, notes=3, quotes=1, sensitive=1, debriefs=3, actions=1, tallies=4
    )


def test_lines_of_a_session_that_is_not_here_are_passed_over():
    one = held(lines(Kind.NOTE, "hope", session=RecordId("else")), program=Program("P"), circle=Circle("C"))
    assert one.counts == HeldCounts(sessions=1)


def test_the_day_of_the_circle_comes_before_that_of_its_program():
    day, other = "2027-06-30", "2027-01-01"
    of_program = Circle("C", program=PROGRAM)
    cases = (
        (Program("P"), of_program, KeepRule.NONE, ""),
        (Program("P", keep_until=day), of_program, KeepRule.PROGRAM, day),
        (Program("P", keep_until=day), replace(of_program, keep_until=other), KeepRule.CIRCLE, other),
        (Program("P", keep_until=day), Circle("C"), KeepRule.NONE, ""),
    )
    for program, circle, rule, until in cases:
        one = held(program=program, circle=circle)
        assert (one.rule, one.until) == (rule, until)


def test_circles_are_in_the_order_of_programs_and_codes():
    circles = [record(code, NO_OWNER, Circle(code)) for code in ("C10", "C2", "C1")]
    assert [one.code for one in circle_holdings(circles, ())] == ["C1", "C2", "C10"]
    assert all(one.kind is Kind.CIRCLE for one in circles)
