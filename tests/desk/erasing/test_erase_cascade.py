"""What goes with what is erased: on this laptop, on others, and in later imports."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.erasing.erase import (
    erase,
    erase_from_copies,
    erasure_notice,
)
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.organizing import Card, Star, program_fact_id
from dialogue_desk.domain.model.voices import PooledCounts, SlipKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.erasing.laptop import SECRET, laptop, other, said
from tests.desk.evening import begun, note, notes
from tests.desk.partners import opened_as_partner

__all__ = ["laptop", "other"]


def test_what_another_laptop_erased_is_gone_here_with_history_and_copies(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    quote = laptop.desk.add(session_id, said())
    other.take(laptop.package(session_id, tmp_path))
    other.desk.rewrite(quote, said(f"{SECRET}, as we heard it"))
    other.copy()
    laptop.desk.erase([quote])
    taken = other.take(laptop.package(session_id, tmp_path))
    assert quote in taken.outcome.erased
    erase_from_copies(other.desk)
    assert other.holds() == [] and other.desk.get(quote).erased
    while other.desk.undo() is not None:
        pass
    assert other.holds() == []


def test_a_conflict_loses_both_versions(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    quote = laptop.desk.add(session_id, said("something"))
    other.take(laptop.package(session_id, tmp_path))
    other.desk.rewrite(quote, said(f"{SECRET} there"))
    laptop.desk.rewrite(quote, said(f"{SECRET} here"))
    opened_as_partner(laptop.desk, other.package(session_id, tmp_path))
    assert laptop.desk.get(quote).in_conflict
    laptop.copy()
    laptop.desk.erase([quote])
    erase_from_copies(laptop.desk)
    assert laptop.holds() == []


def test_what_is_written_elsewhere_under_an_erased_session_goes_too(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    laptop.desk.add(session_id, note("known to both"))
    other.take(laptop.package(session_id, tmp_path))
    other.desk.add(session_id, said())
    handed_on = other.package(session_id, tmp_path)
    outcome = erase(laptop.desk, session_id)
    # It comes in later from a laptop that has not heard of it.
    laptop.take(handed_on)
    erase_from_copies(laptop.desk)
    assert laptop.holds() == [] and notes(laptop.desk, session_id) == []
    # And that laptop hears of it from a package that holds no words.
    word = erasure_notice(laptop.desk, sorted(outcome.erased))
    (tmp_path / word.name).write_bytes(word.data)
    other.take(tmp_path / word.name)
    erase_from_copies(other.desk)
    assert other.holds() == [] and other.desk.get(session_id).erased
    ours, theirs = (
        {one.id for one in desk.file.records.everything() if one.erased} for desk in (laptop.desk, other.desk)
    )
    assert ours == theirs


def test_what_came_in_a_package_that_was_taken_back_goes_with_its_session(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    other.take(laptop.package(session_id, tmp_path))
    other.desk.add(session_id, said())
    laptop.take(other.package(session_id, tmp_path))
    laptop.desk.undo()
    assert notes(laptop.desk, session_id) == [] and laptop.holds()
    erase(laptop.desk, session_id)
    erase_from_copies(laptop.desk)
    assert laptop.holds() == []
    laptop.desk.redo()
    assert laptop.holds() == []


def test_an_import_that_brings_words_and_their_erasure_leaves_none(laptop, other, tmp_path):
    session_id = begun(laptop.desk)
    quote = laptop.desk.add(session_id, said())
    before = laptop.package(session_id, tmp_path)
    laptop.desk.erase([quote])
    after = laptop.package(session_id, tmp_path)
    other.take(before, after)
    assert other.holds() == []
    other.take(before)
    assert other.holds() == []


@pytest.mark.parametrize("first", ["one", "two"])
def test_notes_that_were_joined_into_it_go_with_a_quote(laptop, first):
    desk = laptop.desk
    session_id = begun(desk)
    one = desk.add(session_id, said(SECRET if first == "one" else "so to say"))
    two = desk.add(session_id, said(SECRET if first == "two" else "so to say"))
    joined = said(f"{desk.get(one).body.text} {desk.get(two).body.text}")
    writes = (Write.again(desk.get(one), joined), Write.again(desk.get(two), None))
    desk.perform(Edit(Act.WRITE, writes))
    desk.erase([one])
    erase_from_copies(desk)
    assert laptop.holds() == []
    while desk.undo() is not None:
        pass
    assert laptop.holds() == []


def test_what_organizers_said_of_an_erased_line_goes_with_it(laptop):
    session_id = begun(laptop.desk)
    quote, other_note = laptop.desk.add(session_id, said()), laptop.desk.add(session_id, note("about buses"))
    program = laptop.desk.new_id()
    desk = laptop.desk
    card, star = Card(quote, "Council", what=f"{SECRET}, for the council"), Star(other_note)
    answer, progress = Answer(quote, Reply.NO, f"not {SECRET}"), Progress(quote, Status.DONE, SECRET)
    said_of = (card, star, answer, progress)
    facts = [Write.of(program_fact_id(program, fact), program, fact) for fact in said_of]
    desk.perform(Edit(Act.SORT, (Write.of(program, NO_OWNER, Program("Bridges")), *facts)))
    laptop.copy()
    desk.erase([quote])
    erase_from_copies(desk)
    assert laptop.holds() == []
    assert all(desk.get(program_fact_id(program, fact)).erased for fact in (card, answer, progress))
    assert desk.get(program_fact_id(program, star)).body == star


def test_open_lines_go_with_a_circle_of_their_pile_and_sums_alone_stay(laptop):
    desk = laptop.desk
    session_id = begun(desk)
    circle = desk.get(session_id).owner
    program, other_circle = desk.new_id(), desk.new_id()
    counts = (("heard", "4", 12),)
    with_lines = PooledCounts(SlipKind.AFTER, (circle, other_circle), 20, counts, (f"{SECRET}!",))
    of_others = PooledCounts(SlipKind.AFTER, (desk.new_id(), desk.new_id()), 20, counts, ("More light.",))
    sums = PooledCounts(SlipKind.TALLY, (circle, other_circle), 20, counts)
    piles = {desk.new_id(): pile for pile in (with_lines, of_others, sums)}
    writes = [Write.of(program, NO_OWNER, Program("Bridges"))]
    desk.perform(Edit(Act.SORT, (*writes, *(Write.of(one, program, pile) for one, pile in piles.items()))))
    laptop.copy()
    desk.erase([circle])
    erase_from_copies(desk)
    assert laptop.holds() == []
    assert [desk.get(one).erased for one in piles] == [True, False, False]
