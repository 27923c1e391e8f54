"""``python3 dev.py bench --peer``: the work of many hands brought together, by us and by the nearest peer.

A hundred people coded a table each, with 60 of 80 themes, and some wrote a theme their own way.  OpenAnsho
(PyPI ``openansho``, MIT) merges such projects one after another; we open as many packages.  Both are measured
in one run.  How many themes stand afterwards is counted, and how many of the 80 our suggestions bring
together again, and what they would join that is not one.
"""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.notes.theme_suggestions import theme_suggestions
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.program_themes import of_one_name
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.domain.records.records import NO_OWNER, Record, Stamp, new_record
from dialogue_desk.exchange.package import About, PackageReader, contents_of
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.bench.figures import Figure, milliseconds
from tools.manual_clock import ManualClock
from tools.season.season import FIRST_EVENING

FILES, THEMES_EACH, LINES_EACH = 100, 60, 120
PROGRAM = RecordId("019d0000-0000-7000-8000-000000000001")

THEMES = (
    "bus stops", "night buses", "bike lanes", "crosswalks", "potholes", "parking", "speeding",
    "street lights", "traffic stops", "body cameras", "use of force", "complaints",
    "response times", "foot patrols", "school officers", "police training", "hiring", "apologies",
    "foot chases", "mental health calls", "rent increases", "evictions", "heating", "vacant houses",
    "shelters", "housing waitlists", "noise", "home repairs", "property taxes", "mold", "tutoring",
    "after-school programs", "school lunches", "teacher pay", "bullying", "suspensions",
    "summer jobs", "mentors", "sports fields", "music lessons", "public libraries",
    "community gardens", "playgrounds", "swimming pools", "trash pickup", "dumping", "trees",
    "clean water", "flooding", "air quality", "grocery stores", "farmers markets", "food banks",
    "clinics", "dentists", "pharmacies", "addiction", "child care", "elder care",
    "disability ramps", "interpreters", "immigration papers", "citizenship classes", "voting",
    "council meetings", "youth council", "block parties", "neighborhood watch", "gun violence",
    "car theft", "burglaries", "graffiti", "dogs off leash", "loneliness", "internet access",
    "small businesses", "minimum wage", "job training", "churches", "museums",
)  # fmt: skip
"""Eighty themes of which no two mean the same."""


@dataclass(frozen=True, slots=True)
class CodedTable:
    """What one person coded: the names of themes, and lines, each under one of the names."""

    names: tuple[str, ...]
    lines: tuple[tuple[str, int], ...]


def coded_tables(files: int = FILES) -> list[CodedTable]:
    """Return what so many people coded, the same every time."""
    chance = random.Random(80)
    found = []
    for table in range(files):
        names = tuple(_as_written(name, chance) for name in chance.sample(THEMES, THEMES_EACH))
        lines = tuple((f"line {line} of table {table}", line % THEMES_EACH) for line in range(LINES_EACH))
        found.append(CodedTable(names, lines))
    return found


def _as_written(name: str, chance: random.Random) -> str:
    """Return a name as one of five people writes it: in capitals, or with a mark or a letter amiss."""
    drawn = chance.random()
    if drawn < 0.12:
        return name.title()
    if drawn < 0.14:
        return name.upper()
    if drawn < 0.16:
        return f"#{name}"
    if drawn < 0.18:
        return f"{name}."
    if drawn < 0.20 and len(name) > 8:
        at = chance.randrange(3, len(name) - 3)
        return name[:at] + name[at] + name[at:]
    return name


def real_theme(written: str) -> str:
    """Return which of the themes was meant; "" where a letter too many makes it another word."""
    plain = written.strip("#.").lower()
    cuts = (plain[:at] + plain[at + 1 :] for at in range(len(plain)))
    return plain if plain in THEMES else next((one for one in cuts if one in THEMES), "")


def peer_figures(folder: Path, installed: Path | None, files: int = FILES) -> Iterator[Figure]:
    """Yield our figures, each beside those of the peer when it is here, in ``installed`` or beside us."""
    tables = coded_tables(files)
    theirs = _theirs(folder, tables, installed)
    seconds, kept = theirs or (None, None)
    name = "openansho" if theirs else ""
    ours = _Ours(folder, tables)
    took = ours.milliseconds / 1_000
    yield Figure(f"{files} files brought together", "s", took, took, "under 2 s", took < 2, name, seconds)
    known = len(set(THEMES))
    count = float(len(ours.standing))
    aim = f"{known}, and those misspelled"
    yield Figure("themes kept", "", count, count, aim, count < known * 2, name, kept)
    groups, wrong = ours.proposed()
    proposed = float(len(groups))
    aim = f"{known}, or a tenth more"
    few = proposed <= known * 1.1
    yield Figure("themes after suggestions", "", proposed, proposed, aim, few, name, kept)
    yield Figure("joined that are not one", "", float(wrong), float(wrong), "none", wrong == 0)


class _Ours:
    """The tables as packages, opened on a desk."""

    def __init__(self, folder: Path, tables: Sequence[CodedTable]) -> None:
        paths = [_package(folder, number, table) for number, table in enumerate(tables)]
        with closing(DeskFile(folder / "ours.db")) as file:
            desk = Desk(file, ManualClock(FIRST_EVENING), RandomIds(1))
            self.milliseconds = milliseconds(lambda: _import(desk, paths))
            themes = stored(file.records.everything(), Theme)
        self.standing = [one[0].body.name for one in of_one_name(themes, PROGRAM)]

    def proposed(self) -> tuple[list[set[str]], int]:
        """Return the themes with those that are suggested for them, and how many joins are wrong."""
        vocabulary = ThemeVocabulary(theme_words())
        groups = {name: {name} for name in self.standing}
        wrong = 0
        for name, suggestions in theme_suggestions(self.standing, vocabulary).items():
            for one in suggestions:
                if real_theme(name) != real_theme(one.name):
                    wrong += 1
                    continue
                together = groups[name] | groups[one.name]
                groups |= dict.fromkeys(together, together)
        return list({id(group): group for group in groups.values()}.values()), wrong


def _import(desk: Desk, paths: Sequence[Path]) -> None:
    words = Words()
    result = import_packages(desk, read_packages(paths, PackageReader(words), words), words)
    assert len(result.imported) == len(paths)


def _package(folder: Path, number: int, table: CodedTable) -> Path:
    packed, _ = contents_of(_records(number, table), About("session", "Peer", f"C{number:03}")).packed()
    path = folder / f"{number:03}.dialogue"
    path.write_bytes(packed)
    return path


def _records(number: int, table: CodedTable) -> Iterator[Record]:
    ids, begin = RandomIds(number + 2), FIRST_EVENING + number
    stamp = Stamp(DeviceId(f"laptop{number}"), 1, begin)

    def made(owner: RecordId, body: Body) -> Record:
        return new_record(ids.new(begin), owner, body, stamp)

    circle = made(NO_OWNER, Circle(f"C{number:03}", program=PROGRAM))
    session = made(circle.id, Session(1, "s1", (), begin, begin + 60 * MINUTE, 12))
    themes = [made(circle.id, Theme(name)) for name in table.names]
    yield new_record(PROGRAM, NO_OWNER, Program("Peer"), Stamp(DeviceId("organizer"), 1, FIRST_EVENING))
    yield from (circle, session, *themes)
    for text, under in table.lines:
        yield made(session.id, Note(NoteKind.HOPE, text, themes=(themes[under].id,)))


def _theirs(folder: Path, tables: Sequence[CodedTable], installed: Path | None) -> tuple[float, float] | None:
    """Return how many seconds the peer needs, and how many themes stand then; None when it is not here."""
    if installed is not None:
        sys.path.append(str(installed))
    try:
        db: Any = importlib.import_module("openansho.db")
        merging: Any = importlib.import_module("openansho.project_merge")
    except ImportError:
        return None
    paths = [_project(db, folder, number, table) for number, table in enumerate(tables)]
    with closing(db.connect(folder / "theirs.sqlite")) as current:

        def merge() -> None:
            for path in paths:
                with closing(db.connect_copy(path)) as other:
                    merging.apply_merge(current, other, merging.plan_merge(current, other), set())

        took = milliseconds(merge)
        return took / 1_000, float(len(db.list_codes(current)))


def _project(db: Any, folder: Path, number: int, table: CodedTable) -> Path:  # noqa: ANN401  # not ours
    path = folder / f"{number:03}.sqlite"
    with closing(db.connect(path)) as made:
        made.execute("PRAGMA synchronous = OFF")  # how long it takes to make them is not measured
        document = db.create_document(made, f"table {number}", "\n".join(text for text, _ in table.lines))
        codes = [db.create_code(made, name).id for name in table.names]
        begin = 0
        for text, under in table.lines:
            db.create_segment(made, document.id, codes[under], begin, begin + len(text))
            begin += len(text) + 1
    return path
