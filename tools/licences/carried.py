"""What is known by hand of licences: of libraries that do not say, and of what else a build carries."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_LIBRARY_SUFFIXES = (".so", ".dll", ".dylib", ".pyd")
_OF_PACKAGES = (".abi3.", ".cpython-", ".cp3", "libpython", "python3")


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that comes with the app and is in no lock file.

    Attributes:
        name: as its makers write it.
        licence: an SPDX expression.
        text: the text of its licence.
        files: how the names of its shared libraries begin; () for what is no library of its own.
    """

    name: str
    licence: str
    text: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ByHand:
    """What ``by_hand.toml`` says.

    Attributes:
        spdx: the licences of libraries that do not give theirs as an SPDX expression, by name.
        texts: the texts for libraries that come without one, by name.
        carried: what is in no lock file.
    """

    spdx: dict[str, str]
    texts: dict[str, str]
    carried: tuple[Carried, ...]


def by_hand(resources: Path) -> ByHand:
    """Read what is known by hand; the licences of fonts are among the app's ``resources``.

    Raises:
        OSError: a text is missing.
    """
    told = tomllib.loads((HERE / "by_hand.toml").read_text(encoding="utf-8"))

    def text(one: dict[str, list[str]]) -> str:
        kept = [HERE / "texts" / name for name in one.get("texts", [])]
        return joined([*kept, *(resources / name for name in one.get("resources", []))])

    return ByHand(
        told["spdx"],
        {name: text({"texts": files}) for name, files in told["texts"].items()},
        tuple(
            Carried(one["name"], one["licence"], text(one), tuple(one.get("files", [])))
            for one in told["carried"]
        ),
    )


def joined(files: list[Path]) -> str:
    """Return the texts of files, one after another."""
    texts = [path.read_text(encoding="utf-8", errors="replace").strip("\n") for path in files]
    return ("\n\n\n" + "-" * 70 + "\n\n\n").join(texts) + "\n"


def libraries(build: Path) -> tuple[str, ...]:
    """Return the names of the shared libraries at the top of a build, where those of the system are."""
    inner = build / "_internal"
    places = [path for path in (inner if inner.is_dir() else build).iterdir() if path.is_file()]
    found = (path.name for path in places if any(end in path.name for end in _LIBRARY_SUFFIXES))
    return tuple(sorted(name for name in found if not any(part in name for part in _OF_PACKAGES)))


def carrier(library: str, known: tuple[Carried, ...]) -> Carried | None:
    """Return to what a shared library belongs, or None when nobody has looked at its licence yet."""
    return next((one for one in known if any(map(library.startswith, one.files))), None)
