"""Guides are read from a folder, in each of their languages."""

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.words import Words
from tests.desk.evening import GUIDE


@pytest.fixture
def folder(tmp_path):
    spanish = GUIDE.text.replace("language: en", "language: es").replace("An Evening", "Una sesión")
    (tmp_path / "evening.en.guide.md").write_text(GUIDE.text, encoding="utf-8")
    (tmp_path / "evening.es.guide.md").write_text(spanish, encoding="utf-8")
    (tmp_path / "notes.md").write_text("not a guide", encoding="utf-8")
    return tmp_path


def test_every_guide_of_the_folder_is_there_by_title(folder):
    shelf = GuideShelf(folder, Words())
    assert [shelf.guide(text).title for text in shelf.texts()] == ["An Evening", "Una sesión"]


def test_a_guide_has_a_text_in_each_of_its_languages(folder):
    shelf = GuideShelf(folder, Words())
    assert set(shelf.translations("evening")) == {"en", "es"} and shelf.translations("other") == {}


def test_a_deck_of_moments_is_offered_for_no_session(folder):
    top = GUIDE.text[: GUIDE.text.index("\n---") + 5]
    (folder / "moments.guide.md").write_text(f"{top}# Moments\n## A slur {{#slur}}\n", encoding="utf-8")
    assert len(GuideShelf(folder, Words()).texts()) == 2


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
        GuideShelf(folder, Words()).texts()
