"""Lists what a build carries, in the form of CycloneDX, so that others can look for parts with known faults.

The same build gives the same list: it has no time in it, and its number is drawn from what it says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from tools.licences.carried import ByHand, Carried, carrier, libraries
from tools.licences.gathering import canonical, spdx
from tools.licences.locked import Locked

Part = dict[str, object]
SUFFIX = ".cdx.json"
SPECIFICATION = "1.6"


@dataclass(frozen=True, slots=True)
class BuildFacts:
    """What a list is about.

    Attributes:
        name: the name of the file or folder that people get.
        version: its version.
        commit: the source it was made from.
        python: the version of Python in it.
        qt: the version of Qt in it.
    """

    name: str
    version: str
    commit: str
    python: str
    qt: str


def parts_list(facts: BuildFacts, parts: Iterable[Part]) -> bytes:
    """Return the list of parts of a build."""
    listed = sorted(parts, key=lambda part: str(part["bom-ref"]))
    about: Part = {
        "type": "application",
        "bom-ref": f"dialogue-desk@{facts.version}",
        "name": "Dialogue Desk",
        "version": facts.version,
        "description": facts.name,
        "licenses": [{"expression": "Apache-2.0"}],
        "properties": [{"name": "dialogue-desk:commit", "value": facts.commit}],
    }
    whole: Part = {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {"component": about},
        "components": listed,
        "dependencies": [{"ref": about["bom-ref"], "dependsOn": [part["bom-ref"] for part in listed]}],
    }
    number = uuid5(NAMESPACE_URL, json.dumps(whole, sort_keys=True))
    return (
        json.dumps({**whole, "serialNumber": f"urn:uuid:{number}"}, indent=1, sort_keys=True) + "\n"
    ).encode()


def library_parts(locked: Iterable[Locked], installed: Iterable[Distribution], known: ByHand) -> list[Part]:
    """Return the libraries of a lock file that are installed in the version it names.

    The checksums are those of all files in which the library is published, as the lock file has them.
    """
    found = {canonical(one.name): one for one in installed}
    parts: list[Part] = []
    for one in locked:
        name = canonical(one.name)
        here = found.get(name)
        if here is not None and here.version == one.version:
            purl = f"pkg:pypi/{name}@{one.version}"
            part: Part = {
                "type": "library",
                "bom-ref": purl,
                "name": name,
                "version": one.version,
                "purl": purl,
            }
            part["hashes"] = [{"alg": "SHA-256", "content": checksum} for checksum in sorted(one.hashes)]
            part["licenses"] = [{"expression": spdx(name, here, known)}]
            parts.append(part)
    return parts


def carried_parts(build: Path, facts: BuildFacts, known: ByHand) -> list[Part]:
    """Return what else a build carries: each shared library of the system, CPython, Qt and fonts.

    Raises:
        OSError: a library cannot be read.
    """
    versions = {"CPython": facts.python, "Qt": facts.qt}
    inner = build / "_internal"
    parts = [_part(one, one.name, versions.get(one.name, "")) for one in known.carried if not one.files]
    for name in libraries(build):
        whole = (inner if inner.is_dir() else build) / name
        part = _part(carrier(name, known.carried), name)
        part["hashes"] = [{"alg": "SHA-256", "content": hashlib.sha256(whole.read_bytes()).hexdigest()}]
        parts.append(part)
    return parts


def without_licence(build: Path, known: ByHand) -> tuple[str, ...]:
    """Return the shared libraries of a build of which nobody has looked at the licence yet."""
    return tuple(name for name in libraries(build) if carrier(name, known.carried) is None)


def _part(of: Carried | None, name: str, version: str = "") -> Part:
    part: Part = {"type": "library", "bom-ref": f"carried:{name}", "name": name}
    if version:
        part["version"] = version
    if of is not None:
        part["licenses"] = [{"expression": of.licence}]
        if of.name != name:
            part["group"] = of.name
    return part
