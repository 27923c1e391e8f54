import os
from pathlib import Path

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
