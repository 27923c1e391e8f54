"""A questionnaire has three to eight statements, each under a key of its own."""

import pytest

from dialogue_desk.domain.model.questionnaire import Questionnaire, Statement


def statements(*keys):
    return tuple(Statement(key, (("en", f"Statement {key}"),)) for key in keys)


@pytest.mark.parametrize("keys", ["ab", "abcdefghi", "aab"])
def test_fewer_more_or_two_alike_are_refused(keys):
    with pytest.raises(ValueError, match="statement"):
        Questionnaire(statements(*keys))


def test_a_statement_is_read_in_a_language_or_not_at_all():
    one = Questionnaire(statements(*"abc")).statements[0]
    assert (one.text("en"), one.text("es")) == ("Statement a", "")
