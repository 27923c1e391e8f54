"""What an update says of itself is held to its form, so that it can write nowhere but into its own folder."""

from dataclasses import replace

import msgspec
import pytest

from dialogue_desk.exchange.update_manifest import (
    UpdateEntry,
    UpdateLimits,
    UpdateManifest,
    UpdateRefusal,
    UpdateRefused,
    read_manifest,
)

SUM = "0" * 64


def manifest(*paths: str) -> UpdateManifest:
    files = tuple(UpdateEntry(path, 1, SUM) for path in paths)
    return UpdateManifest("0.2.0", "linux-x86_64", "0123abc", files)


def refusal(told: UpdateManifest, limits: UpdateLimits | None = None) -> UpdateRefusal:
    with pytest.raises(UpdateRefused) as refused:
        read_manifest(msgspec.json.encode(told), limits or UpdateLimits())
    return refused.value.reason


def test_what_was_written_is_read():
    told = manifest("dialogue-desk", "_internal/dialogue_desk/data/guides/one.en.guide.md", "_internal/ñ.txt")
    assert read_manifest(msgspec.json.encode(told)) == told


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../outside", "a/../../b", "a/./b", "a//b", "a/", "C:/x", "a\\b", "..\\b"),
        *(
            "a:stream",
            "nul",
            "a/CON.txt",
            "com1",
            "LPT¹",
            "a ",
            "a.",
            " a",
            "a/b. /c",
            "a\0b",
            "a\nb",
            "what?",
        ),
        "x" * 201,
        "u\u0308",  # another spelling of a letter, which a Mac takes for the same
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(path):
    assert refusal(manifest(path)) is UpdateRefusal.UNSAFE


@pytest.mark.parametrize(
    "paths",
    [
        ("a", "a"),
        ("readme", "README"),
        ("straße", "STRASSE"),
        ("A/one", "a/two"),
        ("a", "a/b"),
        ("A", "a/b"),
        ("ﬁle", "file"),
    ],
)
def test_two_files_that_some_system_takes_for_one_are_refused(paths):
    assert refusal(manifest(*paths)) is UpdateRefusal.UNSAFE


@pytest.mark.parametrize(
    "link", ["../../outside", "/etc", "..", "a/../../..", "C:\\x", "b\\c", "./x", "d/../x"]
)
def test_a_link_that_could_lead_outside_is_refused(link):
    assert refusal(replace(manifest(), files=(UpdateEntry("a/link", link=link),))) is UpdateRefusal.UNSAFE


def test_a_link_inside_is_taken_as_applications_on_a_mac_have_them():
    file = UpdateEntry("Contents/Frameworks/x", 1, SUM)
    link = UpdateEntry("Contents/Resources/x", link="../Frameworks/x")
    told = replace(manifest(), files=(file, link))
    assert read_manifest(msgspec.json.encode(told)) == told


def test_nothing_is_written_through_a_link():
    files = (UpdateEntry("folder", link="elsewhere"), UpdateEntry("folder/file", 1, SUM))
    assert refusal(replace(manifest(), files=files)) is UpdateRefusal.UNSAFE


@pytest.mark.parametrize(
    "wrong",
    [
        UpdateEntry("a", -1, SUM),
        UpdateEntry("a", 1, "0" * 63),
        UpdateEntry("a", 1, ""),
        UpdateEntry("a", 1, SUM, link="b"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(wrong):
    assert refusal(replace(manifest(), files=(wrong,))) is UpdateRefusal.UNSAFE


@pytest.mark.parametrize(
    "changed",
    [{"version": "../../x"}, {"version": "2"}, {"version": "1.0rc1"}, {"system": "../x"}, {"commit": "/"}],
)
def test_a_version_or_system_that_is_none_is_refused(changed):
    assert refusal(replace(manifest("a"), **changed)) is UpdateRefusal.UNSAFE


def test_more_than_a_build_can_have_is_refused():
    assert refusal(manifest("a", "b", "c"), UpdateLimits(files=2)) is UpdateRefusal.TOO_LARGE
    assert refusal(manifest("a", "b", "c"), UpdateLimits(total=2)) is UpdateRefusal.TOO_LARGE
    huge = replace(manifest(), files=(UpdateEntry("a", 10**15, SUM),))
    assert refusal(huge) is UpdateRefusal.TOO_LARGE


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"version": 3}', b'{"x": ' + b"[" * 9_000])
def test_what_is_no_manifest_is_refused(data):
    with pytest.raises(UpdateRefused) as refused:
        read_manifest(data)
    assert refused.value.reason is UpdateRefusal.DAMAGED
