"""What this desk holds is read from its records, its copies and what waits."""

from __future__ import annotations

from dialogue_desk.desk.erasing.desk_holding import desk_holding
from dialogue_desk.desk.erasing.erase import erase
from dialogue_desk.desk.erasing.holds import put_on_hold
from dialogue_desk.desk.program.pile_drafts import PileDraft, keep_draft
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.forum import BallotEntry
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.organizing import program_fact_id
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.overview.holdings import HeldCounts
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.erasing.laptop import laptop, said  # noqa: F401
from tests.desk.evening import begun, note


def test_circles_copies_holds_and_the_log_are_told_together(laptop):  # noqa: F811
    desk = laptop.desk
    session = begun(desk)
    desk.add(session, said())
    desk.add(session, note("only one of us", sensitive=True))
    desk.add(session, note("between us", NoteKind.DEBRIEF))
    gone = desk.add(session, note("a lamp"))
    laptop.copy()
    laptop.unplug()
    erase(desk, gone)
    circle = desk.get(session).owner
    put_on_hold(desk, circle)
    holding = desk_holding(desk)
    (one,) = holding.circles
    assert one.counts == HeldCounts(sessions=1, notes=2, quotes=1, sensitive=1, debriefs=1)
    assert one.code == "C07" and one.since == desk.clock.now()
    assert [hold.id for hold in holding.holds_on(one)] == [circle]
    assert (holding.copies, holding.away, holding.set_aside, holding.waiting) == (1, 1, 0, 0)
    assert [line.id for line in holding.log] == [gone]


def test_a_desk_file_that_was_set_aside_is_counted(laptop):  # noqa: F811
    begun(laptop.desk)
    laptop.repair()
    assert desk_holding(laptop.desk).set_aside == 1


def test_piles_of_slips_ballots_and_what_was_begun_are_counted(laptop):  # noqa: F811
    desk = laptop.desk
    program = desk.add(NO_OWNER, Program("Bridges"))
    circle = desk.add(NO_OWNER, Circle("C07", program=program))
    desk.add(program, PooledCounts(SlipKind.TALLY, (circle,), 12))
    gone = desk.add(program, PooledCounts(SlipKind.AFTER, (circle,), 12))
    desk.remove(gone)
    ballot = BallotEntry(1, 1)
    desk.put(program_fact_id(program, ballot), program, ballot)
    keep_draft(desk, program, PileDraft(SlipKind.AFTER, (circle,), "12"))
    holding = desk_holding(desk)
    assert (holding.piles, holding.begun, holding.ballots) == (1, 1, 1)
    erase(desk, program)
    holding = desk_holding(desk)
    assert (holding.piles, holding.begun, holding.ballots) == (0, 0, 0)
