"""The archive of a program: what is in it, what stays out, and that it says so in plain words."""

from __future__ import annotations

import zipfile

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.program_archive import README, ready_archive
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.archive_file import CHECKSUMS
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf, begun, note

WORDS = Words()
PRIVATE = ("between the two of us", "nobody asked me", "only one officer has a limp")


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def program(desk):
    """A program with two circles whose codes are alike in file names, and a circle of another program."""
    program = desk.add(NO_OWNER, Program("Bridges", languages=("en", "es"), organizer="The library"))
    for code in ("C 7", "c-7"):
        circle = desk.add(NO_OWNER, Circle(code, "Library", program))
        session = begun(desk, circle=None, circle_id=circle, ground_rules=())
        desk.add(session, note(f"A bench for {code}"))
        desk.add(session, note(PRIVATE[0], NoteKind.DEBRIEF))
        desk.add(session, note(PRIVATE[1], NoteKind.QUOTE, consent=Consent.NOT_ASKED))
        desk.add(session, note(PRIVATE[2], sensitive=True))
    desk.add(begun(desk, "X01"), note("A lamp elsewhere"))
    return program


@pytest.fixture
def written(desk, program, tmp_path):
    def write(*profile):
        ready = ready_archive(desk, Folders(desk, a_shelf(tmp_path)), program, WORDS, *profile)
        path = tmp_path / "archive.zip"
        ready.write(path, lambda *_: None)
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return write


def texts(files):
    return b"\n".join(data for name, data in files.items() if not name.endswith(".pdf"))


def test_it_has_the_report_a_summary_of_each_session_the_tables_and_a_page_to_read_first(written):
    files = written()
    assert next(iter(files)) == README and list(files)[-1] == CHECKSUMS
    summaries = [name for name in files if name.startswith("summaries/")]
    assert [name.removesuffix(".pdf").endswith("-2") for name in summaries] == [False, True]
    assert {"report/bridges-report.pdf", "report/bridges-annex.html", "tables/notes.csv"} <= files.keys()
    assert {"tables/columns.csv", "tables/data-card-en.md", "tables/data-card-es.md"} <= files.keys()
    assert all(data.startswith(b"%PDF-") for name, data in files.items() if name.endswith(".pdf"))


def test_the_page_to_read_first_is_in_the_languages_of_the_program(written):
    page = written()[README].decode()
    assert page.startswith("Read this first: the archive of Bridges")
    assert "2 circles, 2 sessions" in page and "The library" in page and "for organizers only" in page
    assert page.count("SHA256SUMS.txt") >= 2 * 2


def test_what_is_private_stays_out_and_so_does_what_is_of_another_program(written):
    said = texts(written())
    assert b"A bench for C 7" in said and b"A bench for c-7" in said and PRIVATE[2].encode() in said
    assert not any(words.encode() in said for words in (*PRIVATE[:2], "A lamp elsewhere"))


def test_that_for_everyone_has_no_tables_and_nothing_sensitive_and_the_page_says_so(written):
    files = written(Profile.EVERYONE)
    assert not any(name.startswith("tables/") for name in files)
    assert not any(words.encode() in texts(files) for words in PRIVATE)
    assert b"Sensitive notes, and tables" in files[README] and b"for organizers only" not in files[README]


def test_it_says_in_how_many_sessions_nobody_looked_for_names(desk, program, written, tmp_path):
    ready = ready_archive(desk, Folders(desk, a_shelf(tmp_path)), program, WORDS)
    assert ready.unchecked == 2
    assert b"In 2 sessions, nobody checked" in written()[README]


def test_stopped_in_the_middle_it_leaves_nothing(desk, program, tmp_path):
    ready = ready_archive(desk, Folders(desk, a_shelf(tmp_path)), program, WORDS)
    (folder := tmp_path / "to").mkdir()

    def stop(done, _total):
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        ready.write(folder / "archive.zip", stop)
    assert list(folder.iterdir()) == []


def test_a_program_that_is_not_here_has_no_archive(desk, tmp_path):
    with pytest.raises(KeyError):
        ready_archive(desk, Folders(desk, a_shelf(tmp_path)), RecordId("nobody"), WORDS)


def test_it_tells_how_many_sessions_are_read_and_can_be_stopped(desk, program, tmp_path):
    told = []
    folders = Folders(desk, a_shelf(tmp_path))
    ready_archive(desk, folders, program, WORDS, Profile.EVERYONE, lambda *one: told.append(one))
    assert told == [(0, 2), (1, 2), (2, 2)]

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ready_archive(desk, folders, program, WORDS, Profile.EVERYONE, stop)
