"""Keys of one laptop, and of the organizer's other laptop."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.keyring import (
    key_is_saved,
    keyring,
    make_key,
    own_public_key,
    save_all_keys,
    save_key,
    seal_keys,
    take_keys,
    unsaved_key,
)
from dialogue_desk.desk.leaving.session_files import ExportChoices
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import Keyring, NotAKey, Seal, new_key, read_key_file
from dialogue_desk.words import Words
from tests.desk.evening import begun
from tests.desk.leaving.test_packages import laptops, opened
from tests.desk.test_revisions import handed, stick

__all__ = ["laptops", "stick"]
WORDS = Words()


def open_key(desk, path, passphrase=""):
    typed = Keyring(passphrases=(passphrase,)) if passphrase else Keyring()
    return take_keys(desk, read_key_file(path, typed))


def test_a_key_goes_to_another_laptop_of_the_organizer_as_a_file(laptops, stick):
    one, two, three = laptops
    key = make_key(one)
    save_key(one, key, stick / "bridges.age-key")
    assert open_key(two, stick / "bridges.age-key") == (key,)
    session = begun(three)
    sealed = handed(three, session, stick, ExportChoices(seal=Seal(to=(key,)), papers=SummaryOptions(())))
    for desk in (one, two):
        taken = import_packages(
            desk, read_packages([sealed], PackageReader(WORDS, keyring(desk)), WORDS), WORDS
        )
        assert len(taken.imported) == 1
    (refused,) = opened(three, sealed).refused
    assert "sealed for somebody else" in refused.sentence
    with pytest.raises(NotAKey):
        open_key(two, sealed)


def test_a_key_behind_a_passphrase_opens_with_it_alone(laptops, stick):
    one, two, _ = laptops
    key = make_key(one)
    save_key(one, key, stick / "bridges.age-key", "bench lamp river")
    for passphrase, reason in (("", Refusal.LOCKED), ("Bench lamp river", Refusal.WRONG_PASSPHRASE)):
        with pytest.raises(PackageRefused) as refused:
            open_key(two, stick / "bridges.age-key", passphrase)
        assert refused.value.reason is reason
    assert keyring(two).secrets == ()
    assert open_key(two, stick / "bridges.age-key", "bench lamp river") == (key,)


def test_a_key_that_was_never_saved_is_known_until_it_is_and_a_new_one_is_again(laptops, stick):
    one, two, _ = laptops
    key = make_key(one)
    program = Program("Bridges", seal_to=key)
    assert unsaved_key(one, program) == key
    assert unsaved_key(two, program) == ""
    save_key(one, key, stick / "bridges.age-key")
    assert unsaved_key(one, program) == ""
    later = make_key(one)
    assert unsaved_key(one, Program("Bridges", seal_to=key, seal_to_also=later)) == later
    key_is_saved(one, later)
    assert unsaved_key(one, Program("Bridges", seal_to=later)) == ""
    open_key(two, stick / "bridges.age-key")
    assert unsaved_key(two, program) == ""


def test_saving_all_keys_saves_each(laptops, stick):
    one, _, _ = laptops
    keys = {make_key(one), make_key(one)}
    save_all_keys(one, stick / "all.age-key")
    assert one.file.keys.saved() == keys


def test_either_of_two_organizers_opens_what_is_sealed_to_both(laptops, stick):
    one, two, three = laptops
    program = Program("Bridges", seal_to=make_key(one), seal_to_also=make_key(two))
    session = begun(three)
    seal = Seal(to=seal_keys(program))
    sealed = handed(three, session, stick, ExportChoices(seal=seal, papers=SummaryOptions(())))
    for desk in (one, two):
        read = read_packages([sealed], PackageReader(WORDS, keyring(desk)), WORDS)
        assert len(read.packages) == 1


def test_a_key_that_cannot_seal_is_left_out_and_the_other_one_seals():
    key = new_key().public
    assert seal_keys(Program("Bridges", seal_to="age1damaged", seal_to_also=key)) == (key,)
    assert seal_keys(Program("Bridges", seal_to=key, seal_to_also=key)) == (key,)
    assert seal_keys(Program("Bridges")) == ()


def test_the_key_to_give_to_another_organizer_is_made_once(laptops):
    one, _, _ = laptops
    first = own_public_key(one, ("", "age1ofsomebodyelse"))
    assert own_public_key(one, ()) == first
    programs = make_key(one)
    assert own_public_key(one, (programs, "")) == programs
