"""A stick for the second copy."""

import pytest


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "STICK"
    stick.mkdir()
    return stick
