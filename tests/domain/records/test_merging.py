"""The laws of bringing laptops together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Edit, Write, erasing
from dialogue_desk.domain.records.merging import merge, merged
from dialogue_desk.domain.records.records import Edition, Record, RecordMismatch, Stamp, Version, latest

SESSION = RecordId("session")
IDS = [RecordId(name) for name in "abc"]
DEVICES = [DeviceId(name) for name in ("here", "there", "yonder")]


def note(text):
    return Note(NoteKind.CONCERN, text)


def write(record_id, text):
    body = None if text is None else note(text)
    return Edit(Act.WRITE, (Write(record_id, Kind.NOTE, SESSION, body),))


class Laptop:
    """What one laptop knows, edited and merged as a desk would."""

    def __init__(self, device, at=0):
        self.device, self.tick, self.at, self.records, self.written = device, 0, at, {}, []

    def stamp(self):
        self.tick += 1
        return Stamp(self.device, self.tick, self.at)

    def make(self, change):
        self.records = change.made_to(self.records)
        return change

    def edit(self, record_id, text):
        return self.make(write(record_id, text).made_to(self.records, self.stamp()))

    def erase(self, record_id):
        if record_id in self.records:
            self.make(erasing([self.records[record_id]], self.stamp()))

    def hear(self, other):
        return self.make(merge(self.records, other.records))

    def undo(self, change):
        return self.make(change.undone(self.records, self.stamp()))

    def words(self, record_id):
        record = self.records.get(record_id)
        return None if record is None or record.body is None else record.body.text


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


def test_undoing_a_choice_puts_the_clash_back():
    here, there = Laptop(DEVICES[0]), Laptop(DEVICES[1])
    here.edit(IDS[0], "first")
    there.hear(here)
    here.edit(IDS[0], "ours")
    there.edit(IDS[0], "theirs")
    here.hear(there)
    choice = here.edit(IDS[0], "both")
    here.undo(choice)
    assert {edition.body.text for edition in here.records[IDS[0]].editions} == {"ours", "theirs"}
    there.hear(here)
    assert there.records[IDS[0]] == here.records[IDS[0]]


def test_a_laptop_whose_clock_is_years_off_neither_wins_nor_loses_by_it():
    here, there = Laptop(DEVICES[0], at=2_000_000_000_000), Laptop(DEVICES[1], at=0)
    here.edit(IDS[0], "first")
    there.hear(here)
    there.edit(IDS[0], "later, by a laptop that thinks it is 1970")
    here.hear(there)
    assert here.words(IDS[0]) == "later, by a laptop that thinks it is 1970"


def test_two_laptops_that_wrote_the_same_are_no_clash():
    here, there = Laptop(DEVICES[0]), Laptop(DEVICES[1])
    here.edit(IDS[0], "the same words")
    there.edit(IDS[0], "the same words")
    here.hear(there)
    assert len(here.records[IDS[0]].editions) == 2 and not here.records[IDS[0]].in_conflict


def test_words_are_shown_before_their_removal_is():
    here, there = Laptop(DEVICES[0]), Laptop(DEVICES[1])
    here.edit(IDS[0], "first")
    there.hear(here)
    here.edit(IDS[0], None)
    there.edit(IDS[0], "mended")
    here.hear(there)
    assert here.words(IDS[0]) == "mended" and here.records[IDS[0]].in_conflict


def test_a_cloned_laptop_that_counts_alike_loses_nothing():
    one = Edition(Version((("here", 1),)), 0, DEVICES[0], note("one"))
    other = Edition(Version((("here", 1),)), 0, DEVICES[0], note("other"))
    assert set(latest([one, other])) == {one, other}


def test_an_id_that_names_two_things_is_refused():
    one = Record(IDS[0], Kind.NOTE, SESSION, (Edition(Version((("here", 1),)), 0, DEVICES[0], None),))
    other = Record(IDS[0], Kind.NOTE, RecordId("elsewhere"), one.editions)
    with pytest.raises(RecordMismatch):
        merge({IDS[0]: one}, {IDS[0]: other})


def test_an_edit_that_alters_nothing_is_no_change():
    here = Laptop(DEVICES[0])
    here.edit(IDS[0], "words")
    assert here.edit(IDS[0], "words").pairs == ()
