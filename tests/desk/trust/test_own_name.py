"""The name of a desk is that of its key, and a desk that may have a twin takes a new one."""

from __future__ import annotations

import itertools
import shutil

import pytest

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk, open_desk_read_only
from dialogue_desk.desk.trust.known_laptops import trust_of, vouches_to_tell
from dialogue_desk.desk.trust.own_name import this_machine, wakes_elsewhere
from dialogue_desk.domain.records.trust import VouchKind
from dialogue_desk.exchange.signing import fingerprint, public_key
from dialogue_desk.storage.desk_errors import DeskTrouble
from tests.desk.evening import a_desk, begun, note
from tests.desk.trust.strangers import handed, opened, texts, writer
from tools.manual_clock import ManualClock


def opened_on(path, machine, seed=40):
    return open_desk(path, ManualClock(0, 0), RandomIds(seed), machine)


def test_a_desk_is_named_after_its_key(laptops):
    for desk in laptops:
        assert desk.device == fingerprint(public_key(desk.file.keys.signing(desk.device)))
    assert len({desk.device for desk in laptops}) == 3


def test_each_opening_writes_with_a_hand_of_its_own(tmp_path):
    hands = []
    for seed in (1, 2):
        desk = a_desk(tmp_path / "desk.db", seed)
        said = desk.add(begun(desk), note("x"))
        assert [name for name, _ in desk.get(said).version.counts] == [writer(desk)]
        hands.append(desk.name.hand)
        assert set(hands) <= desk.file.names.hands(desk.device)
        desk.file.close()
    assert len(set(hands)) == 2


def test_a_desk_with_a_new_name_is_trusted_by_whoever_trusted_it(laptops):
    one, two, _ = laptops
    session = begun(one)
    said = one.add(session, note("first"))
    opened(two, handed(one, session))
    for number in range(3):
        name = one.device
        one.rename()
        assert one.device != name and name in one.names()
        one.rewrite(said, note(f"as number {number}"))
    assert opened(two, handed(one, session)).waiting == () and texts(two.get(said)) == {"as number 2"}


def test_the_names_of_a_desk_are_a_chain_that_stays_short(laptops):
    desk = laptops[0]
    names = [desk.device]
    for _ in range(20):
        desk.rename()
        names.append(desk.device)
    told = vouches_to_tell(desk)
    assert {one.kind for one in told} == {VouchKind.SUCCESSOR} and len(told) == 20
    assert {(one.by, one.of) for one in told} == set(itertools.pairwise(names))
    assert trust_of(desk).own == frozenset(names)


def test_a_name_that_could_not_be_saved_is_not_taken(laptops):
    desk = laptops[0]
    name = desk.name
    desk.file._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(DeskTrouble):
        desk.rename()
    desk.file._connection.execute("PRAGMA query_only = OFF")
    assert desk.name == name and desk.file.names.current() == name.device


def test_a_desk_that_wakes_on_another_machine_takes_a_new_name_once(tmp_path):
    names = []
    for machine in ("mine", "mine", "yours", "yours"):
        found = opened_on(tmp_path / "desk.db", machine)
        names.append((found.desk.device, found.twin))
        found.desk.file.close()
    assert [twin for _, twin in names] == [False, False, True, False]
    assert names[0][0] == names[1][0] != names[2][0] == names[3][0]


def test_nothing_that_tells_the_machine_is_in_the_desk(tmp_path):
    opened_on(tmp_path / "desk.db", "serial-4711").desk.file.close()
    assert b"serial-4711" not in (tmp_path / "desk.db").read_bytes()


def test_a_desk_that_is_older_than_its_own_last_export_takes_a_new_name(tmp_path):
    path, copy = tmp_path / "desk.db", tmp_path / "older.db"
    desk = opened_on(path, "mine").desk
    session = begun(desk)
    desk.file.close()
    shutil.copy(path, copy)
    desk = opened_on(path, "mine", 41).desk
    desk.add(session, note("since then"))
    desk.file.export_mark().write(desk.device, desk.file.history.last())
    desk.file.close()
    name = desk.device
    again = opened_on(path, "mine", 42)
    assert not again.twin and again.desk.device == name
    again.desk.file.close()
    shutil.copy(copy, path)
    older = opened_on(path, "mine", 43)
    assert older.twin and older.desk.device != name and name in older.desk.names()
    older.desk.file.close()


def test_a_desk_that_is_only_looked_at_keeps_its_name(tmp_path):
    desk = opened_on(tmp_path / "desk.db", "mine").desk
    aside = open_desk_read_only(tmp_path / "desk.db", ManualClock(0, 0), RandomIds(44)).desk
    assert not wakes_elsewhere(aside.file, "yours") and aside.device == desk.device
    aside.file.close()
    desk.file.close()


def test_a_desk_does_not_wake_elsewhere_where_nothing_tells_machines_apart(tmp_path):
    desk = opened_on(tmp_path / "desk.db", "mine").desk
    assert not wakes_elsewhere(desk.file, "mine")
    assert this_machine() == this_machine()
    desk.file.close()
