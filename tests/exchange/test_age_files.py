"""The outside of age files, and those that a passphrase opens."""

from __future__ import annotations

import base64
import subprocess
import sys

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.age_files import (
    MOST_WORK,
    age_file,
    is_age,
    opened_by_passphrase,
    sealed_by_passphrase,
    without_armor,
)
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


BEGIN, END = b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----"
WORDS = next(b"words" + b"!" * n for n in range(9) if len(quickly_sealed(b"words" + b"!" * n)) % 3 == 1)
SEALED = quickly_sealed(WORDS)
"""Its last line ends in two signs of padding."""


def columns(data, width=64):
    text = base64.b64encode(data)
    return [text[at : at + width] for at in range(0, len(text), width)]


def armor(*lines, eol=b"\n"):
    return eol.join([BEGIN, *lines, END, b""])


LINES = columns(SEALED)
*FIRST, LAST = LINES
FULL = quickly_sealed(b"w" * next(n for n in range(1, 99) if len(quickly_sealed(b"w" * n)) % 48 == 0))


@pytest.mark.parametrize(
    "armored",
    [
        armor(*LINES),
        armor(*LINES, eol=b"\r\n"),
        armor(*LINES).rstrip(b"\n"),
        b"\n\r   \t\n" + armor(*LINES) + b"\n\r   \t\n",
        armor(*LINES) + b" " * 100_000,
        b" " * 900 + armor(*LINES),
    ],
)
def test_armor_is_only_another_way_to_write_it(armored):
    assert unsealed(armored, KEYS) == WORDS == opened_by_passphrase(age_file(SEALED), b"open")


def test_armor_may_end_in_a_full_line():
    assert unsealed(armor(*columns(FULL)), KEYS).startswith(b"w")
    assert refusal_of(armor(*columns(FULL), b"")) is Refusal.DAMAGED


@pytest.mark.parametrize(
    "armored",
    [
        armor(),
        armor(b""),
        armor(b"", *LINES),
        armor(*LINES, b""),
        armor(*FIRST, b"", LAST),
        armor(FIRST[0] + b" ", *FIRST[1:], LAST),
        armor(b" " + FIRST[0], *FIRST[1:], LAST),
        armor(*FIRST, LAST + b" "),
        armor(*FIRST, LAST + b"\t"),
        armor(*columns(SEALED, 76)),
        armor(*columns(SEALED, 60)),
        armor(b"".join(LINES)),
        armor(FIRST[0][:32], FIRST[0][32:], *FIRST[1:], LAST),
        armor(*FIRST, LAST.rstrip(b"=")),
        armor(*FIRST, LAST + b"="),
        armor(*FIRST, LAST.replace(b"=", b"\n=", 1)),
        armor(*FIRST, LAST, LAST),
        armor(*FIRST, LAST, b"=ZHZ1"),
        armor(b"Comment: hello", b"", *LINES),
        armor(b"*" + FIRST[0][1:], *FIRST[1:], LAST),
        armor(*LINES) + b"garbage",
        armor(*LINES) + armor(*LINES),
        armor(*LINES).replace(END, b""),
        armor(*LINES).replace(END, b"----- END AGE ENCRYPTED FILE -----"),
        armor(*LINES).replace(END, b"-----END AGE ENCRYPTED MESSAGE-----"),
        armor(*LINES).replace(b"\n" + END, END),
        armor(*LINES).replace(BEGIN, BEGIN + b" "),
        armor(*LINES).replace(BEGIN + b"\n", BEGIN),
        armor(*columns(SEALED + SEALED)),
    ],
)
def test_armor_that_is_not_quite_armor_is_damaged(armored):
    assert refusal_of(armored) is Refusal.DAMAGED


def test_armor_says_its_last_byte_in_one_way_only():
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    digits = LAST.rstrip(b"=")
    assert digits != LAST
    other = digits[:-1] + alphabet[alphabet.index(digits[-1]) + 1 :][:1] + LAST[len(digits) :]
    assert base64.b64decode(other) == base64.b64decode(LAST)
    assert refusal_of(armor(*FIRST, other)) is Refusal.DAMAGED


@pytest.mark.parametrize("first", [b"garbage\n", b" " * 2_000])
def test_what_has_more_than_a_little_blank_space_before_it_is_no_age_file(first):
    assert not is_age(first + armor(*LINES))


def header(*, salt="", work="4", body="", mac=""):
    lines = SEALED.split(b"\n", 3)
    told = lines[1].decode().split(" ")
    stanza = " ".join(["->", "scrypt", salt or told[2], work])
    parts = [lines[0], stanza.encode(), body.encode() or lines[2], mac.encode() or lines[3].split(b"\n")[0]]
    return b"\n".join(parts) + b"\n" + lines[3].split(b"\n", 1)[1]


def test_a_header_is_written_in_one_way_only():
    assert header() == SEALED
    salt, body, mac = SEALED.split(b"\n")[1].split()[2].decode(), SEALED.split(b"\n")[2].decode(), "--- "
    mac += SEALED.split(b"--- ")[1].split(b"\n")[0].decode()
    for changed in (
        header(salt=salt[:-4]),
        header(salt=salt + "AAAA"),
        header(salt=salt + "=="),
        header(salt=salt[:-1] + "\u00e9"),
        header(body=body + "="),
        header(body=body[:-4]),
        header(body=body + "\n"),
        header(body=body[:-1] + "*"),
        header(mac=mac[:-4]),
        header(mac=mac + " "),
        header(mac=mac.replace("--- ", "---")),
        header(mac=mac.replace("--- ", "---  ")),
        header(mac=mac + "="),
        header(work="4 4"),
        header(work="04"),
    ):
        assert changed != SEALED
        assert refusal_of(changed) is Refusal.DAMAGED


CHILD = """
import resource, sys
from pathlib import Path
from dialogue_desk.exchange.age_files import age_file, opened_by_passphrase, sealed_by_passphrase
from dialogue_desk.exchange.refusals import PackageRefused
sealed = sealed_by_passphrase(b"words", b"open", 4).replace(b" 4\\n", b" 20\\n", 1)
resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20,) * 2)
try:
    opened_by_passphrase(age_file(sealed), b"open")
except PackageRefused as refused:
    print(refused.reason)
try:
    sealed_by_passphrase(b"words", b"open", 20)
except OSError as error:
    print(error.strerror)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a test take the memory away")
def test_a_laptop_without_the_memory_for_a_passphrase_says_so():
    ended = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=False)
    assert ended.stdout.splitlines() == ["no memory", "Cannot allocate memory"], ended.stderr


def test_armor_that_an_editor_saved_with_a_mark_of_byte_order_is_an_age_file():
    marked = b"\xef\xbb\xbf" + armor(*LINES)
    assert is_age(marked) and without_armor(marked) == without_armor(armor(*LINES))
