"""The installer puts a small stand-in for the app in place with the real pip, and takes it away again."""

from __future__ import annotations

import ast
import ensurepip
import errno
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.house import ROOT
from tools.offline import install
from tools.offline.install import WHOLE, CannotBeInstalled, Installer, language_here, python_of
from tools.offline.laptop import Laptop
from tools.offline.places import REMOVER, Places
from tools.offline.spanish import SPANISH
from tools.offline.wheel_folder import LOCKS, WHEELS, WheelFolder, lock_name
from tools.wheels.folders import write_installer

HERE = Laptop.here()
PIPS = sorted((Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl"))
with_pip = pytest.mark.skipif(not PIPS, reason="this Python brings no wheel of pip")
posix_only = pytest.mark.skipif(os.name != "posix", reason="it asks for what only these systems have")


def write_wheel(path: Path, name: str, files: dict[str, str]) -> None:
    about = f"{name}-1.0.dist-info"
    files = {
        **files,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{about}/RECORD"] = "".join(f"{file},,\n" for file in (*files, f"{about}/RECORD"))
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)


@pytest.fixture
def folder(tmp_path: Path) -> WheelFolder:
    """A wheel folder for this laptop, with an app that writes down what it is asked."""
    path = tmp_path / "Mi memoria" / "wheels folder"
    (path / WHEELS).mkdir(parents=True)
    (path / LOCKS).mkdir()
    for pip in PIPS:
        shutil.copy(pip, path / WHEELS)
    asked = (
        "import pathlib, sys\n"
        "with pathlib.Path(sys.prefix, 'asked').open('a') as file:\n    print(sys.argv[1:], file=file)\n"
    )
    files = {
        "dialogue_desk/__init__.py": "",
        "dialogue_desk/__main__.py": asked,
        "dialogue_desk/app.py": asked,
    }
    wheel = path / WHEELS / "dialogue_desk-1.0-py3-none-any.whl"
    write_wheel(wheel, "dialogue_desk", files)
    write_lock(path, wheel)
    folder = WheelFolder(path, "1.0", HERE.system, 60, 1_000)
    folder.write()
    write_installer(ROOT, path / REMOVER)
    return folder


def write_lock(path: Path, wheel: Path) -> None:
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock = path / LOCKS / lock_name(HERE.python, older=HERE.is_older)
    lock.write_text(f"dialogue-desk==1.0 --hash=sha256:{digest}\n", encoding="utf-8")


@pytest.fixture
def installer(home_folder: Path) -> Installer:
    return Installer(HERE, Places.of(HERE.system, home_folder, {}))


def libraries_of(installer: Installer) -> Path:
    (libraries,) = installer.places.others()
    return libraries


@with_pip
def test_it_installs_from_the_folder_alone_and_removes_all_of_it(folder, installer, monkeypatch, capsys):
    """Whatever pip and Python are set up for elsewhere, and whatever an attempt left that was stopped."""
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PYTHONPATH", str(folder.path))
    (folder.path / "venv.py").write_text("raise SystemExit('not ours')", encoding="utf-8")
    desk = installer.places.whole.parent / "desk.db"
    left = installer.places.libraries(folder.digest_for(HERE))
    left.mkdir(parents=True)
    (left / "half").touch()
    installer.install(folder)
    desk.write_text("what was entered", encoding="utf-8")
    libraries = libraries_of(installer)
    assert (libraries / WHOLE).is_file()
    assert not (libraries / "half").exists()
    assert "['file-types', 'add']" in (libraries / "asked").read_text(encoding="utf-8")
    started = subprocess.run([python_of(libraries), "-I", "-m", "dialogue_desk.app", "a b"], check=False)
    assert started.returncode == 0
    assert "['a b']" in (libraries / "asked").read_text(encoding="utf-8")
    assert "Dialogue Desk 1.0 is installed." in capsys.readouterr().out
    installer.remove()
    assert not installer.places.whole.exists()
    assert desk.read_text(encoding="utf-8") == "what was entered"
    assert "What you entered in it is still here" in capsys.readouterr().out


@with_pip
def test_a_newer_one_takes_the_place_of_the_older_only_when_it_is_whole(folder, installer, capsys):
    installer.install(folder)
    first = libraries_of(installer)
    capsys.readouterr()
    installer.install(folder)
    assert "minute or two" not in capsys.readouterr().out
    wheel = folder.path / WHEELS / "dialogue_desk-1.0-py3-none-any.whl"
    write_wheel(wheel, "dialogue_desk", {"dialogue_desk/__init__.py": "newer = True"})
    write_lock(folder.path, wheel)
    installer.install(folder)
    second = libraries_of(installer)
    assert second != first
    wheel.write_bytes(wheel.read_bytes() + b"damage")
    lock = folder.lock_for(HERE)
    lock.write_text(lock.read_text(encoding="utf-8") + "# newer\n", encoding="utf-8")
    with pytest.raises(CannotBeInstalled) as told:
        installer.install(folder)
    assert "damaged or missing" in told.value.obstacle.told()
    assert libraries_of(installer) == second


@pytest.mark.parametrize(
    ("laptop", "said"),
    [
        (replace(HERE, base=r"C:\Program Files\WindowsApps\Python"), "Microsoft Store"),
        (replace(HERE, python=(3, 16)), "this is Python 3.16"),
        (replace(HERE, bits=32), "32 bits"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(folder, installer, laptop, said):
    with pytest.raises(CannotBeInstalled) as told:
        replace(installer, laptop=laptop).install(folder)
    assert said in told.value.obstacle.told()
    assert not installer.places.whole.exists()


def test_a_disk_without_room_is_said_in_megabytes(folder, installer):
    with pytest.raises(CannotBeInstalled) as told:
        installer.install(replace(folder, room=10**18))
    assert "takes 1000000000000 MB" in told.value.obstacle.told()
    assert "No hay suficiente espacio" in told.value.obstacle.told(SPANISH)


def test_a_path_that_is_too_long_for_windows_is_said_with_its_length(folder, tmp_path):
    windows = Laptop("windows-amd64", (10, 0, 19045), HERE.python)
    (folder.path / LOCKS / lock_name(HERE.python, older=False)).touch()
    deep = tmp_path / ("d" * 150)
    installer = Installer(windows, Places.of(windows.system, deep, {}))
    with pytest.raises(CannotBeInstalled) as told:
        installer.install(replace(folder, system="windows-amd64", longest=150))
    long = f"{installer.places.libraries('0' * 8)}/Lib/site-packages"
    assert f"has {len(long)} characters, and Windows takes at most 108" in told.value.obstacle.told()


@posix_only
def test_a_folder_that_cannot_be_written_is_named(folder, installer):
    installer.places.whole.parent.parent.mkdir(parents=True, exist_ok=True)
    installer.places.whole.parent.write_text("a file, where a folder should be", encoding="utf-8")
    with pytest.raises(CannotBeInstalled) as told:
        installer.install(folder)
    assert str(installer.places.whole.parent) in told.value.obstacle.told()
    assert os.strerror(errno.ENOTDIR) in told.value.obstacle.told() or os.strerror(errno.EEXIST) in (
        told.value.obstacle.told()
    )


def test_another_copy_of_the_app_is_neither_overwritten_nor_removed(folder, installer, capsys):
    installer.places.app.mkdir(parents=True)
    (installer.places.app / "dialogue-desk.exe").touch()
    with pytest.raises(CannotBeInstalled) as told:
        installer.install(folder)
    assert "this installer did not put it there" in told.value.obstacle.told()
    installer.remove()
    assert "nothing to remove" in capsys.readouterr().out
    assert (installer.places.app / "dialogue-desk.exe").is_file()


@pytest.mark.parametrize(
    ("environ", "windows", "language"),
    [
        ({"LANG": "es_MX.UTF-8"}, None, "es"),
        ({"LANG": "es_MX.UTF-8", "LC_ALL": "en_US.UTF-8"}, None, "en"),
        ({}, None, "en"),
        ({}, 0x080A, "es"),
        ({"LANG": "es"}, 0x0409, "en"),
    ],
)
def test_it_speaks_the_language_of_the_system(environ, windows, language):
    assert language_here(environ, windows) == language


def run_archive(folder: Path, home: Path, *arguments: str, language: str = "en") -> tuple[int, str]:
    environ = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "LANGUAGE": language}
    told = subprocess.run(
        [sys.executable, folder / REMOVER, *arguments],
        env={**environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return told.returncode, told.stdout + told.stderr


def test_the_one_file_that_is_shipped_says_whether_a_python_will_do(folder, home_folder):
    assert run_archive(folder.path, home_folder, "--fits") == (0, "")
    assert run_archive(folder.path, home_folder, "--remove", language="es") == (
        0,
        "Dialogue Desk no está instalado aquí, así que no hay nada que quitar.\n",
    )
    (folder.path / "folder.json").unlink()
    code, said = run_archive(folder.path, home_folder)
    assert (code, "Copy it again" in said) == (1, True)


def test_a_python_of_ten_years_ago_can_still_read_what_it_lacks():
    source = (ROOT / "tools" / "offline" / "__main__.py").read_text(encoding="utf-8")
    assert source.isascii()
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(ast.parse(source)))
    above, _, below = source.partition("sys.version_info < (3, 11)")
    assert "tools" not in above
    assert below.index("sys.exit") < below.index("from tools")


@posix_only
@pytest.mark.parametrize("name", ["install.sh", "remove.sh"])
def test_the_start_file_finds_a_python_that_will_do(folder, home_folder, tmp_path, name):
    """One that is too old comes first on the way."""
    for start in (ROOT / "build_spec" / "offline").glob("*.sh"):
        shutil.copy(start, folder.path)
    pythons = tmp_path / "bin"
    pythons.mkdir()
    (pythons / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (pythons / "python3").chmod(0o755)
    (pythons / "python3.11").write_text(
        f'#!/bin/sh\necho found\nexec "{sys.executable}" "$1" --fits', encoding="utf-8"
    )
    (pythons / "python3.11").chmod(0o755)
    environ = {"HOME": str(home_folder), "PATH": f"{pythons}:/usr/bin:/bin"}
    told = subprocess.run(
        ["/bin/sh", folder.path / name], env=environ, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "found\n")


@posix_only
def test_the_start_file_says_so_where_there_is_no_python(folder, tmp_path):
    shutil.copy(ROOT / "build_spec" / "offline" / "install.sh", folder.path)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("dirname", "uname"):
        (programs / name).symlink_to(shutil.which(name) or "")
    told = subprocess.run(
        ["/bin/sh", folder.path / "install.sh"],
        env={"PATH": str(programs)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (told.returncode, told.stderr) == (1, "")
    assert "there is none here" in told.stdout
    assert "no hay ninguno" in told.stdout


def test_it_uses_no_module_but_those_that_are_shipped_with_it():
    for path in sorted(Path(install.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith(("tools", "dialogue_desk")):
                assert str(node.module).startswith("tools.offline."), path.name
