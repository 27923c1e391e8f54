"""Killed while slips are typed: all that were kept are in the sealed file, and nothing lies open."""

import os
import subprocess
import sys

from dialogue_desk.exchange.age_files import AGE
from dialogue_desk.exchange.forming_file import read_slips
from tests.house import ROOT
from tests.ui.forming.slips_to_kill import GROUP, PHRASE

_ENOUGH = 12


def test_no_slip_is_lost_and_none_lies_open(tmp_path):
    here, aside, home = (tmp_path / name for name in ("here", "aside", "home"))
    for folder in (here, aside, home):
        folder.mkdir()
    places = {"TMPDIR": str(aside), "HOME": str(home), "XDG_CACHE_HOME": str(home), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.forming.slips_to_kill", str(here)],
        cwd=ROOT,
        env=os.environ | places,
        stdout=subprocess.PIPE,
        text=True,
    ) as typing:
        told = [int(typing.stdout.readline()) for _ in range(_ENOUGH)]
        typing.kill()
        told += [int(line) for line in typing.stdout.read().splitlines()]
    kept = read_slips(here / "fall.dialogue-slips", PHRASE).forming
    numbers = [slip.number for slip in kept.slips]
    assert told == numbers[: len(told)] and len(numbers) <= len(told) + 1
    assert all(slip.groups == {GROUP} for slip in kept.slips)
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert GROUP.encode() not in path.read_bytes(), path
        if path.suffix in {".part", ".dialogue-slips"}:
            assert path.read_bytes()[: len(AGE)] in (AGE, b"", AGE[: path.stat().st_size])
