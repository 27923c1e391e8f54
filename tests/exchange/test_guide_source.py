"""The tree of a guide is edited by putting another section in the place of one."""

from __future__ import annotations

import pytest

from dialogue_desk.exchange.guide_source import GuideSource, Piece, Section, Shape

STEP = Section(3, "Think", ("minutes=5",))
CARD = Section(3, "Leave it", (".option", "#leave"))
TALK = Section(2, "Talk", ("#talk", "minutes=10"), (Piece(Shape.SAID, "Hello."),), (STEP, CARD), line=5)
CLOSE = Section(2, "Close", ("#close",))
SOURCE = GuideSource(
    (), (), (Section(1, "Ground rules"), Section(1, "One", ("#s1",), (), (TALK, CLOSE), line=3))
)


def titles(source: GuideSource) -> list[str]:
    return [section.title for _, section in source.walk()]


def test_a_section_is_found_by_its_path() -> None:
    assert SOURCE.at((1, 0)) is TALK and SOURCE.at((1, 0, 1)) is CARD
    with pytest.raises(IndexError):
        SOURCE.at((1, 7))


def test_sections_are_walked_in_the_order_of_the_file() -> None:
    assert titles(SOURCE) == ["Ground rules", "One", "Talk", "Think", "Leave it", "Close"]
    assert [path for path, _ in SOURCE.walk()] == [(0,), (1,), (1, 0), (1, 0, 0), (1, 0, 1), (1, 1)]


def test_another_section_takes_its_place_and_the_tree_before_stays_as_it_was() -> None:
    changed = SOURCE.with_at((1, 0), TALK.with_value("minutes", "12"))
    assert changed.at((1, 0)).value("minutes") == "12" and SOURCE.at((1, 0)) is TALK
    assert changed.with_at((1, 0), TALK) == SOURCE


def test_a_section_is_left_out_added_and_moved() -> None:
    assert titles(SOURCE.with_at((1, 0))) == ["Ground rules", "One", "Close"]
    assert titles(SOURCE.with_at((1, 2), STEP))[-2:] == ["Close", "Think"]
    assert titles(SOURCE.with_at((1, 0), CLOSE, TALK))[2:4] == ["Close", "Talk"]


def test_words_in_braces_are_found_changed_and_taken_out() -> None:
    assert (TALK.id, TALK.value("minutes"), TALK.value("floor")) == ("talk", "10", None)
    assert TALK.with_value("minutes", None).marks == ("#talk",)
    assert TALK.with_value("floor", "5").marks == ("#talk", "minutes=10", "floor=5")


def test_places_are_called_by_their_names() -> None:
    assert SOURCE.lines == {"s1": 3, "s1/talk": 5, "s1/talk/leave": 0, "s1/close": 0}
    assert SOURCE.sections[0].beside and not SOURCE.sections[1].beside
    assert CARD.card and not STEP.card
