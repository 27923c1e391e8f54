"""``python3 dev.py bench``: prints the figures as a table and writes them to ``build/bench.json``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tools.bench.crowd_figures import crowd_figures
from tools.bench.desk_figures import desk_figures
from tools.bench.editor_figures import editor_figures
from tools.bench.figures import Figure, table
from tools.bench.list_figures import list_figures
from tools.bench.organizing_figures import organizing_figures
from tools.bench.peer_figures import peer_figures
from tools.bench.season_figures import season_figures
from tools.bench.window_figures import window_figures

USUAL_CROWD = 100_000


def main() -> int:
    """Measure everything, print the table and write the file."""
    options = _options()
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        parts: dict[str, Callable[[], Iterator[Figure]]] = {
            "window": lambda: window_figures(_inside(folder, "window")),
            "desk": lambda: desk_figures(_inside(folder, "desk")),
            "editor": lambda: editor_figures(_inside(folder, "editor")),
            "list": lambda: list_figures(_inside(folder, "list")),
            "season": lambda: season_figures(_inside(folder, "season")),
            "organizing": lambda: organizing_figures(_inside(folder, "organizing")),
            "crowd": lambda: crowd_figures(_inside(folder, "crowd"), options.notes),
        }
        if options.peer is not None:
            parts = {"peer": lambda: peer_figures(_inside(folder, "peer"), options.peer)}
        figures = [figure for part in options.only or parts for figure in parts[part]()]
    sys.stdout.write(table(figures) + "\n")
    report = {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "figures": [asdict(figure) | {"times": figure.times} for figure in figures],
    }
    out = Path("build")
    out.mkdir(exist_ok=True)
    (out / "bench.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


def _inside(folder: str, name: str) -> Path:
    path = Path(folder) / name
    path.mkdir()
    return path


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measures what people wait for.")
    parts = ("window", "desk", "editor", "list", "season", "organizing", "crowd")
    parser.add_argument("--only", nargs="+", choices=parts, help="these parts only; all of them otherwise")
    parser.add_argument(
        "--notes",
        type=int,
        default=USUAL_CROWD,
        metavar="N",
        help=f"how many notes lie on the crowded desk: {USUAL_CROWD:,} unless told.  1000000 is what the app"
        " promises to be quick with; to make them takes some minutes, and 1 GB where temporary files lie",
    )
    parser.add_argument(
        "--peer",
        type=Path,
        nargs="?",
        const=Path(),
        metavar="FOLDER",
        help="only this: a hundred files brought together, by us and by openansho, if it is installed or lies"
        " in FOLDER (pip install --target FOLDER openansho)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
