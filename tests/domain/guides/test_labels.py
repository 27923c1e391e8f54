"""Labels are known in both languages, whatever their capitals and accents; other words are no labels."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.guides.labels import (
    Meaning,
    card_title,
    is_around,
    label_alone,
    labelled,
    names_a_session,
)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("Materials", Meaning.MATERIAL),
        ("YOU WILL NEED:", Meaning.MATERIAL),
        ("Materiales", Meaning.MATERIAL),
        ("Objetivo", Meaning.GOAL),
        ("Facilitator’s notes", Meaning.TIP),
        ("Preguntas para conversar", Meaning.ASK),
        ("Ground rules", Meaning.GROUND_RULE),
        ("Acuerdos de convivencia", Meaning.GROUND_RULE),
        ("Antes de la sesión", Meaning.BEFORE),
        ("Duración", Meaning.MINUTES),
    ],
)
def test_a_line_that_is_only_a_label_says_what_follows(line, meaning):
    assert label_alone(line) is meaning


def test_a_label_before_a_text_is_split_from_it():
    found = labelled("Lea en voz alta: Gracias por venir.")
    assert found is not None
    assert (found.meaning, found.text) == (Meaning.SAY, "Gracias por venir.")


@pytest.mark.parametrize("line", ["One thing: go slowly", "7:15 Welcome", "Say hello", "Materials:"])
def test_other_lines_have_no_label(line):
    assert labelled(line) is None


def test_cards_and_handouts_are_known_by_their_headings():
    assert card_title("Handout: The three ways") == "The three ways"
    assert card_title("Card B – The shop on the corner") == "B – The shop on the corner"
    assert card_title("Tarjeta 2: La esquina") == "2: La esquina"
    assert card_title("Handouts") == "Handouts"
    assert card_title("Hand it out") is None


def test_sessions_are_known_by_their_number():
    assert names_a_session("Session 2: What we build")
    assert names_a_session("SESIÓN UNO")
    assert names_a_session("Segundo encuentro")
    assert not names_a_session("Sessions like this one")
    assert not names_a_session("Day in, day out")


def test_what_stands_around_the_sessions_is_known():
    assert is_around("How to use this guide")
    assert is_around("Anexo 1: lecturas")
    assert not is_around("Introductions")
