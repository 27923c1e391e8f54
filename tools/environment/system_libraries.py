"""Qt's system libraries, which small Linux installations leave out: what is missing, how to get it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tools.environment.telling import quietly, refuse, say

_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")

SCREENLESS = ("offscreen",)
"""The platform of Qt that draws without a display."""


def platforms_here(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the platforms of Qt that can show a window on the displays here, if there are any."""
    shown = {"xcb": environ.get("DISPLAY"), "wayland": environ.get("WAYLAND_DISPLAY")}
    return tuple(platform for platform, display in shown.items() if display)


def see_to_libraries(environment: Path, platforms: tuple[str, ...]) -> None:
    """Install what Qt lacks for one of these platforms to work, or name it and end.

    Raises:
        SystemExit: when something is missing and could not be installed.
    """
    sonames = missing_libraries(environment, platforms)
    if not sonames:
        return
    lacks = f"Dialogue Desk needs system libraries that are missing here: {', '.join(sonames)}"
    if not shutil.which("apt-get"):
        refuse(f"{lacks}\nInstall them with this system's own program for software, then try again.")
    packages = sorted(map(debian_package, sonames))
    if not install_packages(packages) or missing_libraries(environment, platforms):
        refuse(f"{lacks}\nInstall them, then try again:  {by_hand(packages)}")


def missing_libraries(environment: Path, platforms: tuple[str, ...]) -> list[str]:
    """Return the shared libraries that Qt's window parts look for in vain; none where there is no ``ldd``.

    Qt tries one platform after the other, so nothing is missing when one has all it needs.
    """
    if not platforms or not shutil.which("ldd"):
        return []
    missing = []
    for platform in platforms:
        names = ("QtWidgets.abi3.so", f"Qt/plugins/platforms/libq{platform}.so")
        parts = [
            part for name in names for part in environment.glob(f"lib/python*/site-packages/PySide6/{name}")
        ]
        lacks = not_found(quietly("ldd", *map(str, parts)).stdout) if parts else []
        if not lacks:
            return []
        missing.append(lacks)
    return missing[0]


def not_found(told: str) -> list[str]:
    """Return the libraries that ``ldd`` told it did not find."""
    return sorted(set(re.findall(r"(\S+) => not found", told)))


def debian_package(soname: str) -> str:
    """Name the package of a shared library, by the rule of Debian's policy and its few exceptions."""
    if re.match(r"lib(glib|gobject|gio|gmodule|gthread)-2\.0", soname):
        return "libglib2.0-0"
    if soname.startswith("libz."):
        return "zlib1g"
    name, _, version = soname.lower().replace("_", "-").partition(".so.")
    return name + ("-" if name[-1].isdigit() else "") + version


def install_packages(packages: list[str]) -> bool:
    """Install system packages where this person may, and return whether that was done."""
    root = os.geteuid() == 0
    if not root and not (shutil.which("sudo") and quietly("sudo", "-n", "true").returncode == 0):
        return False
    say("Installing " + " ".join(packages) + " ...")
    become = [*(() if root else ("sudo", "-n")), "env", "DEBIAN_FRONTEND=noninteractive"]
    quietly(*become, "apt-get", "update")
    done = quietly(*become, *_INSTALL, *packages)
    if done.returncode:
        say(f"{done.stdout}\nThat did not work; apt-get says why above.")
    return done.returncode == 0


def by_hand(packages: list[str]) -> str:
    """Return the command with which a person installs system packages."""
    return " ".join(["sudo", *_INSTALL, *packages])
