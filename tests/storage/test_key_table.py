"""Keys stay in the desk file, and the first of a laptop is the one that counts."""

import pytest

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.storage.desk_file import DeskFile

ONE, OTHER = DeviceId("one"), DeviceId("other")


@pytest.fixture
def file(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield file
    file.close()


def test_a_desk_signs_with_the_first_secret_under_each_of_its_names(file):
    assert file.keys.signing(ONE) is None
    with file.writing():
        file.keys.keep_signing(ONE, b"first")
        file.keys.keep_signing(ONE, b"second")
    assert (file.keys.signing(ONE), file.keys.signing(OTHER)) == (b"first", None)


def test_secrets_that_open_packages_are_found_by_their_public_keys(file):
    with file.writing():
        file.keys.keep_opening("age1b", "SECRET-B")
        file.keys.keep_opening("age1a", "SECRET-A")
        file.keys.keep_signing(ONE, b"not one of them")
    assert list(file.keys.opening().items()) == [("age1a", "SECRET-A"), ("age1b", "SECRET-B")]


def test_the_first_key_of_another_laptop_is_not_replaced(file):
    with file.writing():
        file.keys.keep_seen(OTHER, "first")
        file.keys.keep_seen(OTHER, "second")
    assert (file.keys.seen(OTHER), file.keys.seen(ONE)) == ("first", None)
