"""The laptop that the app is to be installed on: what it takes, and why it cannot take it.

It needs nothing but Python: the installer of a wheel folder carries it too.
"""

from __future__ import annotations

import os
import platform
import struct
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 15)
"""The Pythons for which all libraries have a wheel."""

NEWEST_FOR_OLDER = (3, 13)
"""The last Python for which the older Qt has one."""

OLDEST_WINDOWS = (10, 0, 17763)
"""Windows 10 of October 2018, version 1809."""

OLDEST_MACOS, OLDER_MACOS_BELOW = (12,), (14,)
OLDEST_GLIBC = {"x86_64": (2, 28), "aarch64": (2, 39)}
OLDER_GLIBC_BELOW = (2, 34)
"""What the wheels of Qt ask for: of its newest release, and of the last that older systems take."""

LONGEST_WINDOWS_PATH = 259

_COMPAT_MACOS = (10, 16)
"""What an old Python takes each macOS from 11 on for."""

_SYSTEMS = {
    "win-amd64": "windows-amd64",
    "win-arm64": "windows-arm64",
    "macosx-x86_64": "macos-x86_64",
    "macosx-arm64": "macos-arm64",
    "linux-x86_64": "linux-x86_64",
    "linux-aarch64": "linux-aarch64",
}


@dataclass(frozen=True)
class Obstacle:
    """Why something cannot be done: a sentence in English with its values, so that it can be translated."""

    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def told(self, translations: Mapping[str, str] | None = None) -> str:
        """Return the sentence with its values, translated where there is a translation."""
        return (translations or {}).get(self.sentence, self.sentence).format(**self.values)


@dataclass(frozen=True)
class Laptop:
    """A system and the Python that runs on it.

    Attributes:
        system: what wheels call it in our names, such as ``windows-amd64``; as the Python was built, since an
            ARM machine runs one for Intel too.  "" where there are no wheels for it.
        release: the version of macOS, of Windows, or of the C library of a Linux; () where it is not known.
        python: the Python, as in (3, 12).
        bits: 64, or 32 for a Python that uses half of the machine.
        base: the folder of the Python.
    """

    system: str
    release: tuple[int, ...]
    python: tuple[int, int]
    bits: int = 64
    base: str = ""

    @classmethod
    def here(cls) -> Self:
        """Return the laptop on which this runs."""
        return cls(
            system_of(sysconfig.get_platform(), platform.machine()),
            _release(),
            sys.version_info[:2],
            struct.calcsize("P") * 8,
            sys.base_prefix,
        )

    def at_its_oldest(self) -> Self:
        """Return this kind of computer with the oldest system that takes the app."""
        machine = self.system.partition("-")[2]
        oldest = {"linux": OLDEST_GLIBC.get(machine), "macos": OLDEST_MACOS, "windows": OLDEST_WINDOWS}
        return replace(self, release=oldest.get(self.system.partition("-")[0]) or self.release)

    @property
    def is_older(self) -> bool:
        """Whether the newest Qt does not run here, but the older one may."""
        if self.system.startswith("macos"):
            return self.release < OLDER_MACOS_BELOW
        return self.system == "linux-x86_64" and self.release < OLDER_GLIBC_BELOW

    def obstacle(self) -> Obstacle | None:
        """Return why the app cannot be installed with this Python on this system; None when it can."""
        return self._build_obstacle() or self._system_obstacle() or self._python_obstacle()

    def _build_obstacle(self) -> Obstacle | None:
        if self.bits < 64:
            return Obstacle(
                "This Python is one for 32 bits, and Qt is made for 64 bits alone. "
                "Install the 64-bit Python from python.org, and try again with that."
            )
        if "windowsapps" in self.base.lower():
            return Obstacle(
                "This Python is from the Microsoft Store. Windows would keep your notes inside that Python, "
                "and delete them when it is removed or replaced. Nothing was installed. Install Python "
                "from python.org (no administrator is needed), and try again with that."
            )
        return None

    def _python_obstacle(self) -> Obstacle | None:
        if not OLDEST_PYTHON <= self.python <= NEWEST_PYTHON:
            return Obstacle(
                "Dialogue Desk runs with Python {oldest} to {newest}, and this is Python {python}. "
                "Install one of those beside it from python.org, and try again.",
                self._pythons(NEWEST_PYTHON),
            )
        if self.is_older and self.python > NEWEST_FOR_OLDER:
            return Obstacle(
                "On a system of this age, Dialogue Desk runs with Python {oldest} to {newest}, and this is "
                "Python {python}. Install Python {newest} beside it from python.org, and try again.",
                self._pythons(NEWEST_FOR_OLDER),
            )
        return None

    def _pythons(self, newest: tuple[int, int]) -> dict[str, object]:
        return {"oldest": dotted(OLDEST_PYTHON), "newest": dotted(newest), "python": dotted(self.python)}

    def _system_obstacle(self) -> Obstacle | None:
        if not self.system:
            return Obstacle(
                "Dialogue Desk is made for Windows and Linux on 64-bit Intel and ARM processors, and for "
                "Macs. This computer, or its Python, is of another kind, for which Qt has no libraries."
            )
        return self._release_obstacle()

    def _release_obstacle(self) -> Obstacle | None:
        here = {"here": dotted(self.release)}
        if self.system.startswith("windows") and self.release < OLDEST_WINDOWS:
            return Obstacle(
                "Dialogue Desk needs Windows 10, version 1809 (October 2018), or newer: Qt does not start on "
                "older ones. This is Windows {here}.",
                here,
            )
        if self.system.startswith("macos") and self.release < OLDEST_MACOS and self.release != _COMPAT_MACOS:
            return Obstacle(
                "Dialogue Desk needs macOS 12 or newer: there is no Qt for older ones. This is macOS {here}.",
                here,
            )
        if self.system.startswith("linux"):
            return self._linux_obstacle()
        return None

    def _linux_obstacle(self) -> Obstacle | None:
        if not self.release:
            return Obstacle(
                "Dialogue Desk needs a Linux with the GNU C library, such as Debian, Ubuntu or Fedora. "
                "This one has another, for which Qt has no libraries."
            )
        oldest = OLDEST_GLIBC[self.system.partition("-")[2]]
        if self.release < oldest:
            return Obstacle(
                "Dialogue Desk needs a Linux with the C library glibc {oldest} or newer: there is no Qt for "
                "older ones. This one has glibc {here}.",
                {"oldest": dotted(oldest), "here": dotted(self.release)},
            )
        return None


def system_of(built_for: str, machine: str) -> str:
    """Return our name for the system that a Python was ``built_for``; "" for one without wheels.

    A Python for Macs may hold both kinds of code, and then the ``machine`` decides.
    """
    name, _, kind = built_for.partition("-")
    kind = kind.rpartition("-")[2] if name == "macosx" else kind
    if kind == "universal2":
        kind = machine
    return _SYSTEMS.get(f"{name}-{kind}", "")


def too_long(folder: str, longest: int, *, windows: bool = sys.platform == "win32") -> Obstacle | None:
    """Return why files whose paths have up to ``longest`` characters do not fit into ``folder``, if so."""
    most = LONGEST_WINDOWS_PATH - 1 - longest
    if not windows or len(folder) <= most:
        return None
    return Obstacle(
        "The path of this folder has {length} characters, and Windows takes at most {most} here, because the "
        "libraries inside have long names: {folder} Move it to a folder with a shorter path, such as "
        "one right under your own, and try again.",
        {"length": len(folder), "most": most, "folder": folder},
    )


def dotted(numbers: tuple[int, ...]) -> str:
    """Return a version in its usual form."""
    return ".".join(map(str, numbers))


def glibc_of(told: str | None) -> tuple[int, ...]:
    """Return the version in what a C library tells of itself; () when it is not GNU's."""
    name, _, version = (told or "").partition(" ")
    return _numbers(version) if name == "glibc" else ()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split(".") if number.isdecimal())


def _release() -> tuple[int, ...]:
    if sys.platform == "win32":
        return sys.getwindowsversion().platform_version
    if sys.platform == "darwin":
        return _numbers(platform.mac_ver()[0])
    try:
        return glibc_of(os.confstr("CS_GNU_LIBC_VERSION"))
    except (ValueError, OSError):
        return ()
