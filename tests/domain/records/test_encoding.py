"""Editions as plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, GroundRule, GuideText, Program, Session
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.live_session import MOST_ADDED, Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.records.encoding import (
    InvalidRecord,
    UnknownKind,
    decode_record,
    decode_records,
    encode_edition,
    json_text,
)
from dialogue_desk.domain.records.records import Edition, Record, Stamp, Version, new_record

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ids = st.sampled_from([RecordId("one"), RecordId("two")])
many = st.lists(ids, max_size=2).map(tuple)
instants = st.integers(0, 4_000_000_000_000)
bodies = st.one_of(
    st.builds(Program, text, text, st.integers(1, 9), sample=st.booleans()),
    st.builds(Circle, text, text, st.none() | ids, text),
    st.builds(
        Session,
        st.integers(1, 9),
        text,
        many,
        start=st.just(5),
        hard_end=st.integers(6, 9),
        people=st.integers(1, 60),
        present=st.none() | st.integers(0, 60),
    ),
    st.builds(GuideText, text, text, text, text),
    st.builds(GroundRule, text, st.integers()),
    st.builds(
        Note,
        st.sampled_from(NoteKind),
        text,
        text,
        st.none() | st.sampled_from(Spread),
        many,
        text,
        st.none() | instants,
    ),
    st.builds(Theme, text),
    st.builds(
        ActionIdea, text, text, many, text, text, st.none() | st.sampled_from(Level), st.sampled_from(Horizon)
    ),
    st.builds(
        Move,
        st.sampled_from(MoveKind),
        instants,
        ids,
        st.integers(0),
        text,
        st.integers(-MOST_ADDED, MOST_ADDED),
    ),
    st.builds(
        lambda rest, end: Move(
            MoveKind.REPLAN, 5, parts=tuple(rest), given=tuple(rest.values()), hard_end=end
        ),
        st.dictionaries(text, st.integers(0, MOST_ADDED)),
        instants,
    ),
)


def a_record(body):
    return new_record(RecordId("r"), RecordId("o"), body, Stamp(DeviceId("d"), 3, 7))


@given(bodies)
def test_a_record_comes_back_as_it_was(body):
    record = a_record(body)
    assert decode_record(encode_edition(record, record.shown)) == record


@given(bodies)
def test_every_field_a_newer_app_wrote_is_kept_and_passed_on(body):
    plain = encode_edition(a_record(body), a_record(body).shown)
    plain["body"]["mood"] = {"deep": [1, "x"]}
    again = decode_record(plain)
    assert again.body == body
    rewritten = again.written(body, Stamp(DeviceId("d"), 9, 9))
    assert encode_edition(rewritten, rewritten.shown)["body"]["mood"] == {"deep": [1, "x"]}


def test_the_same_record_is_written_alike():
    record = a_record(Note(NoteKind.HOPE, "ñandú"))
    assert json_text(encode_edition(record, record.shown)) == (
        '{"at":7,"body":{"kind":"hope","text":"ñandú"},"device":"d","id":"r","kind":"note","owner":"o",'
        '"version":{"d":3}}'
    )


def test_a_removed_and_an_erased_record_come_back_too():
    gone = a_record(Theme("x")).written(None, Stamp(DeviceId("d"), 4, 8))
    assert decode_record(encode_edition(gone, gone.shown)) == gone
    erased = gone.without_words(Stamp(DeviceId("d"), 5, 9))
    assert decode_record(encode_edition(erased, erased.shown)) == erased


def test_the_editions_of_a_conflict_come_together_again():
    editions = tuple(Edition(Version(((who, 1),)), 7, DeviceId(who), Theme(who)) for who in ("there", "here"))
    conflict = Record(RecordId("r"), Kind.THEME, RecordId("o"), editions)
    assert decode_records([encode_edition(conflict, edition) for edition in reversed(editions)]) == {
        conflict.id: conflict
    }


def test_a_record_of_more_editions_than_are_asked_for_is_refused_before_they_are_brought_together():
    plain = encode_edition(a_record(Theme("x")), a_record(Theme("x")).shown)
    lines = [plain | {"version": {f"w{n}": 1}} for n in range(20)]
    assert len(decode_records(lines, 20)[RecordId("r")].editions) == 20
    with pytest.raises(InvalidRecord):
        decode_records(lines, 19)


GOOD = encode_edition(a_record(Note(NoteKind.HOPE, "x")), a_record(Note(NoteKind.HOPE, "x")).shown)


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": "x" * 81},
        {"id": 7},
        {"owner": None},
        {"device": ""},
        {"at": -1},
        {"at": True},
        {"at": 10**18},
        {"at": "noon"},
        {"version": {}},
        {"version": {"d": 0}},
        {"version": {"d": True}},
        {"version": [1]},
        {"version": {"": 1}},
        {"body": []},
        {"body": {"kind": "rumour", "text": "x"}},
        {"body": {"kind": "hope"}},
        {"body": {"kind": "hope", "text": 7}},
        {"body": {"kind": "hope", "text": "x", "themes": "one"}},
        {
            "kind": "session",
            "body": {"number": 1, "plan": "s1", "guides": [], "start": 9, "hard_end": 5, "people": 3},
        },
        {
            "kind": "session",
            "body": {"number": 1, "plan": "s1", "guides": [], "start": 1, "hard_end": 5, "people": -3},
        },
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(InvalidRecord):
        decode_record(GOOD | wrong)


@pytest.mark.parametrize("kind", ["rumour", None, 7, [], {}, {"a": []}, True])
def test_an_unknown_kind_of_record_is_told_apart(kind):
    with pytest.raises(UnknownKind):
        decode_record(GOOD | {"kind": kind})


def test_an_unknown_kind_of_move_is_told_apart_from_one_that_cannot_be():
    move = {"at": 5, "run": "a"}
    with pytest.raises(UnknownKind):
        decode_record(GOOD | {"kind": "move", "body": move | {"kind": "sing"}})
    for wrong in ({"kind": 7}, {}, {"kind": "re-plan", "parts": ["a"]}, {"kind": "re-plan", "given": "a"}):
        with pytest.raises(InvalidRecord) as told:
            decode_record(GOOD | {"kind": "move", "body": move | wrong})
        assert not isinstance(told.value, UnknownKind)


def test_an_unknown_kind_of_note_is_told_apart_from_one_that_cannot_be():
    note = {"kind": "note", "body": {"kind": "joke", "text": "x"}}
    with pytest.raises(UnknownKind):
        decode_record(GOOD | note)
    with pytest.raises(InvalidRecord) as told:
        decode_record(GOOD | {"kind": "note", "body": {"kind": 7, "text": "x"}})
    assert not isinstance(told.value, UnknownKind)


def test_one_id_for_two_things_is_refused():
    with pytest.raises(InvalidRecord):
        decode_records([GOOD, GOOD | {"owner": "elsewhere"}])
