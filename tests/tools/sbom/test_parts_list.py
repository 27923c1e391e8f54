"""The list of parts beside a build names what is in it, and is the same for the same build."""

import hashlib
import json
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tools.licences.carried import ByHand, Carried
from tools.licences.locked import Locked
from tools.sbom.__main__ import main, write_parts_list
from tools.sbom.parts_list import BuildFacts, carried_parts, library_parts, parts_list, without_licence

FACTS = BuildFacts("dialogue-desk-0.1.0-linux-x86_64", "0.1.0", "0123abc", "3.11.7", "6.11.3")
KNOWN = ByHand({}, {}, (Carried("CPython", "PSF-2.0", "", ()), Carried("zlib", "Zlib", "", ("libz.",))))


@pytest.fixture
def build(tmp_path: Path) -> Path:
    inner = tmp_path / FACTS.name / "_internal"
    inner.mkdir(parents=True)
    (inner / "libz.so.1").write_bytes(b"zlib")
    (inner / "libmystery.so.1").write_bytes(b"?")
    return inner.parent


def test_a_library_is_listed_in_the_version_that_is_installed_with_its_checksums():
    installed = {one.name: one.version for one in distributions()}
    version = installed["click"]
    names = [
        Locked("click", version, ("b" * 64, "a" * 64)),
        Locked("click", "0.1"),
        Locked("not-here", "1.0"),
    ]
    [part] = library_parts(names, distributions(), KNOWN)
    assert part["purl"] == f"pkg:pypi/click@{version}"
    assert part["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert [one["content"][0] for one in part["hashes"]] == ["a", "b"]


def test_a_shared_library_is_listed_with_its_own_checksum_and_what_it_belongs_to(build):
    parts = {part["name"]: part for part in carried_parts(build, FACTS, KNOWN)}
    assert parts["libz.so.1"]["group"] == "zlib"
    assert parts["libz.so.1"]["hashes"] == [
        {"alg": "SHA-256", "content": hashlib.sha256(b"zlib").hexdigest()}
    ]
    assert parts["CPython"]["version"] == "3.11.7"
    assert "licenses" not in parts["libmystery.so.1"]
    assert without_licence(build, KNOWN) == ("libmystery.so.1",)


def test_the_same_parts_in_any_order_give_the_same_list(build):
    parts = carried_parts(build, FACTS, KNOWN)
    assert parts_list(FACTS, parts) == parts_list(FACTS, reversed(parts))
    assert parts_list(FACTS, parts) != parts_list(FACTS, parts[1:])


def test_each_part_has_one_name_and_all_are_what_the_app_depends_on(build):
    told = json.loads(parts_list(FACTS, carried_parts(build, FACTS, KNOWN)))
    names = [part["bom-ref"] for part in told["components"]]
    assert len(set(names)) == len(names)
    assert told["dependencies"][0]["dependsOn"] == names
    assert told["serialNumber"].startswith("urn:uuid:")
    assert "timestamp" not in told["metadata"]


def test_a_build_is_listed_with_the_libraries_of_the_lock_file(build, tmp_path):
    to = tmp_path / "parts.cdx.json"
    lacking = write_parts_list(build, to, tuple(distributions()))
    parts = {part["name"]: part for part in json.loads(to.read_bytes())["components"]}
    assert {"pyside6-essentials", "typst", "cryptography", "CPython", "Qt", "libz.so.1"} <= set(parts)
    assert "pip" not in parts
    assert "pytest" not in parts
    assert parts["Qt"]["version"] == parts["pyside6-essentials"]["version"]
    assert lacking == ("libmystery.so.1",)


def test_a_library_that_nobody_has_looked_at_is_named(build, capsys):
    assert main([str(build)]) == 1
    assert "libmystery.so.1 has no licence" in capsys.readouterr().err
    assert build.with_name(f"{build.name}.cdx.json").is_file()
