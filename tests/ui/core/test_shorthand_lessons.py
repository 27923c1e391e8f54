from dataclasses import replace

import pytest

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.shorthand_lessons import (
    EVERY_SIGN,
    LINES_TO_LEARN,
    SignLessons,
    signs_in,
    wants_signs,
    with_signs,
)


class Kept:
    """Settings that are kept in memory."""

    def __init__(self):
        self.settings = Settings()

    def keep(self, settings):
        self.settings = settings


@pytest.fixture
def kept():
    return Kept()


@pytest.fixture
def lessons(qapp, kept):
    return SignLessons(lambda: kept.settings, kept.keep)


def test_signs_are_shown_until_each_was_used(kept, lessons):
    for sign in sorted(EVERY_SIGN):
        assert lessons.wanted()
        kept.keep(replace(kept.settings, signs_used=kept.settings.signs_used + sign))
    assert not lessons.wanted()


def test_signs_are_shown_no_more_after_so_many_lines(kept, lessons):
    for _ in range(LINES_TO_LEARN):
        assert lessons.wanted()
        lessons.learn_from("Stops feel random.")
    assert not lessons.wanted()


def test_the_signs_of_a_line_are_remembered_at_once(kept, lessons):
    lessons.learn_from("Stops feel random. #school")
    assert "#" in kept.settings.signs_used
    assert signs_in("Stops feel random.") == frozenset()


def test_a_person_can_turn_them_off_and_learn_them_again():
    learned = replace(Settings(), lines_written=LINES_TO_LEARN)
    assert not wants_signs(learned)
    assert wants_signs(with_signs(learned, on=True))
    assert not wants_signs(with_signs(learned, on=False))
