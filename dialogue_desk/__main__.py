"""``python -m dialogue_desk``: the window, or with arguments the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window when nothing is asked for, and do what is asked otherwise; return the exit code."""
    if sys.argv[1:]:
        from dialogue_desk.cli import main as run  # noqa: PLC0415  # the window does not need it

        return run()
    from dialogue_desk.app import main as open_window  # noqa: PLC0415  # Qt may be missing where scripts run

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
