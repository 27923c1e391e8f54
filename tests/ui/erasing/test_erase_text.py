"""What the sheets say before something is erased, and after."""

from pathlib import Path

import pytest

from dialogue_desk.desk.erasing.erase import erase_preview
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.ui.erasing.erase_text import (
    absent_sentence,
    counts_sentence,
    done_sentence,
    erase_title,
    saved_sentence,
)
from dialogue_desk.words import Words
from tests.ui.sessions import whole_evening

WORDS = Words()


def test_only_what_there_is_is_counted(desk, folders, shelf, clock):
    session = whole_evening(desk, folders, shelf, clock)
    preview = erase_preview(desk, session)
    assert counts_sentence(preview, WORDS) == "1 session, 12 notes, 2 action ideas"
    assert done_sentence(preview, WORDS).endswith(
        "every copy we could reach: 1 session, 12 notes, 2 action ideas."
    )


def test_nothing_to_count_is_no_sentence_and_still_reported(desk):
    preview = erase_preview(desk, None)
    assert counts_sentence(preview, WORDS) == ""
    assert done_sentence(preview, WORDS).startswith("It was erased from this laptop")


@pytest.mark.parametrize(("count", "end"), [(4, "“3.pdf”."), (5, "“3.pdf” and 1 more.")])
def test_four_files_are_named_and_the_rest_counted(count, end):
    files = [Path("stick", f"{number}.pdf") for number in range(count)]
    text = saved_sentence(files, WORDS)
    assert text.startswith("Saved from here to “stick”: “0.pdf”, ") and text.endswith(end)


def test_a_folder_that_is_away_is_named():
    assert absent_sentence(Path("media", "STICK"), WORDS).startswith("“STICK” is not there now.")


def test_the_title_names_what_is_erased():
    titles = [erase_title(kind, "C07", WORDS) for kind in (None, Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION)]
    assert titles == [
        "Erase everything on this laptop",
        "Erase the program C07",
        "Erase circle C07",
        "Erase C07",
    ]
