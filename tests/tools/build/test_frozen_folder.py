"""The folder of a build, after PyInstaller has made it."""

from __future__ import annotations

import os
import sys

import pytest

from tools.build.frozen_folder import Wishes, freeze, settle
from tools.build.release import Release
from tools.environment.telling import CannotBeDone

MADE_AT = 1_800_000_000


@pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")
def test_all_files_get_one_time_and_plain_rights(tmp_path):
    folder = tmp_path / "build"
    (folder / "_internal").mkdir(parents=True, mode=0o700)
    for name, mode in {"dialogue-desk": 0o700, "_internal/lib.so": 0o600}.items():
        (folder / name).write_text(name, encoding="utf-8")
        (folder / name).chmod(mode)
    settle(folder, MADE_AT)
    found = {
        path.relative_to(folder).as_posix(): (path.stat().st_mode & 0o777, path.stat().st_mtime)
        for path in folder.rglob("*")
    }
    assert found == {
        "dialogue-desk": (0o755, MADE_AT),
        "_internal": (0o755, MADE_AT),
        "_internal/lib.so": (0o644, MADE_AT),
    }
    assert folder.stat().st_mtime == MADE_AT


def test_when_pyinstaller_fails_its_last_lines_are_told(tmp_path, monkeypatch):
    # The Python of the tests has no PyInstaller, and a project without a spec would not do either.
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(CannotBeDone, match="PyInstaller could not make the folder") as failed:
        freeze(tmp_path, Release("0.1.0", "linux-x86_64", "", MADE_AT), Wishes())
    assert failed.value.heard
