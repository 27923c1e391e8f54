"""Texts that are read aloud are told apart by how hard they are to follow."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.model.reading_level import FEWEST_WORDS, grade

EASY = "We go around the circle. You can pass. We will finish at nine. Tell us your name. " * 3
HARD = (
    "Institutional accountability necessitates comprehensive deliberation regarding the responsibilities "
    "of municipal authorities, considering historical circumstances and contemporary expectations alike, "
    "notwithstanding administrative limitations that organizational representatives habitually emphasize "
    "whenever circumstances deteriorate."
)
FACIL = "Vamos a dar la vuelta al círculo. Cada quien dice su nombre. Si no quieren, pasen. " * 3
DIFICIL = (
    "La corresponsabilidad institucional presupone deliberaciones interdisciplinarias caracterizadas por la "
    "consideración pormenorizada de circunstancias históricas, expectativas contemporáneas y limitaciones "
    "administrativas que las organizaciones representativas habitualmente manifiestan, independientemente "
    "de consideraciones presupuestarias."
)


@pytest.mark.parametrize(("text", "language"), [(EASY, "en"), (EASY, "en-US"), (FACIL, "es")])
def test_short_sentences_of_short_words_are_easy(text: str, language: str) -> None:
    found = grade(text, language)
    assert found is not None and found <= 5


@pytest.mark.parametrize(("text", "language"), [(HARD, "en"), (DIFICIL, "es")])
def test_long_sentences_of_long_words_are_hard(text: str, language: str) -> None:
    found = grade(f"{text} {text}", language)
    assert found is not None and found > 9


def test_of_a_few_words_or_another_language_nothing_is_said() -> None:
    assert grade("word " * (FEWEST_WORDS - 1), "en") is None
    assert grade(HARD, "de") is None
    assert grade("", "en") is None
