"""The systems and Pythons that wheel folders are made for, and what of the lock files each of them needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.markers import Marker

from tools.environment.stamp import APP_LOCK, OLDER_APP_LOCK
from tools.offline.laptop import NEWEST_FOR_OLDER, NEWEST_PYTHON, OLDEST_PYTHON
from tools.offline.wheel_folder import lock_name

_LINE = re.compile(
    r"^(?P<pin>[\w.-]+==[^\s;\\]+)(?: ; (?P<marker>.*?))?(?P<digests>(?: \\\n    --hash=\S+)+)$", re.M
)


@dataclass(frozen=True)
class System:
    """A kind of computer that one folder is made for.

    Attributes:
        name: as in ``Laptop``.
        newest: what wheels call it where it takes the newest Qt, the most widely usable first.
        older: the same where it takes only the older Qt; () where that changes nothing.
        markers: what the markers of lock files ask about it.
    """

    name: str
    newest: tuple[str, ...]
    older: tuple[str, ...]
    markers: tuple[str, str, str, str]

    def environment(self, python: tuple[int, int]) -> dict[str, str]:
        """Return what the markers of lock files ask."""
        sys_platform, platform_system, os_name, machine = self.markers
        version = ".".join(map(str, python))
        return {
            "sys_platform": sys_platform,
            "platform_system": platform_system,
            "os_name": os_name,
            "platform_machine": machine,
            "python_version": version,
            "python_full_version": f"{version}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }


def _linux(machine: str, newest: str) -> tuple[str, ...]:
    """Wheels name the C library they need; those that need less run on more laptops."""
    plain = tuple(f"manylinux_2_{minor}_{machine}" for minor in (28, 27, 26, 17))
    return (*plain, f"manylinux2014_{machine}", *((f"manylinux_2_{newest}_{machine}",) if newest else ()))


SYSTEMS = (
    System(
        "linux-x86_64",
        _linux("x86_64", "34"),
        _linux("x86_64", ""),
        ("linux", "Linux", "posix", "x86_64"),
    ),
    System("linux-aarch64", _linux("aarch64", "39"), (), ("linux", "Linux", "posix", "aarch64")),
    System("windows-amd64", ("win_amd64",), (), ("win32", "Windows", "nt", "AMD64")),
    System("windows-arm64", ("win_arm64",), (), ("win32", "Windows", "nt", "ARM64")),
    System(
        "macos-arm64",
        ("macosx_14_0_arm64",),
        ("macosx_12_0_arm64",),
        ("darwin", "Darwin", "posix", "arm64"),
    ),
    System(
        "macos-x86_64",
        ("macosx_14_0_x86_64",),
        ("macosx_12_0_x86_64",),
        ("darwin", "Darwin", "posix", "x86_64"),
    ),
)


@dataclass(frozen=True)
class Pinned:
    """A library of a lock file: its name and version as in ``a==1``, and the digests of its files."""

    pin: str
    digests: tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """One Python on one system: the libraries it needs are in ``lock``, and its wheels are ``platforms``."""

    system: System
    python: tuple[int, int]
    older: bool

    @property
    def lock(self) -> str:
        """The lock file of the project that holds its libraries."""
        return OLDER_APP_LOCK if self.older else APP_LOCK

    @property
    def platforms(self) -> tuple[str, ...]:
        """What its wheels call the system."""
        return self.system.older if self.older else self.system.newest

    @property
    def name(self) -> str:
        """The name of its lock file in a wheel folder."""
        return lock_name(self.python, older=self.older)

    def pinned(self, lock: str) -> Iterator[Pinned]:
        """Yield the libraries in the text of a lock file that are needed here.

        Markers are asked now: at the laptop, an Intel Python on an ARM machine would be taken for an ARM one.
        """
        environment = self.system.environment(self.python)
        for line in _LINE.finditer(lock):
            marker = line["marker"]
            if marker is None or Marker(marker).evaluate(environment):
                yield Pinned(line["pin"], tuple(re.findall(r"--hash=(\S+)", line["digests"])))


def targets_of(system: System) -> Iterator[Target]:
    """Yield each Python that a system has libraries for, with the newest Qt and with the older one."""
    for minor in range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1):
        python = (OLDEST_PYTHON[0], minor)
        yield Target(system, python, older=False)
        if system.older and python <= NEWEST_FOR_OLDER:
            yield Target(system, python, older=True)
