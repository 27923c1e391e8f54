"""The command line as tests call it: that of the source, or with ``--app`` a program that was built of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from dialogue_desk.cli import main as of_source
from tests.conftest import APP_VARIABLE


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask as the command line does, and return its exit code.

    A program that was built gets what a test put in place of the keyboard, and says what it says where a test
    hears it, as the source does within the test's own process.

    Raises:
        SystemExit: after ``--help`` and wrong arguments.
    """
    app = os.environ.get(APP_VARIABLE)
    if app is None:
        return of_source(arguments)
    ran = subprocess.run([app, *arguments], input=_typed(), capture_output=True, check=False, timeout=300)
    sys.stdout.write(ran.stdout.decode("utf-8"))
    sys.stderr.write(ran.stderr.decode("utf-8"))
    if (ran.stdout or ran.stderr).startswith((b"usage:", b"uso:")):
        raise SystemExit(ran.returncode)  # as argparse ends it within a test
    return ran.returncode


def command() -> list[str]:
    """Return the words that start the command line in a process of its own."""
    app = os.environ.get(APP_VARIABLE)
    return [sys.executable, "-m", "dialogue_desk"] if app is None else [app]


def _typed() -> bytes:
    try:
        buffer = getattr(sys.stdin, "buffer", None)
        return sys.stdin.read().encode() if buffer is None else buffer.read()
    except OSError:  # a test that puts nothing in its place may not read from the keyboard
        return b""
