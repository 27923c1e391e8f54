"""What a desk hands on as data is told by what it knows, not by how it came to know it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.desk.clock import HandClock
from dialogue_desk.desk.data import write_data
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guides import GuideShelf
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.imports import look_at, take_in
from dialogue_desk.desk.sample import play_sample
from dialogue_desk.desk.sessions import Beginning, begin_session
from dialogue_desk.domain.circles import Circle
from dialogue_desk.domain.ids import MINUTE
from dialogue_desk.domain.notes import Consent, Note, NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words

WORDS = Words()
READER = PackageReader(WORDS)
SHELF = GuideShelf(resource("guides"), WORDS)


@contextmanager
def a_desk(seed: int) -> Iterator[Desk]:
    file = DeskFile(IN_MEMORY)
    yield Desk(file, HandClock(1_775_000_000_000 + seed), RandomIds(seed))
    file.close()


def data_of(desk: Desk, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in write_data(desk, Folders(desk, SHELF), folder)}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return play_sample(tmp_path_factory.mktemp("packages"), SHELF, WORDS).packages


@pytest.fixture(scope="module")
def expected(packages: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with a_desk(1) as desk:
        take_in(desk, look_at(packages, READER, WORDS), WORDS)
        return data_of(desk, tmp_path_factory.mktemp("expected"))


@settings(max_examples=8)
@given(st.data())
def test_the_same_bytes_in_whatever_order_and_however_often_packages_come(
    packages: tuple[Path, ...],
    expected: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    again = data.draw(st.lists(st.sampled_from(packages), max_size=4))
    order = data.draw(st.permutations([*packages, *again]))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    with a_desk(data.draw(st.integers(2, 99))) as desk:
        for begin, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
            taken = take_in(desk, look_at(order[begin:end], READER, WORDS), WORDS)
            assert taken.refused == ()
        assert data_of(desk, tmp_path_factory.mktemp("data")) == expected


def test_there_is_a_table_of_everything(expected: dict[str, bytes]) -> None:
    names = ["actions", "circles", "clashes", "ground_rules", "notes", "part_kinds_by_circle"]
    names += ["parts", "programs", "sessions"]
    assert sorted(expected) == sorted(
        [f"{name}.csv" for name in (*names, "themes", "themes_by_circle")] + ["records.jsonl"]
    )
    assert all(len(content.splitlines()) > 1 for content in expected.values())


def test_debrief_and_quotes_without_consent_stay_on_the_desk(tmp_path: Path) -> None:
    with a_desk(1) as desk:
        text = SHELF.editions("safety-together")["en"]
        start = desk.clock.now()
        session = begin_session(
            desk, Beginning((text,), "s1", 1, start, start + 120 * MINUTE, 9, circle=Circle("C01"))
        )
        desk.add(session, Note(NoteKind.HOPE, "may leave"))
        desk.add(session, Note(NoteKind.QUOTE, "may leave too", consent=Consent.YES))
        desk.add(session, Note(NoteKind.DEBRIEF, "stays-1"))
        desk.add(session, Note(NoteKind.QUOTE, "stays-2"))
        desk.add(session, Note(NoteKind.QUOTE, "stays-3", consent=Consent.WITHDRAWN))
        written = data_of(desk, tmp_path)
    assert written["notes.csv"].count(b"may leave") == 2
    assert written["records.jsonl"].count(b"may leave") == 2
    assert not any(b"stays-" in content for content in written.values())


def test_an_empty_desk_has_tables_with_heads_only(tmp_path: Path) -> None:
    with a_desk(1) as desk:
        written = data_of(desk, tmp_path)
    assert written.pop("records.jsonl") == b""
    assert all(len(content.splitlines()) == 1 for content in written.values())
