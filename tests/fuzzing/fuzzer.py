"""Makes hostile files of each sort and opens them as the app does.

File ``number`` of a sort is the same each time, so a failure is told by these two and can be made again:
``python -m tests.fuzzing package 12345``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.imports import ImportPlan, import_packages, read_packages
from dialogue_desk.domain.closing.closing_steps import closing_steps
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.summary import summary_of
from dialogue_desk.exchange.guide_checks import check_guide
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import guide_text, open_guide
from dialogue_desk.exchange.guide_writing import written as written_guide
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.sealing import Keyring, NotAKey, read_key_file
from dialogue_desk.reports.markdown import markdown_of
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.style.theme_tokens import Tokens
from dialogue_desk.words import Words, catalog_in
from tests.desk.evening import a_desk, a_shelf
from tests.fuzzing.hostile_files import (
    KEY,
    ROOT,
    honest_files,
    hostile_desk,
    hostile_guide,
    hostile_key,
    hostile_language,
    hostile_list,
    hostile_package,
    hostile_pulse,
    hostile_seal,
    hostile_settings,
    hostile_theme,
    hostile_zip,
)

WORDS = Words()
KEYS = Keyring((KEY.secret,), ("open",))
LONGEST = 2.0
"""Seconds of work, and none of these files is large."""

Open = Callable[[Path, Random], str]
Make = Callable[[Random], bytes]


class Fault(AssertionError):
    """A file did what no file may do."""


def open_package(path: Path, rng: Random) -> str:
    """Read it between two good ones, as an import does."""
    good = ROOT / "tests" / "packages" / "v1" / "program.dialogue"
    reader = PackageReader(WORDS, KEYS)
    plan = read_packages([path, good], reader, WORDS)
    if good not in [one.path for one in plan.packages]:
        raise Fault("its neighbor did not come in")
    if plan.refused or plan.locked:
        return _reason(path)
    return "read" if rng.random() < 0.9 else _lived_with(path, plan)


def _reason(path: Path) -> str:
    try:
        PackageReader(WORDS, KEYS).read(path)
    except PackageRefused as refused:
        if refused.reason in (Refusal.UNEXPECTED, Refusal.NO_MEMORY):
            raise Fault(str(refused)) from refused
        return str(refused.reason)
    raise Fault("it is refused once and read then")


@cache
def _everything_honest() -> bytes:
    """A desk that has taken in the files from which the hostile ones are made."""
    with TemporaryDirectory() as folder:
        desk = a_desk(Path(folder) / "desk.db")
        import_packages(desk, read_packages(honest_files(), PackageReader(WORDS), WORDS), WORDS)
        desk.file.close()
        return (Path(folder) / "desk.db").read_bytes()


def _lived_with(path: Path, plan: ImportPlan) -> str:
    """Take it in beside the honest ones, and say everything that is known then."""
    for beside in path.parent.glob("taken.db*"):
        beside.unlink()
    path.with_name("taken.db").write_bytes(_everything_honest())
    desk = a_desk(path.with_name("taken.db"), seed=2)
    try:
        import_packages(desk, plan, WORDS)
        folders = Folders(desk, a_shelf(path.parent))
        found = [folders.session(entry.id) for entry in folders.entries()]
        for folder in filter(None, found):
            markdown_of(session_document(summary_of(folder), WORDS))
            closing_steps(folder)
    finally:
        desk.file.close()
    return "lived with"


def open_a_guide(path: Path, rng: Random) -> str:
    named = path.rename(path.with_name("x.guide.md"))
    try:
        opened = open_guide(guide_text(named, WORDS), named.name, WORDS)
    except GuideUnreadable as unreadable:
        if any("could not cope" in fault.sentence for fault in unreadable.faults):
            raise Fault("a fault nobody foresaw") from unreadable
        return "unreadable"
    check_guide(opened, WORDS)
    again = open_guide(written_guide(opened.source), named.name, WORDS)
    if again.guide != opened.guide:
        raise Fault("what is written back is another guide")
    return "read"


def open_settings(path: Path, rng: Random) -> str:
    file = SettingsFile(path)
    before = file.read()
    file.write(Settings(theme="light", text_size=150))
    if file.read().text_size != 150:
        raise Fault("what was set is not read again")
    for aside in path.parent.glob("*-damaged-*"):
        aside.unlink()
    return "usual" if before == Settings() else "set"


def open_theme(path: Path, rng: Random) -> str:
    try:
        Tokens.of(path.read_bytes().decode())
    except ValueError:
        return "black and white"
    return "read"


def open_language(path: Path, rng: Random) -> str:
    words = Words()
    words._catalog = catalog_in(path.read_bytes())
    said = words.tr("Hi {name}", name="Ana")
    for count in (0, 1, 2, 7):
        words.ntr("{count} note", "{count} notes", count)
    return "english" if said == "Hi Ana" else "read"


def open_pulse(path: Path, rng: Random) -> str:
    beat = Pulse(path.rename(path.with_name("d.pulse")).with_name("d")).last(RecordId("run"))
    return "none" if beat is None else "read"


def open_list(path: Path, rng: Random) -> str:
    erasures = Erasures(path.rename(path.with_name("d.erasing")).with_name("d"))
    due = erasures.pending()
    for place in (*due.places, *due.copied):
        Path(place).exists()
    return "some" if due.desk or due.places or due.copied else "none"


def open_key(path: Path, rng: Random) -> str:
    try:
        return "read" if read_key_file(path) else "none"
    except NotAKey:
        return "no key"
    except PackageRefused as refused:
        return str(refused.reason)


def open_a_desk(path: Path, rng: Random) -> str:
    folder = path.parent / "desk"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink() if old.is_file() else None
    try:
        opened = open_desk(path.rename(folder / "desk.db"), SystemClock(), RandomIds(1))
    except DeskTrouble as trouble:
        return str(trouble.trouble)
    opened.desk.file.close()
    return "sound" if opened.mended is None else "mended"


SORTS: dict[str, tuple[Make, Open]] = {
    "package": (hostile_package, open_package),
    "zip": (hostile_zip, open_package),
    "seal": (hostile_seal, open_package),
    "guide": (hostile_guide, open_a_guide),
    "settings": (hostile_settings, open_settings),
    "theme": (hostile_theme, open_theme),
    "language": (hostile_language, open_language),
    "pulse": (hostile_pulse, open_pulse),
    "erasures": (hostile_list, open_list),
    "key": (hostile_key, open_key),
    "desk": (hostile_desk, open_a_desk),
}


def fuzz(sort: str, numbers: range, folder: Path) -> Iterator[str]:
    """Make and open these files of a sort, and yield what became of each.

    Raises:
        Fault: for the first that does what no file may do; it says how to make it again.
    """
    make, open_it = SORTS[sort]
    for number in numbers:
        rng, again = Random(f"{sort} {number}"), f"python -m tests.fuzzing {sort} {number}"
        path = folder / "hostile.dialogue"
        path.write_bytes(make(rng))
        before = time.process_time()
        try:
            became = open_it(path, rng)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also what is no Exception, as when a library in Rust panics
            raise Fault(f"{again}: {type(error).__name__}: {error}") from error
        spent = time.process_time() - before
        if spent > LONGEST:
            raise Fault(f"{again}: it took {spent:.1f} s")
        yield became
