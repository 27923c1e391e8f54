"""How setting up speaks to the person: in lines at a terminal, and in a last word when it has to stop."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from dialogue_desk.ui.shell.last_word import tell

LINES_SHOWN = 15
"""So many of the last lines of a program that failed are shown."""


class CannotBeDone(Exception):
    """Something that setting up needs did not work; the text says what, and what to do, in a sentence or two.

    ``heard`` are the last lines of the program that failed.
    """

    def __init__(self, sentence: str, heard: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.heard = heard


def say(text: str) -> None:
    """Print at once, so that our lines stand in order between those of the programs we start."""
    print(text, flush=True)  # noqa: T201  # it is for the terminal


def refuse(text: str) -> NoReturn:
    """Tell why nothing more can be done, also to a person without a terminal, and end.

    Raises:
        SystemExit: always.
    """
    tell(text)
    raise SystemExit(1)


def quietly(
    *command: str | Path, folder: Path | None = None, environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program without a person at its keyboard, and keep what it says."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def insist(
    *command: str | Path, sentence: str, folder: Path | None = None, environ: Mapping[str, str] | None = None
) -> None:
    """Run a program that has to succeed; ``sentence`` says what could not be done when it fails.

    Raises:
        CannotBeDone: with the last lines of the program.
    """
    done = quietly(*command, folder=folder, environ=environ)
    if done.returncode:
        raise CannotBeDone(sentence, "\n".join(done.stdout.splitlines()[-LINES_SHOWN:]))
