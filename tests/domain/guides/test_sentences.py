import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.guides.sentences import sentences_in


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Go around once. You may pass.", ("Go around once.", "You may pass.")),
        ("What do you see? What helps?", ("What do you see?", "What helps?")),
        ("Cierre la puerta. ¿Qué se oye?", ("Cierre la puerta.", "¿Qué se oye?")),
        ("Begin at 7 p.m. sharp.", ("Begin at 7 p.m. sharp.",)),
        (
            "Ring the bell. “We are here. We listen.” Then wait.",
            ("Ring the bell.", "“We are here. We listen.”", "Then wait."),
        ),
        ("Escuche. Ábrala después.", ("Escuche.", "Ábrala después.")),
        ("One sentence", ("One sentence",)),
        ("", ()),
    ],
)
def test_a_text_is_split_between_its_sentences(text, sentences):
    assert sentences_in(text) == sentences


@given(st.text("aA.!? ”“\"'é¿1", max_size=60))
def test_no_letter_is_lost(text):
    assert re.sub(r"\s", "", "".join(sentences_in(text))) == re.sub(r"\s", "", text)
