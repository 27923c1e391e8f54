"""The one-folder build from which all else is made: the app, Python and the libraries, by PyInstaller."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.desk.leaving import build_manifest
from dialogue_desk.installation import Form
from tools.build.mac_bundle import BUNDLE_NAME, sign
from tools.build.release import Release
from tools.build.windows_installer import version_resource
from tools.environment.telling import insist, say

DATA = Path("_internal", "dialogue_desk", "data")
"""Where the files of ``resources/`` lie in a build."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may differ between two builds of one source.

    Attributes:
        second_writer: whether Typst comes along, which sets PDFs with tags.
        identity: with which Apple developer identity a Mac's application is signed; "" for none.
    """

    second_writer: bool = True
    identity: str = ""


def freeze(project: Path, release: Release, wishes: Wishes) -> Path:
    """Make the build in ``build/out`` and return its folder: on a Mac, the application.

    Raises:
        CannotBeDone: with PyInstaller's last lines.
        OSError: when the disk is full, for example.
    """
    work, out = project / "build" / "work", project / "build" / "out"
    work.mkdir(parents=True, exist_ok=True)
    told = work / "build.toml"
    told.write_text(release.told(Form.FOLDER), encoding="utf-8")
    wanted = ["--name", release.name, "--version", release.version, "--told", str(told)]
    if sys.platform == "win32":
        resource = work / "version.txt"
        resource.write_text(version_resource(release.version), encoding="utf-8")
        wanted += ["--version-resource", str(resource)]
    if wishes.identity:
        wanted += ["--sign", wishes.identity]
    if not wishes.second_writer:
        wanted.append("--without-typst")
    _run_pyinstaller(project, release, ["--distpath", str(out), "--workpath", str(work)], wanted)
    folder = out / release.name
    if sys.platform == "darwin":
        shutil.rmtree(folder)  # the same once more, beside the application
        folder = out / BUNDLE_NAME
    build_manifest.write(folder)
    settle(folder, release.made_at)
    if sys.platform == "darwin":
        sign(folder, wishes.identity, project)  # the list of its files came after PyInstaller had signed it
    return folder


def settle(folder: Path, made_at: int) -> None:
    """Give all files in a folder one time and plain rights, so that each build of one source is the same."""
    for path in sorted(folder.rglob("*"), reverse=True):  # a folder comes after what is in it
        if path.is_symlink():
            continue
        executable = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if executable else 0o644)
        os.utime(path, (made_at, made_at))
    os.utime(folder, (made_at, made_at))


def _run_pyinstaller(project: Path, release: Release, places: list[str], wanted: list[str]) -> None:
    say(f"Making the folder {release.name} ...")
    # A work folder without what an earlier build, of another source, left there.
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", *places]
    insist(
        *(*command, str(project / "build_spec" / "dialogue_desk.spec"), "--", *wanted),
        sentence="PyInstaller could not make the folder; its last lines say why.",
        folder=project,
        environ=release.environ(),
    )
