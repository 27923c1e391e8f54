"""The kind of a part is guessed from its title, in both languages."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.guides.part_kinds import kind_of
from dialogue_desk.domain.model.guide import PartKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Welcome and why we are here", PartKind.WELCOME),
        ("Bienvenida", PartKind.WELCOME),
        ("Coffee break", PartKind.BREAK),
        ("Descanso", PartKind.BREAK),
        ("Closing round", PartKind.CLOSING),
        ("Ronda de cierre", PartKind.CLOSING),
        ("In pairs: what would help", PartKind.PAIRS),
        ("En parejas", PartKind.PAIRS),
        ("Ronda de historias", PartKind.GO_ROUND),
        ("Community agreements", PartKind.GROUND_RULES),
        ("Nuestros acuerdos", PartKind.GROUND_RULES),
        ("Icebreaker", PartKind.ICEBREAKER),
        ("Vote with dots", PartKind.BALLOT),
        ("Check-in", PartKind.CHECK_IN),
        ("Check-out", PartKind.CLOSING),
    ],
)
def test_a_title_tells_the_kind(title, kind):
    assert kind_of(title) is kind


@pytest.mark.parametrize("title", ["Breakout rooms", "What the river took", "Lo que se llevó el río"])
def test_other_titles_tell_of_none(title):
    assert kind_of(title) is None
