"""Keys seal and open without pyrage too: it opens what we seal, and we what it seals."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from dialogue_desk.exchange import age_keys, pyrage_keys, sealing
from dialogue_desk.exchange.age_files import AGE, based
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import Keyring, NotAKey, Seal, is_public_key, key_of, new_key, unsealed

BY_THE_TOOL = Path(__file__).parents[1] / "packages" / "sealed"
BOTH = [age_keys, pyrage_keys]


def refusal_of(data, secrets):
    with pytest.raises(PackageRefused) as refused:
        age_keys.opened_by_keys(data, secrets)
    return refused.value.reason


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("seals", BOTH)
@pytest.mark.parametrize("opens", BOTH)
def test_each_opens_what_the_other_sealed_to_several_keys(seals, opens, size):
    data = bytes(i % 251 for i in range(size))
    secrets = [age_keys.new_secret(), pyrage_keys.new_secret()]
    sealed = seals.sealed_to(data, map(opens.public_of, secrets))
    for secret in secrets:
        assert opens.opened_by_keys(sealed, [pyrage_keys.new_secret(), secret]) == data


def test_a_key_has_one_public_half():
    for make in BOTH:
        secret = make.new_secret()
        assert age_keys.public_of(secret) == pyrage_keys.public_of(secret)
        age_keys.check_public(pyrage_keys.public_of(secret))


def test_a_key_with_one_wrong_letter_is_no_key():
    secret = age_keys.new_secret()
    public = age_keys.public_of(secret)
    for right, check in ((public, age_keys.check_public), (secret, age_keys.public_of)):
        for at in range(len(right)):
            other = "q" if right[at].lower() != "q" else "p"
            wrong = right[:at] + (other.upper() if right.isupper() else other) + right[at + 1 :]
            with pytest.raises(ValueError):  # noqa: PT011  # whichever rule it breaks
                check(wrong)


@pytest.mark.parametrize("text", ["", "1", "age1", "age1qqqqqq", "AGE1é", "not a key"])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        age_keys.check_public(text)


def test_letters_of_both_sizes_are_no_key():
    public = age_keys.public_of(age_keys.new_secret())
    age_keys.check_public(public.upper())
    with pytest.raises(ValueError, match="begins otherwise"):
        age_keys.check_public(
            public[:-1] + public[-1].swapcase() if public[-1].isalpha() else "A" + public[1:]
        )


def test_a_key_to_another_end_or_of_another_length_is_refused():
    key = bytes(range(32))
    assert age_keys.unbech32("age", age_keys.bech32("age", key)) == key
    for text in (
        age_keys.bech32("other", key),
        age_keys.bech32("age", key + b"x"),
        age_keys.bech32("age", b""),
    ):
        with pytest.raises(ValueError):  # noqa: PT011
            age_keys.unbech32("age", text)


def test_what_was_changed_anywhere_does_not_open():
    secret = age_keys.new_secret()
    sealed = age_keys.sealed_to(b"words", [age_keys.public_of(secret)])
    for at in range(len(AGE), len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        for data in (changed, sealed[:at]):
            assert refusal_of(data, [secret]) in {Refusal.DAMAGED, Refusal.SEALED_TO_OTHERS}


def test_a_point_that_would_give_every_key_the_same_secret_is_refused():
    secret = age_keys.new_secret()
    sealed = age_keys.sealed_to(b"words", [age_keys.public_of(secret)])
    share = sealed.split(b"\n")[1].split(b" ")[2]
    assert refusal_of(sealed.replace(share, based(bytes(32)).encode()), [secret]) is Refusal.DAMAGED


def test_a_key_of_somebody_else_is_told_apart_from_damage():
    sealed = age_keys.sealed_to(b"words", [age_keys.public_of(age_keys.new_secret())])
    assert refusal_of(sealed, [age_keys.new_secret()]) is Refusal.SEALED_TO_OTHERS


def test_without_pyrage_sealing_goes_on_the_same(monkeypatch):
    held = (BY_THE_TOOL / "organizer.age-key").read_text(encoding="utf-8").splitlines()
    by_the_tool = (BY_THE_TOOL / "to-a-key.dialogue.age").read_bytes()
    secret = next(line for line in held if line.startswith("AGE-SECRET-KEY-"))
    whole = unsealed(by_the_tool, Keyring((secret,)))
    monkeypatch.setattr(
        sealing, "find_spec", lambda name: None if name == "pyrage" else importlib.util.find_spec(name)
    )
    assert unsealed(by_the_tool, Keyring((secret,))) == whole
    key = new_key()
    assert unsealed(Seal(to=(key.public,)).put_on(b"words"), Keyring((key.secret,))) == b"words"
    assert is_public_key(key.public) and not is_public_key("age1")
    with pytest.raises(NotAKey):
        key_of("AGE-SECRET-KEY-1")
    with pytest.raises(NotAKey):
        Seal(to=("age1",)).put_on(b"words")
