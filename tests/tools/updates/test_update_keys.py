"""The publisher's keys: the private one for its owner alone, the public one in each build."""

import os
import stat
import subprocess

import pytest

from dialogue_desk.exchange.signing import public_key
from tests.house import ROOT
from tools.updates.update_keys import NoKey, key_of_builds, new_key, read_key


def test_a_new_key_is_for_its_owner_alone_and_fits_its_public_half(tmp_path):
    path = tmp_path / "updates.key"
    public = new_key(path)
    assert public_key(read_key(path)) == public
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_two_keys_are_alike(tmp_path):
    assert new_key(tmp_path / "a") != new_key(tmp_path / "b")


def test_a_key_that_is_there_is_never_written_over(tmp_path):
    path = tmp_path / "updates.key"
    new_key(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        new_key(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", "ab" * 32, "Dialogue Desk update key: keep it secret", "x\n" + "ab" * 32]
)
def test_a_file_without_a_key_is_told(tmp_path, text):
    path = tmp_path / "updates.key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NoKey):
        read_key(path)


def test_builds_carry_the_key_of_the_file_and_none_while_it_has_none(tmp_path):
    path = tmp_path / "update_key.txt"
    assert key_of_builds(path) == ""
    path.write_text("# only words\n\n", encoding="utf-8")
    assert key_of_builds(path) == ""
    path.write_text("# words\n" + "ab" * 32 + "\n", encoding="utf-8")
    assert key_of_builds(path) == "ab" * 32


@pytest.mark.parametrize("text", ["ab" * 31, "AB" * 32, "ab" * 32 + "\n" + "cd" * 32])
def test_a_file_with_something_else_makes_no_build(tmp_path, text):
    path = tmp_path / "update_key.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NoKey):
        key_of_builds(path)


def test_the_repository_holds_a_key_that_can_be_read_or_none():
    assert len(key_of_builds()) in (0, 64)


def test_no_private_key_is_made_where_it_could_be_published(tmp_path, monkeypatch):
    for place in (ROOT / "updates.key", ROOT / "docs" / "x" / ".." / "updates.key"):
        with pytest.raises(NoKey, match="could be published"):
            new_key(place)
        assert not place.exists()


def test_no_file_of_the_source_holds_a_private_key(tmp_path):
    new_key(tmp_path / "updates.key")
    first = (tmp_path / "updates.key").read_bytes().splitlines()[0] + b"\n"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is no clone")
    paths = [ROOT / os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]
    assert [path for path in paths if path.is_file() and path.read_bytes().startswith(first)] == []
