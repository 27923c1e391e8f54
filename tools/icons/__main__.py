"""``python -m tools.icons``: makes the icons of every size and system anew from the drawings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tools.icons.icon_files import DRAWINGS, ICONS, write_icons


def main(to: Path) -> int:
    """Write them into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in DRAWINGS:
        write_icons(ICONS / f"{name}.svg", to)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ICONS))
