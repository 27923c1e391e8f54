"""The tables of trust: holders, laptops, what waits, and what can be brought back."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import Stamp, new_record
from dialogue_desk.domain.records.trust import NOBODY, Claim, Vouch, VouchKind
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.trust_tables import claim_digest, vouched
from tests.storage.earlier import of_schema

GOLDEN = Path(__file__).parents[1] / "golden" / "desk.sqlite"
ONE, OTHER, THIRD = map(DeviceId, ("one", "other", "third"))
A, B, SESSION = map(RecordId, "abs")


@pytest.fixture
def file(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield file
    file.close()


def claim(signer=ONE, record_id=A, text="words"):
    said = Note(NoteKind.CONCERN, text)
    return Claim(signer, new_record(record_id, SESSION, said, Stamp(signer or OTHER, 1, 0)), "a file")


def a_change(file):
    return file.history.begin(Act.IMPORT, 0).seq


def undone(file, seq):
    file._connection.execute("UPDATE change SET state = 'undone' WHERE seq = ?", (seq,))


def test_a_record_belongs_to_whom_it_was_given_last_or_to_nobody_else(file):
    with file.writing():
        file.holders.keep({A: {ONE, OTHER}, B: {NOBODY}})
        file.holders.keep({A: {THIRD, ONE}})
    assert file.holders.of([A, B, SESSION]) == {A: {ONE, THIRD}, B: {NOBODY}}
    with file.writing():
        file.holders.forget([A])
    assert file.holders.of([A, B]) == {B: {NOBODY}}


def test_of_two_things_said_of_a_laptop_the_later_counts(file):
    with file.writing():
        file.laptops.decline(ONE, 1)
        file.laptops.accept(ONE, 2)
        file.laptops.accept(OTHER, 3)
        file.laptops.decline(OTHER, 4)
    assert file.laptops.accepted() == {ONE: 2} and file.laptops.declined() == {OTHER}
    with file.writing():
        file.laptops.forget(ONE)
        file.laptops.forget(OTHER)
    assert file.laptops.accepted() == {} and file.laptops.declined() == frozenset()


def test_a_laptop_whose_name_begins_like_another_is_another(file):
    with file.writing():
        file.laptops.accept(DeviceId("one"), 1)
        file.laptops.accept(DeviceId("one more"), 2)
        file.laptops.forget(DeviceId("one"))
    assert file.laptops.accepted() == {"one more": 2}


def test_vouches_are_told_by_kind(file):
    some = [
        Vouch(VouchKind.CIRCLE, ONE, "k", OTHER, "k", "s"),
        Vouch(VouchKind.CIRCLE, ONE, "k", THIRD, "k", "s"),
        Vouch(VouchKind.SUCCESSOR, OTHER, "k", THIRD, "k", "s"),
    ]
    with file.writing():
        for one in (*some, some[0]):
            file.laptops.keep_vouch(one)
    assert set(file.laptops.vouches()) == set(some) and len(file.laptops.vouches()) == 3
    assert vouched(some, VouchKind.CIRCLE) == {ONE: {OTHER, THIRD}}
    assert vouched(some, VouchKind.SUCCESSOR) == {OTHER: {THIRD}}
    with file.writing():
        file.laptops.drop_vouch(some[0])
    assert set(file.laptops.vouches()) == set(some[1:])


def test_what_waits_is_given_back_as_it_was_until_it_is_answered(file):
    assert file.waiting.is_empty()
    some = [claim(), claim(NOBODY, B), claim(OTHER, A, "of another")]
    with file.writing():
        seq = a_change(file)
        file.waiting.keep(some, seq)
        file.waiting.keep(some[:1], seq)
    assert set(file.waiting.open()) == set(some) and not file.waiting.is_empty()
    with file.writing():
        answer = a_change(file)
        file.waiting.answer(some[:2], answer)
    assert file.waiting.open() == (some[2],)
    with file.writing():
        undone(file, answer)
    assert set(file.waiting.open()) == set(some)
    with file.writing():
        undone(file, seq)
    assert file.waiting.open() == ()


def test_what_is_left_out_is_known_by_what_it_says_and_not_by_its_file(file):
    one = claim()
    with file.writing():
        file.waiting.keep([one], a_change(file))
        file.waiting.leave_out([one, claim(OTHER)])
    again = Claim(one.signer, one.record, "another file")
    other = claim(text="something else")
    assert file.waiting.open() == () and file.waiting.left_out([again, other]) == {again}
    with file.writing():
        file.waiting.keep([again], a_change(file))
    assert file.waiting.open() == ()
    with file.writing():
        file.waiting.ask_again([one])
    assert [waiting.record for waiting in file.waiting.open()] == [one.record]


def test_who_signed_a_claim_is_part_of_it():
    assert len({claim_digest(claim(signer)) for signer in (ONE, OTHER, NOBODY)}) == 3


def test_the_words_of_what_is_erased_wait_no_longer(file):
    with file.writing():
        file.waiting.keep([claim(), claim(record_id=B)], a_change(file))
        file.waiting.forget([A])
    assert [one.record.id for one in file.waiting.open()] == [B]


def test_what_can_be_brought_back_is_kept_by_change(file):
    records = [claim(record_id=key).record for key in (A, B)]
    with file.writing():
        first, second = a_change(file), a_change(file)
        file.way_back.keep(first, 20, records[:1], [claim()])
        file.way_back.keep(second, 10, records[1:], [claim(OTHER, B)])
    found = file.way_back.all()
    assert [(one.seq, one.until, one.records) for one in found] == [
        (first, 20, (records[0],)),
        (second, 10, (records[1],)),
    ]
    assert found[0].claims == (claim(),) and file.way_back.until() == (10, 20)
    assert file.way_back.ids_of(first) == {A}
    with file.writing():
        file.way_back.forget_records([A])
        file.way_back.forget(second)
    assert file.way_back.all() == () and file.way_back.until() == ()


def writers_of(path):
    """Who is named in the shown version of each record, and the names of the desk itself."""
    with sqlite3.connect(path) as connection:
        sql = "SELECT record.id, said.key FROM record, json_each(version) AS said WHERE kind <> ?"
        named = connection.execute(sql, (Kind.GUIDE.value,)).fetchall()
        sql = "SELECT value FROM desk WHERE key = 'device' OR key LIKE 'former device %'"
        own = {name for (name,) in connection.execute(sql)}
    connection.close()
    return named, own


@pytest.mark.parametrize("own", [True, False], ids=["written here", "came in"])
def test_what_came_in_before_there_were_holders_belongs_to_who_is_named_as_its_writer(tmp_path, own):
    path = of_schema(tmp_path / "desk.db", 3)
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO desk VALUES ('device', ?)", ("d" if own else "me",))
        connection.execute("UPDATE record SET version = '{\"d/2\":1}' WHERE id = 'id3'")
    connection.close()
    file = DeskFile(path)
    ids = [RecordId(f"id{number}") for number in range(12)]
    assert file.holders.of(ids) == ({} if own else {one: {"d"} for one in ids})
    assert len(file.records.known(ids)) == 12
    file.close()


def test_the_records_of_the_golden_desk_belong_to_their_writers(tmp_path):
    path = Path(shutil.copy(GOLDEN, tmp_path / "desk.db"))
    named, own = writers_of(path)
    file = DeskFile(path)
    wanted: dict[str, set[str]] = {}
    for record_id, writer in named:
        if (laptop := writer.partition("/")[0]) not in own:
            wanted.setdefault(record_id, set()).add(laptop)
    assert named and file.holders.of([RecordId(key) for key, _ in named]) == wanted
    file.close()
