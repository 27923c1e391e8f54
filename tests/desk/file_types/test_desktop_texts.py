"""A command in a desktop's entry is read back as it was, whatever is in its path."""

import select
import shutil
import subprocess

import pytest

from dialogue_desk.desk.file_types.desktop_texts import command_in, desktop_entry, exec_line
from dialogue_desk.exchange.file_types import file_types


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("/opt/dialogue-desk/dialogue-desk-window", "/opt/dialogue-desk/dialogue-desk-window"),
        ("/media/my stick/window", '"/media/my stick/window"'),
        ("/media/50% off/window", 'env "/media/50%% off/window"'),
        ("/a\nExec=other #/w", r'"/a\nExec=other #/w"'),
        ("/a\tb\rc/w", r'"/a\tb\rc/w"'),
        ('/a "b" $HOME `c`/w', r'"/a \\"b\\" \\$HOME \\`c\\`/w"'),
        ("/a\\b c", r'"/a\\\\b c"'),
    ],
)
def test_parts_are_quoted_as_entries_want_it(part, written):
    assert exec_line((part, "-m")) == f"{written} -m"


def test_a_folder_whose_name_is_no_text_is_told_of_nowhere():
    with pytest.raises(OSError, match="no text"):
        desktop_entry(("/home/\udcf1/window",), file_types())


@pytest.mark.skipif(not shutil.which("gio"), reason="nothing here starts what an entry says")
@pytest.mark.parametrize(
    "name", ["a b", "50% off", 'a"b', "$HOME", "`id`", "\\n", "a\nExec=other #", "c\rd", "a=b", "ñ", "%f"]
)
def test_a_desktop_starts_the_program_whatever_its_folder_is_called(tmp_path, name):
    program, told, entry = tmp_path / name / "window", tmp_path / "told", tmp_path / "x.desktop"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$0" "$@" > "{told}.part"; mv "{told}.part" "{told}"\n')
    program.chmod(0o755)
    entry.write_text(desktop_entry((str(program), "-m"), file_types()), encoding="utf-8", newline="\n")
    subprocess.run(["gio", "launch", entry, "/tmp/a b.dialogue"], check=True, timeout=60)
    for _ in range(200):
        if told.exists():
            break
        select.select([], [], [], 0.05)
    assert told.read_bytes().decode() == f"{program}|-m|/tmp/a b.dialogue|"


def test_the_command_of_an_entry_is_found_in_it():
    entry = desktop_entry(("/media/my stick/window",), file_types())
    assert command_in(entry) == exec_line(("/media/my stick/window",))
    assert command_in("[Desktop Entry]\nName=Other\n") == ""
