"""What leaves a session is saved whole, or not at all."""

import errno
import shutil
import signal
import sys

import pytest

from dialogue_desk.desk.leaving.session_files import save_all, saving_trouble
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import Words
from tests.windows_files import denied_on_windows


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


@pytest.mark.parametrize("step", range(6))
@pytest.mark.parametrize("renamed", [False, True])
def test_a_stick_that_goes_at_any_step_leaves_nothing_that_looks_whole(tmp_path, step, renamed):
    stick, aside = tmp_path / "stick", tmp_path / "aside"
    stick.mkdir()

    def pull(done, total):
        if done == step:
            stick.rename(aside)
            if not renamed:
                shutil.rmtree(aside)

    with pytest.raises(OSError, match="stick") as told:
        save_all([made("a.dialogue"), made("a.pdf")], stick, pull)
    assert "“stick” is not there anymore" in saving_trouble(told.value, stick, Words())
    assert not stick.exists()


def test_a_folder_that_fills_up_is_told_and_left_as_it_was(tmp_path):
    limit = pytest.importorskip("resource")
    before, handler = limit.getrlimit(limit.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit.setrlimit(limit.RLIMIT_FSIZE, (5_000, before[1]))
    try:
        with pytest.raises(OSError, match="large") as told:
            save_all([made("a.dialogue"), made("a.pdf", b"x" * 10_000)], tmp_path, silent)
    finally:
        limit.setrlimit(limit.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert "no space left" in saving_trouble(told.value, tmp_path, Words())
    assert not list(tmp_path.iterdir())


def test_a_folder_that_went_away_is_not_made_again(tmp_path):
    with pytest.raises(FileNotFoundError):
        save_all([made("a.dialogue")], tmp_path / "stick", silent)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no space left in “stick”"),
        (errno.EROFS, "“stick” is read-only"),
        (errno.EACCES, "You are not allowed to save files in “stick”"),
        (errno.ENOENT, "“stick” is not there anymore"),
        (errno.EIO, "could not be saved correctly in “stick”"),
        (errno.ENOMEM, "not enough free memory"),
        (errno.EEXIST, "in “stick”, because there is a file in its place"),
        (errno.ENXIO, "“stick” is not there anymore"),
        (errno.EBUSY, "Another app is using a file in “stick”"),
        (errno.ENAMETOOLONG, "The path of “stick” is too long"),
        (errno.EXDEV, "could be saved in “stick”"),
    ],
)
def test_trouble_is_told_in_words_with_what_was_kept(tmp_path, number, said):
    sentence = saving_trouble(OSError(number, "x"), tmp_path / "stick", Words())
    assert said in sentence and "still on this laptop" in sentence


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (19, "“stick” is read-only"),
        (21, "“stick” is not there anymore"),
        (23, "could not be saved correctly in “stick”"),
        (32, "Another app is using a file in “stick”"),
        (33, "Another app is using a file in “stick”"),
    ],
)
def test_what_windows_calls_permission_denied_is_told_as_what_it_is(tmp_path, code, said):
    assert said in saving_trouble(denied_on_windows(code), tmp_path / "stick", Words())


def test_a_folder_that_macos_keeps_from_apps_is_told_with_where_to_allow_it(tmp_path, monkeypatch):
    error = OSError(errno.EPERM, "Operation not permitted")
    assert "not allowed to save" in saving_trouble(error, tmp_path, Words())
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Privacy & Security" in saving_trouble(error, tmp_path, Words())


def test_a_fault_of_ours_is_told_too(tmp_path):
    assert "nothing was saved" in saving_trouble(ZeroDivisionError(), tmp_path, Words())
