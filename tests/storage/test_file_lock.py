"""A desk file is for one program at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dialogue_desk.storage.desk_errors import Trouble
from dialogue_desk.storage.desk_file import DeskFile
from tests.storage.damage import with_notes
from tests.storage.test_database import refusal_of


def test_a_desk_that_another_program_holds_is_refused_until_that_one_ends(tmp_path):
    path = with_notes(tmp_path / "desk.db", 1)
    holds = (
        "import pathlib, sys; from dialogue_desk.storage.desk_file import DeskFile;"
        "file = DeskFile(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", holds, str(path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"held"
        assert refusal_of(path) is Trouble.LOCKED
        other.kill()
    DeskFile(path).close()
