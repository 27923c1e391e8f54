"""A translation is a step in its language, and what is left is counted at its place."""

import pytest

from dialogue_desk.desk.guides import translating
from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.guide_steps import WordSteps
from dialogue_desk.desk.guides.translating import TextsLeft, TranslationSteps
from dialogue_desk.exchange.guide_edits import session_places
from dialogue_desk.exchange.guide_translation import TextUnit, translation_of
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.words import Words


@pytest.fixture
def editing(edited):
    return edited.open()


@pytest.fixture
def steps(editing):
    return TranslationSteps(editing, ("en", "es"), Words(), lambda _: None)


def test_a_new_text_is_left_until_it_is_translated(editing, steps):
    left, part = TextsLeft(), (session_places(editing.sources["en"])[0], 0)
    before = left.count(editing.sources["en"], editing.sources["es"])
    WordSteps(editing, "en", Words(), lambda _: None).add_text(part, Sort.TIP, 0, "Wait for the last one.")
    after = left.count(editing.sources["en"], editing.sources["es"])
    assert after == {**before, part: before.get(part, 0) + 1}
    steps.translate(TextUnit(part, Sort.TIP, 0), "Espere a la última persona.")
    assert left.count(editing.sources["en"], editing.sources["es"]) == before
    assert editing.history.undo().kind is EditKind.TRANSLATE
    assert left.count(editing.sources["en"], editing.sources["es"]) == after


def test_only_sessions_that_changed_are_counted_again(editing, steps, monkeypatch):
    left, counted = TextsLeft(), []
    left.count(editing.sources["en"], editing.sources["es"])
    whole = translating.untranslated_at
    monkeypatch.setattr(translating, "untranslated_at", lambda *a: counted.append(a[2]) or whole(*a))
    session = session_places(editing.sources["en"])[0]
    steps.translate(TextUnit((session, 0), "title"), "Hola")
    left.count(editing.sources["en"], editing.sources["es"])
    assert {path[:1] for path in counted} == {(), (session,)}


def test_a_language_that_is_added_has_everything_left(editing, steps):
    steps.add_language("fr")
    assert list(editing.sources) == ["en", "es", "fr"]
    french = TranslationSteps(editing, ("en", "fr"), Words(), lambda _: None)
    unit = TextUnit((), "title")
    assert translation_of(french.sources["en"], french.source, unit) == "Safety Together"
    assert sum(TextsLeft().count(editing.sources["en"], editing.sources["fr"]).values()) > 100
    editing.history.undo()
    assert list(editing.sources) == ["en", "es"]
