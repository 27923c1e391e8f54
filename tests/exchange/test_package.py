"""Packages: records in a container."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.records import Edition, Stamp, Version, guide_record, new_record
from dialogue_desk.exchange.container import pack
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.words import Words
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


def test_a_guide_that_cannot_be_read_and_a_kind_that_is_not_known_are_told_apart(tmp_path):
    assert refusal_of(tmp_path, {"records.jsonl": b"", "guides/g.guide.md": b"#"}) is Refusal.IMPOSSIBLE
    song = b'{"id":"n","kind":"song","owner":"s","version":{"x":1},"at":0,"device":"x"}\n'
    assert refusal_of(tmp_path, {"records.jsonl": song}) is Refusal.UNKNOWN_KIND


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
