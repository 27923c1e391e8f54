"""Packages: records in a container."""

import json
from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.records import Edition, Stamp, Version, guide_record, new_record
from dialogue_desk.exchange.container import pack
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusal_sentence
from dialogue_desk.words import Words
from tests.exchange.forging import forged, package
from tests.exchange.test_guide_files import PART, SESSION, TOP

ABOUT = About("session", "Bridges", "C07", 2, "2026-03-12")
GUIDE = guide_record(GuideText("evening", "1.0.0", "en", TOP + SESSION + PART))


SESSION_ID = RecordId("019cd9d1-52a0-7007-9f39-0b2018072e8c")


def note(letter, text="x"):
    name = RecordId(f"019cd9d1-52a0-7007-9f39-0b2018072e0{letter}")
    return new_record(name, SESSION_ID, Note(NoteKind.HOPE, text), Stamp(DeviceId("here"), 1, 0))


def read(tmp_path, data):
    path = tmp_path / "x.dialogue"
    path.write_bytes(data)
    return PackageReader(Words()).read(path)


def refusal_of(tmp_path, members):
    with pytest.raises(PackageRefused) as refused:
        read(tmp_path, pack({"what": "session"}, members)[0])
    return refused.value.reason


def test_what_goes_in_comes_out(tmp_path):
    data, identity = contents_of([note("b"), GUIDE, note("a")], ABOUT).packed()
    package = read(tmp_path, data)
    assert (package.about, package.identity, package.origin, package.sealed) == (ABOUT, identity, None, False)
    assert package.records == {one.id: one for one in (note("a"), note("b"), GUIDE)}


def test_the_digest_is_that_of_records_and_guides_alone():
    here = contents_of([note("a"), GUIDE], ABOUT)
    assert here.digest == contents_of([GUIDE, note("a")], About("program")).digest
    assert here.digest != contents_of([note("a", "y"), GUIDE], ABOUT).digest


def test_what_a_package_says_of_itself_may_be_anything_and_is_read_as_far_as_it_makes_sense(tmp_path):
    data, _ = pack({"what": ["x"], "session": "two", "circle": "C07"}, {"records.jsonl": b""})
    assert read(tmp_path, data).about == About("", circle="C07")


def test_a_package_without_records_or_with_a_guide_among_them_is_refused(tmp_path):
    assert refusal_of(tmp_path, {"other.txt": b""}) is Refusal.IMPOSSIBLE
    guide = b'{"id":"g","kind":"guide","owner":"s","version":{"x":1},"at":0,"device":"x"}\n'
    assert refusal_of(tmp_path, {"records.jsonl": guide}) is Refusal.IMPOSSIBLE


def line(record_kind="note", **body):
    """One record as any program may write it."""
    said = {"kind": "hope", "text": "x"} | body
    record = {"id": f"{SESSION_ID}", "kind": record_kind, "owner": str(SESSION_ID), "version": {"x": 1}}
    return json.dumps(record | {"at": 0, "device": "x", "body": said}).encode() + b"\n"


@pytest.mark.parametrize(
    "record",
    [
        line("song"),
        line(spread="half of us"),
        line(consent="asked twice"),
        line(parked="sung"),
        line("action", what="x", level="planet"),
        line("action", what="x", horizon="never"),
        line("move", at=0, run="r", number=1),
        line("session", officers="on the roof"),
        line("closing step", step="sing", state="done"),
    ],
)
def test_a_kind_or_a_choice_that_is_not_known_was_made_by_a_newer_app(tmp_path, record):
    assert refusal_of(tmp_path, {"records.jsonl": record}) is Refusal.NEWER


def test_an_unknown_kind_of_note_was_made_by_a_newer_app(tmp_path):
    lament = line().replace(b'"hope"', b'"lament"')
    assert refusal_of(tmp_path, {"records.jsonl": lament}) is Refusal.NEWER


@pytest.mark.parametrize(
    "members",
    [
        {"records.jsonl": line(text=5)},
        {"records.jsonl": line(themes={"one": 1})},
        {"records.jsonl": b"", "guides/g.guide.md": b"#"},
        {"other.txt": b""},
    ],
)
def test_what_cannot_be_read_in_a_package_of_a_higher_number_was_made_by_a_newer_app(tmp_path, members):
    assert refusal_of(tmp_path, members) is Refusal.IMPOSSIBLE
    (tmp_path / "x.dialogue").write_bytes(
        forged(package(dict(sorted(members.items())), {"what": "session"}, format_version=[1, 99]))
    )
    with pytest.raises(PackageRefused) as refused:
        PackageReader(Words()).read(tmp_path / "x.dialogue")
    assert refused.value.reason is Refusal.NEWER
    assert "newer version of Dialogue Desk" in refusal_sentence(refused.value, Words())


def test_records_that_are_none_of_the_shape_that_is_made_are_refused(tmp_path):
    line = b'{"id":"guide-1","kind":"note","owner":"%s","version":{"x":1},"at":0,"device":"x"}\n'
    assert refusal_of(tmp_path, {"records.jsonl": line % SESSION_ID.encode()}) is Refusal.IMPOSSIBLE


def test_more_guide_than_any_circle_follows_is_refused_on_both_sides(tmp_path):
    long = f"{GUIDE.body.text}{'x' * 1_100_000}"
    members = {f"guides/{number}.guide.md": f"{long}{number}".encode() for number in range(2)}
    assert refusal_of(tmp_path, {"records.jsonl": b"", **members}) is Refusal.TOO_LARGE
    with pytest.raises(PackageRefused) as refused:
        contents_of([guide_record(GuideText("evening", "1", "en", f"{long}{n}")) for n in range(2)], ABOUT)
    assert refused.value.reason is Refusal.TOO_LARGE


def test_a_record_of_more_versions_or_writers_than_others_would_read_is_not_handed_on():
    here, counts = DeviceId("here"), [(f"w{number}", 1) for number in range(101)]
    crowd = tuple(Edition(Version((one,)), 0, here, Note(NoteKind.HOPE, one[0])) for one in counts)
    wide = (Edition(Version(tuple(counts)), 0, here, Note(NoteKind.HOPE, "x")),)
    for editions in (crowd, wide):
        with pytest.raises(PackageRefused) as refused:
            contents_of([replace(note("a"), editions=editions)], ABOUT)
        assert refused.value.reason is Refusal.TOO_LARGE
    contents_of([replace(note("a"), editions=crowd[:32])], ABOUT)
