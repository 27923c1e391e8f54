"""Two commands at once do not break each other."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from tests.house import ROOT
from tools.environment.locks import in_use, is_in_use, only_one


def test_one_command_waits_until_the_other_has_set_up(tmp_path, capsys):
    order = []
    waits = threading.Event()

    def second() -> None:
        with only_one(tmp_path / "lock", waiting=waits.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with only_one(tmp_path / "lock"):
        thread.start()
        assert waits.wait(5)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert capsys.readouterr().out == ""


def test_where_no_lock_can_be_made_nobody_waits(tmp_path):
    with only_one(tmp_path / "no such folder" / "lock"):
        pass


@pytest.mark.skipif(os.name != "posix", reason="there the system keeps folders in use from being renamed")
def test_a_folder_is_in_use_as_long_as_somebody_holds_its_mark(tmp_path):
    assert not is_in_use(tmp_path)
    mark = in_use(tmp_path)
    assert mark is not None
    assert is_in_use(tmp_path)
    os.close(mark)
    assert not is_in_use(tmp_path)
    assert in_use(tmp_path / "gone") is None
    assert not is_in_use(tmp_path / "gone")


@pytest.mark.skipif(os.name != "posix", reason="only there can a program be started with nothing open")
def test_the_mark_is_no_terminal_where_there_is_none(tmp_path):
    look = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import pathlib, tools.environment.locks as locks; "
    )
    look += f"sys.exit(locks.in_use(pathlib.Path({str(tmp_path)!r})))"
    closed = f"'{sys.executable}' -c \"$0\" 0<&- 1>&- 2>&-"
    assert subprocess.run(["sh", "-c", closed, look], check=False).returncode > 2
