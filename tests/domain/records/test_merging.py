"""The laws of bringing laptops together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.merging import merge, merged
from dialogue_desk.domain.records.records import Edition, Record, RecordMismatch, Version
from tests.domain.records.laptops import DEVICES, IDS, SESSION, Laptop

steps = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 2), st.sampled_from(IDS), st.sampled_from("pqrs")),
    st.tuples(st.just("remove"), st.integers(0, 2), st.sampled_from(IDS)),
    st.tuples(st.just("erase"), st.integers(0, 2), st.sampled_from(IDS)),
    st.tuples(st.just("hear"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("clock"), st.integers(0, 2), st.integers(0, 5)),
)


def lived(script, erase=True):
    """Three laptops that have lived through ``script``, whatever their clocks say."""
    laptops = [Laptop(device) for device in DEVICES]
    for what, who, *rest in script:
        laptop = laptops[who]
        if what == "edit":
            laptop.edit(rest[0], rest[1])
        elif what == "remove":
            laptop.edit(rest[0], None)
        elif what == "erase" and erase:
            laptop.erase(rest[0])
        elif what == "hear":
            laptop.hear(laptops[rest[0]])
        elif what == "clock":
            laptop.at = rest[0]
    return laptops


lives = st.lists(steps, max_size=14)


@given(lives)
def test_order_of_arrival_does_not_matter(script):
    a, b, _ = (laptop.records for laptop in lived(script))
    assert merged(a, b) == merged(b, a)


@given(lives)
def test_packages_may_be_merged_before_they_are_merged(script):
    a, b, c = (laptop.records for laptop in lived(script))
    assert merged(merged(a, b), c) == merged(a, merged(b, c))


@given(lives)
def test_the_same_package_twice_changes_nothing(script):
    a, b, _ = (laptop.records for laptop in lived(script))
    assert merge(merged(a, b), b).pairs == ()


@given(lives)
def test_an_import_can_be_undone(script):
    a, b, _ = lived(script)
    before = a.records
    change = a.hear(b)
    erased = {key: record for key, record in a.records.items() if record.erased}
    forgetting = a.undo(change)
    assert a.records == before | erased
    a.undo(forgetting)
    assert a.records == change.made_to(before)


@given(lives, st.sampled_from(IDS), st.sampled_from(["new", None]))
def test_an_undo_reaches_a_laptop_that_saw_the_edit(script, record_id, text):
    here, there, _ = lived(script, erase=False)
    here.hear(there)
    before = here.words(record_id)
    edit = here.edit(record_id, text)
    there.hear(here)
    here.undo(edit)
    there.hear(here)
    if edit.pairs:
        assert there.words(record_id) == here.words(record_id) == before
        assert there.records[record_id] == here.records[record_id]


@given(lives, st.sampled_from(IDS))
def test_concurrent_edits_are_both_there_until_a_person_chooses(script, record_id):
    here, there, yonder = lived(script, erase=False)
    for laptop in (there, yonder, there):
        here.hear(laptop)
        laptop.hear(here)
    here.edit(record_id, "ours")
    there.edit(record_id, "theirs")
    here.hear(there)
    there.hear(here)
    record = here.records[record_id]
    assert record == there.records[record_id]
    assert record.in_conflict and {edition.body.text for edition in record.editions} == {"ours", "theirs"}
    there.edit(record_id, "both")
    here.hear(there)
    assert [edition.body.text for edition in here.records[record_id].editions] == ["both"]


@given(lives, st.sampled_from(IDS), st.integers(0, 2))
def test_erasing_wins_everywhere(script, record_id, who):
    laptops = lived(script)
    laptops[who].edit(record_id, "a secret")
    for laptop in laptops:
        laptop.hear(laptops[who])
        laptop.edit(record_id, f"edited by {laptop.device}")
    laptops[who].erase(record_id)
    for laptop in laptops:
        laptop.edit(record_id, "written again")
    for laptop in (*laptops, *laptops):
        for other in laptops:
            laptop.hear(other)
    assert all(laptop.records[record_id].erased for laptop in laptops)
    assert all(laptop.words(record_id) is None for laptop in laptops)
    assert laptops[0].records[record_id] == laptops[1].records[record_id] == laptops[2].records[record_id]


@given(lives)
def test_nothing_that_nobody_has_seen_replaced_is_lost(script):
    laptops = lived(script, erase=False)
    everything = merged(merged(laptops[0].records, laptops[1].records), laptops[2].records)
    for laptop in laptops:
        for record in laptop.records.values():
            for edition in record.editions:
                assert any(kept.version.knows(edition.version) for kept in everything[record.id].editions)


def test_an_id_that_names_two_things_is_refused():
    one = Record(IDS[0], Kind.NOTE, SESSION, (Edition(Version((("here", 1),)), 0, DEVICES[0], None),))
    other = Record(IDS[0], Kind.NOTE, RecordId("elsewhere"), one.editions)
    with pytest.raises(RecordMismatch):
        merge({IDS[0]: one}, {IDS[0]: other})
