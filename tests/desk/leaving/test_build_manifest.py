import os
import sys
from pathlib import Path

import pytest

from dialogue_desk.desk.leaving.build_manifest import ManifestUnreadable, is_plain, is_same, read, write
from tools.build.mac_bundle import information


def a_build(folder: Path) -> Path:
    """Make the smallest folder that looks like a build."""
    data = folder / "_internal" / "dialogue_desk" / "data"
    data.mkdir(parents=True)
    (data / "guide.md").write_text("a guide", encoding="utf-8")
    (folder / "dialogue-desk").write_bytes(b"a program")
    (folder / "dialogue-desk").chmod(0o755)
    return folder


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    build = a_build(tmp_path / "build")
    written = write(build)
    assert read(build) == written
    assert written.place == "_internal/dialogue_desk/data/manifest.json"
    assert [(file.path, file.size) for file in written.files] == [
        ("_internal/dialogue_desk/data/guide.md", 7),
        ("dialogue-desk", 9),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no mode says there what is a program")
def test_a_program_is_listed_as_one(tmp_path: Path) -> None:
    listed = {file.path: file.executable for file in write(a_build(tmp_path / "build")).files}
    assert listed == {"_internal/dialogue_desk/data/guide.md": False, "dialogue-desk": True}


def test_the_list_is_the_same_when_it_is_written_twice(tmp_path: Path) -> None:
    build = a_build(tmp_path / "build")
    place = build / write(build).place
    before = place.read_bytes()
    write(build)
    assert place.read_bytes() == before


def test_an_application_of_a_mac_has_its_list_among_its_resources(tmp_path: Path) -> None:
    bundle = tmp_path / "Dialogue Desk.app"
    (bundle / "Contents" / "Resources" / "dialogue_desk" / "data").mkdir(parents=True)
    assert write(bundle).place == "Contents/Resources/dialogue_desk/data/manifest.json"


def test_a_link_counts_as_the_file_it_leads_to(tmp_path: Path) -> None:
    build = a_build(tmp_path / "build")
    (build / "link").symlink_to(build / "dialogue-desk")
    files = {file.path: file for file in write(build).files}
    assert files["link"].sha256 == files["dialogue-desk"].sha256


def test_a_link_out_of_the_build_is_refused(tmp_path: Path) -> None:
    build = a_build(tmp_path / "build")
    (tmp_path / "secret").write_text("a note", encoding="utf-8")
    (build / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(ValueError, match="leads out"):
        write(build)


@pytest.mark.skipif(os.name == "nt", reason="such files cannot be made there")
@pytest.mark.parametrize("name", ["a:b", "a\\b", "ends.", "ends ", "DIALOGUE-DESK"])
def test_a_name_that_a_stick_cannot_have_is_refused(tmp_path: Path, name: str) -> None:
    build = a_build(tmp_path / "build")
    (build / name).write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"stick|twice"):
        write(build)


@pytest.mark.parametrize("path", ["../desk", "/etc/passwd", "a//b", "", "C:/desk", "a/../../b", "./a"])
def test_a_path_out_of_the_folder_is_not_plain(path: str) -> None:
    assert not is_plain(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"files": 3}',
        '{"files": [{"path": "../notes", "size": 1, "sha256": "' + "0" * 64 + '"}]}',
        '{"files": [{"path": "notes", "size": 1, "sha256": "short"}]}',
        '{"files": [{"path": "notes", "size": -1, "sha256": "' + "0" * 64 + '"}]}',
    ],
)
def test_a_list_that_cannot_be_trusted_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ManifestUnreadable):
        read(tmp_path)


def test_a_folder_without_a_list_has_none(tmp_path: Path) -> None:
    with pytest.raises(ManifestUnreadable):
        read(tmp_path)


def test_the_seal_of_a_mac_that_comes_after_the_list_is_no_change_of_the_app(tmp_path: Path) -> None:
    app = tmp_path / "Dialogue Desk.app"
    program = app / "Contents" / "MacOS" / str(information("1")["CFBundleExecutable"])
    seal = app / "Contents" / "_CodeSignature" / "CodeResources"
    guide = app / "Contents" / "Resources" / "dialogue_desk" / "data" / "guide.md"
    for file in (program, seal, guide):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"before")
    write(app)
    program.write_bytes(b"a program and its seal")
    seal.write_bytes(b"a newer seal")
    listed = {file.path: file for file in read(app).files}
    assert all(is_same(app / path, file) for path, file in listed.items())
    guide.write_bytes(b"after!")
    assert not is_same(
        guide, {file.path: file for file in read(app).files}[guide.relative_to(app).as_posix()]
    )
