"""Whoever opens a bad file is told what it is, that nothing from it was added, and what to do."""

from __future__ import annotations

import pytest

from dialogue_desk.exchange.refusals import PackageRefused, Refusal, refusal_sentence, refusing
from dialogue_desk.words import Words


@pytest.mark.parametrize("reason", Refusal)
def test_every_reason_is_said_with_the_file_what_was_kept_and_what_to_do(reason):
    said = refusal_sentence(PackageRefused(reason, "a detail for the log", file="C07-s2.dialogue"), Words())
    assert "“C07-s2.dialogue”" in said
    assert "nothing from it was added. " in said
    assert said.endswith(".")
    assert "detail" not in said


def test_every_reason_has_a_sentence_of_its_own():
    said = {refusal_sentence(PackageRefused(reason, file="x"), Words()) for reason in Refusal}
    assert len(said) == len(Refusal)


def test_a_file_name_cannot_write_over_the_sentence():
    name = "a\x1b[2J\n\u202egolaid.exe{file}\udcff"
    said = refusal_sentence(PackageRefused(Refusal.DAMAGED, file=name), Words())
    assert said.startswith("“a�[2J��golaid.exe{file}�”")


def test_a_name_in_any_script_is_said_as_it_is():
    name = "می\u200cخواهم-नमस्ते-é.dialogue"
    assert f"“{name}”" in refusal_sentence(PackageRefused(Refusal.DAMAGED, file=name), Words())


def test_a_refusal_from_within_a_file_is_given_its_name():
    with pytest.raises(PackageRefused) as refused, refusing("C07.dialogue"):
        raise PackageRefused(Refusal.NEWER, "kind 'song'")
    assert refused.value.places == {"file": "C07.dialogue"}
    assert str(refused.value) == "newer: kind 'song'"


class Panic(BaseException):
    """What a library in Rust raises when it gives up."""


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TypeError("Maria said this"), Refusal.UNEXPECTED),
        (RecursionError("Maria said this"), Refusal.UNEXPECTED),
        (Panic("Maria said this"), Refusal.UNEXPECTED),
        (MemoryError("Maria said this"), Refusal.NO_MEMORY),
    ],
)
def test_whatever_goes_wrong_within_a_file_is_a_refusal_that_keeps_its_words_to_itself(error, reason, caplog):
    with pytest.raises(PackageRefused) as refused, refusing("C07.dialogue"):
        raise error
    assert refused.value.reason is reason and refused.value.places == {"file": "C07.dialogue"}
    assert "Maria" not in f"{refused.value} {caplog.text}" and refused.value.__cause__ is None
    assert reason is Refusal.NO_MEMORY or (
        type(error).__name__ in caplog.text and "test_refusals.py:" in caplog.text
    )


@pytest.mark.parametrize("wish", [KeyboardInterrupt, SystemExit])
def test_a_person_who_stops_the_reading_is_no_refusal(wish):
    with pytest.raises(wish), refusing("C07.dialogue"):
        raise wish
