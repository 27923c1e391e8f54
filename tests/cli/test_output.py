"""What is printed arrives whole, through pipes too; progress is for people who look on."""

from __future__ import annotations

import io
import json
import sys

import pytest

from dialogue_desk.cli.output import make_printable, progress, say, say_json


def test_progress_is_shown_on_a_terminal_only(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for stream, said in ((Terminal(), "\r1 of 2\r2 of 2\n"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", stream)
        show = progress("{done} of {total}")
        show(1, 2)
        show(2, 2)
        assert stream.getvalue() == said


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
