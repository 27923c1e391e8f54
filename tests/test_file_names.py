"""Names of files are ones that each system takes."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.exchange.guide_files import guide_file_name
from dialogue_desk.file_faults import Fault, fault_of
from dialogue_desk.file_names import is_device, is_portable, portable_name
from dialogue_desk.whole_file import write_atomically

DEVICES = ["con", "CON", "nul", "aux.txt", "Com1", "lpt9.en.guide.md", "com²", "prn .pdf"]
ODD = st.text(max_size=12) | st.sampled_from(
    [*DEVICES, "a/b", "..", "C:\\x", "a?b*", "dot. ", "\x00", "ñandú"]
)


@pytest.mark.parametrize("name", DEVICES)
def test_the_devices_of_windows_are_known(name):
    assert is_device(name) and not is_device(portable_name(name))


@pytest.mark.parametrize("name", ["", ".", "..", "a ", "a.", "a/b", "a\\b", "a\x7f", *DEVICES])
def test_what_some_system_cannot_have_is_no_name(name):
    assert not is_portable(name)


@pytest.mark.parametrize("name", ["console.pdf", "nullify", "com", "com10", "my-con.txt", "ñandú.md"])
def test_what_only_looks_like_one_is_left_as_it_is(name):
    assert is_portable(name) and portable_name(name) == name


@given(ODD)
def test_no_name_has_a_sign_that_windows_or_a_stick_refuses(text):
    name = portable_name(text)
    assert name and portable_name(name) == name
    assert not set(name) & set('<>:"/\\|?*') and min(name) >= " "
    assert not name.endswith((" ", ".")) and not is_device(name)


@given(ODD, st.sampled_from([".ics", ".zip", ".pdf", ".dialogue-slips"]))
def test_what_is_exported_has_such_a_name(text, ending):
    name = plain_name(text) + ending
    assert portable_name(name) == name == name.lower()


@given(ODD, st.sampled_from(["en", "es", ""]))
def test_a_guide_leaves_under_such_a_name_even_while_it_is_none_yet(text, language):
    name = guide_file_name(text, language)
    assert portable_name(name) == name and name.endswith(".guide.md")


def test_a_file_that_windows_would_take_for_a_device_is_refused_there(tmp_path, monkeypatch):
    write_atomically(tmp_path / "con.pdf", b"x")
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(OSError, match="device") as told:
        write_atomically(tmp_path / "nul.pdf", b"x")
    assert fault_of(told.value) is Fault.NAME
    assert [path.name for path in tmp_path.iterdir()] == ["con.pdf"]
