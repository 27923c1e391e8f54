"""Two languages of a guide are laid beside each other text by text, and what is not translated is found."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange import guide_edits, guide_translation, section_texts
from dialogue_desk.exchange.guide_files import tree_in
from dialogue_desk.exchange.guide_palette import new_card
from dialogue_desk.exchange.guide_translation import CARD, TITLE, TextUnit
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.words import Words
from tests.shelf import GUIDES

LANGUAGES = ("en", "es")


@pytest.fixture
def sources():
    texts = {code: (GUIDES / f"safety-together.{code}.guide.md").read_text("utf-8") for code in LANGUAGES}
    found = {code: tree_in(text, Words())[0] for code, text in texts.items()}
    place = (guide_edits.session_places(found["en"])[0], 0, 0)
    cards = {code: new_card(CardKind.VIEW, "", Words(code)) for code in LANGUAGES}
    cards["es"] = section_texts.with_card_text(cards["es"], "Una opinión\n- y otra")
    return guide_edits.with_sections(found, "en", place, cards)


def all_units(source):
    places = [(), *(path for path, _ in source.walk() if len(path) < 3)]
    return [unit for path in places for unit in guide_translation.units_at(source, path)]


def test_every_text_has_its_translation_beside_it(sources):
    english, spanish = sources["en"], sources["es"]
    units = all_units(english)
    assert {unit.sort for unit in units} >= {TITLE, CARD, "summary", Sort.SAY, Sort.ASK, Sort.TIP}
    assert not any(unit.sort in ("Notes", "Wanted", "Carry over") for unit in units)
    assert all(guide_translation.translation_of(english, spanish, unit) for unit in units)
    left = [one for one in units if guide_translation.is_untranslated(english, spanish, one)]
    assert len(left) < len(units) / 50


def test_a_translation_changes_one_language_and_an_empty_one_is_none(sources):
    session = guide_edits.session_places(sources["en"])[0]
    unit = TextUnit((session, 0), Sort.SAY, 0)
    found = guide_translation.translated(sources, LANGUAGES, unit, "Hola a todos.")
    assert found["en"] is sources["en"]
    assert guide_translation.translation_of(found["en"], found["es"], unit) == "Hola a todos."
    emptied = guide_translation.translated(found, LANGUAGES, unit, "  ")
    assert guide_translation.is_untranslated(emptied["en"], emptied["es"], unit)
    assert guide_translation.text_of(emptied["es"], unit) == guide_translation.text_of(emptied["en"], unit)


@pytest.mark.parametrize("sort", [TITLE, CARD, "summary", Sort.TIP])
def test_each_sort_of_text_can_be_translated(sources, sort):
    unit = next(one for one in all_units(sources["en"]) if one.sort == sort)
    found = guide_translation.translated(sources, LANGUAGES, unit, "Otra cosa.")
    assert guide_translation.translation_of(found["en"], found["es"], unit) == "Otra cosa."
    assert found["en"] is sources["en"]


def test_a_new_language_has_everything_left_but_what_has_no_letters(sources):
    session = guide_edits.session_places(sources["en"])[0]
    source = guide_edits.with_title(sources, "en", (session,), "1984", follow=False)["en"]
    french = guide_edits.with_language(source, "fr")
    left = [one for one in all_units(source) if guide_translation.is_untranslated(source, french, one)]
    assert len(left) == len(all_units(source)) - 1


def test_a_text_that_the_other_language_lacks_is_left_and_can_be_written(sources):
    session = guide_edits.session_places(sources["en"])[0]
    unit = TextUnit((session, 0), Sort.SAY, 0)
    spanish = sources["es"].at((session, 0))
    bare = {**sources, "es": sources["es"].with_at((session, 0), replace(spanish, pieces=()))}
    assert guide_translation.is_untranslated(bare["en"], bare["es"], unit)
    found = guide_translation.translated(bare, LANGUAGES, unit, "Hola.")
    assert guide_translation.translation_of(found["en"], found["es"], unit) == "Hola."
    gone = {**sources, "es": sources["es"].with_at((session,))}
    assert guide_translation.translated(gone, LANGUAGES, unit, "Hola.") == gone
