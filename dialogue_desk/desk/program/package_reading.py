"""Reads packages so that it can be stopped at any file and go on there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dialogue_desk.desk.program.imports import ImportPlan, ReadPackage, read_packages
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.watched_folders import FileState
from dialogue_desk.words import Words


class PackageReading:
    """Remembers which packages were read; only what is left, or was changed since, is read again."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[FileState, ReadPackage]] = {}

    def read(
        self,
        paths: Sequence[Path],
        reader: PackageReader,
        words: Words,
        progress: Callable[[int, int], None],
    ) -> ImportPlan:
        """Return the plan of all ``paths``.  ``progress`` may raise to stop; what was read stays read."""
        packages: list[ReadPackage] = []
        others: list[ImportPlan] = []
        for done, path in enumerate(paths):
            progress(done, len(paths))
            state = _state_of(path)
            known = self._read.get(path)
            if known is not None and known[0] == state:
                packages.append(known[1])
                continue
            plan = read_packages((path,), reader, words)
            packages += plan.packages
            others.append(plan)
            if state is not None and plan.packages:
                self._read[path] = (state, plan.packages[0])
        progress(len(paths), len(paths))
        return ImportPlan(
            tuple(packages),
            tuple(one for plan in others for one in plan.refused),
            tuple(one for plan in others for one in plan.locked),
        )


def _state_of(path: Path) -> FileState | None:
    try:
        known = path.stat()
    except OSError:
        return None
    return FileState(known.st_size, known.st_mtime_ns)
