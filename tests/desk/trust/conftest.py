"""Laptops far apart, and a stranger."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.desk.evening import a_desk
from tests.desk.trust.strangers import Stranger
from tests.memory import quick_place


@pytest.fixture
def tmp_path():
    """A folder in memory, because every change waits for the disk."""
    with tempfile.TemporaryDirectory(dir=quick_place()) as folder:
        yield Path(folder)


@pytest.fixture
def laptops(tmp_path):
    """Three laptops that know nothing of each other: an organizer's and two facilitators'."""
    desks = [a_desk(tmp_path / f"laptop {seed}" / "desk.db", seed) for seed in (1, 2, 3)]
    yield desks
    for desk in desks:
        desk.file.close()


@pytest.fixture
def stranger(tmp_path):
    return Stranger(tmp_path)


@pytest.fixture
def nobody(tmp_path):
    """Somebody who signs nothing."""
    return Stranger(tmp_path, None)


@pytest.fixture(params=["signed", "unsigned"])
def hostile(request, tmp_path):
    """Somebody who does harm, with a key and without one."""
    return Stranger(tmp_path, b"\x09" * 32 if request.param == "signed" else None)
