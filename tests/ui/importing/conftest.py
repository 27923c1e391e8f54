"""The bar that opens packages, and the desk of another laptop."""

from __future__ import annotations

import pytest

from dialogue_desk.ui.importing.import_bar import ImportBar
from tests.desk.evening import a_desk


@pytest.fixture
def opening(desk, context, qtbot):
    opening = ImportBar(desk, context)
    qtbot.addWidget(opening)
    return opening


@pytest.fixture
def theirs(tmp_path):
    desk = a_desk(tmp_path / "theirs" / "desk.db", seed=21)
    yield desk
    desk.file.close()
