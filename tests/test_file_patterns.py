"""A pattern means the files it fits on Windows, where no shell sees to that."""

from __future__ import annotations

import sys

import pytest

from dialogue_desk.file_patterns import expanded


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.chdir(tmp_path)
    for name in ("b.dialogue", "A.dialogue", "c.dialogue.age", "d[1].dialogue", ".hidden.dialogue"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "e.dialogue").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("*.dialogue", ["A.dialogue", "b.dialogue", "d[1].dialogue"]),
        ("?.dialogue", ["A.dialogue", "b.dialogue"]),
        ("d[1].*", ["d[1].dialogue"]),
        ("st*/*.dialogue", ["stick/e.dialogue"]),
        ("b.dialogue", ["b.dialogue"]),
        ("[ab].dialogue", ["[ab].dialogue"]),
        ("*.pdf", ["*.pdf"]),
        ("-", ["-"]),
        ("\\\\?\\C:\\Circles\\Ana\\a.dialogue", ["\\\\?\\C:\\Circles\\Ana\\a.dialogue"]),
    ],
)
def test_a_pattern_means_the_files_it_fits(folder, name, found):
    assert expanded([name, "last"]) == [*found, "last"]


def test_elsewhere_the_shell_has_done_it_and_a_star_is_a_letter_of_a_name(folder, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert expanded(["*.dialogue"]) == ["*.dialogue"]
