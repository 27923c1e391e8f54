"""What Windows shows of the programs, and the installer that needs no administrator."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tools.build.release import Release
from tools.environment.telling import CannotBeDone, insist

SCRIPT = Path("build_spec", "windows", "dialogue_desk.nsi")


def version_resource(version: str) -> str:
    """Return what Windows shows among a program's properties, as PyInstaller reads it."""
    told = {
        "CompanyName": "The Dialogue Desk maintainers",
        "FileDescription": "Dialogue Desk",
        "FileVersion": version,
        "InternalName": "dialogue-desk",
        "LegalCopyright": "Apache-2.0",
        "ProductName": "Dialogue Desk",
        "ProductVersion": version,
    }
    structs = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    numbers = four_numbers(version)
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,\n"
        "    fileType=1, subtype=0, date=(0, 0)),\n"
        # 0x0409 is English of the United States, 1200 is Unicode.
        f"  kids=[StringFileInfo([StringTable('040904B0', [{structs}])]),\n"
        "    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version as Windows counts it."""
    first, second, third, *_ = [*(int(part) for part in version.split(".") if part.isdecimal()), 0, 0, 0]
    return first, second, third, 0


def files_to_remove(folder: Path) -> str:
    """Return the lines with which the uninstaller removes what was installed, and no file of a person."""
    paths = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
    files = [f'Delete "$INSTDIR\\{_backslashed(path, folder)}"' for path in paths if path.is_file()]
    folders = [f'RMDir "$INSTDIR\\{_backslashed(path, folder)}"' for path in reversed(paths) if path.is_dir()]
    return "".join(f"{line}\n" for line in [*files, *folders])


def _backslashed(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().replace("/", "\\").replace("$", "$$")


def installer(project: Path, folder: Path, release: Release, out: Path, makensis: str = "makensis") -> Path:
    """Make the installer of the build in ``folder``, put it into ``out``, and return it.

    Raises:
        CannotBeDone: when there is no NSIS, or with its last lines.
    """
    if shutil.which(makensis) is None:
        raise CannotBeDone("The program makensis is missing here. Install NSIS 3, then try again.")
    out.mkdir(parents=True, exist_ok=True)
    goal, removal = out / f"{release.name}-setup.exe", out / "removal.nsh"
    removal.write_text(files_to_remove(folder), encoding="utf-8-sig")
    told = definitions(project, folder, release, removal, goal)
    defined = (f"-D{name}={value}" for name, value in told.items())
    try:
        insist(
            *(makensis, "-V2", "-INPUTCHARSET", "UTF8", *defined, str(project / SCRIPT)),
            sentence="NSIS could not make the installer; its last lines say why.",
            environ=release.environ() | ({} if os.name == "nt" else {"LC_ALL": "C.UTF-8"}),
        )
    finally:
        removal.unlink()
    return goal


def definitions(
    project: Path, folder: Path, release: Release, removal: Path, goal: Path
) -> dict[str, object]:
    """Return what the script of the installer is told: what stands in ``${...}`` there."""
    return {
        "VERSION": release.version,
        "VERSION_IN_FOUR": ".".join(map(str, four_numbers(release.version))),
        "FOLDER": folder,
        "GOAL": goal,
        "REMOVAL": removal,
        "ICON": project / "resources" / "icons" / "app" / "dialogue-desk.ico",
        "LICENSE": project / "LICENSE",
        "SIZE": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024,
    }
