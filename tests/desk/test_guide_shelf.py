"""Guides are read from a folder, in each of their languages."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import guide_text_of, read_guide
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE
from tools.manual_clock import ManualClock


@pytest.fixture
def folder(tmp_path):
    spanish = GUIDE.text.replace("language: en", "language: es").replace("An Evening", "Una sesión")
    (tmp_path / "evening.en.guide.md").write_text(GUIDE.text, encoding="utf-8")
    (tmp_path / "evening.es.guide.md").write_text(spanish, encoding="utf-8")
    (tmp_path / "notes.md").write_text("not a guide", encoding="utf-8")
    return tmp_path


def test_every_guide_of_the_folder_is_there_by_title(folder):
    shelf = GuideShelf(folder, Words())
    (texts,) = shelf.editions().values()
    assert [shelf.guide(text).title for text in texts.values()] == ["An Evening", "Una sesión"]


def test_a_guide_has_a_text_in_each_of_its_languages(folder):
    shelf = GuideShelf(folder, Words())
    assert set(shelf.translations("evening")) == {"en", "es"} and shelf.translations("other") == {}


def test_a_deck_of_moments_is_offered_for_no_session(folder):
    top = GUIDE.text[: GUIDE.text.index("\n---") + 5]
    (folder / "moments.guide.md").write_text(f"{top}# Moments\n## A slur {{#slur}}\n", encoding="utf-8")
    assert list(GuideShelf(folder, Words()).editions()) == ["evening"]


def test_a_guide_that_a_session_was_held_with_opens_by_the_rules_of_its_time(folder):
    shelf, old = GuideShelf(folder, Words()), GUIDE.text + "\nPurpose: we close.\n"
    (folder / "old.guide.md").write_text(old, encoding="utf-8")
    with pytest.raises(GuideUnreadable, match="“Purpose:” is no label"):
        shelf.text_in(folder / "old.guide.md")
    stored = shelf.guide(GuideText(GUIDE.guide, GUIDE.version, GUIDE.language, old))
    assert stored.sessions[-1].parts[-1].purpose == "Purpose: we close."


def test_a_guide_is_read_once(folder):
    shelf = GuideShelf(folder, Words())
    assert shelf.guide(GUIDE) is shelf.guide(shelf.translations("evening")["en"])
    assert shelf.library().guide("evening").translation("en").guide is shelf.guide(GUIDE)


def test_a_file_that_is_not_a_guide_is_refused(folder):
    (folder / "bad.guide.md").write_text("Good evening", encoding="utf-8")
    with pytest.raises(GuideUnreadable):
        GuideShelf(folder, Words()).editions()


DECK = """\
---
id: moments
version: 1.0.0
language: {language}
title: When it gets hot
people: 4-15
---

# Moments

## {title} {{#slur}}

> Stop.
"""


@pytest.fixture
def decks(tmp_path):
    """A folder of guides, and beside it one of moments in two languages."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "moments").mkdir()
    for language, title in (("en", "A slur"), ("es", "Un insulto")):
        text = DECK.format(language=language, title=title)
        (tmp_path / "moments" / f"moments.{language}.guide.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("language", "title"), [("en", "A slur"), ("es", "Un insulto"), ("es-MX", "Un insulto"), ("so", "A slur")]
)
def test_the_moments_are_in_the_language_that_is_asked_for_or_else_in_english(decks, language, title):
    found = GuideShelf(decks / "guides", Words(), decks / "moments").moments_in(language)
    assert [moment.title for moment in found] == [title]


def test_of_a_damaged_file_of_moments_the_other_language_remains(decks):
    (decks / "moments" / "moments.es.guide.md").write_bytes(b"\xff\xfe\x00")
    found = GuideShelf(decks / "guides", Words(), decks / "moments").moments_in("es")
    assert [moment.title for moment in found] == ["A slur"]


def test_without_a_file_of_moments_there_are_none(tmp_path):
    shelf = GuideShelf(tmp_path, Words(), tmp_path / "moments")
    assert shelf.moments is None and shelf.moments_in("en") == ()


def test_the_moments_are_read_once(decks):
    shelf = GuideShelf(decks / "guides", Words(), decks / "moments")
    assert shelf.moments_in("en") is shelf.moments_in("en")


def test_the_moments_that_ship_are_whole_in_both_languages():
    shelf = GuideShelf(resource("guides"), Words())
    english, spanish = shelf.moments_in("en"), shelf.moments_in("es")
    assert [moment.id for moment in english] == [moment.id for moment in spanish]
    assert len(english) >= 18
    for moment in (*english, *spanish):
        assert moment.happened and moment.say and moment.after and moment.stop, moment.title


@pytest.fixture
def own(tmp_path):
    file = DeskFile(tmp_path / "desk.db")
    yield OwnGuides(Desk(file, ManualClock(1_773_356_400_000), RandomIds(7)))
    file.close()


NEWER = guide_text_of(GUIDE.text.replace(f"version: {GUIDE.version}", "version: 9.1"))


def test_a_desks_own_guides_are_beside_those_that_ship_also_as_another_version(folder, own):
    shelf = GuideShelf(folder, Words(), own=own)
    key = own.add((NEWER,), Origin.OPENED)
    shipped, opened = shelf.library().guides
    assert (shipped.key, shipped.own, shipped.origin) == ("evening", False, None)
    assert (opened.key, opened.id, opened.version, opened.origin) == (key, "evening", "9.1", Origin.OPENED)
    assert shelf.library().guide(key) == opened
    assert shelf.library().translation("evening", "en") == shipped.translation("en").guide
    assert list(shelf.editions()) == ["evening", key] and shelf.editions()[key] == {"en": NEWER}
    assert shelf.texts_of(key) == (NEWER,)
    assert [text.language for text in shelf.texts_of("evening")] == ["en", "es"]


def test_a_guide_that_is_not_finished_is_named_with_what_there_is_to_fix(folder, own):
    shelf = GuideShelf(folder, Words(), own=own)
    begun = guide_text_of(
        GUIDE.text.replace("title: An Evening", "title: Begun").replace("people: ", "persons: ")
    )
    key = own.add((begun,), Origin.WRITTEN)
    library = shelf.library()
    (unfinished,) = library.unfinished
    assert (unfinished.key, unfinished.title) == (key, "Begun")
    assert "missing people" in unfinished.faults[0].sentence
    assert [one.key for one in library.guides] == ["evening"] and list(shelf.editions()) == ["evening"]
    assert shelf.texts_of(key) == (begun,)


def test_a_guide_with_one_language_unfinished_can_be_used_in_the_other(folder, own):
    shelf = GuideShelf(folder, Words(), own=own)
    begun = guide_text_of(GUIDE.text.replace("language: en", "language: es").replace("people: ", "persons: "))
    key = own.add((GUIDE, begun), Origin.COPIED)
    library = shelf.library()
    assert library.guide(key).languages == ("en",) and [one.key for one in library.unfinished] == [key]
    assert list(shelf.editions()[key]) == ["en"]


def test_a_guide_is_printed_with_its_own_moments_or_else_with_those_of_its_language(decks):
    shelf = GuideShelf(decks / "guides", Words(), decks / "moments")
    bare = read_guide(GUIDE.text, "evening", Words())
    (spanish,) = shelf.with_moments(replace(bare, language="es")).moments
    assert spanish.title == "Un insulto"
    own = replace(bare, moments=(replace(spanish, id="own"),))
    assert shelf.with_moments(own) == own
