"""Files made to break the reader: each is refused for what it is, and nothing is left of it."""

from __future__ import annotations

import os
import struct
import tracemalloc
import zipfile
import zlib
from dataclasses import replace

import pytest

from dialogue_desk.exchange.canonical_json import canonical_json
from dialogue_desk.exchange.container import MIMETYPE, file_bytes, manifest_of, unpack
from dialogue_desk.exchange.limits import Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from tests.exchange.forging import (
    FOLDER,
    STORED,
    SYMLINK,
    Forged,
    deflated,
    end_of_zip,
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


@pytest.mark.parametrize(
    "name",
    [
        "../records.jsonl",
        "a/../../b",
        "a/./b",
        "/etc/passwd",
        "//host/share",
        "C:/x",
        "C:\\x",
        "a\\b",
        "a//b",
        "a/",
        "a\0b",
        "a b",
        "a.",
        ".hidden",
        "a/b/c/d",
        "é.json",
        "a\nb",
        "x" * 121,
        "",
    ],
)
def test_a_name_that_leads_anywhere_is_unsafe(name):
    assert refusal_of(forged(package({name: b"x"}))) is Refusal.UNSAFE


@pytest.mark.parametrize("twin", ["records.jsonl", "Records.JSONL"])
def test_twin_names_are_unsafe(twin):
    entries = package(MEMBERS | {twin: b"x"})
    if len(entries) == 3:
        entries.append(Forged(twin.encode(), b"x"))
    assert refusal_of(forged(entries)) is Refusal.UNSAFE


@pytest.mark.parametrize("twin", [b"mimetype", b"manifest.json", b"MANIFEST.json"])
def test_a_second_manifest_is_unsafe(twin):
    assert refusal_of(forged([*package(MEMBERS), Forged(twin, b"{}")])) is Refusal.UNSAFE


def test_two_records_that_share_one_entry_are_unsafe():
    entries = package({"a": b"A" * 1000, "b": b"A" * 1000})
    body = b"".join(entry.local for entry in entries[:3])
    shared = len(body) - len(entries[2].local)
    for second in (entries[2], entries[3]):
        directory = directory_of(entries[:3]) + second.record(shared)
        assert refusal_of(body + directory + end_of_zip(4, directory, body)) is Refusal.UNSAFE


def test_an_entry_within_another_is_unsafe():
    inner = Forged(b"b", b"inside", method=STORED)
    outer = Forged(b"a", inner.local, method=STORED)
    entries = [*package({"a": outer.data, "b": inner.data})[:2], outer]
    body = b"".join(entry.local for entry in entries)
    directory = directory_of(entries) + inner.record(len(body) - len(inner.local))
    assert refusal_of(body + directory + end_of_zip(4, directory, body)) is Refusal.UNSAFE


def directory_of(entries):
    starts = [sum(len(entry.local) for entry in entries[:place]) for place in range(len(entries))]
    return b"".join(entry.record(start) for entry, start in zip(entries, starts, strict=True))


@pytest.mark.parametrize(
    "stray",
    [
        {"after": b"more"},
        {"comment": b"a comment"},
        {"before_end": b"PK\x06\x07" + bytes(16)},
        {"count": 2},
        {"count": 4},
    ],
)
def test_bytes_that_no_entry_accounts_for_are_unsafe(stray):
    assert refusal_of(forged(package(MEMBERS), **stray)) is Refusal.UNSAFE


def test_bytes_between_entries_are_unsafe():
    assert refusal_of(forged(with_last(package(MEMBERS), followed_by=b"hidden"))) is Refusal.UNSAFE


@pytest.mark.parametrize("before", [b"MZ program", b"%PDF-1.7", b"#!/bin/sh\n"])
def test_a_program_with_a_package_behind_it_is_not_a_package(before):
    assert refusal_of(forged(package(MEMBERS), before=before)) is Refusal.NOT_A_PACKAGE


def test_a_package_with_a_second_one_behind_it_is_unsafe():
    assert refusal_of(forged(package(MEMBERS)) * 2) is Refusal.UNSAFE


@pytest.mark.parametrize(("claim", "reason"), [(None, Refusal.TOO_LARGE), (10, Refusal.DAMAGED)])
def test_a_bomb_is_refused_without_unpacking_it_whatever_size_it_claims(claim, reason):
    raw = deflated(bytes(100_000_000))
    size = 100_000_000 if claim is None else claim
    bomb = forged(with_last(package(MEMBERS), raw=raw, size=size, checksum=0))
    tracemalloc.start()
    try:
        assert refusal_of(bomb) is reason
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [0, 1, 639, 641, 1_000_000])
def test_a_member_of_another_size_than_it_claims_is_damaged(size):
    assert refusal_of(forged(with_last(package(MEMBERS), size=size))) is Refusal.DAMAGED


def test_a_size_that_differs_between_header_and_directory_is_unsafe():
    assert refusal_of(forged(with_last(package(MEMBERS), listed_size=7))) is Refusal.UNSAFE


def test_a_name_that_differs_between_header_and_directory_is_unsafe():
    assert refusal_of(forged(with_last(package(MEMBERS), listed_name=b"recordz.jsonl"))) is Refusal.UNSAFE


@pytest.mark.parametrize(
    "lie", [{"listed_at": 0}, {"listed_at": 0xFFFFFFFF}, {"listed_disk": 1}, {"listed_comment_length": 1}]
)
def test_a_directory_that_lies_about_where_things_are_is_unsafe(lie):
    assert refusal_of(forged(with_last(package(MEMBERS), **lie))) is Refusal.UNSAFE


def test_a_directory_without_its_signature_is_unsafe():
    data = forged(package(MEMBERS))
    assert refusal_of(data.replace(b"PK\x01\x02", b"PK\x05\x05", 1)) is Refusal.UNSAFE


@pytest.mark.parametrize("at", range(4, 22))
def test_an_end_record_that_lies_is_refused(at):
    data = bytearray(forged(package(MEMBERS)))
    for value in (data[at - 22] ^ 1, 0xFF):
        data[at - 22] = value
        assert refusal_of(bytes(data)) in (Refusal.UNSAFE, Refusal.TOO_LARGE)


def test_a_manifest_that_lies_about_a_size_is_damage():
    told = manifest_of({}, MEMBERS).members[0]
    entries = package(MEMBERS, members=[replace(told, size=told.size + 1)])
    assert refusal_of(forged(entries)) is Refusal.DAMAGED


def test_a_wrong_checksum_is_damage():
    assert refusal_of(forged(with_last(package(MEMBERS), checksum=1))) is Refusal.DAMAGED


def test_other_content_than_the_manifest_vouches_for_is_damage():
    other = b'{"kind":"lied"}\n' * 40
    assert refusal_of(forged(with_last(package(MEMBERS), data=other))) is Refusal.DAMAGED


def test_packed_bytes_that_are_noise_are_damage():
    assert refusal_of(forged(with_last(package(MEMBERS), raw=b"\xff" * 20))) is Refusal.DAMAGED


def test_bytes_behind_a_packed_stream_are_damage():
    entries = package(MEMBERS)
    assert refusal_of(forged(with_last(entries, raw=entries[-1].packed + b"tail"))) is Refusal.DAMAGED


def test_a_packed_stream_without_its_end_is_damage():
    entries = package(MEMBERS)
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    endless = packing.compress(entries[-1].data) + packing.flush(zlib.Z_SYNC_FLUSH)
    assert refusal_of(forged(with_last(entries, raw=endless))) is Refusal.DAMAGED


@pytest.mark.parametrize("flags", [0x1, 0x8, 0x40, 0x2000])
def test_encrypted_members_and_sizes_told_afterwards_are_unsafe(flags):
    assert refusal_of(forged(with_last(package(MEMBERS), flags=flags))) is Refusal.UNSAFE


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 99])
def test_other_ways_of_packing_are_unsafe(method):
    assert refusal_of(forged(with_last(package(MEMBERS), method=method))) is Refusal.UNSAFE


@pytest.mark.parametrize("attributes", [SYMLINK, FOLDER, 0o060000 << 16, 0x10])
def test_links_folders_and_devices_are_unsafe(attributes):
    assert refusal_of(forged(with_last(package(MEMBERS), attributes=attributes))) is Refusal.UNSAFE


ZIP64 = struct.pack("<2H2Q", 1, 16, 640, 640)


@pytest.mark.parametrize(
    "trick",
    [
        {"extra": ZIP64},
        {"listed_extra": ZIP64},
        {"listed_comment": b"hello"},
        {"extra": ZIP64, "listed_extra": ZIP64},
    ],
)
def test_extra_fields_and_comments_are_unsafe(trick):
    assert refusal_of(forged(with_last(package(MEMBERS), **trick))) is Refusal.UNSAFE


def test_sizes_hidden_in_zip64_are_too_large_or_beyond_the_file():
    hidden = with_last(package(MEMBERS), size=0xFFFFFFFF, packed_size=0xFFFFFFFF, extra=ZIP64)
    assert refusal_of(forged(hidden)) is Refusal.UNSAFE
    claimed = with_last(package(MEMBERS), size=0xFFFFFFFF)
    assert refusal_of(forged(claimed)) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    "limits",
    [
        Limits(file=500),
        Limits(members=2),
        Limits(member=600),
        Limits(total=700),
        Limits(ratio=2, always_fine=100),
        Limits(manifest=50),
    ],
    ids=["file", "members", "member", "total", "ratio", "manifest"],
)
def test_each_limit_holds(limits):
    assert refusal_of(forged(package(MEMBERS)), limits) is Refusal.TOO_LARGE


def test_a_page_of_one_letter_packs_small_and_is_still_read():
    assert unpack(forged(package({"note.txt": b"a" * 1_000_000}))).members["note.txt"]


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
