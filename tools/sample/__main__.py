"""Makes the packages of the sample community that come with the app (``python3 dev.py sample``)."""

from __future__ import annotations

import sys

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.resources import resource
from dialogue_desk.words import Words
from tools.sample import play_sample


def main() -> None:
    """Replace the packages with new ones."""
    folder = resource("sample")
    for old in folder.glob("*.dialogue"):
        old.unlink()
    words = Words()
    packages = play_sample(folder, GuideShelf(resource("guides"), words), words)
    sys.stdout.write(f"{len(packages)} packages are in {folder.name}.\n")


if __name__ == "__main__":
    main()
