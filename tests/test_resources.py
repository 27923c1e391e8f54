"""What comes with the app is found, and what does not is named."""

import pytest

from dialogue_desk.resources import resource


def test_a_file_of_the_app_is_found():
    assert resource("privacy", "surnames.txt").is_file() and resource("guides").is_dir()


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match="resources/guides/none"):
        resource("guides", "none.guide.md")
