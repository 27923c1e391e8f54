"""Packages are written once, read anywhere, and known by what is in them."""

from __future__ import annotations

import hashlib
import io
import json
import random
import string
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.container import MIMETYPE, manifest_of, pack, refuse_other_formats, unpack
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from tests.exchange.forging import STORED, Forged, forged, package

ABOUT = {"program": "Río Claro", "circle": "C07", "counts": {"notes": 2}, "parts": ["one", "two"]}
MEMBERS = {"records.jsonl": b'{"kind":"note"}\n' * 40, "about.txt": "Léeme\n".encode(), "guide/guide.md": b""}

PIECES = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=8)
NAMES = (
    st.lists(st.lists(PIECES, min_size=1, max_size=3).map(".".join), min_size=1, max_size=3)
    .map("/".join)
    .filter(lambda name: name.lower() not in ("mimetype", "manifest.json"))
)
MEMBERSHIPS = st.lists(
    st.tuples(NAMES, st.binary(max_size=200)), max_size=6, unique_by=lambda pair: pair[0].lower()
).map(dict)
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
KEYS = st.text(string.ascii_letters, max_size=8)
ABOUTS = st.dictionaries(
    KEYS,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


@given(ABOUTS, MEMBERSHIPS)
def test_whatever_goes_in_comes_out(about, members):
    data, made = pack(about, members)
    read = unpack(data)
    assert read.members == members
    assert read.about == manifest_of(about, {}).about
    assert read.identity == made
    assert read.version == (1, 1)


@given(ABOUTS, MEMBERSHIPS, st.randoms(use_true_random=False))
def test_the_order_of_members_and_keys_changes_neither_identity_nor_bytes(about, members, chance):
    def shuffled(things):
        pairs = list(things.items())
        chance.shuffle(pairs)
        return dict(pairs)

    assert pack(shuffled(about), shuffled(members)) == pack(about, members)


def test_identity_is_that_of_the_content_not_of_the_zip():
    plain = [Forged(entry.name, entry.data, method=STORED) for entry in package(MEMBERS, ABOUT)]
    data, made = pack(ABOUT, MEMBERS)
    assert forged(plain) != data
    assert unpack(forged(plain)).identity == made


def test_identity_is_the_hash_of_the_manifest_as_any_program_would_write_it():
    data, made = pack(ABOUT, MEMBERS)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        manifest = file.read("manifest.json")
        names = file.namelist()
    told = json.loads(manifest)
    written = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    assert manifest == written
    assert made == hashlib.sha256(written).hexdigest()
    assert names == ["mimetype", "manifest.json", *(member["name"] for member in told["members"])]
    assert told["format"] == "dialogue-desk/package"
    assert told["format_version"] == [1, 1]


@pytest.mark.parametrize("changed", ["about", "name", "content"])
def test_anything_else_in_it_is_another_identity(changed):
    about, members = dict(ABOUT), dict(MEMBERS)
    match changed:
        case "about":
            about["circle"] = "C08"
        case "name":
            members["other.txt"] = members.pop("about.txt")
        case "content":
            members["about.txt"] += b" "
    assert pack(about, members)[1] != pack(ABOUT, MEMBERS)[1]


def test_text_about_the_package_is_composed_so_that_two_keyboards_agree():
    assert pack({"place": "Ri\u0301o"}, {}) == pack({"place": "Río"}, {})


def test_nothing_of_the_time_or_the_laptop_is_in_the_file():
    with zipfile.ZipFile(io.BytesIO(pack(ABOUT, MEMBERS)[0])) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in file.infolist()} == {3}
        assert {entry.external_attr for entry in file.infolist()} == {0o100644 << 16}


def test_a_package_is_told_by_its_first_bytes():
    assert pack({}, {})[0][30:].startswith(b"mimetype" + MIMETYPE)


def test_a_package_written_by_the_page_alone_is_read():
    content = b'{"kind":"note"}\n'
    told = {
        "format": "dialogue-desk/package",
        "format_version": [1, 0],
        "about": {"circle": "C07"},
        "members": [{"name": "records.jsonl", "size": 16, "sha256": hashlib.sha256(content).hexdigest()}],
    }
    manifest = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.dialogue-desk.package")
        file.writestr("manifest.json", manifest, compress_type=zipfile.ZIP_DEFLATED)
        file.writestr("records.jsonl", content)
    read = unpack(buffer.getvalue())
    assert read.members == {"records.jsonl": content}
    assert read.identity == hashlib.sha256(manifest.encode()).hexdigest()


def test_a_newer_minor_format_is_read_and_keeps_its_own_identity():
    entries = package(MEMBERS, ABOUT, format_version=[1, 7], mood="calm")
    read = unpack(forged(entries))
    assert read.version == (1, 7)
    assert read.members == MEMBERS
    assert read.identity == hashlib.sha256(entries[1].data).hexdigest()


@pytest.mark.parametrize("name", ["mimetype", "manifest.json"])
def test_a_member_cannot_take_the_place_of_the_containers_own(name):
    with pytest.raises(ValueError, match="own"):
        pack({}, {name: b""})


@pytest.mark.parametrize("name", ["../up", "/root", "C:\\x", "a b", "é", "Manifest.json", "", "x" * 121])
def test_a_name_that_would_be_refused_is_not_written(name):
    with pytest.raises(PackageRefused) as refused:
        pack({}, {name: b""})
    assert refused.value.reason is Refusal.UNSAFE


def test_a_package_too_large_to_be_read_is_not_written():
    with pytest.raises(PackageRefused) as refused:
        pack({}, {"records.jsonl": bytes(33 << 20)})
    assert refused.value.reason is Refusal.TOO_LARGE


def test_floats_and_foreign_keys_have_no_place_in_a_manifest():
    with pytest.raises(TypeError):
        pack({"share": [0.5]}, {})
    with pytest.raises(ValueError, match="ASCII"):
        pack({"counts": {"años": 1}}, {})


def _read_or_refused(data, allowed):
    """What reading ``data`` gives: None when refused for one of the ``allowed`` reasons."""
    try:
        return unpack(data)
    except PackageRefused as refused:
        assert refused.reason in allowed  # noqa: PT017
        return None


GOOD, GOOD_IDENTITY = pack(ABOUT, MEMBERS)
GOOD_CONTENT = unpack(GOOD)


@given(st.data())
def test_flipped_bits_are_noticed_or_change_nothing(data):
    flips = data.draw(st.lists(st.integers(0, len(GOOD) * 8 - 1), min_size=1, max_size=4))
    changed = bytearray(GOOD)
    for flip in flips:
        changed[flip // 8] ^= 1 << flip % 8
    assert _read_or_refused(bytes(changed), set(Refusal)) in (None, GOOD_CONTENT)


def test_every_single_flipped_bit_is_noticed_or_changes_nothing():
    read = 0
    for flip in range(len(GOOD) * 8):
        changed = bytearray(GOOD)
        changed[flip // 8] ^= 1 << flip % 8
        found = _read_or_refused(bytes(changed), set(Refusal))
        assert found in (None, GOOD_CONTENT)
        read += found is not None
    # Only what is nobody's content may differ: who made the zip, and attributes that are not a file's type.
    assert read < len(GOOD) * 8 * 0.1


def test_a_package_cut_anywhere_is_said_to_end_too_early():
    for end in range(len(GOOD)):
        assert _read_or_refused(GOOD[:end], {Refusal.CUT_SHORT}) is None


def test_a_package_with_a_hole_is_refused():
    chance = random.Random(7)
    for _ in range(500):
        start, end = sorted(chance.sample(range(len(GOOD)), 2))
        assert _read_or_refused(GOOD[:start] + GOOD[end:], set(Refusal)) is None


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_refused_and_nothing_worse(noise):
    assert _read_or_refused(noise, set(Refusal)) is None
    assert _read_or_refused(GOOD[:200] + noise, set(Refusal)) is None


def test_what_is_read_here_is_what_any_zip_program_reads():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()[2:]} == dict(GOOD_CONTENT.members)


def test_a_manifest_with_a_byte_order_mark_is_none_of_ours():
    with pytest.raises(PackageRefused) as refused:
        refuse_other_formats(b"\xef\xbb\xbf{}")
    assert refused.value.reason is Refusal.FOREIGN
