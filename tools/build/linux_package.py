"""Packages for the Linux systems that install programs for everybody: ``.deb`` and ``.rpm``, by nfpm."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dialogue_desk.desk.leaving import build_manifest
from dialogue_desk.installation import Form
from tools.build.frozen_folder import DATA, settle
from tools.build.release import Release
from tools.environment.telling import insist

PLACE = "/opt/dialogue-desk"
_DOCUMENTS = "/usr/share/doc/dialogue-desk"
PROGRAMS = ("dialogue-desk", "dialogue-desk-window")

_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
"""The processors as nfpm calls them; it knows how each system does."""

_SUMMARY = "Run timed community dialogues and bring many circles together"
_DESCRIPTION = f"""{_SUMMARY}
Dialogue Desk steps the facilitators of community dialogue circles through
timed guides, keeps what the circle says, and turns the records of many
circles into one report. It works without the internet."""

_ASKED_OF_C_LIBRARY = re.compile(rb"\bGLIBC_2\.(\d+)\b")


@dataclass(frozen=True, slots=True)
class _Shared:
    """Files beside the app, by which desktops know it: where they are, and where they go."""

    pattern: str
    goal: str

    def found(self, project: Path) -> list[tuple[Path, str]]:
        """Return each file with its place in the system, in order of names."""
        return [(file, self.goal.format(*_named(file))) for file in sorted(project.glob(self.pattern))]


_SHARED = (
    _Shared("build_spec/linux/*.desktop", "/usr/share/applications/{0}"),
    _Shared("build_spec/linux/*.metainfo.xml", "/usr/share/metainfo/{0}"),
    _Shared("build_spec/linux/dialogue-desk.xml", "/usr/share/mime/packages/{0}"),
    _Shared("resources/icons/app/*-[0-9]*.png", "/usr/share/icons/hicolor/{2}x{2}/apps/{1}.png"),
    _Shared("resources/icons/app/*.svg", "/usr/share/icons/hicolor/scalable/apps/{0}"),
)


def _named(file: Path) -> tuple[str, str, str]:
    """Return a file's name, and the two halves of ``dialogue-desk-48``: what it shows, and its size."""
    shows, _, size = file.stem.rpartition("-")
    return file.name, shows, size


def needs(kind: str, c_library: str) -> list[str]:
    """Return what a package asks of the system, beside which a build brings everything.

    The C library is that of the system, and so are those that belong to the driver of the graphics card.
    """
    if kind == "deb":
        return [f"libc6 (>= {c_library})", "libegl1", "libgl1"]
    return [f"libc.so.6(GLIBC_{c_library})(64bit)", "libEGL.so.1()(64bit)", "libGL.so.1()(64bit)"]


def c_library_of(folder: Path) -> str:
    """Return the oldest version of the C library with which all programs and libraries in ``folder`` run."""
    asked = {0}
    for file in folder.rglob("*"):
        if file.is_file() and (".so" in file.name or os.access(file, os.X_OK)):
            asked.update(int(minor) for minor in _ASKED_OF_C_LIBRARY.findall(file.read_bytes()))
    return f"2.{max(asked)}"


def described(project: Path, folder: Path, release: Release, kind: str) -> dict[str, object]:
    """Return the description of a package that nfpm reads; ``folder`` is the build that goes into it."""
    time = datetime.fromtimestamp(release.made_at, UTC).isoformat().replace("+00:00", "Z")
    plain = {"owner": "root", "group": "root", "mtime": time}
    links = [{"src": f"{PLACE}/{name}", "dst": f"/usr/bin/{name}", "type": "symlink"} for name in PROGRAMS]
    beside = [
        {"src": str(file), "dst": goal, "file_info": {**plain, "mode": 0o644}}
        for shared in _SHARED
        for file, goal in shared.found(project)
    ]
    copyright_file = {
        "src": str(project / "LICENSE"),
        "dst": f"{_DOCUMENTS}/copyright",
        "file_info": {**plain, "mode": 0o644},
    }
    return {
        "name": "dialogue-desk",
        "arch": _MACHINES.get(release.machine, release.machine),
        "platform": "linux",
        "version": release.version,
        "version_schema": "none",
        "release": "1",
        "mtime": time,
        "section": "education",
        "priority": "optional",
        "maintainer": "The Dialogue Desk maintainers <noreply@dialogue-desk.invalid>",
        "description": _DESCRIPTION,
        "license": "Apache-2.0",
        "depends": needs(kind, c_library_of(folder)),
        "contents": [
            {"src": str(folder), "dst": PLACE, "type": "tree", "file_info": plain},
            *({**link, "file_info": plain} for link in links),
            *beside,
            # Named, so that it goes with the package.
            {"dst": _DOCUMENTS, "type": "dir", "file_info": {**plain, "mode": 0o755}},
            copyright_file,
        ],
        "deb": {"compression": "zstd"},
        "rpm": {"compression": "zstd", "summary": _SUMMARY, "buildhost": "localhost"},
    }


def packed(project: Path, folder: Path, release: Release, kind: str) -> Path:
    """Make the package of one kind, ``deb`` or ``rpm``, from the build in ``folder``, and return it.

    Raises:
        CannotBeDone: with nfpm's last lines.
    """
    work = project / "build" / "work" / kind
    shutil.rmtree(work, ignore_errors=True)
    inside = for_system(folder, work / "folder", release)
    description = work / "nfpm.json"
    described_as = described(project, inside, release, kind)
    description.write_text(json.dumps(described_as, indent=1), encoding="utf-8")
    goal = project / "build" / "out" / f"{release.name}.{kind}"
    nfpm = Path(sys.executable).parent / "nfpm"
    insist(
        *(nfpm, "package", "--config", description, "--packager", kind, "--target", goal),
        sentence=f"nfpm could not make the .{kind}; its last lines say why.",
        environ=release.environ(),
    )
    shutil.rmtree(work)
    return goal


def for_system(folder: Path, copy: Path, release: Release) -> Path:
    """Return a copy of the build that knows it is not a person's own folder; links take no room."""
    shutil.copytree(folder, copy, copy_function=os.link)
    for name in ("build.toml", build_manifest.NAME):
        (copy / DATA / name).unlink()  # what is written to it would be in the folder too
    (copy / DATA / "build.toml").write_text(release.told(Form.SYSTEM), encoding="utf-8")
    build_manifest.write(copy)
    settle(copy, release.made_at)
    return copy
