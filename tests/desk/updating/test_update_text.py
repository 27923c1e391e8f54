"""Each reason why an update is refused has a sentence that says what to do."""

import pytest

from dialogue_desk.desk.updating.update_text import update_refusal_sentence
from dialogue_desk.exchange.update_manifest import UpdateRefusal, UpdateRefused
from dialogue_desk.installation import Installation
from dialogue_desk.words import Words

NOTHING_WRONG = {UpdateRefusal.READY, UpdateRefusal.NO_KEY, UpdateRefusal.SOURCE, UpdateRefusal.BY_SYSTEM}


@pytest.mark.parametrize("reason", UpdateRefusal)
def test_each_reason_has_a_sentence(reason):
    refused = UpdateRefused(reason, "words for the log", told="0.3.0")
    said = update_refusal_sentence(refused, "new.update", Installation.here(), Words("en"))
    assert "words for the log" not in said
    assert "{" not in said
    assert ("so nothing was changed" in said) is (reason not in NOTHING_WRONG)


def test_a_name_that_is_made_to_mislead_is_shown_plainly():
    refused = UpdateRefused(UpdateRefusal.FORGED)
    said = update_refusal_sentence(refused, "new\u202eetadpu.\n", Installation.here(), Words("en"))
    assert "\u202e" not in said
    assert "\n" not in said
