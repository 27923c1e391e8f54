"""The folder of a build in one file, to be unpacked and run anywhere: the same bytes for the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from tools.environment.telling import CannotBeDone


def tar_xz(folder: Path, file: Path, made_at: int) -> Path:
    """Pack ``folder`` into ``file`` and return that.

    Raises:
        CannotBeDone: when there is no ``xz``, or it could not write.
    """
    xz = shutil.which("xz")
    if xz is None:
        raise CannotBeDone("The program xz is missing here. Install it (xz-utils on Debian), then try again.")
    # Blocks of one size, packed side by side: the bytes do not depend on how many cores there are.  What is
    # the same within 32 MB is packed once, and so are the two programs, which begin the first block.
    command = [
        xz,
        "--compress",
        "--lzma2=preset=6,dict=32MiB",
        "--threads=4",
        "--block-size=96MiB",
        "--stdout",
    ]
    with (
        file.open("wb") as packed,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=packed) as running,
    ):
        if running.stdin is None:
            raise CannotBeDone("xz could not be started.")
        with running.stdin as stream:
            write_tar(folder, stream, made_at)
    if running.returncode:
        raise CannotBeDone(f"xz could not write {file.name}. See that the disk is not full, then try again.")
    return file


def write_tar(folder: Path, stream: IO[bytes], made_at: int) -> None:
    """Write ``folder`` as a tar, in order of names, with no owner and one time for all."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = made_at
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for path in _in_order(folder):
            tar.add(path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=plain)


def zipped(folder: Path, file: Path, made_at: int) -> Path:
    """Pack ``folder`` into a zip, which every Windows can open, and return that."""
    time = datetime.fromtimestamp(made_at, UTC).timetuple()[:6]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in _in_order(folder):
            if path.is_file():
                member = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), time)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.external_attr = 0o100644 << 16
                member.create_system = 0
                with path.open("rb") as source, packed.open(member, "w") as goal:
                    shutil.copyfileobj(source, goal)
    return file


def _in_order(folder: Path) -> list[Path]:
    """Return a folder and all that is in it, by the bytes of their names; what lies deeper comes after."""

    def order(path: Path) -> tuple[bool, bytes]:
        return path.parent != folder, os.fsencode(path.relative_to(folder))

    return [folder, *sorted(folder.rglob("*"), key=order)]
