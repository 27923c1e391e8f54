"""The description of packages, from which nfpm makes ``.deb`` and ``.rpm``."""

from __future__ import annotations

import os

import pytest

from dialogue_desk.desk.leaving import build_manifest
from dialogue_desk.installation import Form
from tests.house import ROOT
from tools.build.frozen_folder import DATA
from tools.build.linux_package import PLACE, c_library_of, described, for_system, needs
from tools.build.release import Release

RELEASE = Release("0.1.0", "linux-x86_64", "abc", 1_800_000_000)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "dialogue-desk").write_bytes(b"\0GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.4\0")
    (tmp_path / "dialogue-desk").chmod(0o755)
    (tmp_path / "a-text").write_bytes(b"\0GLIBC_2.99\0")
    return tmp_path


def contents(folder, kind="deb"):
    return {one["dst"]: one for one in described(ROOT, folder, RELEASE, kind)["contents"]}


@pytest.mark.parametrize("kind", ["deb", "rpm"])
def test_the_app_lies_in_one_place_and_both_programs_are_found_by_name(folder, kind):
    found = contents(folder, kind)
    assert found[PLACE] == {**found[PLACE], "src": str(folder), "type": "tree"}
    for name in ("dialogue-desk", "dialogue-desk-window"):
        assert found[f"/usr/bin/{name}"] == {
            **found[f"/usr/bin/{name}"],
            "src": f"{PLACE}/{name}",
            "type": "symlink",
        }


def test_desktops_find_what_they_know_the_app_and_its_files_by(folder):
    found = set(contents(folder))
    assert {
        "/usr/share/applications/dialogue-desk.desktop",
        "/usr/share/metainfo/dialogue-desk.metainfo.xml",
        "/usr/share/mime/packages/dialogue-desk.xml",
        "/usr/share/icons/hicolor/48x48/apps/dialogue-desk.png",
        "/usr/share/icons/hicolor/scalable/apps/dialogue-desk.svg",
    } <= found


def test_folders_of_our_own_are_named_so_that_they_go_with_the_package(folder):
    found = contents(folder, "rpm")
    assert found["/usr/share/doc/dialogue-desk"]["type"] == "dir"
    ours = [dst for dst in found if "/dialogue-desk/" in dst]
    assert [dst for dst in ours if dst.rpartition("/")[0] not in found] == []


def test_everything_belongs_to_root_and_has_one_time(folder):
    stamped = [(one["file_info"]["owner"], one["file_info"]["mtime"]) for one in contents(folder).values()]
    assert set(stamped) == {("root", "2027-01-15T08:00:00Z")}


def test_the_oldest_c_library_that_will_do_is_read_from_the_programs(folder):
    assert c_library_of(folder) == "2.34"


def test_only_the_c_library_and_what_belongs_to_the_graphics_card_is_asked_of_the_system():
    assert needs("deb", "2.34") == ["libc6 (>= 2.34)", "libegl1", "libgl1"]
    assert needs("rpm", "2.34")[0] == "libc.so.6(GLIBC_2.34)(64bit)"


@pytest.mark.skipif(os.name != "posix", reason="packages for Linux are made on Linux")
def test_what_is_packed_says_that_the_system_put_it_there_and_the_folder_stays_as_it_is(tmp_path):
    data = tmp_path / "folder" / DATA
    data.mkdir(parents=True)
    (data / "build.toml").write_text(RELEASE.told(Form.FOLDER), encoding="utf-8")
    (tmp_path / "folder" / "dialogue-desk").write_text("program", encoding="utf-8")
    build_manifest.write(tmp_path / "folder")
    listed = (data / build_manifest.NAME).read_bytes()
    inside = for_system(tmp_path / "folder", tmp_path / "inside", RELEASE)
    assert (inside / DATA / "build.toml").read_text(encoding="utf-8") == RELEASE.told(Form.SYSTEM)
    assert (data / "build.toml").read_text(encoding="utf-8") == RELEASE.told(Form.FOLDER)
    assert (data / build_manifest.NAME).read_bytes() == listed
    checksums = {one.path: one.sha256 for one in build_manifest.read(inside).files}
    told = (DATA / "build.toml").as_posix()
    assert checksums[told] == build_manifest.checksum(inside / DATA / "build.toml")
