"""Fills a wheel folder: the libraries for each Python, our own wheel, and the installer."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from dialogue_desk import __version__
from dialogue_desk.desk.leaving import build_manifest
from tools.environment.telling import insist, say
from tools.offline.places import REMOVER
from tools.offline.wheel_folder import LOCKS, WHEELS, WheelFolder
from tools.wheels.targets import Pinned, System, Target, targets_of

OFFLINE, START_FILES = "tools/offline", "build_spec/offline"
_BEGAN = (1980, 1, 1, 0, 0, 0)
"""The time that files in our archives have, so that the same source gives the same bytes."""

_ROOM_BESIDES = 1.1
"""What an installed wheel takes beside its files: compiled modules, and what disks round up."""


def build_folder(project: Path, system: System, out: Path) -> Path:
    """Make the wheel folder for a system below ``out``, and return it.

    Raises:
        CannotBeDone: when a wheel cannot be had.
        OSError: when it cannot be written.
    """
    path = out / f"dialogue-desk-{__version__}-wheels-{system.name}"
    say(f"-- {path.name}")
    shutil.rmtree(path, ignore_errors=True)
    (path / WHEELS).mkdir(parents=True)
    (path / LOCKS).mkdir()
    own = own_wheel(project, path / WHEELS)
    room = 0
    for target in targets_of(system):
        room = max(room, _fill(project, path, target, own))
    longest = max(map(len, _paths_in((path / WHEELS).iterdir())))
    WheelFolder(path, __version__, system.name, longest, int(room * _ROOM_BESIDES)).write()
    write_installer(project, path / REMOVER)
    write_start_files(project, path, system)
    build_manifest.write(path)  # what it names, and nothing else, is handed on
    return path


def own_wheel(project: Path, out: Path) -> Path:
    """Make the app's own wheel, which is the same for all systems, and return it.

    Raises:
        CannotBeDone: when that failed.
    """
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    insist(
        *command,
        sentence="The app's own wheel could not be made.",
        folder=project,
        environ={**os.environ, "SOURCE_DATE_EPOCH": "315532800"},  # _BEGAN, so that it is the same each time
    )
    return next(out.glob("dialogue_desk-*.whl"))


def write_installer(project: Path, file: Path) -> None:
    """Write the installer as one file that any Python runs."""
    modules = sorted((project / OFFLINE).glob("*.py"))
    names = {f"{OFFLINE}/{module.name}": module.read_bytes() for module in modules}
    names["__main__.py"] = (project / OFFLINE / "__main__.py").read_bytes()
    names["tools/__init__.py"] = b""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names):
            archive.writestr(zipfile.ZipInfo(name, _BEGAN), names[name], zipfile.ZIP_DEFLATED)


def write_start_files(project: Path, folder: Path, system: System) -> None:
    """Copy the files that a person opens, with the line ends of their system."""
    kind = system.name.partition("-")[0]
    endings = {"windows": (".cmd",), "macos": (".command", ".sh"), "linux": (".sh",)}[kind]
    for source in sorted((project / START_FILES).iterdir()):
        if source.suffix not in (*endings, ".txt"):
            continue
        text = source.read_text(encoding="utf-8")
        there = folder / source.name
        there.write_text(text, encoding="utf-8", newline="\r\n" if kind == "windows" else "\n")
        there.chmod(0o644 if source.suffix == ".txt" else 0o755)


def lock_text(libraries: Iterable[Pinned], own: Path) -> str:
    """Return the lock file for one Python, in which our own wheel stands beside the libraries."""
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    ours = Pinned(f"dialogue-desk=={__version__}", (f"sha256:{digest}",))
    entries = [f"{one.pin} \\\n" + _digest_lines(one.digests) for one in (*libraries, ours)]
    return "\n".join(entries) + "\n"


def _digest_lines(digests: tuple[str, ...]) -> str:
    return " \\\n".join(f"    --hash={digest}" for digest in digests)


def _fill(project: Path, folder: Path, target: Target, own: Path) -> int:
    """Download what a target needs, write its lock file, and return how large it is once it is unpacked."""
    locked = tuple(target.pinned((project / target.lock).read_text(encoding="utf-8")))
    lock = folder / LOCKS / target.name
    names = ".".join(map(str, target.python)) + (", older Qt" if target.older else "")
    say(f"  Python {names}")
    lock.write_text(
        "".join(f"{one.pin} \\\n{_digest_lines(one.digests)}\n" for one in locked), encoding="utf-8"
    )
    had = _download(folder, target, lock)
    lock.write_text(lock_text(locked, own), encoding="utf-8", newline="\n")
    return sum(_unpacked(wheel) for wheel in (*had, own))


def _download(folder: Path, target: Target, lock: Path) -> list[Path]:
    """Download the wheels of one target, and return them."""
    apart = folder / f"{target.name}.wheels"
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", "--require-hashes", "--implementation=cp"),
        f"--python-version={'.'.join(map(str, target.python))}",
        *(f"--platform={platform}" for platform in target.platforms),
        *(f"--requirement={lock}", f"--dest={apart}"),
    ]
    said = f"The wheels for {target.system.name} and {target.name} could not be had."
    insist(*command, sentence=said, folder=folder)
    there = []
    for wheel in sorted(apart.iterdir()):
        place = folder / WHEELS / wheel.name
        wheel.replace(place)
        there.append(place)
    apart.rmdir()
    return there


def _unpacked(wheel: Path) -> int:
    with zipfile.ZipFile(wheel) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def _paths_in(wheels: Iterable[Path]) -> Iterator[str]:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            yield from archive.namelist()
