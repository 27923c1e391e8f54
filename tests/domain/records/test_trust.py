"""The laws of judging: adding is free, the rest is up to whom a record belongs to, in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Session
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Version
from dialogue_desk.domain.records.trust import NOBODY, Claim, Known, Trust, judge

OWN, FRIEND, FRIENDS_PARTNER, HOLDER, HOLDERS_HEIR, ABOVE, STRANGER = map(
    DeviceId, ("own", "friend", "friends-partner", "holder", "holders-heir", "above", "stranger")
)
SIGNERS = (OWN, FRIEND, FRIENDS_PARTNER, HOLDER, HOLDERS_HEIR, ABOVE, STRANGER, NOBODY)
STRANGERS = (STRANGER, NOBODY, FRIENDS_PARTNER)
TRUST = Trust(
    frozenset({OWN}),
    frozenset({FRIEND}),
    partners={FRIEND: frozenset({FRIENDS_PARTNER})},
    successors={HOLDER: frozenset({HOLDERS_HEIR}), HOLDERS_HEIR: frozenset({HOLDER})},
)
CIRCLE, SESSION, NOTE, OTHER = map(RecordId, ("circle", "session", "note", "other"))
KINDS = {CIRCLE: (Kind.CIRCLE, NO_OWNER), SESSION: (Kind.SESSION, CIRCLE)}
BODIES = {
    Kind.CIRCLE: Circle("C01"),
    Kind.SESSION: Session(1, "s1", (), 0, 1, 9),
    Kind.THEME: Theme("Streets"),
}


def record(record_id, who, count=1, text="words", *, erased=False, seen=(), kind=None, owner=None):
    usual, above = KINDS.get(record_id, (Kind.NOTE, SESSION))
    kind, owner = kind or usual, above if owner is None else owner
    body = None if erased else BODIES.get(kind) or Note(NoteKind.CONCERN, text)
    version = Version(tuple(sorted({**dict(seen), who: count}.items())))
    return Record(record_id, kind, owner, (Edition(version, count, DeviceId(who), body, erased),))


def over(mine, who, text="on top", *, erased=False):
    return record(mine.id, who, text=text, erased=erased, seen=mine.version.counts)


MINE = record(NOTE, "holder")
HELD = Known(
    {NOTE: MINE, SESSION: record(SESSION, "holder"), CIRCLE: record(CIRCLE, "above")},
    {NOTE: {HOLDER}, SESSION: {HOLDER}, CIRCLE: {ABOVE}},
)
OURS = Known({NOTE: record(NOTE, "own")}, {})

claims = st.builds(
    lambda signer, what, who, count, text, erased, thing: Claim(
        signer,
        record(
            what,
            who,
            count,
            text,
            erased=erased,
            kind=Kind.THEME if thing and what not in KINDS else None,
            owner=CIRCLE if thing and what not in KINDS else None,
        ),
    ),
    st.sampled_from(SIGNERS),
    st.sampled_from((CIRCLE, SESSION, NOTE, OTHER)),
    st.sampled_from(("holder", "stranger", "friend")),
    st.integers(1, 3),
    st.sampled_from("pq"),
    st.booleans(),
    st.integers(0, 4).map(lambda number: number == 0),
)
desks = st.builds(
    lambda ids, holder, unearned: Known(
        {one: record(one, "holder") for one in ids},
        {} if holder is None else {one: {holder} for one in ids},
        unearned,
    ),
    st.sampled_from(((), (CIRCLE,), (CIRCLE, SESSION), (CIRCLE, SESSION, NOTE))),
    st.sampled_from((None, HOLDER, NOBODY, STRANGER)),
    st.sets(st.sampled_from((NOTE, OTHER)), max_size=1),
)


def judged(*theirs, known=HELD, trust=TRUST):
    return judge(theirs, known, trust)


def told(judgement):
    return dict(judgement.taken), dict(judgement.holders), set(judgement.waiting)


@given(st.lists(claims, max_size=6).flatmap(lambda one: st.tuples(st.just(one), st.permutations(one))), desks)
def test_neither_the_order_of_what_files_say_nor_repeating_it_changes_what_comes_of_it(both, known):
    one, other = both
    assert told(judge(one, known, TRUST)) == told(judge(other, known, TRUST))
    assert told(judge([*one, *other], known, TRUST)) == told(judge(one, known, TRUST))


@given(st.lists(claims, max_size=6), desks)
def test_what_was_judged_is_judged_the_same_again(some, known):
    first = judge(some, known, TRUST)
    here = Known({**known.records, **first.taken}, {**known.holders, **first.holders}, known.unearned)
    again = judge(some, here, TRUST)
    assert dict(again.taken) == {} and set(again.waiting) == set(first.waiting)


@given(st.lists(claims, max_size=6), desks)
def test_everything_is_taken_or_waits_or_adds_nothing(some, known):
    result = judge(some, known, TRUST)
    for claim in some:
        here = result.taken.get(claim.record.id, known.records.get(claim.record.id))
        if claim in result.waiting or here is None:
            continue
        if claim.record.erased and (here.kind, here.owner) != (claim.record.kind, claim.record.owner):
            continue  # a trace of another thing erases nothing
        assert (here.kind, here.owner) == (claim.record.kind, claim.record.owner)
        merged = here.merged(claim.record)
        assert merged == here or (merged.erased and here.erased)


@given(st.lists(claims, max_size=6), desks)
def test_no_stranger_changes_or_erases_what_is_here(some, known):
    strange = [one for one in some if one.signer in STRANGERS]
    taken = judge(strange, known, TRUST).taken
    belongs = {one for one in known.records if STRANGER in known.holders.get(one, ())}
    assert set(taken).isdisjoint(known.records.keys() - belongs)


@given(st.lists(claims, max_size=6), desks)
def test_strangers_beside_them_hinder_no_honest_files(some, known):
    """What belongs here already is changed by its laptops just the same, whatever else lies in the folder."""
    honest = [one for one in some if one.signer not in STRANGERS]
    belongs = {one for one in known.records if STRANGER in known.holders.get(one, ())}
    alone, beside = judge(honest, known, TRUST), judge(some, known, TRUST)
    here = known.records.keys() - belongs
    assert {k: v for k, v in alone.taken.items() if k in here} == {
        k: v for k, v in beside.taken.items() if k in here
    }


@given(st.sampled_from(SIGNERS), st.sampled_from((CIRCLE, SESSION, NOTE, OTHER)))
def test_adding_is_free(signer, what):
    claim = Claim(signer, record(what, "stranger"))
    result = judged(claim, known=Known({}, {}))
    assert result.taken == {what: claim.record} and result.waiting == ()


@pytest.mark.parametrize(
    ("signer", "changes", "erases"),
    [
        (OWN, True, True),
        (FRIEND, True, True),
        (HOLDER, True, True),
        (HOLDERS_HEIR, True, True),
        (ABOVE, False, True),
        (FRIENDS_PARTNER, False, False),
        (STRANGER, False, False),
        (NOBODY, False, False),
    ],
)
def test_who_may_change_and_who_may_erase(signer, changes, erases):
    change, trace = Claim(signer, over(MINE, signer or "x")), Claim(signer, over(MINE, signer, erased=True))
    assert (judged(change).waiting == ()) is changes and (NOTE in judged(change).taken) is changes
    assert (judged(trace).waiting == ()) is erases and (NOTE in judged(trace).taken) is erases


@pytest.mark.parametrize("signer", [HOLDER, ABOVE, *STRANGERS])
def test_what_belongs_to_this_desk_is_changed_by_nobody_unasked(signer):
    result = judged(Claim(signer, over(OURS.records[NOTE], "x")), known=OURS)
    assert result.taken == {} and len(result.waiting) == 1


def test_a_partner_of_the_holder_may_change_and_so_may_the_partners_heirs():
    trust = Trust(
        frozenset({OWN}),
        partners={HOLDER: frozenset({FRIEND})},
        successors={FRIEND: frozenset({STRANGER}), STRANGER: frozenset({FRIEND})},
    )
    for signer in (FRIEND, STRANGER):
        assert NOTE in judged(Claim(signer, over(MINE, signer)), trust=trust).taken
    assert judged(Claim(FRIENDS_PARTNER, over(MINE, "x")), trust=trust).taken == {}


def test_what_nobody_signed_belongs_to_nobody_who_could_change_it():
    known = Known({NOTE: MINE}, {NOTE: {NOBODY}})
    trust = Trust(frozenset({OWN}), partners={NOBODY: frozenset({STRANGER})})
    for signer in (NOBODY, STRANGER):
        assert judged(Claim(signer, over(MINE, "x")), known=known, trust=trust).taken == {}


def test_a_trace_alone_waits_until_there_is_something_to_erase():
    trace = Claim(STRANGER, record(OTHER, "stranger", erased=True))
    assert judged(trace).waiting == (trace,) and judged(trace).taken == {}
    known_trace = Claim(FRIEND, record(OTHER, "friend", erased=True))
    assert judged(known_trace).taken == {OTHER: known_trace.record}
    words = Claim(HOLDER, record(OTHER, "holder"))
    both = judged(trace, words)
    assert both.taken == {OTHER: words.record} and both.waiting == (trace,)


@pytest.mark.parametrize(("set_up", "taken"), [(STRANGER, False), (HOLDER, True), (HOLDERS_HEIR, True)])
def test_whoever_brings_the_program_of_a_circle_erases_nothing_in_it_that_is_not_his(set_up, taken):
    program = record(RecordId("program"), set_up, kind=Kind.PROGRAM, owner=NO_OWNER)
    circle = record(CIRCLE, HOLDER)
    (edition,) = circle.editions
    circle = replace(circle, editions=(replace(edition, body=Circle("C01", program=program.id)),))
    held = {SESSION: {HOLDER}, CIRCLE: {HOLDER}, program.id: {set_up}, NOTE: {OWN}}
    here = Known({NOTE: MINE, SESSION: record(SESSION, HOLDER), CIRCLE: circle, program.id: program}, held)
    made = judged(Claim(set_up, record(NOTE, set_up, erased=True)), known=here)
    assert (NOTE in made.taken, made.waiting == ()) == (taken, taken)


def test_another_thing_under_an_id_waits_with_all_below_it_and_the_honest_come_in():
    circle = record(CIRCLE, "holder")
    known = Known({CIRCLE: circle}, {CIRCLE: {HOLDER}})
    other = Claim(STRANGER, record(CIRCLE, "stranger", kind=Kind.SESSION, owner=RecordId("x")))
    below = Claim(STRANGER, record(RecordId("below"), "stranger", owner=CIRCLE))
    further = Claim(STRANGER, record(RecordId("further"), "stranger", owner=RecordId("below")))
    honest = Claim(HOLDER, record(SESSION, "holder")), Claim(HOLDER, record(NOTE, "holder"))
    result = judged(other, below, further, *honest, known=known)
    assert set(result.waiting) == {other, below, further}
    assert set(result.taken) == {SESSION, NOTE}


def test_of_two_things_with_one_id_the_one_whose_writer_signed_it_comes_in():
    relayed = Claim(STRANGER, record(OTHER, "holder", kind=Kind.THEME, owner=CIRCLE))
    written = Claim(HOLDER, record(OTHER, "holder"))
    unsigned = Claim(NOBODY, record(OTHER, ""))
    for order in ((relayed, written, unsigned), (unsigned, relayed, written)):
        assert judged(*order).taken == {OTHER: written.record}


def test_a_count_that_this_desk_never_gave_waits_when_a_stranger_brings_it():
    known = Known({}, {}, unearned={OTHER})
    for signer, comes in ((STRANGER, False), (NOBODY, False), (HOLDER, False), (OWN, True), (FRIEND, True)):
        result = judged(Claim(signer, record(OTHER, "own")), known=known)
        assert (OTHER in result.taken) is comes and (result.waiting == ()) is comes


@pytest.mark.parametrize("what", [CIRCLE, SESSION])
def test_what_holds_others_words_belongs_to_its_writer_and_not_to_who_hands_it_on(what):
    assert Claim(STRANGER, record(what, "holder/0badcafe")).holders == {HOLDER}
    assert Claim(HOLDER, record(what, "holder")).holders == {HOLDER}
    assert Claim(FRIEND, record(what, "friend", seen=(("holder", 1),))).holders == {HOLDER}


def test_a_note_belongs_to_its_writer_and_to_who_brought_it():
    assert Claim(FRIEND, record(NOTE, "holder/0badcafe.1")).holders == {FRIEND, HOLDER}
    assert Claim(NOBODY, record(NOTE, "holder")).holders == {HOLDER}


def test_heirs_that_name_each_other_in_a_ring_end():
    ring = {DeviceId(str(n)): frozenset({DeviceId(str((n + 1) % 500))}) for n in range(500)}
    trust = Trust(frozenset({OWN}), frozenset({DeviceId("0")}), successors=ring)
    assert trust.knows(DeviceId("499")) and not trust.knows(STRANGER)
