"""The licences of libraries are gathered from what is installed, and a library without one is named."""

import json
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from tools.licences.__main__ import ROOT
from tools.licences.carried import HERE, ByHand, Carried, by_hand
from tools.licences.gathering import WithoutLicence, files, gathered, here
from tools.licences.locked import Locked, locked

NOTHING = ByHand({}, {}, ())


def installed(folder: Path, name: str, *headers: str, **texts: str) -> Distribution:
    """A library as pip would have put it into a folder; ``texts`` are files beside what it says of itself."""
    inside = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    inside.mkdir()
    (inside / "METADATA").write_text(
        "\n".join((f"Name: {name}", "Version: 1.0", *headers)) + "\n", encoding="utf-8"
    )
    names = {key.replace("__", "/").replace("_json", ".json"): text for key, text in texts.items()}
    for place, text in names.items():
        (inside / place).parent.mkdir(exist_ok=True)
        (inside / place).write_text(text, encoding="utf-8")
    record = [f"{inside.name}/{place},," for place in ("METADATA", *names)]
    (inside / "RECORD").write_text("\n".join(record), encoding="utf-8")
    return Distribution.at(inside)


def test_a_library_that_brings_its_licence_has_it(tmp_path):
    one = installed(tmp_path, "nice-tool", "License-Expression: MIT", licenses__LICENSE="Do as you like.")
    [licence] = gathered([Locked("nice-tool", "1.0")], [one], NOTHING)
    assert (licence.name, licence.version, licence.spdx) == ("nice-tool", "1.0", "MIT")
    assert licence.text == "Do as you like.\n"
    assert licence.file == "nice-tool.txt"


def test_a_library_in_two_versions_is_listed_once_with_both(tmp_path):
    one = installed(tmp_path, "nice-tool", "License: MIT", LICENSE="Do as you like.")
    [licence] = gathered([Locked("nice-tool", "1.0"), Locked("nice_tool", "2.0")], [one], NOTHING)
    assert licence.version == "1.0, 2.0"


@pytest.mark.parametrize(
    ("headers", "texts"),
    [
        (["License-Expression: MIT"], {}),
        (["License: as in the file"], {"LICENSE": "Do as you like."}),
        ([], {"LICENSE": "Do as you like."}),
    ],
)
def test_a_library_without_a_licence_or_its_name_is_named(tmp_path, headers, texts):
    one = installed(tmp_path, "nice-tool", *headers, **texts)
    with pytest.raises(WithoutLicence, match="nice-tool"):
        gathered([Locked("nice-tool", "1.0")], [one], NOTHING)


def test_a_library_that_is_not_installed_here_is_named():
    with pytest.raises(WithoutLicence, match="nice-tool is not installed"):
        gathered([Locked("nice-tool", "1.0")], [], NOTHING)


def test_what_is_known_by_hand_fills_in_what_a_library_does_not_say():
    known = ByHand(
        {"nice-tool": "MIT"}, {"nice-tool": "By hand.\n"}, (Carried("zlib", "Zlib", "Freely.\n", ()),)
    )
    licences = gathered([Locked("nice-tool", "1.0")], [], known)
    assert [(one.name, one.spdx, one.text) for one in licences] == [
        ("nice-tool", "MIT", "By hand.\n"),
        ("zlib", "Zlib", "Freely.\n"),
    ]


def test_the_smaller_libraries_in_a_library_are_listed_with_their_licences(tmp_path):
    parts = [
        {"name": "zune", "version": "0.5", "licenses": [{"expression": "MIT OR Zlib"}]},
        {"name": "alder", "version": "2", "licenses": [{"license": {"id": "0BSD"}}]},
        {"name": "bare", "version": "1"},
    ]
    one = installed(
        tmp_path,
        "nice-tool",
        "License: MIT",
        LICENSE="Do as you like.",
        sboms__rust_json=json.dumps({"components": parts}),
    )
    [licence] = gathered([Locked("nice-tool", "1.0")], [one], NOTHING)
    assert licence.text.splitlines()[-3:] == [
        "alder 2: 0BSD",
        "bare 1: no licence named there",
        "zune 0.5: MIT OR Zlib",
    ]


def test_each_library_of_the_lock_file_has_a_text_and_all_that_ships_is_as_gathered():
    libraries = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    licences = gathered(libraries, here(), by_hand(ROOT / "resources"))
    expected = files(licences, (HERE / "readme.txt").read_text(encoding="utf-8"))
    shipped = {path.name: path.read_bytes() for path in (ROOT / "resources" / "licences").iterdir()}
    assert set(shipped) == set(expected), "run: python3 dev.py licences"
    index = json.loads(shipped["index.json"])
    assert index == json.loads(expected["index.json"]), "run: python3 dev.py licences"


def test_no_two_things_write_into_one_file():
    libraries = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    names = [one.file for one in gathered(libraries, here(), by_hand(ROOT / "resources"))]
    assert len(set(names)) == len(names)
