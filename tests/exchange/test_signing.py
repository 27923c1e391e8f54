"""The slip that says which laptop wrote a package, and that nobody changed it since."""

from __future__ import annotations

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dialogue_desk.domain.records.trust import VouchKind
from dialogue_desk.exchange.canonical_json import canonical_json
from dialogue_desk.exchange.container import pack, unpack
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.signing import (
    MOST_VOUCHES,
    PackageOrigin,
    fingerprint,
    is_fingerprint,
    public_key,
    read_slip,
    short_device,
    signing,
    vouch,
)
from tests.exchange.forging import Forged, deflated, forged, package, with_last

SECRET, OTHER = bytes(range(32)), bytes(32)
WRITTEN = PackageOrigin("019cd9d1-52a0-7007-9f39-0b2018072e8c", revision=2, replaces="ab" * 32)
MEMBERS = {"records.jsonl": b'{"kind":"note"}\n'}


def signed(secret=SECRET, written=WRITTEN):
    return pack({"circle": "C07"}, MEMBERS, signing(secret, written))


def refusal_of(slip, identity):
    with pytest.raises(PackageRefused) as refused:
        read_slip(slip, identity)
    return refused.value.reason


def altered(slip, **changes):
    told = json.loads(slip) | changes
    return json.dumps({k: v for k, v in told.items() if v is not None}, sort_keys=True).encode()


def test_a_signed_package_tells_who_wrote_it_and_which_revision_it_is():
    data, identity = signed()
    read = unpack(data)
    written = read_slip(read.slip, read.identity)
    assert read.identity == identity
    assert written == PackageOrigin(WRITTEN.device, public_key(SECRET), 2, "ab" * 32)


def test_the_same_records_have_the_same_identity_whoever_signs_them_and_when_nobody_does():
    unsigned = pack({"circle": "C07"}, MEMBERS)
    assert unpack(unsigned[0]).slip is None
    assert signed()[1] == signed(OTHER)[1] == unsigned[1]


def test_a_laptop_signs_the_same_package_the_same_way_each_time():
    assert signed() == signed()


@pytest.mark.parametrize(
    "change",
    [
        {"device": "another"},
        {"revision": 3},
        {"replaces": ""},
        {"identity": "00" * 32},
        {"key": public_key(OTHER)},
        {"signature": "00" * 64},
        {"mood": "newer"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_slip_that_was_changed_is_forged(change):
    data, identity = signed()
    assert refusal_of(altered(unpack(data).slip, **change), identity) is Refusal.FORGED


def test_a_slip_taken_from_another_package_is_forged():
    _, other = pack({"circle": "C08"}, MEMBERS)
    assert refusal_of(signing(SECRET, WRITTEN)(other), signed()[1]) is Refusal.FORGED


@pytest.mark.parametrize(
    "change",
    [
        {"device": ""},
        {"device": 5},
        {"device": "x" * 81},
        {"revision": -1},
        {"revision": True},
        {"revision": 10**9},
        {"replaces": "x"},
        {"replaces": 1},
        {"key": "x"},
        {"key": None},
        {"signature": None},
        {"signature": "ZZ" * 64},
    ],
    ids=str,
)
def test_a_slip_with_impossible_values_is_refused(change):
    data, identity = signed()
    assert refusal_of(altered(unpack(data).slip, **change), identity) is Refusal.IMPOSSIBLE


def test_fields_of_a_newer_app_in_a_slip_are_covered_and_left_aside():
    told = {"device": "d", "identity": "00" * 32, "key": public_key(SECRET), "mood": ["sunny", 3]}
    text = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    signature = Ed25519PrivateKey.from_private_bytes(SECRET).sign(b"dialogue-desk/signature\n" + text)
    assert read_slip(altered(text, signature=signature.hex()), "00" * 32).device == "d"


def test_the_slip_stands_last_and_once_and_nothing_else_stands_there():
    entries = package(MEMBERS)
    slip = Forged(b"signature.json", b"{}")
    assert unpack(forged([*entries, slip])).slip == b"{}"
    for beyond in ([slip, Forged(b"more", b"")], [Forged(b"other.json", b"{}")], [slip, slip]):
        with pytest.raises(PackageRefused):
            unpack(forged([*entries, *beyond]))
    with pytest.raises(PackageRefused):
        unpack(forged([*entries[:2], slip, *entries[2:]]))


def test_a_slip_of_any_size_is_refused_before_it_is_unpacked():
    entries = [*package(MEMBERS), Forged(b"signature.json", b"{}")]
    size = 2 * 1024 * 1024
    with pytest.raises(PackageRefused) as refused:
        unpack(forged(with_last(entries, raw=deflated(bytes(size)), size=size, checksum=0)))
    assert refused.value.reason is Refusal.TOO_LARGE


def test_no_member_takes_the_place_of_the_slip():
    with pytest.raises(ValueError, match="container's own"):
        pack({}, {"signature.json": b"{}"})


@pytest.mark.parametrize(
    ("device", "short"),
    [("019cd9d1-52a0-7007-9f39-0b2018072e8c", "1807 2e8c"), ("abc", "abc"), ("a\u202eb\n", "ab"), ("", "")],
)
def test_a_laptop_has_a_short_name_to_compare(device, short):
    assert short_device(device) == short


NAME, FRIEND = fingerprint(public_key(SECRET)), fingerprint(public_key(OTHER))
SAID = vouch(SECRET, NAME, VouchKind.CIRCLE, FRIEND, public_key(OTHER))


def slip_with(*vouches, **more):
    """A slip that is signed as it should be, whatever it vouches for."""
    told = {"device": NAME, "identity": "00" * 32, "key": public_key(SECRET), "vouches": list(vouches)} | more
    signature = Ed25519PrivateKey.from_private_bytes(SECRET).sign(
        b"dialogue-desk/signature\n" + canonical_json(told)
    )
    return canonical_json(told | {"signature": signature.hex()})


def plain(said):
    names = ("kind", "by", "by_key", "of", "of_key", "signature")
    return {name: str(getattr(said, name)) for name in names}


def test_a_laptop_is_named_after_its_key_and_after_no_other():
    assert is_fingerprint(NAME) and not is_fingerprint(WRITTEN.device)
    assert read_slip(slip_with(), "00" * 32).device == NAME
    assert refusal_of(slip_with(device=FRIEND), "00" * 32) is Refusal.FORGED


@pytest.mark.parametrize("kind", VouchKind)
def test_what_a_laptop_says_of_another_goes_along(kind):
    said = vouch(SECRET, NAME, kind, FRIEND, public_key(OTHER))
    data, identity = signed(written=PackageOrigin(NAME, vouches=(said, SAID)))
    assert read_slip(unpack(data).slip, identity).vouches == (said, SAID)


def test_what_is_said_of_others_does_not_change_what_a_package_is():
    assert signed(written=PackageOrigin(NAME, vouches=(SAID,)))[1] == signed()[1]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "successor"},
        {"of": "somebody-else"},
        {"of": NAME},
        {"of_key": public_key(bytes([9]) * 32)},
        {"by": "somebody-else"},
        {"by": FRIEND},
        {"by_key": public_key(OTHER)},
        {"signature": "00" * 64},
    ],
    ids=lambda change: f"{next(iter(change))}-{next(iter(change.values()))[:4]}",
)
def test_a_vouch_that_was_changed_is_forged_whoever_signs_the_slip(change):
    assert refusal_of(slip_with(plain(SAID) | change), "00" * 32) is Refusal.FORGED


def test_a_vouch_signed_with_another_key_than_it_says_is_forged():
    stolen = plain(vouch(OTHER, FRIEND, VouchKind.CIRCLE, NAME, public_key(SECRET)))
    assert refusal_of(slip_with(stolen | {"by": NAME, "by_key": public_key(SECRET)}), "00" * 32) is (
        Refusal.FORGED
    )


@pytest.mark.parametrize(
    "change",
    [{"by": ""}, {"of": "a b"}, {"of": 5}, {"by_key": "x"}, {"of_key": None}, {"signature": "zz"}],
    ids=str,
)
def test_a_vouch_with_impossible_values_is_refused(change):
    assert refusal_of(slip_with(plain(SAID) | change), "00" * 32) is Refusal.IMPOSSIBLE


def test_a_slip_vouches_for_so_many_laptops_and_no_more():
    full = [plain(SAID)] * MOST_VOUCHES
    assert len(read_slip(slip_with(*full), "00" * 32).vouches) == MOST_VOUCHES
    assert refusal_of(slip_with(*full, plain(SAID)), "00" * 32) is Refusal.IMPOSSIBLE
    assert refusal_of(slip_with(vouches="many"), "00" * 32) is Refusal.IMPOSSIBLE


@pytest.mark.parametrize("newer", [{"kind": "godmother"}, {"kind": []}, {}, 5, None, ["circle"]], ids=str)
def test_what_a_newer_app_says_of_laptops_is_left_aside(newer):
    assert read_slip(slip_with(newer, plain(SAID)), "00" * 32).vouches == (SAID,)
