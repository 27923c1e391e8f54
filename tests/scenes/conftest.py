"""Every scene of the gallery as a place for tests: the whole app in a window, brought to that state."""

import pytest

from tests.scenes.staged import Staged
from tests.ui.conftest import dressed, theme
from tools.gallery.stage import Stock

__all__ = ["dressed", "theme"]


@pytest.fixture(scope="session")
def stock(tmp_path_factory):
    """The sample's desk and packages, made once."""
    return Stock(tmp_path_factory.mktemp("stock"))


@pytest.fixture
def staged(theme, stock, tmp_path):
    """Bring scenes about, one after the other; the last one is closed at the end."""
    places = Staged(theme, stock, tmp_path)
    yield places
    places.close()
