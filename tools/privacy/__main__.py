"""``python -m tools.privacy``: measures the privacy check, trains its name tagger, and distills its lists.

measure FILE...   recall by kind and language, alarms, and the curve over the threshold of "maybe a name"
train             weights of the name tagger, the same bytes each time
distill FOLDER    word and name lists from unpacked packages (``resources/privacy/README.md``)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.privacy.measuring import measured

RESOURCES = Path(__file__).parents[2] / "resources" / "privacy"


def main(arguments: Sequence[str]) -> int:
    """Do what a command line says."""
    parser = argparse.ArgumentParser(prog="python -m tools.privacy", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    measure = commands.add_parser("measure", help="measure the check on labelled lines")
    measure.add_argument("files", nargs="+", type=Path)
    measure.add_argument("--misses", action="store_true", help="show what was missed, and the alarms")
    commands.add_parser("train", help="train the name tagger")
    distill = commands.add_parser("distill", help="make the lists")
    distill.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "measure":
        sys.stdout.write(measured(options.files, misses=options.misses) + "\n")
    elif options.command == "train":
        _train()
    else:
        from tools.privacy.distilling import distill as distilled  # noqa: PLC0415  # it needs packages of its own

        distilled(options.folder, RESOURCES)
    return 0


def _train() -> None:
    from dialogue_desk.desk.session.privacy_words import name_lists  # noqa: PLC0415
    from tools.privacy.schoolbook import TAUGHT, labelled, lessons  # noqa: PLC0415  # only this command needs them
    from tools.privacy.training import trained, without_hidden, written  # noqa: PLC0415

    weights = trained(lessons(labelled(TAUGHT)), without_hidden(name_lists()))
    (RESOURCES / "name-weights.tsv").write_text("\n".join(written(weights)) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(weights)} weights\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
