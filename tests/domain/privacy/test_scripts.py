"""Names in letters without capitals, and in Cyrillic."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.scripts import in_other_scripts

LISTS = NameLists(frozenset(("محمد", "оксана")))


def found(text):
    return [(text[one.start : one.end], one.kind) for one in in_other_scripts(text, LISTS)]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("王先生说过", "王先生", FindKind.TITLED_NAME),
        ("我叫李明。", "李明", FindKind.NAME),
        ("김씨가 말했다", "김씨", FindKind.TITLED_NAME),
        ("И. Петров сказал", "И. Петров", FindKind.INITIALS),
        ("пані Оксана сказала", "пані Оксана", FindKind.TITLED_NAME),
        ("chị Lan nói", "chị Lan", FindKind.TITLED_NAME),
    ],
)
def test_a_word_of_respect_tells_a_name(text, said, kind):
    assert any(one.startswith(said) and found_kind is kind for one, found_kind in found(text))


def test_a_known_name_is_found_in_any_of_its_cases():
    assert ("Оксаною", FindKind.NAME) in found("з Оксаною")
    assert ("ومحمد", FindKind.NAME) in found("ومحمد")
    assert found("з Киевом") == []


def test_a_text_in_plain_latin_letters_has_none():
    assert found("Maria said so") == []
