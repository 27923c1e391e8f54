import pytest

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.own_guide import Origin, OwnGuide

FIRST, SECOND = RecordId("guide-1"), RecordId("guide-2")


def test_a_languages_last_text_is_what_the_guide_says_now():
    guide = OwnGuide(Origin.WRITTEN).with_text(FIRST, "en", 1).with_text(FIRST, "es", 2)
    assert guide.with_text(SECOND, "en", 3).current == {"en": SECOND, "es": FIRST}


def test_a_text_that_it_says_already_is_no_other():
    guide = OwnGuide(Origin.WRITTEN).with_text(FIRST, "en", 1)
    assert guide.with_text(FIRST, "en", 9) is guide


def test_each_text_has_its_language_and_its_time():
    with pytest.raises(ValueError, match="each text has a language"):
        OwnGuide(Origin.WRITTEN, (FIRST,), ("en",), ())
