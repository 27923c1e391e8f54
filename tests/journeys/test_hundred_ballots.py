"""A practiced typist types a hundred ballots in six minutes, and a kill at any moment loses none of them."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from statistics import mean

import pytest

from tests.house import ROOT
from tests.journeys.ballots_by_hand import a_forum, as_typed, the_pile
from tests.memory import quick_place

PACE = 0.2
"""Seconds that a practiced typist takes for a key: sixty words a minute."""
MOST = 360
LOOKS = 20
"""After so many ballots somebody else looks at what is on disk."""
FEW, SOAK = (100, 1, 5), (400, 25, 1)
"""How many ballots are typed, how often the app is killed on the way, of how many one is painted by key."""


@pytest.fixture
def folder(tmp_path):
    """A folder that a kill leaves as it is, and for which nobody waits."""
    with tempfile.TemporaryDirectory(dir=quick_place() or tmp_path) as made:
        yield Path(made)


class Typist:
    """Types the pile, is killed at random places, and goes on where the app says that the next ballot is."""

    def __init__(self, folder: Path, count: int, kills: int, painted: int) -> None:
        self.chance = random.Random(count)
        self.words = [sys.executable, "-m", "tests.journeys.ballots_by_hand"]
        self.words += [str(folder), str(count), str(painted)]
        self.path = folder / "desk.db"
        self.pile = the_pile(count)
        self.ends = [*sorted(self.chance.sample(range(2, count - 1), kills)), count]
        self.told = self.left = 0
        self.begun: list[int] = []
        self.seconds: list[float] = []

    def type_all(self) -> None:
        for end in self.ends:
            if self.told < end:
                self._type_until(end)

    def _type_until(self, end: int) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        env = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen(self.words, cwd=ROOT, env=env, text=True, **pipes) as typing:
            for line in typing.stdout:
                self._hear(json.loads(line))
                if self.told >= end:
                    break
            assert typing.poll() is None and self.told >= end, "it ended by itself"
            try:
                typing.wait(self.chance.choice((0.0, 0.002, 0.01, 0.03)))
            except subprocess.TimeoutExpired:
                typing.kill()
            for line in typing.stdout:
                self._hear(json.loads(line))
        self.left = self.checked()
        assert self.left - self.told in (0, 1)

    def _hear(self, said: dict[str, object]) -> None:
        if "next" in said:
            # Of what it was busy with when it died, all is there or nothing.
            assert said["next"] == self.left + 1 and self.left - self.told in (0, 1)
            self.told = said["next"] - 1
            self.begun.append(said["next"])
        elif "ballot" in said:
            assert said["ballot"] == self.told + 1
            self.told = said["ballot"]
            if self.told % LOOKS == 0:
                self.checked()
        elif said["painted"]:
            self.seconds.append(said["worked"])

    def checked(self) -> int:
        """Return how many ballots are there: all that it told of, each as it lies in the pile."""
        found = self.on_disk()
        assert sorted(found) == list(range(1, len(found) + 1)) and len(found) >= self.told
        assert found == {number: Counter(self.pile[number - 1]) for number in found}
        return len(found)

    def on_disk(self) -> dict[int, Counter[int]]:
        """Return the ballots in the file, over a connection that can only read."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as reading:
            rows = reading.execute("SELECT body FROM record WHERE kind = 'ballot entry'").fetchall()
        bodies = [json.loads(body) for (body,) in rows]
        return {one["number"]: Counter(dict(one["dots"])) for one in bodies}

    def typed_in(self) -> float:
        """Return how long typing took in seconds: the keys at the pace of a person, and then the app."""
        again = [as_typed(self.pile[number - 1]) for number in self.begun[1:]]
        keys = sum(len(text) + 1 for text in (*map(as_typed, self.pile), *again))
        return keys * PACE + mean(self.seconds) * len(self.pile)


@pytest.mark.parametrize("how", [FEW, pytest.param(SOAK, marks=pytest.mark.soak)], ids=["few", "soak"])
def test_ballots_are_typed_in_time_and_a_kill_loses_none_that_was_told_of(folder, how):
    a_forum(folder / "desk.db")
    typist = Typist(folder, *how)
    typist.type_all()
    assert typist.told == len(typist.on_disk()) == len(typist.pile)
    assert len(typist.begun) >= 2
    assert typist.typed_in() * 100 / len(typist.pile) < MOST
