"""``python -m tools.file_types``: writes MIME types and menu entry anew into ``build_spec/linux``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from dialogue_desk.desk.file_types.desktop_texts import APP_ID, desktop_entry, mime_package
from dialogue_desk.exchange.file_types import file_types

LINUX = Path(__file__).parents[2] / "build_spec" / "linux"
WINDOW = "dialogue-desk-window"


def linux_files() -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each file."""
    yield f"{APP_ID}.xml", mime_package(file_types())
    yield f"{APP_ID}.desktop", desktop_entry((WINDOW,), file_types())


def main(to: Path) -> int:
    """Write them into a folder."""
    to.mkdir(parents=True, exist_ok=True)
    for name, content in linux_files():
        (to / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else LINUX))
