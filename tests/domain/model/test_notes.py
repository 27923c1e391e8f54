"""Notes and action ideas: what they may say."""

import pytest

from dialogue_desk.domain.model.notes import (
    MOST_DOTS_GIVEN,
    MOST_PROMPTS,
    ActionIdea,
    Consent,
    Note,
    NoteKind,
    Spread,
    Theme,
    entry_text,
    people_differ,
)


@pytest.mark.parametrize("consent", Consent)
def test_only_a_quote_can_lack_consent(consent):
    assert Note(NoteKind.QUOTE, "x", consent=consent).lacks_consent == (consent is not Consent.YES)
    assert not Note(NoteKind.CONCERN, "x", consent=consent).lacks_consent


def test_people_differ_where_they_said_so_and_where_views_were_mixed():
    assert people_differ(NoteKind.DISAGREEMENT, None) and people_differ(NoteKind.HOPE, Spread.CONTESTED)
    assert not people_differ(NoteKind.HOPE, None) and not people_differ(NoteKind.HOPE, Spread.ONE_VOICE)


def test_a_note_and_an_action_idea_are_known_by_their_words():
    assert (entry_text(Note(NoteKind.HOPE, "safe")), entry_text(ActionIdea("a bus"))) == ("safe", "a bus")


@pytest.mark.parametrize("prompt", [-1, MOST_PROMPTS + 1])
def test_a_part_has_a_thousand_questions_at_most(prompt):
    with pytest.raises(ValueError, match="1000 questions"):
        Note(NoteKind.HOPE, "x", prompt=prompt)
    with pytest.raises(ValueError, match="questions"):
        ActionIdea("x", prompt=prompt)
    assert Note(NoteKind.HOPE, "x", prompt=MOST_PROMPTS).prompt == MOST_PROMPTS


@pytest.mark.parametrize("dots", [-1, MOST_DOTS_GIVEN + 1])
def test_dots_are_counted_from_none(dots):
    with pytest.raises(ValueError, match="dots"):
        ActionIdea("x", dots=dots)
    assert (ActionIdea("x", dots=0).dots, ActionIdea("x").dots) == (0, None)


def test_a_theme_is_called_by_the_name_it_has_in_a_language_and_found_by_all():
    theme = Theme("Being heard", names=(("es", "Ser escuchados"), ("vi", "")))
    assert [theme.called(language) for language in ("en", "es", "vi")] == [
        "Being heard",
        "Ser escuchados",
        "Being heard",
    ]
    spanish = theme.named_in("es")
    assert spanish.name == "Ser escuchados" and set(spanish.every_name) == set(theme.every_name)
    assert spanish.named_in("en").name == spanish.named_in("es").named_in("vi").name == "Being heard"
    assert theme.named_in("en") == theme


def test_a_theme_is_renamed_in_the_language_in_which_it_has_that_name():
    theme = Theme("Being heard", names=(("es", "Ser escuchados"),))
    assert theme.renamed("Being heard", "Voice") == Theme("Voice", names=theme.names)
    assert theme.renamed("Ser escuchados", "Voz") == Theme("Being heard", names=(("es", "Voz"),))
