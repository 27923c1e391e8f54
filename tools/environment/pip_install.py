"""Installs libraries with pip, whatever pip is set up for elsewhere on this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import deque
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.environment.telling import LINES_SHOWN, CannotBeDone, say

_HOW_TO_REACH = {
    "cache-dir",
    "cert",
    "client-cert",
    "default-timeout",
    "extra-index-url",
    "find-links",
    "index-url",
    "keyring-provider",
    "no-index",
    "proxy",
    "retries",
    "timeout",
    "trusted-host",
    "use-deprecated",
}
"""The settings that say where packages are and how to get there.  All others say where and what to install,
and were made for something else: a person's own folder, another target, constraints of another project."""

_SECTIONS = ("global", "install", ":env:")
"""Where pip's settings for ``install`` are, the strongest last."""

_LIST_SETTINGS = """
import json
from pip._internal.configuration import Configuration
read = Configuration(isolated=False)
read.load()
found = []
for name, value in read.items():
    found += value.items() if isinstance(value, dict) else [(name, value)]
print(json.dumps(found))
"""
"""Asks pip itself, in its old form and its new.  ``pip config list`` would not do: where pip is set to
``user``, it takes that for its own option and leaves out all other files."""

_HINTS = (
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|CA certificate bundle",
        "The connection was not trusted.  Where a proxy reads along, name the file with its certificate, "
        "as in PIP_CERT=FILE, and run the same command again.",
    ),
    (
        r"No space left|Disk quota exceeded|not enough space",
        "The disk is full.  Free 1 GB, and run the same command again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A file that was downloaded is not the one that requirements.lock names, so it was not used.  "
        "Run the same command again, over another network if it stays so.",
    ),
    (
        r"NewConnectionError|Connect\w*(Timeout|Error)|ReadTimeout|NameResolution|Max retries|ProxyError",
        "The internet could not be reached.  Setting up needs it once.  "
        "Run the same command again when it is there.",
    ),
    (
        r"No matching distribution found for (?P<what>[^\s;]+)",
        "There is no {what} to be had for this system and this Python.  Another Python may do: "
        "python3.12 dev.py, for example.  build_spec/README.md says which systems and Pythons do.",
    ),
    (
        r"Permission denied|Access is denied|Read-only file system",
        "Files in this folder cannot be written.  See that they are yours, and run the same command again.",
    ),
)
"""What pip prints, and what that means for the person, in the order in which they are looked for."""

_OTHERWISE = "Setting up needs the internet once and 1 GB of free disk.  Run the same command again to go on."


def install(python: Path, *what: str, patient: bool = True) -> None:
    """Run ``pip install`` for the environment of ``python``, and say what is large.

    A person who has nothing else to run is ``patient``; otherwise no internet is found out soon.

    Raises:
        CannotBeDone: with pip's last lines.
    """
    command = [str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--progress-bar", "off", *what]
    environ = pip_environ(os.environ, _settings(python))
    if not patient:
        environ.setdefault("PIP_RETRIES", "1")
    lines: deque[str] = deque(maxlen=200)
    with subprocess.Popen(
        command,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line.rstrip())
            if "Downloading" in line and " MB" in line:
                say(f"  {line.strip()}")
    if pip.returncode:
        raise CannotBeDone(why(lines), "\n".join(list(lines)[-LINES_SHOWN:]))


def why(lines: Iterable[str]) -> str:
    """Say in plain words why pip failed, from what it printed, and what to do."""
    heard = "\n".join(lines)
    for pattern, sentence in _HINTS:
        found = re.search(pattern, heard)
        if found:
            return sentence.format(**found.groupdict())
    return _OTHERWISE


def pip_environ(environ: Mapping[str, str], settings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the environment for pip: the way to packages as it is set here, and nothing else that is set.

    ``settings`` are those of pip's files and variables, by their section and name; of two in one section the
    later one wins.
    """
    kept = {}
    for name, value in sorted(settings, key=lambda one: _rank(one[0])):
        option = name.rpartition(".")[2]
        if option in _HOW_TO_REACH and _rank(name) >= 0:
            kept["PIP_" + option.upper().replace("-", "_")] = " ".join(value.split("\n")).strip()
    if not kept.get("PIP_FIND_LINKS"):
        kept.pop("PIP_NO_INDEX", None)  # without a folder of packages, that would leave nowhere to look
    others = {name: value for name, value in environ.items() if not name.upper().startswith("PIP_")}
    return {**others, **kept, "PIP_CONFIG_FILE": os.devnull}


def _rank(name: str) -> int:
    """Return how strong a setting is by its section: pip's variables go before its files."""
    section = name.rpartition(".")[0]
    return _SECTIONS.index(section) if section in _SECTIONS else -1


def _settings(python: Path) -> list[tuple[str, str]]:
    """Return what pip is set up for here; its variables alone where its files cannot be read."""
    listed = subprocess.run(
        [str(python), "-I", "-c", _LIST_SETTINGS],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if listed.returncode:
        names = [name for name in os.environ if name.startswith("PIP_")]
        return [(":env:." + name[4:].lower().replace("_", "-"), os.environ[name]) for name in names]
    return [(str(name), str(value)) for name, value in json.loads(listed.stdout)]
