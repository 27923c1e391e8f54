"""What the pages about guides and practice show has names people use."""

import pytest

from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.guide_names import _NAMES, guide_name_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("enum", _NAMES)
def test_every_member_has_a_name_of_its_own(enum, language):
    words = Words(language)
    names = [guide_name_of(member, words) for member in enum]
    assert all(names) and len(set(names)) == len(names)
