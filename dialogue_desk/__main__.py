"""``python -m dialogue_desk`` opens the window, also with files to open; else it is the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from dialogue_desk.installation import Installation
from dialogue_desk.newer_version import start_newer


def main() -> int:
    """Open the window, or run the command in the arguments; return the exit code."""
    if sys.argv[1:] and not all(map(_is_file, sys.argv[1:])):
        return run_command()
    from dialogue_desk.app import main as open_window  # noqa: PLC0415  # scripts may run where Qt is missing

    return open_window()


def _is_file(argument: str) -> bool:
    """Whether an argument is a file to open in the window, as after a double click, and no command."""
    return not argument.startswith("-") and Path(argument).is_file()


def run_command() -> int:
    """Run the command in the arguments, and return the exit code."""
    code = start_newer(Installation.here(), sys.argv[1:], window=False)
    if code is not None:
        return code
    try:
        from dialogue_desk.cli import main as run  # noqa: PLC0415  # the window does not need it

        return run()
    except ImportError as error:
        from dialogue_desk.ui.shell.start_refusals import import_sentence  # noqa: PLC0415
        from dialogue_desk.words import Words  # noqa: PLC0415

        sys.stderr.write(import_sentence(error, Words()) + "\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
