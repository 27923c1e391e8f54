"""What of ``resources/`` goes into a build, and where it lies there."""

from __future__ import annotations

from pathlib import Path

_DATA = Path("dialogue_desk", "data")
_FOR_MAKERS = {".po", ".pot"}
"""What only those need who make the app: the catalogs of sentences ship compiled."""


def data_files(project: Path, told: Path) -> list[tuple[str, str]]:
    """Return each file to take along with the folder it goes into, as PyInstaller wants them, in order.

    ``told`` is the file in which the build says about itself.
    """
    resources = project / "resources"
    found = sorted(path for path in resources.rglob("*") if path.is_file())
    taken = [path for path in found if path.suffix not in _FOR_MAKERS and not path.name.startswith(".")]
    placed = [(str(path), str(_DATA / path.relative_to(resources).parent)) for path in taken]
    return [*placed, (str(told), str(_DATA)), (str(project / "LICENSE"), str(_DATA))]
