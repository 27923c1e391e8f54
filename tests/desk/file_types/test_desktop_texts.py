"""A command in a desktop's entry is read back as it was, whatever is in its path."""

import pytest

from dialogue_desk.desk.file_types.desktop_texts import command_in, desktop_entry, exec_line
from dialogue_desk.exchange.file_types import file_types


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("/opt/dialogue-desk/dialogue-desk-window", "/opt/dialogue-desk/dialogue-desk-window"),
        ("/media/my stick/window", '"/media/my stick/window"'),
        ("/media/50% off/window", '"/media/50%% off/window"'),
        ('/a "b" $HOME `c`/w', r'"/a \\"b\\" \\$HOME \\`c\\`/w"'),
        ("/a\\b c", r'"/a\\\\b c"'),
    ],
)
def test_parts_are_quoted_as_entries_want_it(part, written):
    assert exec_line((part, "-m")) == f"{written} -m"


def test_the_command_of_an_entry_is_found_in_it():
    entry = desktop_entry(("/media/my stick/window",), file_types())
    assert command_in(entry) == exec_line(("/media/my stick/window",))
    assert command_in("[Desktop Entry]\nName=Other\n") == ""
