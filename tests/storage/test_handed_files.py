import os
from pathlib import Path

import pytest

from dialogue_desk.storage.handed_files import HandedFiles


def test_what_one_program_leaves_another_takes_once(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    left = handed.hand([tmp_path / "a.guide.md", tmp_path / "b.dialogue"])
    assert left.exists()
    assert HandedFiles(tmp_path / "desk.db").take() == (tmp_path / "a.guide.md", tmp_path / "b.dialogue")
    assert not left.exists() and handed.take() == ()


def test_hundreds_of_files_and_names_that_are_no_text_arrive_whole(tmp_path):
    paths = [tmp_path / f"circle {number}.dialogue" for number in range(900)]
    if os.name == "posix":
        paths.append(Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xf1o.dialogue")))
    handed = HandedFiles(tmp_path / "desk.db")
    handed.hand(paths)
    assert handed.take() == tuple(paths)


def test_a_list_that_cannot_be_read_is_thrown_away(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    left = handed.hand([tmp_path / "a.guide.md"])
    for name, data in (("b", b"{"), ("c", b"\0\0"), ("d", b"there/b"), ("e", b"/" * 5_000_000)):
        (handed.folder / f"{name}{left.suffix}").write_bytes(data)
    assert handed.take() == (tmp_path / "a.guide.md",)
    assert list(handed.folder.iterdir()) == []


def test_nothing_of_it_stays_beside_the_desk(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    handed.hand([tmp_path / "a.guide.md"])
    handed.clear()
    assert list(tmp_path.iterdir()) == []
    assert handed.take() == ()


def test_more_than_a_list_can_hold_is_not_lost_in_silence(tmp_path):
    paths = [tmp_path / f"{number:06}{'a' * 200}.dialogue" for number in range(20_000)]
    with pytest.raises(OSError, match="too many"):
        HandedFiles(tmp_path / "desk.db").hand(paths)


def test_a_list_of_millions_fills_no_memory(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    left = handed.hand([])
    for name in "abc":
        lines = (b"/%x%s" % (number, name.encode()) for number in range(400_000))
        (handed.folder / f"{name}{left.suffix}").write_bytes(b"\0".join(lines)[:4_000_000])
    assert len(handed.take()) == 100_000
    handed.clear()
    assert not handed.folder.exists()


def test_a_folder_in_the_place_of_a_list_keeps_no_other_list_back(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    left = handed.hand([tmp_path / "a.dialogue"])
    (handed.folder / f"0{left.suffix}").mkdir()
    assert handed.take() == (tmp_path / "a.dialogue",)
    assert not handed.waits() and not left.exists()


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes among files, and links need a right")
def test_a_list_that_is_a_pipe_or_a_link_is_thrown_away_and_not_waited_for(tmp_path):
    handed = HandedFiles(tmp_path / "desk.db")
    left = handed.hand([tmp_path / "a.dialogue"])
    os.mkfifo(handed.folder / f"0{left.suffix}")
    (handed.folder / f"1{left.suffix}").symlink_to("/dev/zero")
    assert handed.take() == (tmp_path / "a.dialogue",)
    assert list(handed.folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_a_link_in_the_place_of_the_folder_is_neither_read_nor_written(tmp_path):
    handed, elsewhere = HandedFiles(tmp_path / "desk.db"), tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    (elsewhere / "a.paths").write_bytes(b"/theirs")
    handed.folder.symlink_to(elsewhere)
    with pytest.raises(OSError, match="link"):
        handed.hand([tmp_path / "a.dialogue"])
    assert handed.take() == () and not handed.waits()
    assert [path.name for path in elsewhere.iterdir()] == ["a.paths"]
    assert elsewhere.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.name != "posix", reason="owners are those of the profile there")
def test_a_folder_that_somebody_else_made_hands_nothing_to_this_window(tmp_path, monkeypatch):
    handed = HandedFiles(tmp_path / "desk.db")
    handed.hand([tmp_path / "a.dialogue"])
    owner = handed.folder.stat().st_uid
    if owner == 0:
        os.chown(handed.folder, 12345, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert handed.take() == () and not handed.waits()
    with pytest.raises(PermissionError):
        handed.hand([tmp_path / "b.dialogue"])
