from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_desk.domain.model.guide import Cut, Guide, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.guide_extras import Moment
from dialogue_desk.exchange.guide_library import guides_in
from dialogue_desk.words import Words
from tests.exchange.guide_writing import write_guide

WORDS = Words()
PLAN = SessionPlan("s1", "Evening", 30, "", (Part("close", PartKind.CLOSING, "Close", 30, 4, Cut.LAST),))
ENGLISH = Guide("evening", "1.0.0", "en", "An Evening", "", (8, 12), (), (PLAN,))
SPANISH = replace(ENGLISH, language="es", title="Una noche")


def put(folder: Path, name: str, guide: Guide) -> Path:
    path = folder / name
    path.write_text(write_guide(guide), encoding="utf-8", newline="\n")
    return path


def test_a_guide_stands_once_in_the_library_with_all_its_languages(tmp_path: Path) -> None:
    noche = put(tmp_path, "a.guide.md", SPANISH)
    evening = put(tmp_path, "b.guide.md", ENGLISH)
    put(tmp_path, "c.guide.md", replace(ENGLISH, id="walk"))
    library = guides_in(tmp_path, WORDS)
    assert library.faults == ()
    assert [shelved.id for shelved in library.guides] == ["evening", "walk"]
    shelved = library.guide("evening")
    assert shelved.languages == ("en", "es")
    assert (shelved.translation("es").path, shelved.translation("es").guide) == (noche, SPANISH)
    assert shelved.translation("fr").path == evening


def test_a_guide_is_found_by_its_id_in_a_language_or_in_its_first_one(tmp_path: Path) -> None:
    put(tmp_path, "a.guide.md", SPANISH)
    put(tmp_path, "b.guide.md", ENGLISH)
    library = guides_in(tmp_path, WORDS)
    assert [library.translation("evening", language) for language in ("es", "fr")] == [SPANISH, ENGLISH]
    assert library.translation("morning", "en") is None


def test_a_file_that_cannot_be_read_is_left_out_and_named(tmp_path: Path) -> None:
    put(tmp_path, "good.guide.md", ENGLISH)
    (tmp_path / "bad.guide.md").write_text("Hello", encoding="utf-8")
    (tmp_path / "notes.md").write_text("Hello", encoding="utf-8")
    library = guides_in(tmp_path, WORDS)
    assert [shelved.id for shelved in library.guides] == ["evening"]
    assert [fault.sentence.partition(",")[0] for fault in library.faults] == ["bad.guide.md"]


def test_a_second_file_of_one_guide_and_language_is_left_out_and_named(tmp_path: Path) -> None:
    put(tmp_path, "a.guide.md", ENGLISH)
    put(tmp_path, "b.guide.md", replace(ENGLISH, title="Another Evening"))
    library = guides_in(tmp_path, WORDS)
    assert library.guide("evening").translation("en").guide == ENGLISH
    (fault,) = library.faults
    assert fault.sentence.startswith("b.guide.md: ")
    assert "a.guide.md is used" in fault.sentence


def test_a_deck_of_moments_is_no_guide_to_hold_a_session_with(tmp_path: Path) -> None:
    put(tmp_path, "evening.guide.md", ENGLISH)
    deck = replace(
        ENGLISH, id="moments", sessions=(), moments=(Moment("slur", "A slur", "Somebody said it."),)
    )
    put(tmp_path, "moments.guide.md", deck)
    library = guides_in(tmp_path, WORDS)
    assert library.faults == ()
    assert [shelved.id for shelved in library.guides] == ["evening"]
    assert [shelved.translation("en").guide for shelved in library.decks] == [deck]


def test_a_folder_that_is_not_there_holds_no_guides(tmp_path: Path) -> None:
    library = guides_in(tmp_path / "gone", WORDS)
    assert (library.guides, library.faults) == ((), ())
    with pytest.raises(KeyError):
        library.guide("evening")
