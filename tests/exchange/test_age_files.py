"""The outside of age files, and those that a passphrase opens."""

from __future__ import annotations

import base64

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.age_files import MOST_WORK, age_file, opened_by_passphrase, sealed_by_passphrase
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import (
    Keyring,
    key_of,
    new_key,
    unsealed,
)

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


@given(st.binary(max_size=300), st.text(max_size=20))
def test_another_program_opens_what_is_sealed_here_by_a_passphrase(data, passphrase):
    typed = passphrase.encode("utf-8", "replace")
    if typed:
        sealed = sealed_by_passphrase(data, typed, QUICK)
        assert pyrage.passphrase.decrypt(sealed, typed.decode()) == data


def test_a_payload_that_was_cut_at_a_whole_piece_or_lengthened_is_damaged():
    sealed = quickly_sealed(bytes(65_536 * 2))
    assert refusal_of(sealed[: -65_536 - 16]) is Refusal.DAMAGED
    assert refusal_of(sealed + bytes(16)) is Refusal.DAMAGED


def test_a_seal_that_would_take_hours_is_left_alone():
    sealed = quickly_sealed(b"words")
    for work in (MOST_WORK + 1, 30, 63, 99):
        assert refusal_of(sealed.replace(b" 4\n", f" {work}\n".encode(), 1)) is Refusal.TOO_HARD


@pytest.mark.parametrize("work", ["0", "04", "+4", "4.0", "100", "", "4 4"])
def test_a_seal_that_does_not_say_how_hard_it_is_is_damaged(work):
    sealed = quickly_sealed(b"words").replace(b" 4\n", f" {work}\n".encode(), 1)
    assert refusal_of(sealed) is Refusal.DAMAGED


def test_a_passphrase_beside_another_way_in_is_damaged(key):
    sealed = quickly_sealed(b"words")
    stanza = sealed[len(b"age-encryption.org/v1\n") : sealed.index(b"---")]
    assert refusal_of(sealed.replace(stanza, stanza + stanza)) is Refusal.DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v1\n--- ",
        b"age-encryption.org/v1\n\n--- AAAA\n",
        b"age-encryption.org/v1\n->\n--- AAAA\n",
        b"age-encryption.org/v1\n-> scrypt  4\n--- AAAA\n",
        b"age-encryption.org/v1\n-> scrypt AA 4\n" + b"A" * 64 + b"\n--- AAAA\n",
        b"age-encryption.org/v1\n-> scrypt AA 4\nAA\n--- AAAA\n",
        b"age-encryption.org/v1\n-> scrypt \xff 4\nAA\n--- AAAA\n",
        b"age-encryption.org/v1\n" + b"-> X25519 " * 100_000,
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\n!!\n-----END AGE ENCRYPTED FILE-----\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\nmore",
        b"-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n",
    ],
)
def test_what_only_begins_as_a_seal_is_damaged(data):
    assert refusal_of(data) is Refusal.DAMAGED


@given(st.binary(max_size=400))
def test_noise_behind_the_first_line_is_refused_and_breaks_nothing(noise):
    key = key_of("AGE-SECRET-KEY-1C9HJ7LMJK575HLJRLVZMCLQ0YDTUMG9NXZ3GCNFYAET3W3UCLFAQPWNSL5")
    for head in (b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> X25519 "):
        assert refusal_of(head + noise, Keyring((key.secret,), ("open",))) in Refusal


def test_armor_is_only_another_way_to_write_it():
    sealed = quickly_sealed(b"words")
    text = base64.encodebytes(sealed).replace(b"\n", b"\r\n")
    armored = b"-----BEGIN AGE ENCRYPTED FILE-----\r\n" + text + b"-----END AGE ENCRYPTED FILE-----\r\n"
    assert unsealed(armored, Keyring(passphrases=("open",))) == b"words"
    assert opened_by_passphrase(age_file(sealed), b"open") == b"words"
