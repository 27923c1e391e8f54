"""Files made to break the reader: each is refused for what it is, and nothing is left of it."""

from __future__ import annotations

import os
import struct
import tracemalloc
import zipfile
from dataclasses import replace

import pytest

from dialogue_desk.exchange.canonical_json import canonical_json
from dialogue_desk.exchange.container import MIMETYPE, file_bytes, manifest_of, unpack
from dialogue_desk.exchange.limits import Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from tests.exchange.forging import (
    STORED,
    SYMLINK,
    Forged,
    forged,
    package,
    with_last,
)

MEMBERS = {"records.jsonl": b'{"kind":"note"}\n' * 40}


def refusal_of(data, limits=None):
    with pytest.raises(PackageRefused) as refused:
        unpack(data, limits or Limits())
    return refused.value.reason


def test_the_forger_can_also_be_honest():
    assert unpack(forged(package(MEMBERS))).members == MEMBERS


@pytest.mark.parametrize("twin", [b"mimetype", b"manifest.json", b"MANIFEST.json"])
def test_a_second_manifest_is_unsafe(twin):
    assert refusal_of(forged([*package(MEMBERS), Forged(twin, b"{}")])) is Refusal.UNSAFE


def test_a_manifest_that_lies_about_a_size_is_damage():
    told = manifest_of({}, MEMBERS).members[0]
    entries = package(MEMBERS, members=[replace(told, size=told.size + 1)])
    assert refusal_of(forged(entries)) is Refusal.DAMAGED


def test_other_content_than_the_manifest_vouches_for_is_damage():
    other = b'{"kind":"lied"}\n' * 40
    assert refusal_of(forged(with_last(package(MEMBERS), data=other))) is Refusal.DAMAGED


ZIP64 = struct.pack("<2H2Q", 1, 16, 640, 640)


def test_members_and_manifest_must_name_the_same_things():
    missing = package(MEMBERS | {"guide.md": b"# Guide"})
    missing.pop(2)
    assert refusal_of(forged(missing)) is Refusal.DAMAGED
    assert refusal_of(forged([*package(MEMBERS), Forged(b"zzz", b"extra")])) is Refusal.DAMAGED


def test_members_out_of_order_are_refused():
    entries = package({"a": b"1", "b": b"2"})
    assert refusal_of(forged([*entries[:2], entries[3], entries[2]])) is Refusal.DAMAGED
    backwards = tuple(reversed(manifest_of({}, {"a": b"1", "b": b"2"}).members))
    entries = package({"a": b"1", "b": b"2"}, members=backwards)
    assert refusal_of(forged([*entries[:2], entries[3], entries[2]])) is Refusal.IMPOSSIBLE


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"not json",
        b"\xff",
        b"{}",
        b'{"format":"dialogue-desk/package"}',
        b'{"format":"dialogue-desk/package","format_version":[]}',
        b'{"format":"dialogue-desk/package","format_version":[1.0,0]}',
        b'{"format":"dialogue-desk/package","format_version":"1.0"}',
        b'{"format":"dialogue-desk/package","format_version":[1,0]}',
        b'{"about":[],"format":"dialogue-desk/package","format_version":[1,0],"members":[]}',
        b'{"about":{"a":1,"a":2},"format":"dialogue-desk/package","format_version":[1,0],"members":[]}',
        b'{"about":{"a":1.5},"format":"dialogue-desk/package","format_version":[1,0],"members":[]}',
        b'{"about":{"a":"\\u0000"},"format":"dialogue-desk/package","format_version":[1,0],"members":[]}',
        b'{"about": {},"format":"dialogue-desk/package","format_version":[1,0],"members":[]}',
        b'{"format":"dialogue-desk/package","about":{},"format_version":[1,0],"members":[]}',
        b'{"about":{},"format":"dialogue-desk/package","format_version":[0,9],"members":[]}',
        b'{"about":{},"format":"dialogue-desk/package","format_version":[1,-1],"members":[]}',
        b'{"about":{},"format":"dialogue-desk/package","format_version":[1,0],"members":[{"name":"a"}]}',
        b'{"about":' + b'{"a":' * 50_000,
        b'{"about":' + b"[" * 50_000 + b"]" * 50_000 + b',"format":"x"}',
    ],
)
def test_a_manifest_that_breaks_a_rule_is_refused(manifest):
    entries = package({})
    assert refusal_of(forged([entries[0], Forged(b"manifest.json", manifest)])) is Refusal.IMPOSSIBLE


def test_a_manifest_of_another_format_is_foreign():
    assert refusal_of(forged(package(MEMBERS, format="elsewhere/bundle"))) is Refusal.FOREIGN


def test_a_newer_major_format_is_told_before_anything_else_is_judged():
    strange = Forged(b"../strange", b"x", method=93, flags=1, attributes=SYMLINK, listed_extra=ZIP64)
    entries = package(MEMBERS, format_version=[2, 0, 1], members="elsewhere", weight=1.5)
    assert refusal_of(forged([*entries[:2], strange], after=b"signature")) is Refusal.NEWER


def test_a_damaged_manifest_is_not_taken_for_a_newer_one():
    newer = package(MEMBERS, format_version=[2, 0])
    changed = [newer[0], Forged(newer[1].name, newer[1].data, checksum=1), *newer[2:]]
    assert refusal_of(forged(changed)) is Refusal.DAMAGED


def test_a_manifest_elsewhere_than_second_is_unsafe():
    entries = package(MEMBERS)
    assert refusal_of(forged([entries[0], entries[2], entries[1]])) is Refusal.UNSAFE


def test_other_zips_are_foreign(tmp_path):
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", "<document/>" * 20)
    assert refusal_of(path.read_bytes()) is Refusal.FOREIGN
    entries = package(MEMBERS)
    epub = Forged(b"mimetype", b"application/epub+zip, and more of it", method=STORED)
    assert refusal_of(forged([epub, *entries[1:]])) is Refusal.FOREIGN


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (b"mimetypeapplication/vnd.dialogue-desk.package", b""),
        (b"mimetypeapplication/vnd.dialogue-desk.package", MIMETYPE),
        (b"mimetype", MIMETYPE + b"-of-another-kind"),
    ],
)
def test_a_zip_that_only_begins_like_a_package_is_foreign(name, data):
    first = Forged(name, data, method=STORED)
    assert refusal_of(forged([first, *package(MEMBERS)[1:]])) is Refusal.FOREIGN


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"hello", b"\x89PNG\r\n", b"age-encryption.org/v1\n", b"\0" * 99]
)
def test_other_files_are_not_packages(data):
    assert refusal_of(data) is Refusal.NOT_A_PACKAGE


def test_an_empty_file_ends_too_early():
    assert refusal_of(b"") is Refusal.CUT_SHORT


def refusal_of_file(path, limits=None):
    with pytest.raises(PackageRefused) as refused:
        unpack(file_bytes(path, limits or Limits()), limits or Limits())
    return refused.value.reason


def test_a_folder_is_not_a_package(tmp_path):
    folder = tmp_path / "folder.dialogue"
    folder.mkdir()
    assert refusal_of_file(folder) is Refusal.NOT_A_PACKAGE


def test_a_file_that_is_gone_cannot_be_read(tmp_path):
    assert refusal_of_file(tmp_path / "gone.dialogue") is Refusal.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    pipe = tmp_path / "pipe.dialogue"
    os.mkfifo(pipe)
    assert refusal_of_file(pipe) is Refusal.NOT_A_PACKAGE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_unreadable(tmp_path):
    path = tmp_path / "locked.dialogue"
    path.write_bytes(forged(package(MEMBERS)))
    path.chmod(0)
    assert refusal_of_file(path) is Refusal.UNREADABLE


def test_a_link_that_leads_to_itself_is_unreadable(tmp_path):
    path = tmp_path / "loop.dialogue"
    path.symlink_to(path)
    assert refusal_of_file(path) is Refusal.UNREADABLE


def test_a_file_beyond_the_limit_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "huge.dialogue"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    try:
        assert refusal_of_file(path, Limits(file=100_000)) is Refusal.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_reading_leaves_nothing_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "in.dialogue"
    path.write_bytes(forged(package({"../out": b"x"})))
    assert refusal_of_file(path) is Refusal.UNSAFE
    path.write_bytes(forged(package({"here/it.txt": b"x"})))
    unpack(file_bytes(path))
    assert list(tmp_path.iterdir()) == [path]


def test_a_number_too_long_for_python_to_print_is_refused():
    long = (
        b'{"about":{"a":'
        + b"9" * 6000
        + b'},"format":"dialogue-desk/package","format_version":[1,0],"members":[]}'
    )
    entries = package({})
    assert refusal_of(forged([entries[0], Forged(b"manifest.json", long)])) is Refusal.IMPOSSIBLE
    version = b'{"format":"dialogue-desk/package","format_version":[' + b"9" * 6000 + b"]}"
    assert refusal_of(forged([entries[0], Forged(b"manifest.json", version)])) is Refusal.IMPOSSIBLE


def test_canonical_manifests_are_what_the_forger_writes():
    assert package(MEMBERS)[1].data == canonical_json(manifest_of({}, MEMBERS))
