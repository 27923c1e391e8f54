"""``python3 -m tools.sbom BUILD``: writes the list of parts of a build beside it.

``--packages`` names the folder with the libraries it was made from; without it, those that run this.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tomllib
from collections.abc import Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

from dialogue_desk import __version__
from dialogue_desk.whole_file import write_atomically
from tools.licences.carried import by_hand
from tools.licences.gathering import canonical
from tools.licences.locked import locked
from tools.sbom.parts_list import (
    SUFFIX,
    BuildFacts,
    carried_parts,
    library_parts,
    parts_list,
    without_licence,
)

ROOT = Path(__file__).parents[2]
NOT_IN_BUILDS = frozenset({"pip"})
"""Libraries of the lock file that builds leave out."""


def write_parts_list(
    build: Path, to: Path, installed: Sequence[Distribution], python: str = "", version: str = __version__
) -> tuple[str, ...]:
    """Write the list of parts of a build, and return its shared libraries whose licence nobody has looked at.

    ``installed`` are the libraries it was made from, ``python`` the version of Python; "" for that of now.

    Raises:
        OSError: it could not be read or written.
    """
    known = by_hand(ROOT / "resources")
    names = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    shipped = [one for one in names if one.name not in NOT_IN_BUILDS]
    versions = {canonical(one.name): one.version for one in installed}
    found = next(iter(sorted(build.rglob("build.toml"))), None)
    told = {} if found is None else tomllib.loads(found.read_text(encoding="utf-8"))
    facts = BuildFacts(
        build.name,
        version,
        str(told.get("commit", "")),
        python or platform.python_version(),
        versions.get("pyside6-essentials", ""),
    )
    parts = [*library_parts(shipped, installed, known), *carried_parts(build, facts, known)]
    write_atomically(to, parts_list(facts, parts))
    return without_licence(build, known)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write it, and return the exit code: 1 when a library in the build has no known licence."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.sbom", description=__doc__)
    parser.add_argument("build", type=Path, metavar="BUILD")
    parser.add_argument("--packages", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    where = distributions(path=[str(options.packages)]) if options.packages else distributions()
    build: Path = options.build
    lacking = write_parts_list(build, build.with_name(build.name + SUFFIX), tuple(where))
    for name in lacking:
        said = f"{name} has no licence: look at it, and put it into tools/licences/by_hand.toml."
        print(said, file=sys.stderr)  # noqa: T201  # it is for the terminal
    return 1 if lacking else 0


if __name__ == "__main__":
    raise SystemExit(main())
