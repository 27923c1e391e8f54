"""What is built: which version, for which kind of computer, from which state of the source."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from dialogue_desk import __version__
from dialogue_desk.installation import Form, Installation
from tools.updates.update_keys import key_of_builds

_NO_TIME = 315_532_800
"""The first second of 1980, the earliest that a zip can hold: the time of files where no commit gives one."""


@dataclass(frozen=True, slots=True)
class Release:
    """One version for one kind of computer.

    Attributes:
        version: the app's version.
        system: the kind of computer, such as ``linux-x86_64``.
        commit: the source it is made from, with ``-changed`` when that has been changed since; "" if unknown.
        made_at: the time that all files get, in seconds since 1970: that of the commit, so that the same
            source gives the same bytes.
        update_key: the public key with which updates must be signed; "" for a build that takes none.
    """

    version: str
    system: str
    commit: str
    made_at: int
    update_key: str = ""

    @classmethod
    def of(cls, project: Path, environ: Mapping[str, str] = os.environ) -> Release:
        """Return what the source in ``project`` is, for the kind of computer that this is.

        Raises:
            NoKey: the project's public key for updates is damaged.
        """
        commit, time = _commit(project)
        told = environ.get("SOURCE_DATE_EPOCH") or time
        return cls(
            __version__,
            Installation.here().system,
            commit,
            int(told) if told else _NO_TIME,
            key_of_builds(project / "build_spec" / "update_key.txt"),
        )

    @property
    def name(self) -> str:
        """The name that all files of this release begin with."""
        return f"dialogue-desk-{self.version}-{self.system}"

    @property
    def machine(self) -> str:
        """The processor, as in ``x86_64``."""
        return self.system.partition("-")[2]

    def told(self, form: Form) -> str:
        """Return the text of ``build.toml``, in which a build says about itself (``Installation.here``)."""
        return tomli_w.dumps(
            {
                "form": form.value,
                "system": self.system,
                "commit": self.commit,
                "update_key": self.update_key,
            }
        )

    def environ(self, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
        """Return the environment in which a program gives the same bytes each time."""
        same = {"SOURCE_DATE_EPOCH": str(self.made_at), "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}
        return {**environ, **same}


def _commit(project: Path) -> tuple[str, str]:
    """Return the commit of the source and its time; two empty texts when Git does not know it."""
    if not shutil.which("git") or not (project / ".git").exists():
        return "", ""
    log = _git(project, "log", "-1", "--format=%H %ct")
    commit, _, time = log.partition(" ")
    changed = commit and _git(project, "status", "--porcelain")
    return commit + ("-changed" if changed else ""), time


def _git(project: Path, *command: str) -> str:
    done = subprocess.run(
        ["git", "-C", project, *command], capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout.strip()
