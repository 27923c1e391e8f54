"""Tries a build as a stranger would: ``python3 dev.py build --try``, or this module with the build's folder.

Each trial is a function whose name is the sentence that it tries.  It gets a folder of its own.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.build import trials_of_content, trials_of_places
from tools.build.tried_app import PROJECT, CannotBeTried, NotSo, TriedApp
from tools.environment.telling import say

_STARTS = 7
"""So many starts of each are measured, in turn."""
_SLOWEST = 1.1
"""So much longer than the source may a build take to start."""

Trial = Callable[[TriedApp], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial.

    Attributes:
        sentence: what was tried.
        verdict: "passed", "FAILED" or "not tried".
        told: what was seen, or why not.
    """

    sentence: str
    verdict: str
    told: str

    def __str__(self) -> str:
        """Return it as a line."""
        return f"{self.verdict:>9}: {self.sentence}" + (f" ({self.told})" if self.told else "")


def it_starts_as_fast_as_the_source(app: TriedApp) -> str:
    """The window until it is painted, each in turn, so that a busy laptop slows both."""
    environ = app.environ({"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)})
    source = [sys.executable, "-m", "dialogue_desk.app", "--quit-when-painted"]
    pairs = [(_seconds(app.painting(), environ), _seconds(source, environ)) for _ in range(_STARTS + 1)]
    del pairs[0]  # it read the files into memory
    built, sourced = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    told = f"{built:.2f} s, the source {sourced:.2f} s, {ratio:.2f} times as long"
    if ratio > _SLOWEST:
        raise NotSo(told)
    return told


TRIALS: tuple[Trial, ...] = (
    *trials_of_content.TRIALS,
    *trials_of_places.TRIALS,
    it_starts_as_fast_as_the_source,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the build in the folder that is named, and return 1 if a trial failed."""
    parser = argparse.ArgumentParser(prog="tools.build.trials", description="Tries a build.")
    parser.add_argument("folder", type=Path, help="the build, a folder in build/out")
    parser.add_argument("--only", default="", metavar="WORDS", help="only trials whose names have them")
    options = parser.parse_args(arguments)
    wanted = [trial for trial in TRIALS if options.only in sentence_of(trial)]
    return 0 if try_all(options.folder.resolve(), wanted) else 1


def try_all(folder: Path, trials: Sequence[Trial] = TRIALS) -> bool:
    """Do trials with the build in ``folder``, say what came of each, and return whether none failed."""
    outcomes = []
    for trial in trials:
        outcomes.append(tried(trial, folder))
        say(str(outcomes[-1]))
    counts = [f"{[one.verdict for one in outcomes].count(verdict)} {verdict}" for verdict in _VERDICTS]
    say(f"{len(outcomes)} trials: {', '.join(counts)}")
    return all(outcome.verdict != "FAILED" for outcome in outcomes)


_VERDICTS = ("passed", "FAILED", "not tried")


def tried(trial: Trial, folder: Path) -> Outcome:
    """Do one trial in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="trial-", ignore_cleanup_errors=True) as work:
        try:
            return Outcome(sentence_of(trial), "passed", trial(TriedApp(folder, Path(work))))
        except NotSo as otherwise:
            return Outcome(sentence_of(trial), "FAILED", str(otherwise))
        except subprocess.TimeoutExpired:
            return Outcome(sentence_of(trial), "FAILED", "it did not end")
        except OSError as error:
            return Outcome(sentence_of(trial), "FAILED", str(error))
        except CannotBeTried as lacking:
            return Outcome(sentence_of(trial), "not tried", str(lacking))


def sentence_of(trial: Trial) -> str:
    """Return what a trial tries, which is its name."""
    return trial.__name__.replace("_", " ")


def _seconds(command: Sequence[object], environ: dict[str, str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(list(map(str, command)), env=environ, cwd=PROJECT, capture_output=True, check=False)
    if done.returncode:
        raise NotSo(done.stderr.decode(errors="replace")[-300:])
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
