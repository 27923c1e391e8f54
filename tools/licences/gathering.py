"""Gathers the licences: of the libraries in the lock file from what is installed, of the rest by hand."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

import msgspec

from tools.licences.carried import ByHand, joined
from tools.licences.locked import Locked

_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")


class WithoutLicence(Exception):
    """A library of the lock file has no text of a licence; the text says which one, and what to do."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of one thing that comes with the app; ``version`` is "" where the build decides it."""

    name: str
    version: str
    spdx: str
    text: str

    @property
    def file(self) -> str:
        """The name of the file with the text."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-") + ".txt"


def gathered(libraries: Iterable[Locked], installed: Iterable[Distribution], known: ByHand) -> list[Licence]:
    """Return the licences of all libraries of a lock file, and of what is known by hand, by name.

    Raises:
        WithoutLicence: a library has no text.
    """
    versions: dict[str, list[str]] = defaultdict(list)
    for one in libraries:
        versions[canonical(one.name)].append(one.version)
    found = {canonical(one.name): one for one in installed}
    licences = [_of(name, ", ".join(many), found.get(name), known) for name, many in versions.items()]
    licences += [Licence(one.name, "", one.licence, one.text) for one in known.carried]
    return sorted(licences, key=lambda one: one.name.casefold())


def files(licences: Iterable[Licence], readme: str) -> dict[str, bytes]:
    """Return the content of ``resources/licences``, by the names of its files."""
    listed = [{"name": o.name, "version": o.version, "licence": o.spdx, "file": o.file} for o in licences]
    index = json.dumps(listed, indent=1, ensure_ascii=False) + "\n"
    texts = {one.file: one.text.encode() for one in licences}
    return {"index.json": index.encode(), "readme.txt": readme.encode(), **texts}


def here() -> tuple[Distribution, ...]:
    """Return everything that is installed beside this Python."""
    return tuple(distributions())


def canonical(name: str) -> str:
    """Return a library's name as lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _of(name: str, version: str, installed: Distribution | None, known: ByHand) -> Licence:
    if name in known.texts:
        text = known.texts[name]
    elif installed is None:
        raise WithoutLicence(
            f"{name} is not installed here: put its licence into tools/licences/by_hand.toml."
        )
    else:
        text = _text(name, installed)
    written = name if installed is None else installed.name
    return Licence(written, version, spdx(name, installed, known), text + _smaller_libraries(installed))


def spdx(name: str, installed: Distribution | None, known: ByHand) -> str:
    """Return a library's licence as an SPDX expression.

    Raises:
        WithoutLicence: it gives none.
    """
    said = known.spdx.get(name, "")
    if not said and installed is not None:
        headers = [field for field in ("License-Expression", "License") if field in installed.metadata]
        said = installed.metadata[headers[0]] if headers else ""
    if not _EXPRESSION.fullmatch(said):
        raise WithoutLicence(f"{name} gives no SPDX licence: put it into tools/licences/by_hand.toml.")
    return said


def _text(name: str, installed: Distribution) -> str:
    inside = [path for path in installed.files or () if path.parts[0].endswith(".dist-info")]
    licences = sorted(path for path in inside if _LICENCE_FILE.search(path.name))
    if not licences:
        raise WithoutLicence(f"{name} comes without its licence: put it into tools/licences/by_hand.toml.")
    return joined([Path(str(installed.locate_file(path))) for path in licences])


def _smaller_libraries(installed: Distribution | None) -> str:
    """Return the list of what a library carries in it, as the lists of parts that come with it tell."""
    lists = () if installed is None else (p for p in installed.files or () if "sboms" in p.parts)
    lines: set[str] = set()
    for path in lists:
        told = msgspec.json.decode(Path(str(installed.locate_file(path))).read_bytes())  # type: ignore[union-attr]
        lines.update(_line(one) for one in told.get("components", ()))
    return "\n\nIt carries, as its makers list it:\n\n" + "\n".join(sorted(lines)) + "\n" if lines else ""


def _line(component: dict[str, object]) -> str:
    said = component.get("licenses")
    given = [_said(one) for one in said] if isinstance(said, list) else []
    licence = ", ".join(filter(None, given)) or "no licence named there"
    return f"{component['name']} {component.get('version', '')}: {licence}"


def _said(choice: dict[str, object]) -> str:
    licence = choice.get("license")
    if isinstance(licence, dict):
        return str(licence.get("id") or licence.get("name") or "")
    return str(choice.get("expression", ""))
