"""``python -m tools.licences``: writes ``resources/licences`` from what the lock file installs."""

from __future__ import annotations

import sys
from pathlib import Path

from dialogue_desk.whole_file import write_atomically
from tools.licences.carried import HERE, by_hand
from tools.licences.gathering import WithoutLicence, files, gathered, here
from tools.licences.locked import locked

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Write them, delete those of libraries that are gone, and return the exit code."""
    folder = ROOT / "resources" / "licences"
    libraries = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    try:
        licences = gathered(libraries, here(), by_hand(ROOT / "resources"))
    except WithoutLicence as lacking:
        print(lacking, file=sys.stderr)  # noqa: T201  # it is for the terminal
        return 1
    content = files(licences, (HERE / "readme.txt").read_text(encoding="utf-8"))
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in content:
            path.unlink()
    for name, data in content.items():
        write_atomically(folder / name, data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
