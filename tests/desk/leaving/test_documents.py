"""Records become papers: a summary for the circle."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.documents import (
    SummaryOptions,
    paper_document,
    paper_files,
)
from dialogue_desk.desk.leaving.packages import stem
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.document import Bullets, PaperSize
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.reports.document_files import ENDINGS
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock

WORDS = Words()
SHELF = GuideShelf(resource("guides"), WORDS)


@pytest.fixture
def desk():
    desk = Desk(DeskFile(IN_MEMORY), ManualClock(1_775_000_000_000), RandomIds(1))
    yield desk
    desk.file.close()


@pytest.fixture
def folders(desk):
    return Folders(desk, SHELF)


@pytest.fixture
def session(desk):
    text = SHELF.translations("one-evening")["en"]
    plan = SHELF.guide(text).sessions[0].id
    start = desk.clock.now()
    session_draft = SessionDraft((text,), plan, 1, start, start + 90 * MINUTE, 8, circle=Circle("K1"))
    session = create_session(desk, session_draft)
    desk.add(session, Note(NoteKind.HOPE, "That the bench comes back"))
    desk.add(session, Note(NoteKind.DEBRIEF, "Between us"))
    return session


def test_a_summary_says_what_was_noted_and_not_what_stays(folders, session):
    (file,) = paper_files(folders.session(session), SummaryOptions((".html",)), WORDS)
    said = file.make_bytes().decode()
    assert "That the bench comes back" in said and "Between us" not in said


def names(folder, **asked):
    return [file.name for file in paper_files(folder, SummaryOptions(**asked), WORDS)]


def test_papers_are_named_so_that_none_stands_in_anothers_way(folders, session):
    folder = folders.session(session)
    begin = stem(folder)
    assert begin.startswith("circle-k1-s1-20")
    assert names(folder) == [f"{begin}.pdf", f"{begin}.docx", f"{begin}.html"]
    assert names(folder, endings=(".pdf", ".md"), large=True, paper=PaperSize.A4) == [
        f"{begin}-large-print-a4.pdf",
        f"{begin}.md",
    ]
    assert names(folder, endings=(".txt", ".txt"), languages=("es", "en")) == [f"{begin}-en-es.txt"]


def test_the_circles_own_language_comes_first_where_there_are_two(desk, folders, session):
    folder = folders.session(session)
    both = SummaryOptions(languages=("en", "es"))
    assert [one.language for one in paper_document(folder, both, WORDS).all_in_file] == ["en", "es"]
    circle = desk.get(folder.circle_id)
    desk.put(circle.id, circle.owner, replace(circle.body, language="es"))
    spanish = folders.session(session)
    assert [one.language for one in paper_document(spanish, both, WORDS).all_in_file] == ["es", "en"]
    assert paper_document(spanish, SummaryOptions(), WORDS).language == "es"


def test_a_circle_whose_language_the_app_does_not_speak_is_written_of_in_the_persons(desk, folders, session):
    circle = desk.get(folders.session(session).circle_id)
    desk.put(circle.id, circle.owner, replace(circle.body, language="am"))
    document = paper_document(folders.session(session), SummaryOptions(), Words("es"))
    assert document.language == "es"
    (item,) = [item for block in document.blocks if isinstance(block, Bullets) for item in block.items]
    assert (item.text, item.language) == ("That the bench comes back", "am")


def test_the_guides_titles_are_in_each_language_it_began_with(desk, folders):
    editions = SHELF.translations("one-evening")
    start = desk.clock.now()
    plan = SHELF.guide(editions["en"]).sessions[0].id
    texts = (editions["en"], editions["es"])
    session = create_session(
        desk, SessionDraft(texts, plan, 1, start, start + 90 * MINUTE, 8, circle=Circle("K2"))
    )
    english, spanish = paper_document(
        folders.session(session), SummaryOptions(languages=("en", "es")), WORDS
    ).all_in_file
    assert english.title == SHELF.guide(editions["en"]).sessions[0].title
    assert spanish.title == SHELF.guide(editions["es"]).sessions[0].title != english.title


def test_a_guide_that_is_at_hand_in_the_other_language_lends_its_titles(folders, session):
    folder = folders.session(session)
    assert list(folder.plans) == ["en"]
    english, spanish = paper_document(folder, SummaryOptions(languages=("en", "es")), WORDS).all_in_file
    assert spanish.title == SHELF.guide(SHELF.translations("one-evening")["es"]).sessions[0].title
    another = replace(folder, guide=replace(folder.guide, version="0.1"))
    _, spanish = paper_document(another, SummaryOptions(languages=("en", "es")), WORDS).all_in_file
    assert spanish.title == english.title


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_paper_is_made_as_it_was_asked_for(folders, session, ending):
    asked = SummaryOptions((ending,), ("en", "es"), PaperSize.A4, large=True)
    (file,) = paper_files(folders.session(session), asked, WORDS)
    made = file.make_bytes()
    if ending == ".pdf":
        assert round(PdfReader(BytesIO(made)).pages[0].mediabox.width) == 595
    if ending in (".html", ".md", ".txt"):
        said = made.decode()
        assert said.count("That the bench comes back") == 2 and "Between us" not in said
        assert "This is what our circle said" in said and "Círculo K1, sesión 1" in said
