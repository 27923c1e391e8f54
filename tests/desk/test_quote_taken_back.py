"""One code from the room to the organizer and back: read on paper, looked up, taken back on both laptops."""

from __future__ import annotations

import re

import pytest

from dialogue_desk.desk.erasing.erase import erasure_notice, withdraw_quote
from dialogue_desk.desk.erasing.quote_trail import files_with
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.documents import SummaryOptions, page_files
from dialogue_desk.desk.leaving.packages import export_session, remember_papers, write_package
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.code_search import CodeMatch, search_code
from dialogue_desk.desk.trust.waiting_changes import take, waiting_changes
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.line_codes import typed_code
from dialogue_desk.domain.model.notes import Consent, NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.whole_file import write_files
from dialogue_desk.words import Words
from tests.desk.evening import SEVEN_PM, a_desk, a_shelf, begun, note

WORDS = "I call my son when I hear them"
TEXT = SummaryOptions((".txt",), ("en",))


class Laptop:
    """A desk with its folder, and what a person does with it."""

    def __init__(self, home, seed):
        home.mkdir()
        self.home = home
        self.desk = a_desk(home / "desk.db", seed, SEVEN_PM)
        self.folders = Folders(self.desk, a_shelf(home))

    def opens(self, path):
        words = Words()
        return import_packages(self.desk, read_packages([path], PackageReader(words), words), words)

    def looks_up(self, code):
        return search_code(self.desk, self.folders, code)

    def holds_the_words(self):
        files = [path for path in self.home.rglob("desk.db*") if path.is_file()]
        return any(WORDS.encode() in path.read_bytes() for path in files)


@pytest.fixture
def circle(tmp_path):
    laptop = Laptop(tmp_path / "circle", 1)
    yield laptop
    laptop.desk.file.close()


@pytest.fixture
def organizer(tmp_path):
    laptop = Laptop(tmp_path / "organizer", 2)
    yield laptop
    laptop.desk.file.close()


@pytest.fixture
def evening(circle, organizer, tmp_path):
    """A session that was read back, printed and exported; the organizer has opened its package."""
    desk = circle.desk
    session = begun(desk)
    quote = desk.add(session, note(WORDS, NoteKind.QUOTE, consent=Consent.YES))
    desk.add(session, note("The corner is dark"))
    desk.clock.advance(MINUTE)
    folder = circle.folders.session(session)
    (page,) = write_files(page_files(folder, TEXT, Words()), tmp_path / "printed")
    remember_papers(desk, session, [page])
    package = export_session(desk, folder, tmp_path / "stick")
    organizer.opens(package)
    return session, quote, page, package


def code_on(page):
    """The code behind the quote, as a resident reads it off the paper."""
    line = next(line for line in page.read_text(encoding="utf-8").splitlines() if WORDS in line)
    rest = page.read_text(encoding="utf-8").split(line, 1)[1]
    found = re.search(r"\b[A-Z]{3}[0-9]{2}\b", line.split(WORDS)[1] + rest)
    return found.group()


def test_the_code_on_the_printed_page_leads_the_organizer_to_the_same_words(evening, organizer):
    _, quote, page, _ = evening
    code = code_on(page)
    (hit,) = organizer.looks_up(typed_code(f"{code[:3].lower()} {code[3:]}")).hits
    assert (hit.id, hit.excerpt.text) == (quote, WORDS)


def test_the_circle_learns_which_papers_have_the_words_that_it_takes_back(evening, circle):
    _, quote, page, package = evening
    assert set(files_with(circle.desk, quote)) == {page, package}


def test_what_the_organizer_takes_back_waits_for_the_circle_and_is_gone_once_it_agrees(
    evening, circle, organizer, tmp_path
):
    _, quote, page, _ = evening
    withdraw_quote(organizer.desk, organizer.looks_up(code_on(page)).hits[0].id)
    assert organizer.looks_up(code_on(page)).erased and not organizer.holds_the_words()
    notice = write_package(organizer.desk, erasure_notice(organizer.desk, [quote]), tmp_path / "notice")
    assert WORDS.encode() not in notice.read_bytes()
    circle.opens(notice)
    assert circle.looks_up(code_on(page)).match is CodeMatch.EXACT  # who wrote it decides
    waiting = waiting_changes(circle.desk)
    take(circle.desk, [claim for one in waiting for claim in one.erasures])
    assert circle.looks_up(code_on(page)).erased and not circle.holds_the_words()


def test_what_the_circle_takes_back_is_gone_at_the_organizers_with_the_next_package(
    evening, circle, organizer, tmp_path
):
    session, quote, page, _ = evening
    withdraw_quote(circle.desk, quote)
    organizer.opens(export_session(circle.desk, circle.folders.session(session), tmp_path / "again"))
    found = organizer.looks_up(code_on(page))
    assert found.erased and found.match is CodeMatch.NONE and not organizer.holds_the_words()


def test_an_old_package_does_not_bring_a_quote_back(evening, organizer):
    _, quote, page, package = evening
    withdraw_quote(organizer.desk, quote)
    organizer.opens(package)
    assert organizer.looks_up(code_on(page)).erased and not organizer.holds_the_words()
