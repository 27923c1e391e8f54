"""A report for those who fix the app, which a person can read in full before sending it.

It holds versions, numbers and choices, and nothing that anybody wrote or named: no notes, no names of
circles, guides or files, no keys, and no folder that bears a person's name.
"""

from __future__ import annotations

import platform
import sqlite3
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.desk.leaving.log_excerpt import log_excerpt
from dialogue_desk.desk.paths import DESK_NAME, Paths
from dialogue_desk.installation import Form, Installation
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.desk_summary import summary_of
from dialogue_desk.storage.settings import Settings
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import LANGUAGES, Words

Fact: TypeAlias = tuple[str, str]
"""What something is called, and what it is."""

_THEMES = ("light", "dark", "contrast")
_LINE = 78


@dataclass(frozen=True, slots=True)
class ProblemSource:
    """What a report is made of.

    Attributes:
        installation: the app as it lies on this laptop.
        paths: the files of the person.
        settings: what the person has set.
        window: what only a window knows, such as the version of Qt and the sizes of the screens; none
            where there is no window.
        home: the home folder, whose name is not told; None for that of the system.
    """

    installation: Installation
    paths: Paths
    settings: Settings
    window: Sequence[Fact] = ()
    home: Path | None = None


def problem_report(source: ProblemSource, words: Words) -> str:
    """Return the report as plain text.  It reads the desk through, which may take seconds."""
    lines: list[str] = [*_opening(words)]
    for title, facts in (
        (_both(lambda words: words.tr("Versions")), version_facts(source.installation, words)),
        (_both(lambda words: words.tr("Window and screens")), tuple(source.window)),
        (_both(lambda words: words.tr("Settings")), tuple(_settings(source.settings, words))),
        (_both(lambda words: words.tr("Desk file")), tuple(_desk(source, words))),
    ):
        if facts:
            lines += ["", title, "-" * len(title), *(f"{name}: {value}" for name, value in facts)]
    title = _both(lambda words: words.tr("End of the log"))
    log = log_excerpt(source.paths.log) or (words.tr("The log is empty."),)
    return "\n".join([*lines, "", title, "-" * len(title), *log, ""])


def write_problem_report(source: ProblemSource, words: Words, to: Path) -> None:
    """Write the report to a file, for its owner alone.

    Raises:
        OSError: when it could not be written.
    """
    write_atomically(to, problem_report(source, words).encode(), private=True)


def version_facts(installation: Installation, words: Words) -> tuple[Fact, ...]:
    """Return the versions of the app and of what it stands on, except for Qt."""
    tr = words.tr
    return (
        ("Dialogue Desk", installation.version),
        *(((tr("Build"), installation.commit[:12]),) if installation.commit else ()),
        (tr("How it came here"), form_text(installation.form, words)),
        (tr("Made for"), installation.system),
        (tr("System"), f"{platform.system()} {platform.release()} ({platform.machine()})"),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
    )


def form_text(form: Form, words: Words) -> str:
    """Say how the app came onto the laptop."""
    return {
        Form.SOURCE: words.tr("From its source, with Python"),
        Form.FOLDER: words.tr("In a folder of its own, which can be copied"),
        Form.SYSTEM: words.tr("Installed as an app of this computer"),
    }[form]


def without_home(path: Path, home: Path | None = None) -> str:
    """Return a path with the home folder, which most often bears a person's name, as ``~``."""
    home = home or Path.home()
    return str(Path("~", path.relative_to(home))) if path.is_relative_to(home) else str(path)


def _opening(words: Words) -> tuple[str, ...]:
    said = words.tr(
        "This report is for the people who fix Dialogue Desk. It holds no notes, no names of people, "
        "circles, guides or files, and no keys. Read it before you send it, and delete what you would "
        "rather not send."
    )
    titles = _in_each_language(lambda words: words.tr("Problem report of Dialogue Desk"))
    # One below the other, because a long rule breaks into two lines on a small window.
    return (*titles, "=" * max(map(len, titles)), *textwrap.wrap(said, _LINE))


def _both(heading: Callable[[Words], str]) -> str:
    """Return a heading in each language of the app, so that whoever reads the report finds it."""
    return " · ".join(_in_each_language(heading))


def _in_each_language(heading: Callable[[Words], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heading(Words(language)) for language in LANGUAGES))


def _settings(settings: Settings, words: Words) -> Iterator[Fact]:
    """Yield what is set.  The file can be written by hand, so only values that the app knows are told."""
    tr = words.tr
    usual, own = tr("as the app chooses"), tr("another one")

    def choice(value: str, known: Iterable[str]) -> str:
        return value if value in known else (own if value else usual)

    yield tr("Language"), choice(settings.language, LANGUAGES)
    yield tr("Appearance"), choice(settings.theme, _THEMES)
    yield tr("Text size"), tr("{size}%", size=settings.text_size)
    yield tr("More space between letters, words and lines"), _yes(settings.wide_text, words)
    yield tr("Font"), choice(settings.font, ())
    yield tr("Warn before a part ends"), f"{settings.warning_minutes} min, {settings.warning_percent} %"
    yield tr("Show the shortcut signs under the note box"), _yes(settings.show_signs, words)
    yield tr("Single keys"), _yes(settings.single_keys, words)
    yield tr("Keys that were changed"), str(len(settings.keys))
    yield tr("A second place for copies"), _yes(bool(settings.backup_folder), words)


def _desk(source: ProblemSource, words: Words) -> Iterator[Fact]:
    tr, desk = words.tr, source.paths.desk
    yield tr("Place"), _place(source, words)
    if not desk.exists():
        yield tr("State"), tr("There is no desk file yet.")
        return
    try:
        summary = summary_of(desk)
    except DeskTrouble as trouble:
        yield tr("State"), tr("It cannot be read ({reason}).", reason=trouble.trouble.value)
        return
    yield tr("Size"), tr("{number} MB", number=round(summary.size / 1_000_000, 1))
    yield tr("Version of its tables"), str(summary.schema)
    yield tr("State"), tr("It is whole.") if summary.sound else tr("It is damaged.")
    # The names of kinds are those of the source, by which a fault is looked for.
    yield from ((kind.value, str(count)) for kind, count in summary.counts)
    yield tr("Deleted or erased"), str(summary.gone)


def _place(source: ProblemSource, words: Words) -> str:
    """Say where the desk is, unless somebody chose the place and its name."""
    desk, home = source.paths.desk, source.home or Path.home()
    is_usual = desk == source.paths.log.with_name(DESK_NAME) and desk.is_relative_to(home)
    return without_home(desk, home) if is_usual else words.tr("a file that a person chose")


def _yes(on: bool, words: Words) -> str:
    return words.tr("yes") if on else words.tr("no")
