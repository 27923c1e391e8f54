"""``python -m dialogue_desk`` opens the window; with arguments it is the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window, or run the command in the arguments; return the exit code."""
    if sys.argv[1:]:
        from dialogue_desk.cli import main as run  # noqa: PLC0415  # the window does not need it

        return run()
    from dialogue_desk.app import main as open_window  # noqa: PLC0415  # scripts may run where Qt is missing

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
