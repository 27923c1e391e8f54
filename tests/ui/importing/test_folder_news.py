"""How it stands with a watched folder is said in a sentence or two."""

from __future__ import annotations

import pytest

from dialogue_desk.ui.importing.folder_news import FolderNews, files_came_text, folder_state_text
from dialogue_desk.words import Words

WORDS = Words()


@pytest.mark.parametrize(
    ("news", "said"),
    [
        ({"away": True, "copying": 2}, "It is not there at the moment. Dialogue Desk looks again when it is"),
        ({}, "Nothing new has come in. Nothing is opened until you look at it."),
        ({"copying": 1}, "1 file is still being copied. Nothing is opened until you look at it."),
        ({"arrived": 2}, "Nothing is opened until you look at it."),
        ({"by_itself": True}, "Nothing new has come in. What needs your answer, or has two versions, waits"),
    ],
)
def test_its_state_is_said(news, said):
    assert folder_state_text(FolderNews("p", "Oak", **news), WORDS).startswith(said)


def test_what_came_in_is_counted_and_the_folder_named():
    assert files_came_text(FolderNews("p", "Oak", 1), WORDS) == "1 file came into the folder “Oak”."
    assert files_came_text(FolderNews("p", "Oak", 3), WORDS) == "3 files came into the folder “Oak”."
    said = files_came_text(FolderNews("p", "Oak", 3, strange=1), WORDS)
    assert said == "3 files came into the folder “Oak”. 1 is of another program."
