"""Letters that stand for a name."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.titled_initials import titled_initials


def found(text):
    return [(text[one.start : one.end], one.kind) for one in titled_initials(text)]


@pytest.mark.parametrize("name", ["coach d", "Mr. V", "sra. k", "Officer Q.", "Sr. G."])
def test_a_letter_behind_a_title_stands_for_a_name(name):
    assert found(f"{name} smiled at us") == [(name, FindKind.TITLED_NAME)]


@pytest.mark.parametrize("letters", ["N. del V.", "J. de la R.", "M.ª A.", "Ma. L."])
def test_letters_with_what_joins_them_are_initials(letters):
    assert found(f"dijo {letters} que no") == [(letters, FindKind.INITIALS)]


@pytest.mark.parametrize(
    "text", ["officer a block away", "sra q vende elotes", "cops n nurses", "la maestra y yo", "plan B", "hi"]
)
def test_short_forms_of_words_are_no_letters_of_a_name(text):
    assert found(text) == []
