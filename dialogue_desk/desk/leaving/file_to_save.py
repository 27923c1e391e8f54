"""A file that is to be saved, before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileToSave:
    """A file by name, and what makes its bytes."""

    name: str
    make_bytes: Callable[[], bytes]
