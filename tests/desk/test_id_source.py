"""Ids are UUIDs of version 7 that sort as they were made."""

import uuid

from dialogue_desk.desk.id_source import RandomIds

NOON = 1_775_000_000_000


def test_an_id_holds_its_time_and_version():
    made = uuid.UUID(RandomIds().new(NOON))
    assert (made.int >> 80, made.version, made.variant) == (NOON, 7, uuid.RFC_4122)


def test_ids_of_one_millisecond_sort_in_the_order_they_were_made():
    ids = RandomIds()
    made = [ids.new(at) for at in (NOON, NOON, NOON, NOON + 1)]
    assert made == sorted(made) and len(set(made)) == 4


def test_a_seed_gives_the_same_ids_and_secrets_again():
    one, again, other = RandomIds(1), RandomIds(1), RandomIds(2)
    assert one.new(NOON) == again.new(NOON) != other.new(NOON)
    assert one.secret() == again.secret() != other.secret()


def test_secrets_differ_and_are_long_enough():
    ids = RandomIds()
    first, second = ids.secret(), ids.secret()
    assert len(first) == len(second) == 32 and first != second
