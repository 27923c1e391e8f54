"""The licences of everything that comes with the app, as ``python3 dev.py licences`` gathers them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.resources import resource

FOLDER = "licences"


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """One library or font of others that comes with the app.

    Attributes:
        name: as its makers write it.
        version: the version; several with commas where systems differ, "" where it comes with the build.
        licence: its licence as an SPDX expression.
        text_file: the file with the text of its licence.
    """

    name: str
    version: str
    licence: str
    text_file: Path


def third_parties() -> tuple[ThirdParty, ...]:
    """Return all that comes with the app, in the order of their names.

    Raises:
        OSError: the app was installed without its licences, or they cannot be read.
    """
    listed = json.loads(resource(FOLDER, "index.json").read_text(encoding="utf-8"))
    return tuple(
        ThirdParty(one["name"], one["version"], one["licence"], resource(FOLDER, one["file"]))
        for one in listed
    )


def first_page() -> Path:
    """Return the text that says in short what is under which licence, and how Qt can be replaced.

    Raises:
        FileNotFoundError: the app was installed without its licences.
    """
    return resource(FOLDER, "readme.txt")
