"""The page on the stick for the person who gets it: how to start, and what lies there, in both languages."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from dialogue_desk.desk.leaving.given_content import APP, GivenFile
from dialogue_desk.words import LANGUAGES, Words

README = "README - LEAME.txt"
_LINE = 78


def readme(version: str, apps: Sequence[str], *, own_guides: bool) -> GivenFile:
    """Return the page.  ``apps`` is what there is of the app: systems of builds, and folders of wheels."""
    pages = (_page(version, apps, own_guides, Words(language)) for language in LANGUAGES)
    text = f"\n{'-' * _LINE}\n\n".join(pages)
    # With a mark in front and both signs at each end of a line, every editor on Windows shows it as it is.
    return GivenFile.of_bytes(README, text.replace("\n", "\r\n").encode("utf-8-sig"))


def _page(version: str, apps: Sequence[str], own_guides: bool, words: Words) -> str:
    lines = [
        words.tr("Dialogue Desk {version}, from another facilitator", version=version),
        *_start_lines(apps, words),
        *_lines_about_folders(own_guides, words),
        words.tr(
            "No notes, names or keys of anybody’s circles were put in this folder. Dialogue Desk never "
            "connects to the internet, and what you write stays on your laptop."
        ),
    ]
    return "\n\n".join(_filled(line) for line in lines) + "\n"


def _start_lines(apps: Sequence[str], words: Words) -> list[str]:
    tr = words.tr
    how = {
        "linux-": tr(
            "On Linux: double-click “Start on Linux.sh”. If a text opens instead, right-click the file and "
            'choose “Run as a Program”; or open a terminal in this folder and type: sh "Start on Linux.sh"'
        ),
        "windows-": tr("On Windows: double-click “Start on Windows.cmd”."),
        "macos-": tr(
            "On a Mac: double-click “Start on Mac.command”. If the Mac does not allow it, right-click the "
            "file and choose Open."
        ),
    }
    lines = [line for system, line in how.items() if any(app.startswith(system) for app in apps)]
    lines += [
        tr(
            "On a laptop that has Python: open the folder {folder} and double-click the file there whose "
            "name begins with “install”.",
            folder=f"{APP}/{app}",
        )
        for app in apps
        if "-wheels-" in app
    ]
    if not lines:
        lines.append(
            tr(
                "The app itself is not on this stick. The guides and the help can be read without it. Ask "
                "whoever gave you this for the app."
            )
        )
    if any("-wheels-" not in app for app in apps):
        lines.append(
            tr(
                "You can use it from this stick, or copy this whole folder to your laptop. No "
                "administrator’s password is needed. Do not take the stick out while Dialogue Desk is open."
            )
        )
    return lines


def _lines_about_folders(own_guides: bool, words: Words) -> list[str]:
    tr = words.tr
    lines = [
        tr("Guides: the scripts that circles follow, to read, print or open in Dialogue Desk."),
        tr("Help: open a page with your browser."),
        tr(
            "Practice: a made-up community to try everything on. In Dialogue Desk, choose “Open the "
            "sample community” on Home, or open these files. None of its people are real."
        ),
    ]
    if own_guides:
        lines.append(
            tr(
                "Guides/Our own: guides of the person who gave you this, added for you. They say whatever "
                "that person wrote in them."
            )
        )
    return lines


def _filled(line: str) -> str:
    """Return a paragraph in lines that a plain editor shows whole; names of files stay in one piece."""
    return textwrap.fill(line, _LINE, break_on_hyphens=False, break_long_words=False)
