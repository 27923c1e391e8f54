"""A build in a few kilobytes, with its list, to be given to other facilitators."""

from __future__ import annotations

import shutil
from pathlib import Path

from dialogue_desk.desk.leaving.build_manifest import write
from dialogue_desk.installation import Form, Installation
from dialogue_desk.resources import resource

DATA = Path("_internal", "dialogue_desk", "data")
_PROGRAM = '#!/bin/sh\nprintf "%s %s\\n" "$0" "$*"\n'


def small_build(
    folder: Path, *, version: str = "0.2.0", system: str = "linux-x86_64", form: Form = Form.FOLDER
) -> Installation:
    """Make a build in ``folder`` with two programs, a library and some of what ships."""
    data = folder / DATA
    for name in (
        "guides/one-evening.en.guide.md",
        "guides/one-evening.es.guide.md",
        "practice/quiet.en.practice.md",
        "sample/porch-lights-alder-bend-35eb7712.dialogue",
    ):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(resource(name), data / name)
    (data / "build.toml").write_text(f'form = "{form}"\nsystem = "{system}"\n', encoding="utf-8")
    (folder / "_internal" / "libfirst.so").write_bytes(b"\x7fELF" * 500)
    for program in ("dialogue-desk", "dialogue-desk-window"):
        (folder / program).write_text(_PROGRAM, encoding="utf-8")
        (folder / program).chmod(0o755)
    write(folder)
    return Installation(form, folder, system, version)
