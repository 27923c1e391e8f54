"""Whose changes are taken unasked: judged by keys, and by what keys sign of each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.desk.trust.known_laptops import (
    accept,
    decline,
    forget,
    hear,
    is_asked_about,
    join,
    known_laptops,
    signer_of,
    trust_of,
    vouches_to_tell,
)
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.domain.records.trust import NOBODY, VouchKind
from dialogue_desk.exchange.signing import MOST_VOUCHES, PackageOrigin, fingerprint, public_key, vouch
from tests.desk.evening import begun, note
from tests.desk.trust.strangers import Stranger, handed, opened, texts

SECRETS = [bytes([number]) * 32 for number in range(1, 6)]
KEYS = [public_key(secret) for secret in SECRETS]
NAMES = [fingerprint(key) for key in KEYS]
OLD = DeviceId("019cd9d1-52a0-7007-9f39-0b2018072e8c")


@pytest.fixture
def desk(laptops):
    return laptops[0]


def says(by, of, kind=VouchKind.CIRCLE):
    return vouch(SECRETS[by], NAMES[by], kind, NAMES[of], KEYS[of])


def origin_of(desk, device=None):
    return PackageOrigin(device or desk.device, public_key(desk.file.keys.signing(desk.device)))


def test_what_is_not_signed_is_from_nobody(desk):
    assert signer_of(desk, None) == NOBODY and not trust_of(desk).knows(NOBODY)


def test_an_old_name_belongs_to_the_key_that_signed_with_it_first(desk):
    first, second = PackageOrigin(OLD, KEYS[0]), PackageOrigin(OLD, KEYS[1])
    with desk.file.writing():
        desk.file.keys.keep_seen(OLD, KEYS[0])
    assert signer_of(desk, first) == OLD and signer_of(desk, second) == NAMES[1]


def test_nobody_takes_an_old_name_of_this_desk(desk):
    with desk.file.writing():
        desk.file._connection.execute("INSERT INTO desk VALUES ('former device x', ?)", (OLD,))
    assert signer_of(desk, PackageOrigin(OLD, KEYS[0])) == NAMES[0]
    assert signer_of(desk, origin_of(desk, OLD)) == OLD


def test_an_accepted_laptop_and_its_new_names_are_known_but_not_its_partners(desk):
    accept(desk, NAMES[0])
    hear(desk, [says(0, 1, VouchKind.SUCCESSOR), says(1, 2, VouchKind.SUCCESSOR), says(0, 3)])
    trust = trust_of(desk)
    assert [trust.knows(name) for name in NAMES] == [True, True, True, False, False]
    assert trust.lets(NAMES[3], [NAMES[0]]) and not trust.lets(NAMES[4], [NAMES[0]])


def test_a_vouch_helps_only_over_what_belongs_to_the_laptop_that_gave_it(desk, laptops, tmp_path):
    said = desk.add(begun(desk), note("hers"))
    liar, friend = Stranger(tmp_path, SECRETS[0]), Stranger(tmp_path, SECRETS[1])
    vouches = (says(0, 1), says(0, 1, VouchKind.SUCCESSOR), says(1, 0, VouchKind.SUCCESSOR))
    opened(desk, liar.file(liar.over(desk.get(said), note("x")), vouches=vouches))
    opened(desk, friend.file(friend.over(desk.get(said), note("y")), vouches=vouches))
    assert texts(desk.get(said)) == {"hers"}


def test_what_a_laptop_vouches_for_in_the_same_file_counts_for_that_file(laptops, tmp_path):
    one, two, three = laptops
    session = begun(one)
    said = one.add(session, note("by one"))
    opened(three, handed(one, session))
    opened(two, handed(one, session))
    join(one, origin_of(two))
    opened(two, handed(one, session))
    two.rewrite(said, note("by two"))
    assert opened(three, handed(two, session)).waiting == () and texts(three.get(said)) == {"by two"}


def test_a_vouch_in_an_old_name_counts_only_with_the_first_key_of_it(desk):
    with desk.file.writing():
        desk.file.keys.keep_seen(OLD, KEYS[0])
    true = vouch(SECRETS[0], OLD, VouchKind.CIRCLE, NAMES[3], KEYS[3])
    false = vouch(SECRETS[1], OLD, VouchKind.CIRCLE, NAMES[4], KEYS[4])
    hear(desk, [true, false])
    assert trust_of(desk).partners == {OLD: frozenset({NAMES[3]})}


def test_a_vouch_in_an_old_name_waits_until_the_key_of_that_name_is_known(desk):
    hear(desk, [vouch(SECRETS[0], OLD, VouchKind.CIRCLE, NAMES[3], KEYS[3])])
    assert trust_of(desk).partners == {}
    with desk.file.writing():
        desk.file.keys.keep_seen(OLD, KEYS[0])
    assert trust_of(desk).partners == {OLD: frozenset({NAMES[3]})}


def test_a_person_is_asked_about_a_laptop_until_there_is_an_answer(desk, laptops):
    two, three = origin_of(laptops[1]), origin_of(laptops[2])
    assert is_asked_about(desk, two) and not is_asked_about(desk, None)
    assert not is_asked_about(desk, origin_of(desk))
    join(desk, two)
    decline(desk, laptops[2].device)
    assert not is_asked_about(desk, two) and not is_asked_about(desk, three)
    accept(desk, laptops[2].device)
    assert trust_of(desk).knows(laptops[2].device)
    decline(desk, laptops[2].device)
    assert not trust_of(desk).knows(laptops[2].device)


def test_a_laptop_that_is_forgotten_is_asked_about_again_and_vouched_for_no_more(desk, laptops):
    two = origin_of(laptops[1])
    join(desk, two)
    assert [one.name for one in known_laptops(desk)] == [laptops[1].device]
    assert [one.of for one in vouches_to_tell(desk)] == [laptops[1].device]
    forget(desk, laptops[1].device)
    assert known_laptops(desk) == () and vouches_to_tell(desk) == () and is_asked_about(desk, two)


def test_the_laptops_accepted_last_are_listed_first(desk):
    for name in NAMES[:3]:
        accept(desk, name)
        desk.clock.advance(1)
    assert [one.name for one in known_laptops(desk)] == NAMES[2::-1]


def test_who_vouches_is_heard_once_and_told_on_when_it_concerns_this_desk(desk, laptops):
    join(desk, PackageOrigin(NAMES[0], KEYS[0]))
    hear(desk, [says(0, 1), says(0, 1), says(3, 4)])
    assert [(one.by, one.of) for one in vouches_to_tell(desk)] == [
        (desk.device, NAMES[0]),
        (NAMES[0], NAMES[1]),
    ]


def test_of_many_vouches_the_nearest_are_told(desk):
    join(desk, PackageOrigin(NAMES[0], KEYS[0]))
    many = [says(0, 1)]
    for number in range(MOST_VOUCHES + 10):
        key = public_key(number.to_bytes(32, "big"))
        many.append(vouch(SECRETS[1], NAMES[1], VouchKind.CIRCLE, fingerprint(key), key))
    hear(desk, reversed(many))
    told = vouches_to_tell(desk)
    assert len(told) == MOST_VOUCHES
    assert [(one.by, one.of) for one in told[:2]] == [(desk.device, NAMES[0]), (NAMES[0], NAMES[1])]


def test_what_is_heard_on_a_full_disk_hinders_nothing(desk):
    desk.file._connection.execute("PRAGMA query_only = ON")
    hear(desk, [says(0, 1)])
    desk.file._connection.execute("PRAGMA query_only = OFF")
    assert desk.file.laptops.vouches() == ()


def test_a_changed_vouch_is_not_one_of_its_laptop(desk):
    hear(desk, [replace(says(0, 1), by=OLD)])
    with desk.file.writing():
        desk.file.keys.keep_seen(OLD, KEYS[2])
    assert trust_of(desk).partners == {}


def test_what_waited_comes_in_with_the_word_of_the_laptop_it_belongs_to(laptops):
    one, two, three = laptops
    session = begun(one)
    said = one.add(session, note("by one"))
    for desk in (two, three):
        opened(desk, handed(one, session))
    two.rewrite(said, note("by two"))
    assert len(opened(three, handed(two, session)).waiting) == 1
    join(one, origin_of(two))
    heard = opened(three, handed(one, session))
    assert heard.waiting == () and heard.outcome is not None and texts(three.get(said)) == {"by two"}


def test_a_laptop_that_is_forgotten_does_not_come_back_with_the_old_word_of_this_desk(laptops):
    one, two, _ = laptops
    session = begun(one)
    opened(two, handed(one, session))
    join(one, origin_of(two))
    opened(two, handed(one, session))
    forget(one, two.device)
    two.rewrite(session, replace(two.get(session).body, number=7))
    assert len(opened(one, handed(two, session)).waiting) == 1
    assert not trust_of(one).knows(two.device) and one.file.laptops.vouches() == ()


def test_vouches_of_strangers_for_this_desk_crowd_out_none_of_its_own(desk):
    hear(desk, [says(0, 1)])
    accept(desk, NAMES[3])
    with desk.file.writing():
        for number in range(MOST_VOUCHES + 5):
            name = DeviceId(f"a{number}")
            desk.file.laptops.keep_vouch(replace(says(0, 1), by=name, of=desk.device))
    join(desk, PackageOrigin(NAMES[4], KEYS[4]))
    assert any(one.by == desk.device for one in vouches_to_tell(desk))
