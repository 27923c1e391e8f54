"""What is printed arrives whole, through pipes too; progress is for people who look on."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_desk.cli import CANNOT_BE, DONE
from dialogue_desk.cli.output import make_printable, progress, progress_in_megabytes, say, say_json
from tests.command import command, main
from tests.house import ROOT


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_only(monkeypatch):
    for stream, said in ((Terminal(), "\r1 of 2\r2 of 2\n"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", stream)
        show = progress("{done} of {total}")
        show(1, 2)
        show(2, 2)
        assert stream.getvalue() == said


def test_bytes_are_shown_in_megabytes_and_the_line_ends_once(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    show = progress_in_megabytes("{done} of {total} MB")
    for done in (1_500_000, 2_300_000, 2_400_000):
        show(done, 2_400_000)
    assert terminal.getvalue() == "\r1 of 3 MB\r2 of 3 MB\r3 of 3 MB\n"


@pytest.mark.in_process
def test_where_a_script_closed_the_output_everything_is_done_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    (tmp_path / "notes.txt").write_text("A bus that comes.", encoding="utf-8")
    assert main(["privacy", str(tmp_path / "notes.txt")]) == DONE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_output_into_a_full_disk_is_told_in_a_sentence(tmp_path):
    (tmp_path / "notes.txt").write_text("Call 555-0134.", encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [*command(), "--language", "en", "privacy", str(tmp_path / "notes.txt")],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert ran.returncode == CANNOT_BE
    assert ran.stderr == (
        "A file could not be written. What was there before is still there. "
        "The disk is full. Free up space, then try again.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_help_and_version_into_a_full_disk_or_to_nobody_end_without_a_traceback(asked):
    def ran_into(output: int) -> subprocess.CompletedProcess[str]:
        buffered = {**os.environ, "PYTHONUNBUFFERED": "", "LANGUAGE": "en"}
        error = subprocess.PIPE
        return subprocess.run(
            [*command(), asked], cwd=ROOT, env=buffered, stdout=output, stderr=error, text=True, check=False
        )

    with Path("/dev/full").open("w") as full:
        ran = ran_into(full.fileno())
    assert ran.returncode == CANNOT_BE
    assert "The disk is full." in ran.stderr and "Exception" not in ran.stderr
    reader, writer = os.pipe()
    os.close(reader)
    ran = ran_into(writer)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (DONE, "")


class Stream(io.TextIOWrapper):
    """A pipe as Windows gives it, or a console."""

    def __init__(self, encoding="cp1252", *, console=False):
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self._console = console

    def isatty(self):
        return self._console

    def written(self):
        self.flush()
        return self.buffer.getvalue()


@pytest.fixture
def on_windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)


def test_a_pipe_on_windows_gets_all_letters(monkeypatch, on_windows):
    monkeypatch.setattr(sys, "stdout", Stream())
    make_printable(sys.stdout)
    say("Señales, 信号, Łódź")
    assert sys.stdout.written().decode() == "Señales, 信号, Łódź\n"


@pytest.mark.parametrize("why", ["a console", "another system", "as asked"])
def test_elsewhere_the_alphabet_stays_and_what_is_not_in_it_becomes_a_mark(monkeypatch, on_windows, why):
    if why == "another system":
        monkeypatch.setattr(sys, "platform", "linux")
    elif why == "as asked":
        monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    monkeypatch.setattr(sys, "stdout", Stream(console=why == "a console"))
    make_printable(sys.stdout)
    say("Señales, 信号")
    assert sys.stdout.written().decode("cp1252") == "Señales, ??\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-8", "cp437"])
def test_json_loses_no_letter_whatever_the_stream_has(monkeypatch, encoding):
    said = {"text": "Łódź y Peñón, 信号 \u2028", "line": 3}
    monkeypatch.setattr(sys, "stdout", Stream(encoding))
    make_printable(sys.stdout)
    say_json(said)
    assert json.loads(sys.stdout.written().decode(encoding)) == said


def test_json_is_left_readable_where_it_can_be(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Stream("utf-8"))
    say_json({"text": "Peñón"})
    assert "Peñón" in sys.stdout.written().decode()


def test_a_program_without_streams_prints_nowhere(on_windows):
    make_printable(None, None)
