"""What a person starts the app with: an entry in the menu of Linux or Windows, an application on a Mac."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tools.offline.places import Places

# Each starts Python with -I, so that a file that lies where it is started is never taken for one of ours.

LINUX_ENTRY, WINDOWS_ENTRY, PLAIN_ENTRY = "dialogue-desk.desktop", "Dialogue Desk.lnk", "Dialogue Desk.cmd"

_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Dialogue Desk
Comment=Run timed community dialogues, and bring many circles together, without internet
Comment[es]=Dirija diálogos comunitarios con tiempos y reúna muchos círculos, sin internet
Exec={python} -I -m dialogue_desk.app %F
{icon}Terminal=false
Categories=Office;
StartupWMClass=dialogue-desk
"""

_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
"""What a value of an entry writes otherwise: a line of its own would be one more value."""

_LINK = """\
$link = (New-Object -ComObject WScript.Shell).CreateShortcut($env:DIALOGUE_DESK_LINK)
$link.TargetPath = $env:DIALOGUE_DESK_PYTHON
$link.Arguments = '-I -m dialogue_desk.app'
$link.WorkingDirectory = $env:USERPROFILE
if ($env:DIALOGUE_DESK_ICON) { $link.IconLocation = $env:DIALOGUE_DESK_ICON }
$link.Save()
"""
"""Paths come in the environment, so that no sign in them is read as a part of the script."""

_PLIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>CFBundleName</key><string>Dialogue Desk</string>
  <key>CFBundleIdentifier</key><string>org.dialogue-desk.app</string>
  <key>CFBundleVersion</key><string>{version}</string>
  <key>CFBundleShortVersionString</key><string>{version}</string>
  <key>CFBundlePackageType</key><string>APPL</string>
  <key>CFBundleExecutable</key><string>dialogue-desk</string>
  <key>CFBundleIconFile</key><string>dialogue-desk.icns</string>
  <key>NSHighResolutionCapable</key><true/>
</dict>
</plist>
"""

_MAC_PROGRAM = """\
#!/bin/sh
here=$(cd "$(dirname "$0")/.." && pwd)
exec "$here/Resources/{libraries}/bin/python" -I -m dialogue_desk.app "$@"
"""


def write_entry(system: str, places: Places, libraries: Path, version: str) -> None:
    """Put the app where a person looks for it.

    Raises:
        OSError: when that cannot be written.
    """
    if places.menu is None:
        _write_mac_application(places.whole, libraries, version)
        return
    places.menu.mkdir(parents=True, exist_ok=True)
    if system.startswith("windows"):
        _write_windows_entry(places.menu, libraries, os.environ)
    else:
        python, icon = exec_word(str(libraries / "bin" / "python")), _icon(libraries, "dialogue-desk-256.png")
        icon = icon.translate(_ESCAPES)
        entry = _DESKTOP.format(python=python, icon=f"Icon={icon}\n" if icon else "")
        if entry.encode(errors="ignore").decode() != entry:
            raise OSError(errno.EILSEQ, "the name of a folder is no text", places.whole)
        (places.menu / LINUX_ENTRY).write_text(entry, encoding="utf-8")


def remove_entry(places: Places) -> None:
    """Take the app out of the menu; the entry of another copy on a Linux desktop stays.

    Raises:
        OSError: when that cannot be done.
    """
    if places.menu is None:
        return
    entry = places.menu / LINUX_ENTRY
    if entry.is_file() and str(places.app) in entry.read_text(encoding="utf-8"):
        entry.unlink()
    for name in (WINDOWS_ENTRY, PLAIN_ENTRY):
        (places.menu / name).unlink(missing_ok=True)


def exec_word(path: str) -> str:
    """Return a path as the entry of a Linux menu writes it: quoted for the command, then for the file."""
    escaped = "".join("\\" + sign if sign in '"`$\\' else sign for sign in path)
    quoted = '"' + escaped.translate(_ESCAPES).replace("%", "%%") + '"'
    # GNOME looks for a program before it reads "%%" as "%", and would not find this one.
    return f"env {quoted}" if "%" in path else quoted


def _icon(libraries: Path, name: str) -> str:
    return str(next(libraries.glob(f"**/dialogue_desk/data/icons/app/{name}"), ""))


def _write_windows_entry(menu: Path, libraries: Path, environ: Mapping[str, str]) -> None:
    """Make a link with the system's own program for that; a plain start file where it may not run."""
    python = libraries / "Scripts" / "pythonw.exe"
    link = menu / WINDOWS_ENTRY
    told = {
        **environ,
        "DIALOGUE_DESK_LINK": str(link),
        "DIALOGUE_DESK_PYTHON": str(python),
        "DIALOGUE_DESK_ICON": _icon(libraries, "dialogue-desk.ico"),
    }
    powershell = shutil.which("powershell", path=environ.get("PATH"))
    if powershell is not None:
        subprocess.run(
            [powershell, "-NoProfile", "-NonInteractive", "-Command", _LINK],
            env=told,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    if link.exists():
        (menu / PLAIN_ENTRY).unlink(missing_ok=True)
        return
    start = f'@chcp 65001 >nul\r\n@start "" "{str(python).replace("%", "%%")}" -I -m dialogue_desk.app %*\r\n'
    (menu / PLAIN_ENTRY).write_bytes(start.encode())


def _write_mac_application(application: Path, libraries: Path, version: str) -> None:
    contents = application / "Contents"
    program = contents / "MacOS" / "dialogue-desk"
    program.parent.mkdir(parents=True, exist_ok=True)
    (contents / "Info.plist").write_text(_PLIST.format(version=version), encoding="utf-8")
    program.write_text(_MAC_PROGRAM.format(libraries=libraries.name), encoding="utf-8")
    program.chmod(0o755)
    icon = _icon(libraries, "dialogue-desk.icns")
    if icon:
        shutil.copyfile(icon, contents / "Resources" / "dialogue-desk.icns")
