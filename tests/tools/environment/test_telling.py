"""A program that has to succeed is told of in a sentence, with the last it said, when it does not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.environment.telling import LINES_SHOWN, CannotBeDone, insist

PRINTS = "import sys; [print(n, file=sys.stderr) for n in range(40)]; print('last'); raise SystemExit(3)"


def test_what_failed_is_told_with_the_last_lines_of_the_program() -> None:
    with pytest.raises(CannotBeDone, match="The folder could not be made") as told:
        insist(sys.executable, "-u", "-c", PRINTS, sentence="The folder could not be made.")
    lines = told.value.heard.splitlines()
    assert len(lines) == LINES_SHOWN
    assert lines[-2:] == ["39", "last"]


def test_it_runs_where_and_with_what_it_is_told(tmp_path: Path) -> None:
    write = "import os; open('seen', 'w').write(os.environ['TOLD'])"
    environ = {**os.environ, "TOLD": "so"}
    insist(sys.executable, "-c", write, sentence="No.", folder=tmp_path, environ=environ)
    assert (tmp_path / "seen").read_text(encoding="utf-8") == "so"
