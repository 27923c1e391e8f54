"""What leaves a session is saved whole, or not at all."""

import errno

import pytest

from dialogue_desk.desk.saving import FileToSave, save_all, saving_trouble
from dialogue_desk.words import Words


def silent(done, total):
    pass


def made(name, data=b"words"):
    return FileToSave(name, lambda: data)


def test_all_files_are_written_and_named(tmp_path):
    told = []
    files = save_all([made("a.dialogue"), made("a.pdf", b"%PDF")], tmp_path, lambda *news: told.append(news))
    assert [file.read_bytes() for file in files] == [b"words", b"%PDF"]
    assert sorted(tmp_path.iterdir()) == list(files)
    assert told == [(done, 6) for done in range(7)]


def test_when_one_cannot_be_written_none_that_is_new_is_left(tmp_path):
    (tmp_path / "old.pdf").write_bytes(b"old")
    with pytest.raises(OSError, match="name too long"):
        save_all([made("new.dialogue"), made("old.pdf"), made("n" * 300)], tmp_path, silent)
    assert [file.name for file in tmp_path.iterdir()] == ["old.pdf"]


def test_when_one_cannot_be_made_nothing_is_written(tmp_path):
    with pytest.raises(ZeroDivisionError):
        save_all([made("a.dialogue"), FileToSave("a.pdf", lambda: 1 // 0)], tmp_path, silent)
    assert not list(tmp_path.iterdir())


def test_a_person_who_stops_it_finds_nothing(tmp_path):
    def stop(done, total):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_all([made("a.dialogue"), made("a.pdf")], tmp_path, stop)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_went_away_is_not_made_again(tmp_path):
    with pytest.raises(FileNotFoundError):
        save_all([made("a.dialogue")], tmp_path / "stick", silent)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no room left in “stick”"),
        (errno.EROFS, "“stick” may only be read"),
        (errno.EACCES, "“stick” may only be read"),
        (errno.ENOENT, "“stick” is not there any more"),
        (errno.EIO, "“stick” did not give back what was written"),
        (errno.EBUSY, "“stick” could not be written to"),
    ],
)
def test_trouble_is_told_in_words_with_what_was_kept(tmp_path, number, said):
    sentence = saving_trouble(OSError(number, "x"), tmp_path / "stick", Words())
    assert said in sentence and "still on this laptop" in sentence


def test_a_fault_of_ours_is_told_too(tmp_path):
    assert "nothing was written" in saving_trouble(ZeroDivisionError(), tmp_path, Words())
