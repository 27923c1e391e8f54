"""Why a file could not be read or written is said in whole sentences, never in the system's words."""

import errno
import os
import sys
from pathlib import Path

import pytest

import dialogue_desk
from dialogue_desk.exchange.file_trouble import file_sentence, unread_because, unwritten_because
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words

NUMBERS = [
    *(errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG, errno.EIO),
    *(errno.EBUSY, errno.EMFILE, errno.ENODEV, errno.ENOMEM, None),
]
WORDS = Words()


def error_with(number: int | None, *, file: str = "a file") -> OSError:
    return OSError("odd") if number is None else OSError(number, os.strerror(number), file)


def raised(act) -> OSError:
    try:
        act()
    except OSError as error:
        return error
    raise AssertionError("nothing went wrong")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("because", [unread_because, unwritten_because, file_sentence])
def test_each_reason_is_a_sentence_that_says_what_to_do(because, number):
    said = because(error_with(number), WORDS)
    assert said[0] in "“ACDIOTY" and said.endswith(".") and "rrno" not in said
    assert number is None or os.strerror(number) not in said


def test_no_two_reasons_are_told_alike():
    told = [unwritten_because(error_with(number), WORDS) for number in NUMBERS]
    assert len(set(told)) == len(told)
    told = [unread_because(error_with(number), WORDS) for number in NUMBERS if number not in _OF_WRITING]
    assert len(set(told)) == len(told)


_OF_WRITING = (errno.ENOSPC, errno.EROFS)


def test_only_a_full_disk_is_told_as_full():
    told = [number for number in NUMBERS if "disk is full" in file_sentence(error_with(number), WORDS)]
    assert told == [errno.ENOSPC]


def test_a_missing_part_of_the_app_is_told_as_that_and_no_disk_is_blamed():
    error = raised(lambda: resource("guides", "none.guide.md"))
    for said in (file_sentence(error, WORDS), unread_because(error, WORDS), unwritten_because(error, WORDS)):
        assert said.startswith("“none.guide.md”, which is a part of Dialogue Desk, is missing")
        assert "disk" not in said and "Install Dialogue Desk again" in said


def test_what_lies_beside_the_package_is_a_part_of_a_build_and_a_persons_own_of_a_source(monkeypatch):
    beside = Path(dialogue_desk.__file__).parents[1] / "docx" / "templates" / "default-header.xml"
    error = error_with(errno.ENOENT, file=str(beside))
    assert "a part of Dialogue Desk" not in file_sentence(error, WORDS)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "a part of Dialogue Desk" in file_sentence(error, WORDS)


def test_a_library_without_its_files_is_told_as_a_part_of_the_app(tmp_path):
    template = tmp_path / "lib" / "site-packages" / "docx" / "templates" / "default-header.xml"
    assert "a part of Dialogue Desk" in file_sentence(raised(template.read_bytes), WORDS)


def test_a_file_that_is_not_there_could_not_be_read(tmp_path):
    said = file_sentence(raised((tmp_path / "slips.csv").read_bytes), WORDS)
    assert said == f"“{tmp_path / 'slips.csv'}” could not be read. There is no such file. Check its name."


def test_a_folder_in_place_of_a_file_could_not_be_read(tmp_path):
    said = file_sentence(error_with(errno.EISDIR, file=str(tmp_path)), WORDS)
    assert "could not be read. It is a folder" in said


def test_a_file_for_a_folder_that_is_not_there_could_not_be_written(tmp_path):
    to = tmp_path / "gone" / "report.pdf"
    said = file_sentence(raised(lambda: write_atomically(to, b"words")), WORDS)
    assert said == (
        f"“{to.parent}” could not be written. What was there before is still there. "
        "The folder is not there. Check its name, or choose another one."
    )


def test_a_file_that_cannot_be_put_in_place_is_named_and_not_the_unfinished_one(tmp_path):
    to = tmp_path / "report.pdf"
    to.mkdir()
    said = file_sentence(raised(lambda: write_atomically(to, b"words")), WORDS)
    assert said.startswith(f"“{to}” could not be written. What was there before is still there.")


def test_what_may_not_be_read_is_told_apart_from_where_nothing_may_be_saved(tmp_path, monkeypatch):
    (tmp_path / "locked.txt").write_text("")
    locked = error_with(errno.EACCES, file=str(tmp_path / "locked.txt"))
    folder = error_with(errno.EACCES, file=str(tmp_path / "new"))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "could not be read. You are not allowed to read it" in file_sentence(locked, WORDS)
    assert "could not be written" in file_sentence(folder, WORDS)


def test_what_could_be_either_is_said_so():
    assert file_sentence(error_with(errno.EIO), WORDS).startswith("“a file” could not be read or written.")
    assert file_sentence(OSError("odd"), WORDS).startswith("A file could not be read or written.")


def test_an_error_without_a_file_is_told_without_a_question_mark():
    said = file_sentence(OSError(errno.ENOSPC, "no room"), WORDS)
    assert said == (
        "A file could not be written. What was there before is still there. "
        "The disk is full. Free up space, then try again."
    )
