"""Keys of one laptop, and of the organizer's other laptop."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.keyring import keyring, make_key, open_key, save_key
from dialogue_desk.desk.leaving.session_files import ExportChoices
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import NotAKey, Seal
from dialogue_desk.words import Words
from tests.desk.evening import begun
from tests.desk.leaving.test_packages import laptops, opened
from tests.desk.test_revisions import handed, stick

__all__ = ["laptops", "stick"]
WORDS = Words()


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
