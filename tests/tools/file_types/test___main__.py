"""What packages for Linux tell the system is what the app says of its files today, and systems accept it."""

import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from dialogue_desk.exchange.file_types import file_types
from tools.file_types.__main__ import LINUX, linux_files, main

METAINFO = LINUX / "dialogue-desk.metainfo.xml"
_CHECKS = (
    ("desktop-file-validate", str(LINUX / "dialogue-desk.desktop")),
    # The project has no domain, which the name could be in.
    (
        *("appstreamcli", "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info"),
        str(METAINFO),
    ),
)


def test_the_files_of_packages_are_those_of_today(tmp_path):
    assert main(tmp_path) == 0
    for name, content in linux_files():
        assert (LINUX / name).read_text(encoding="utf-8") == content, "run python -m tools.file_types"
        assert (tmp_path / name).read_text(encoding="utf-8") == content


def test_the_software_center_is_told_of_the_same_kinds():
    told = ElementTree.parse(METAINFO)
    assert [one.text for one in told.iter("mediatype")] == [one.mime for one in file_types()]
    assert told.findtext("launchable") == "dialogue-desk.desktop"


@pytest.mark.parametrize("command", _CHECKS, ids=lambda command: command[0])
def test_the_checker_of_the_system_finds_nothing(command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_files_are_known_by_name_and_by_content_and_others_keep_their_kind(tmp_path):
    if shutil.which("update-mime-database") is None or shutil.which("gio") is None:
        pytest.skip("there are no tools of a Linux desktop here")
    (tmp_path / "share/mime/packages").mkdir(parents=True)
    shutil.copy(LINUX / "dialogue-desk.xml", tmp_path / "share/mime/packages")
    subprocess.run(("update-mime-database", str(tmp_path / "share/mime")), check=True)
    package = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.dialogue-desk.package"
    files = {
        "c07.dialogue": package,
        "renamed": package,
        "C07.DIALOGUE": b"cut short",
        "x.dialogue.age": b"age",
    }
    files |= {"ours.en.guide.md": b"# Ours", "ours.guide.zip": b"PK", "notes.md": b"# Notes", "x.age": b"age"}
    files |= {"all.dialogue-handover": b"age"}
    files |= {"new.update": b"cut short", "new": b"Dialogue Desk update 1\n"}
    kinds = {}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        told = subprocess.run(
            ("gio", "info", "-a", "standard::content-type", str(tmp_path / name)),
            capture_output=True,
            text=True,
            check=True,
            env={"XDG_DATA_HOME": str(tmp_path / "share"), "PATH": "/usr/bin:/bin"},
        )
        kinds[name] = told.stdout.rpartition("standard::content-type: ")[2].strip()
    package_kind, sealed, handover, guide, guides, update = (one.mime for one in file_types())
    assert kinds["c07.dialogue"] == kinds["renamed"] == kinds["C07.DIALOGUE"] == package_kind
    assert (kinds["x.dialogue.age"], kinds["all.dialogue-handover"]) == (sealed, handover)
    assert (kinds["ours.en.guide.md"], kinds["ours.guide.zip"]) == (guide, guides)
    assert kinds["new.update"] == kinds["new"] == update
    assert not {kinds["notes.md"], kinds["x.age"]} & {one.mime for one in file_types()}
