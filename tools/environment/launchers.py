"""The commands in an environment's folder of scripts: ours, and those of libraries made to bear a move."""

from __future__ import annotations

import os
import re
import sys
import venv
from pathlib import Path

_FIND_PYTHON = """#!/bin/sh
'''exec' "$(dirname -- "$(realpath -- "$0")")/python" "$0" "$@"
' '''
"""
"""Starts the Python that lies beside the script, in a form that both a shell and Python can read."""

_NAMES_PYTHON = re.compile(
    rb"\A#!(?:/bin/sh\n'''exec' \"?)?[^\n]*/python[\d.]*\"?(?: \"\$0\" \"\$@\"\n' ''')?\n"
)

OURS = {
    "dialogue-desk": "from dialogue_desk.__main__ import run_command as main",
    "dialogue-desk-window": "from dialogue_desk.app import main",
}
"""Our commands, and where what they run is found."""


def libraries_in(environment: Path) -> list[Path]:
    """Return the folder of an environment's libraries."""
    return list(
        environment.glob("Lib/site-packages" if sys.platform == "win32" else "lib/python*/site-packages")
    )


def write_launchers(environment: Path, project: Path) -> None:
    """Let the environment find the app in the project's folder, wherever both lie together."""
    windows = sys.platform == "win32"
    scripts = environment / ("Scripts" if windows else "bin")
    for libraries in libraries_in(environment):
        (libraries / "dialogue-desk.pth").write_text(
            os.path.relpath(project, libraries) + "\n", encoding="ascii"
        )
    for name, found in OURS.items():
        run = f"import sys; {found}; sys.exit(main())"
        if windows:
            line = f'@"%~dp0python.exe" -c "{run}" %*\n'
            (scripts / f"{name}.cmd").write_text(line, encoding="ascii")
        else:
            (scripts / name).write_text(_FIND_PYTHON + run.replace("; ", "\n") + "\n", encoding="ascii")
            (scripts / name).chmod(0o755)


def make_movable(scripts: Path) -> None:
    """Let the scripts of libraries find the Python beside them, in place of one at a fixed path.

    On Windows they are programs with the path inside; there ``python -m`` finds the same.
    """
    for script in _texts(scripts):
        text = script.read_bytes()
        movable = _NAMES_PYTHON.sub(lambda _: _FIND_PYTHON.encode(), text, count=1)
        if movable != text and os.name == "posix":
            script.write_bytes(movable)


def write_activation(environment: Path) -> None:
    """Write the scripts that set a shell up for an environment; they name the place where it lies."""
    builder = venv.EnvBuilder()
    builder.setup_scripts(builder.ensure_directories(str(environment)))


def _texts(scripts: Path) -> list[Path]:
    """Return the scripts that are texts; links and programs are left alone."""
    files = [path for path in scripts.iterdir() if path.is_file() and not path.is_symlink()]
    return [path for path in files if path.stat().st_size < 100_000 and b"\0" not in path.read_bytes()]
