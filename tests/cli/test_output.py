"""Progress is for people who look on."""

from __future__ import annotations

import io
import sys

from dialogue_desk.cli.output import progress


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
