"""The command line explains itself."""

from __future__ import annotations

import pytest

from dialogue_desk.cli import CANNOT_BE
from tests.command import main


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["merge"],
        ["merge", "x"],
        ["merge", "x", "--desk", "d", "--report", "r.odt"],
        ["export", "--desk", "d", "--session", "s", "--to", "t", "--format", "pdf,odt"],
        ["export", "--desk", "d", "--session", "s", "--to", "t", "--paper", "a5"],
        ["--language"],
        ["--language", "tlh", "inspect", "x"],
    ],
)
def test_what_makes_no_sense_is_a_matter_of_usage(arguments, capsys):
    with pytest.raises(SystemExit) as asked:
        main(arguments)
    assert asked.value.code == CANNOT_BE and "usage: dialogue-desk" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [[], ["demo"], ["guide"], ["guide", "check"], ["guide", "print"], ["inspect"], ["merge"], ["export"]],
)
def test_help_teaches_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as asked:
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert asked.value.code == 0
    assert f"\n  dialogue-desk {' '.join(command)}" in said


def test_the_help_is_in_the_language_of_the_system_unless_another_is_asked_for(monkeypatch, capsys):
    monkeypatch.setenv("LANGUAGE", "es")
    for arguments, title in ((["--help"], "uso:"), (["--language", "en", "merge", "--help"], "usage:")):
        with pytest.raises(SystemExit):
            main(arguments)
        assert capsys.readouterr().out.startswith(title)
