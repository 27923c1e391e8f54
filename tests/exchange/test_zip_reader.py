"""Zips that lie: one shape of zip has one meaning, and every other shape is refused."""

from __future__ import annotations

import struct
import tracemalloc
import zlib

import pytest

from dialogue_desk.exchange.container import unpack
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


def test_a_wrong_checksum_is_damage():
    assert refusal_of(forged(with_last(package(MEMBERS), checksum=1))) is Refusal.DAMAGED


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
        Limits(manifest=50),
    ],
    ids=["file", "members", "member", "total", "manifest"],
)
def test_each_limit_holds(limits):
    assert refusal_of(forged(package(MEMBERS)), limits) is Refusal.TOO_LARGE


def test_a_page_of_one_letter_packs_small_and_is_still_read():
    assert unpack(forged(package({"note.txt": b"a" * 1_000_000}))).members["note.txt"]
