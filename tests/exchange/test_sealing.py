"""Sealed packages: what opens them, what does not, and that the age tool and this app agree."""

from __future__ import annotations

import base64
import textwrap
from pathlib import Path

import pyrage
import pytest

from dialogue_desk.exchange.age_files import age_file, sealed_by_passphrase
from dialogue_desk.exchange.limits import Limits
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import (
    Keyring,
    NotAKey,
    Seal,
    Strength,
    is_public_key,
    key_file,
    new_key,
    read_key_file,
    strength_of,
    unsealed,
)
from dialogue_desk.words import Words

PACKAGES = Path(__file__).parents[1] / "packages"
BY_THE_TOOL = PACKAGES / "sealed"
PASSPHRASE = "Oak Street, ñandú 1973"
KEYS = Keyring(passphrases=("open",))
QUICK = 4
"""So little work that tests do not wait for it."""


def quickly_sealed(data, passphrase=b"open"):
    return sealed_by_passphrase(data, passphrase, QUICK)


def refusal_of(data, keys=KEYS, **more):
    with pytest.raises(PackageRefused) as refused:
        unsealed(data, keys, **more)
    return refused.value.reason


@pytest.fixture(scope="module")
def key():
    return new_key()


@pytest.mark.parametrize("name", ["to-a-key", "as-text", "by-passphrase"])
def test_what_the_age_tool_sealed_opens_here(name):
    (held,) = read_key_file(BY_THE_TOOL / "organizer.age-key")
    sealed = (BY_THE_TOOL / f"{name}.dialogue.age").read_bytes()
    whole = (PACKAGES / "v1" / "session.dialogue").read_bytes()
    assert unsealed(sealed, Keyring((held.secret,), (PASSPHRASE,))) == whole


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
def test_every_size_comes_out_as_it_went_in(size, key):
    data = bytes(i % 251 for i in range(size))
    assert pyrage.passphrase.decrypt(quickly_sealed(data), "open") == data
    assert unsealed(quickly_sealed(data), Keyring(passphrases=("open",))) == data
    assert unsealed(Seal(to=(key.public,)).put_on(data), Keyring((key.secret,))) == data


def test_a_seal_by_passphrase_works_as_hard_as_the_age_tool_and_opens_however_it_was_composed():
    sealed = Seal(passphrase="cafe\u0301 street").put_on(b"words")
    assert age_file(sealed).stanzas[0].arguments[1] == "18"
    assert unsealed(sealed, Keyring(passphrases=("no", "caf\u00e9 street"))) == b"words"


def test_what_is_not_sealed_passes_as_it_is():
    assert Seal().put_on(b"PK") == b"PK" == unsealed(b"PK", Keyring())
    assert not Seal() and Seal(passphrase="x") and Seal(to=("age1",))


def test_any_of_several_keys_opens(key):
    other = new_key()
    sealed = Seal(to=(other.public, key.public)).put_on(b"words")
    for held in (key, other):
        assert unsealed(sealed, Keyring((new_key().secret, held.secret))) == b"words"


def test_each_way_not_to_open_is_told_apart(key):
    to_a_key, by_words = Seal(to=(key.public,)).put_on(b"words"), quickly_sealed(b"words")
    assert refusal_of(by_words, Keyring((key.secret,))) is Refusal.LOCKED
    assert refusal_of(by_words, Keyring(passphrases=("Open",))) is Refusal.WRONG_PASSPHRASE
    assert refusal_of(to_a_key, Keyring()) is Refusal.SEALED_TO_OTHERS
    assert refusal_of(to_a_key, Keyring((new_key().secret,), ("open",))) is Refusal.SEALED_TO_OTHERS


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_a_seal_that_was_changed_anywhere_does_not_open(key):
    good = {Refusal.DAMAGED, Refusal.WRONG_PASSPHRASE, Refusal.TOO_HARD}
    for sealed, keys in (
        (quickly_sealed(b"words"), Keyring(passphrases=("open",))),
        (Seal(to=(key.public,)).put_on(b"words"), Keyring((key.secret,))),
    ):
        for at in range(len("age-encryption.org/v1\n"), len(sealed)):
            changed = flipped(sealed, at)
            assert refusal_of(changed, keys) in good | {Refusal.SEALED_TO_OTHERS}
            assert refusal_of(sealed[:at], keys) in good | {Refusal.SEALED_TO_OTHERS}


def test_what_is_sealed_is_held_to_the_same_size():
    assert refusal_of(quickly_sealed(bytes(2_000)), limits=Limits(file=1_000)) is Refusal.TOO_LARGE


def test_a_key_file_is_read_wherever_it_was_written(tmp_path, key):
    file = tmp_path / "organizer.age-key"
    file.write_bytes(key_file(key))
    assert read_key_file(file) == (key,)
    file.write_bytes(b"\xef\xbb\xbf# mine\r\n" + key.secret.encode() + b"\r\n")
    assert read_key_file(file) == (key,)
    assert key.secret not in repr(key)


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1" + "Q" * 58, "age1abc", "a letter"])
def test_a_file_that_holds_no_key_is_told(tmp_path, text):
    file = tmp_path / "no.age-key"
    file.write_text(text)
    with pytest.raises(NotAKey):
        read_key_file(file)


def test_only_a_public_key_can_be_sealed_to(key):
    assert is_public_key(key.public)
    for text in ("", "age1", key.secret, key.public + "x", "ssh-ed25519 AAAA"):
        assert not is_public_key(text)
        with pytest.raises(NotAKey):
            Seal(to=(text,)).put_on(b"")


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.NONE),
        ("oak", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("password1!", Strength.FAIR),
        ("bench lamp river Tuesday", Strength.STRONG),
        ("vX9#kq2!Lm7$Zr4&", Strength.STRONG),
    ],
)
def test_the_strength_of_a_passphrase_is_told_in_four_steps(passphrase, strength):
    assert strength_of(passphrase) is strength


def test_a_sealed_package_is_read_as_the_package_it_is():
    (held,) = read_key_file(BY_THE_TOOL / "organizer.age-key")
    open_one = PackageReader(Words()).read(PACKAGES / "v1" / "session.dialogue")
    sealed = PackageReader(Words(), Keyring((held.secret,))).read(BY_THE_TOOL / "as-text.dialogue.age")
    assert (sealed.identity, sealed.records, sealed.sealed) == (open_one.identity, open_one.records, True)
    assert not open_one.sealed


def test_a_refusal_names_the_sealed_file():
    with pytest.raises(PackageRefused) as refused:
        PackageReader(Words()).read(BY_THE_TOOL / "to-a-key.dialogue.age")
    assert refused.value.places == {"file": "to-a-key.dialogue.age"}


def test_a_key_in_armor_that_powershell_saved_in_utf_16_is_read(tmp_path):
    key, path = new_key(), tmp_path / "mine.txt"
    columns = textwrap.wrap(base64.b64encode(key_file(key, "open")).decode(), 64)
    armor = ("-----BEGIN AGE ENCRYPTED FILE-----", *columns, "-----END AGE ENCRYPTED FILE-----", "")
    path.write_bytes("\r\n".join(armor).encode("utf-16"))
    assert read_key_file(path, Keyring(passphrases=("open",))) == (key,)
