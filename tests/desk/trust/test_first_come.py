"""Somebody is first with what others wrote, in their name or under their ids: it gains nothing by that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.imports import MOST_TRACES
from dialogue_desk.desk.trust.waiting_changes import waiting_changes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import DotVote, fact_id
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.domain.records.shape import MOST_EDITIONS, MOST_EDITS
from tests.desk.evening import SEVEN_PM, begun, note
from tests.desk.trust.strangers import handed, opened, said_by, texts


def of_kind(desk, *kinds):
    return [record for kind in kinds for record in desk.file.records.of_kind(kind)]


def poisoned(record, body):
    """A version in the name of its writer, with a count that it never gave."""
    return said_by(record, *((name, MOST_EDITS) for name, _ in record.shown.version.counts), body=body)


@pytest.mark.parametrize("body", [note("poison"), None], ids=["other words", "no words"])
def test_the_words_of_a_writer_come_in_although_somebody_was_first_in_its_name(laptops, hostile, body):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("true"))
    above = of_kind(one, Kind.CIRCLE, Kind.SESSION)
    opened(two, hostile.file(*above, poisoned(one.get(said), body)))
    result = opened(two, handed(one, session))
    assert texts(two.get(said)) == {"true"}
    assert [len(one.claims) for one in result.waiting] == [1], "the false ones wait"
    one.rewrite(said, note("true, and later"))
    opened(two, handed(one, session))
    assert texts(two.get(said)) == {"true, and later"}


def test_in_one_folder_the_writer_goes_before_who_writes_in_its_name(laptops, hostile):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("true"))
    false = hostile.file(*of_kind(one, Kind.CIRCLE, Kind.SESSION), poisoned(one.get(said), note("poison")))
    opened(two, false, handed(one, session))
    assert texts(two.get(said)) == {"true"}


def test_who_announced_a_session_first_may_not_erase_what_others_say_in_it(laptops, stranger):
    one, two, _ = laptops
    session = begun(one)
    (circle,) = of_kind(one, Kind.CIRCLE)
    said = one.add(session, note("said"))
    opened(two, stranger.file(circle, stranger.new(session, circle.id, one.get(session).body)))
    opened(two, handed(one, session))
    traces = [stranger.trace(record) for record in (one.get(session), one.get(said))]
    opened(two, stranger.file(circle, *traces))
    assert texts(two.get(said)) == {"said"} and not two.get(session).erased


def test_a_trace_in_a_session_of_its_own_takes_no_id_from_others(laptops, hostile):
    one, two, _ = laptops
    session = begun(one)
    (circle,) = of_kind(one, Kind.CIRCLE)
    said = one.add(session, note("said"))
    mine, theirs = hostile.new(RandomIds(9).new(SEVEN_PM), NO_OWNER, circle.body), one.get(session)
    moved = replace(theirs, owner=mine.id)
    opened(two, hostile.file(mine, hostile.trace(moved)))
    result = opened(two, handed(one, session))
    assert result.refused == () and texts(two.get(said)) == {"said"}
    opened(two, hostile.file(mine, hostile.trace(moved)))
    assert texts(two.get(said)) == {"said"} and waiting_changes(two) == ()


def test_what_says_how_a_session_went_is_added_only_by_who_holds_it(laptops, hostile):
    one, two, _ = laptops
    session = begun(one)
    opened(two, handed(one, session))
    above = of_kind(one, Kind.CIRCLE, Kind.SESSION)
    move = hostile.new(RandomIds(9).new(SEVEN_PM), session, Move(MoveKind.REOPEN, SEVEN_PM))
    fact = hostile.new(fact_id(session, "dot vote"), session, DotVote(3, 99))
    line = hostile.new(RandomIds(8).new(SEVEN_PM), session, note("added"))
    result = opened(two, hostile.file(*above, move, fact, line))
    assert two.get(move.id) is None and two.get(fact.id) is None and texts(two.get(line.id)) == {"added"}
    assert len(result.waiting[0].claims) == 2


def test_many_versions_of_one_record_let_the_honest_file_in(laptops, hostile):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("true"))
    editions = [
        said_by(one.get(said), (f"laptop-{number}", 1), body=note(f"{number}")).shown
        for number in range(MOST_EDITIONS)
    ]
    crowd = replace(one.get(said), editions=tuple(editions))
    opened(two, hostile.file(*of_kind(one, Kind.CIRCLE, Kind.SESSION), crowd))
    result = opened(two, handed(one, session))
    assert result.refused == () and "true" in texts(two.get(said))


def test_traces_of_what_nobody_has_are_kept_up_to_a_bound(desk_of_many_traces):
    desk, nobody = desk_of_many_traces
    assert len(desk.file.waiting.open()) == MOST_TRACES
    assert opened(desk, nobody.file(nobody.new(RandomIds(5).new(SEVEN_PM), NO_OWNER, Program("x")))).imported


@pytest.fixture
def desk_of_many_traces(laptops, nobody):
    desk, ids = laptops[0], RandomIds(6)
    session = desk.get(begun(desk))
    line = nobody.new(ids.new(SEVEN_PM), session.id, note("x"))
    traces = (nobody.trace(replace(line, id=ids.new(SEVEN_PM))) for _ in range(MOST_TRACES + 10))
    opened(desk, nobody.file(*of_kind(desk, Kind.CIRCLE, Kind.SESSION), *traces))
    return desk, nobody
