"""Marks tell what came or changed, and hold no words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.closing import CloseStep, ClosingStep
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.encoding import decode_record, encode_edition
from dialogue_desk.domain.records.marks import Sight, Thing, marks_of
from dialogue_desk.domain.records.records import Edition, Record, Stamp, Version, new_record
from dialogue_desk.domain.records.wording import SAID

OURS, THEIRS = DeviceId("ours"), DeviceId("theirs")
SAYS = Note(NoteKind.CONCERN, "Ana was stopped.")
LINE = new_record(RecordId("n"), RecordId("s"), SAYS, Stamp(OURS, 1, 0))


def seen(record, field="text"):
    return Sight(frozenset(marks_of((Thing(record, field),))))


def later(record, body, tick=2, device=OURS, **how):
    return record.written(body, Stamp(device, tick, 0), **how)


def reread(record):
    return decode_record(encode_edition(record, record.shown))


@pytest.mark.parametrize("how", [lambda record: record, reread])
def test_a_line_that_got_something_else_has_the_words_it_had(how):
    sorted_by = how(later(LINE, replace(SAYS, spread=Spread.A_FEW)))
    assert seen(LINE).had(Thing(sorted_by, "text")) and not seen(LINE, "").had(Thing(sorted_by))
    worded = how(later(sorted_by, replace(SAYS, text="Ana was stopped twice."), 3))
    assert not seen(LINE).had(Thing(worded, "text"))


@pytest.mark.parametrize("how", [lambda record: record, reread])
def test_what_points_to_nobody_anymore_was_said_all_the_same(how):
    blanked = how(later(LINE, replace(SAYS, text="[…] was stopped."), still_said=True))
    assert seen(LINE, SAID).had(Thing(blanked, SAID))
    assert not seen(LINE).had(Thing(blanked, "text"))
    again = how(later(blanked, replace(blanked.body, sensitive=True), 3))
    assert seen(LINE, SAID).had(Thing(again, SAID))
    assert not seen(LINE, SAID).had(Thing(how(later(again, replace(SAYS, text="A bench."), 4)), SAID))


def test_taking_back_brings_back_what_was_in_sight():
    change = Edit(Act.WRITE, (Write.again(LINE, replace(SAYS, text="Typed over")),)).made_to(
        {LINE.id: LINE}, Stamp(OURS, 2, 0)
    )
    now = change.made_to({LINE.id: LINE})
    assert not seen(LINE).had(Thing(now[LINE.id], "text"))
    back = change.undone(now, Stamp(OURS, 3, 0)).made_to(now)
    assert seen(LINE).had(Thing(back[LINE.id], "text"))


def test_both_versions_are_to_be_seen_and_the_one_that_is_chosen_stays_seen():
    ours, theirs = later(LINE, replace(SAYS, text="A")), later(LINE, replace(SAYS, text="B"), device=THEIRS)
    both = ours.merged(theirs)
    assert not seen(ours).had(Thing(both, "text"))
    chosen = both.written(ours.body, Stamp(OURS, 5, 0))
    assert seen(ours).had(Thing(chosen, "text")) and not seen(theirs).had(Thing(chosen, "text"))


def test_a_field_that_is_new_is_no_change_of_another():
    idea = new_record(RecordId("a"), RecordId("s"), ActionIdea("A lamp walk"), Stamp(OURS, 1, 0))
    fuller = later(idea, replace(idea.body, who="The city"))
    assert seen(idea, "what").had(Thing(fuller, "what")) and seen(idea, SAID).had(Thing(fuller, SAID))
    assert not seen(idea, "what").had(Thing(fuller, "who"))


def test_what_an_app_passed_on_that_does_not_know_of_it_counts_for_nothing():
    value = encode_edition(LINE, later(LINE, replace(SAYS, sensitive=True)).shown)
    stale = {**value, "version": {"ours": 3}, "body": {**value["body"], "text": "Other words"}}
    assert decode_record(value).shown.since and decode_record(stale).shown.since == ()


def test_marks_hold_no_words():
    other = new_record(LINE.id, LINE.owner, replace(SAYS, text="Something else"), Stamp(OURS, 1, 0))
    assert Thing(LINE, "text").marks == Thing(other, "text").marks


def fact(device, tick, saw=None):
    edition = Edition(Version(((device, tick),)), 0, device, ClosingStep(CloseStep.PRIVACY, saw=saw))
    return Record(RecordId("s:privacy"), LINE.kind, LINE.owner, (edition,))


def test_a_step_from_before_there_were_marks_saw_what_its_own_laptop_had_written():
    old = Sight.of(fact(OURS, 5).editions)
    assert old.had(Thing(LINE, "text"))
    assert not old.had(Thing(later(LINE, replace(SAYS, text="Later"), 6), "text"))
    assert not old.had(Thing(later(LINE, replace(SAYS, text="Theirs"), 2, THEIRS), "text"))


def test_two_laptops_saw_together_what_either_saw():
    first, second = fact(OURS, 5, ("a",)), fact(THEIRS, 5, ("b",))
    assert Sight.of(first.merged(second).editions).marks == {"a", "b"}
    assert not first.merged(second).in_conflict
