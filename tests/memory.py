"""Folders in memory, where the system has a disk there: only a power cut would know the difference."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ENOUGH = 256 * 1024 * 1024
"""So many bytes must be free there."""


def quick_place() -> Path | None:
    """Return where folders are made that need not outlive a power cut; nothing for the usual place."""
    there = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH
    return _MEMORY if there else None
