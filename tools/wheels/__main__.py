"""``python3 dev.py build wheels [SYSTEM ...]``: wheel folders below ``build/out``."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.environment.telling import CannotBeDone, refuse, say
from tools.wheels.folders import build_folder
from tools.wheels.targets import SYSTEMS

PROJECT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Make the folders for the systems named, or for all, and return the exit code."""
    names = {system.name: system for system in SYSTEMS}
    unknown = [name for name in arguments if name not in names]
    if unknown:
        say(f"There is no system {unknown[0]}. There are: {', '.join(names)}")
        return 2
    try:
        for name in arguments or names:
            say(str(build_folder(PROJECT, names[name], PROJECT / "build" / "out")))
    except CannotBeDone as trouble:
        refuse(f"{trouble.heard}\n\n{trouble.sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
