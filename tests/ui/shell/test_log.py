import logging
import stat
import subprocess
import sys

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from dialogue_desk.ui.shell.log import MOST_BYTES, close_log, open_log, redirect_qt_messages
from tests.windows_files import WindowsFiles


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "here" / "log.txt"
    handler = open_log(path)
    yield path
    close_log(handler)


def fail(words):
    try:
        {}[words]
    except KeyError as error:
        raise ValueError(words) from error


def test_an_error_is_told_by_its_place_and_not_by_its_words(path):
    said = " ".join(("a", "note", "about", "the", "corner", "shop"))
    try:
        fail(said)
    except ValueError:
        logging.getLogger("x").exception("not caught")
    told = path.read_text(encoding="utf-8")
    assert "in fail" in told
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert said not in told


def test_what_qt_says_goes_to_the_log(path, qapp):
    try:
        redirect_qt_messages()
        qWarning("a plug is missing")
    finally:
        qInstallMessageHandler(None)
    assert "WARNING qt: a plug is missing" in path.read_text(encoding="utf-8")


def test_the_last_message_of_qt_is_handed_on_before_qt_ends_the_program():
    """In a process of its own, which Qt would abort."""
    asked = """
import os
from PySide6.QtCore import qFatal
from dialogue_desk.ui.shell.log import redirect_qt_messages
redirect_qt_messages(lambda heard: (print(heard, flush=True), os._exit(7)))
qFatal("no window")
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)
    assert done.returncode == 7
    assert "qFatal" in done.stdout


def test_a_long_log_is_set_aside(tmp_path):
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    close_log(open_log(path))
    assert (tmp_path / "log.old.txt").stat().st_size == MOST_BYTES + 1
    assert not path.exists()


def test_a_folder_that_cannot_be_stops_nothing(tmp_path):
    (tmp_path / "file").touch()
    close_log(open_log(tmp_path / "file" / "log.txt"))


@pytest.mark.skipif(sys.platform == "win32", reason="there the folders of a profile see to it")
def test_the_log_is_for_its_owner_alone(path):
    logging.getLogger("x").error("something")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_long_log_that_another_window_has_open_grows_on(tmp_path, monkeypatch):
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    WindowsFiles(monkeypatch)
    with path.open("ab"):
        handler = open_log(path)
        logging.getLogger("x").warning("the second window")
        close_log(handler)
    assert "the second window" in path.read_text(encoding="utf-8")
    assert not path.with_name("log.old.txt").exists()
