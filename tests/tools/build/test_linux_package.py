"""The description of packages, from which nfpm makes ``.deb`` and ``.rpm``."""

from __future__ import annotations

import pytest

from tests.house import ROOT
from tools.build.linux_package import PLACE, c_library_of, described, needs
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


def test_everything_belongs_to_root_and_has_one_time(folder):
    stamped = [(one["file_info"]["owner"], one["file_info"]["mtime"]) for one in contents(folder).values()]
    assert set(stamped) == {("root", "2027-01-15T08:00:00Z")}


def test_the_oldest_c_library_that_will_do_is_read_from_the_programs(folder):
    assert c_library_of(folder) == "2.34"


def test_only_the_c_library_and_what_belongs_to_the_graphics_card_is_asked_of_the_system():
    assert needs("deb", "2.34") == ["libc6 (>= 2.34)", "libegl1", "libgl1"]
    assert needs("rpm", "2.34")[0] == "libc.so.6(GLIBC_2.34)(64bit)"
