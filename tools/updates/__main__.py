"""``python3 dev.py build new-key``: makes the publisher's key; and makes updates of builds.

``new-key FILE`` writes the private key; ``make BUILD --key FILE [--to FOLDER]`` makes the update of a build.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dialogue_desk import __version__
from dialogue_desk.exchange.update_manifest import UpdateRefused
from tools.environment.telling import say
from tools.updates.update_keys import NoKey, new_key, read_key
from tools.updates.update_of_build import CannotUpdate, update_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask, and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return _new(options.file) if options.act == "new-key" else _make(options)
    except FileExistsError:
        print(f"{options.file} is there already, and is left alone.", file=sys.stderr)  # noqa: T201
    except (CannotUpdate, NoKey, UpdateRefused, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201  # it is for the terminal
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.updates", description=__doc__)
    acts = parser.add_subparsers(dest="act", required=True)
    new = acts.add_parser("new-key", help="make a pair of keys, and write the private one")
    new.add_argument("file", type=Path, metavar="FILE")
    make = acts.add_parser("make", help="make the update of a build")
    make.add_argument("build", type=Path, metavar="BUILD", help="the folder of the build")
    make.add_argument("--key", type=Path, required=True, metavar="FILE", help="the private key")
    make.add_argument("--to", type=Path, default=Path("build/out"), metavar="FOLDER")
    return parser


def _new(file: Path) -> int:
    public = new_key(file)
    say(f"The private key is in {file}. Keep it secret, and a copy of it in another place.")
    say(f"Put this public key into build_spec/update_key.txt:\n{public}")
    return 0


def _make(options: argparse.Namespace) -> int:
    say(str(update_of(options.build, options.to, read_key(options.key), __version__)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
