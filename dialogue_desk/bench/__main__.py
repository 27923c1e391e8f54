"""``python3 dev.py bench``: prints the figures as a table and writes them to ``build/bench.json``."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from dialogue_desk.bench.desk_figures import desk_figures
from dialogue_desk.bench.figures import table
from dialogue_desk.bench.window_figures import window_figures


def main() -> int:
    """Measure everything and say it."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        figures = [*window_figures(Path(folder)), *desk_figures(Path(folder))]
    sys.stdout.write(table(figures) + "\n")
    told = {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "figures": [asdict(figure) | {"times": figure.times} for figure in figures],
    }
    out = Path("build")
    out.mkdir(exist_ok=True)
    (out / "bench.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
