"""Addresses without a word for a street."""

import pytest

from dialogue_desk.domain.privacy.homes import homes


def found(text):
    return [text[one.start : one.end] for one in homes(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("lives 1442 teutonia by the gas station", "1442 teutonia"),
        ("no heat at 2217 w burnham upper rear", "2217 w burnham upper rear"),
        ("buzz at apt 4C, 88 Locust, twice", "apt 4C, 88 Locust"),
        ("stopped outside 819 Scott.", "819 Scott"),
        ("viven en la traila 31, lote B, Camino Viejo, agua", "la traila 31, lote B, Camino Viejo"),
        ("vive Sycamore 1408 interior B", "Sycamore 1408 interior B"),
        ("arriba, 506½ Depot, puerta d atrás", "506½ Depot, puerta d atrás"),
        ("calle Nogal s/n, casa azul", "calle Nogal s/n, casa azul"),
        ("viven por la Becher con la 16", "la Becher con la 16"),
        ("quedó entre la Muskego y la Mitchell", "entre la Muskego y la Mitchell"),
        ("rentan cuarto 3, calle Pino 88", "cuarto 3, calle Pino 88"),
    ],
)
def test_where_somebody_lives_is_found_without_a_word_for_a_street(text, place):
    assert place in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "rent 1100, do the math",
        "at 15 people we stop",
        "en 20 minutos llegaron",
        "20 w kids, 11 without",
        "grades 6 7 8 meet upstairs",
        "entre la gente y la policía",
        "vive con miedo 3 años ya",
        "la placa 5521 se llevó el teléfono",
        "at 10 Monday",
    ],
)
def test_counts_and_times_are_no_home(text):
    assert found(text) == []
