"""A questionnaire in a file is read as it was written, or refused; no file crashes it."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desk.exchange.document_refusals import DocumentRefused
from dialogue_desk.exchange.questionnaire_file import QuestionnaireUnreadable, read_questionnaire

PIECES = st.sampled_from(
    [
        "[[statement]]",
        "[statement]",
        'en = "a"',
        "en = 5",
        "key = 'x'",
        "[open_line]",
        "other = 1",
        "\x00",
        "=",
    ]
)


def written(tmp_path, text, name="a.toml"):
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def test_toml_keeps_keys_languages_and_the_open_line(tmp_path):
    text = '[[statement]]\nkey = "heard"\nen = " I am   heard. "\nes = ""\n[open_line]\nen = "Else?"\n'
    found = read_questionnaire(written(tmp_path, text))
    (one,) = found.statements
    assert (one.key, one.texts, found.open_line) == ("heard", (("en", "I am heard."),), (("en", "Else?"),))


def test_a_list_from_a_spreadsheet_may_have_other_columns_and_a_mark_in_front(tmp_path):
    found = read_questionnaire(
        written(tmp_path, "\ufeffClave;EN;ES;Notes\nheard;One.;Uno.;x\nabierta;Else?;¿Más?;\n", "a.csv")
    )
    (one,) = found.statements
    assert (one.key, dict(one.texts), dict(found.open_line)["es"]) == (
        "heard",
        {"en": "One.", "es": "Uno."},
        "¿Más?",
    )


def test_more_than_there_may_be_is_not_read_whole_but_seen_to_be_too_many(tmp_path):
    text = "\n".join(f"[[statement]]\nen = '{number}'" for number in range(500))
    assert len(read_questionnaire(written(tmp_path, text)).statements) == 9


def test_a_file_that_is_too_large_is_refused(tmp_path):
    with pytest.raises(QuestionnaireUnreadable):
        read_questionnaire(written(tmp_path, "#" * (1024 * 1024 + 1)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=8).map("\n".join)), st.booleans())
def test_no_file_crashes_it(tmp_path, text, toml):
    with contextlib.suppress(QuestionnaireUnreadable, DocumentRefused):
        read_questionnaire(written(tmp_path, text, "a.toml" if toml else "a.csv"))
