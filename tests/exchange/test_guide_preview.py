from dialogue_desk.domain.guides.reviewed_document import reviewed
from dialogue_desk.exchange.guide_files import read_guide
from dialogue_desk.exchange.guide_preview import preview_of
from dialogue_desk.words import Words
from tests.domain.guides.documents import document


def preview(*lines):
    return preview_of(reviewed(document(*lines), "night"), Words())


def test_the_guide_is_written_and_its_remarks_know_their_lines():
    made = preview("# A Night", "## Talk", "Light the candle.")
    assert read_guide(made.text, "night", Words()).title == "A Night"
    guessed = [note for note in made.remarks if "no minutes for “Talk”" in note.sentence]
    assert [note.number for note in guessed] == [2]


def test_what_the_check_says_has_no_signs_of_guide_files():
    made = preview("# A Night", "## Talk (2 min)", "Who are we?")
    said = [note.sentence for note in made.concerns]
    assert any("before they know who reads the notes" in one for one in said)
    assert not any(sign in one for one in said for sign in ("=", "{", "#", "`"))


def test_concerns_know_the_line_of_their_part_and_hints_come_last():
    hard = "Institutional accountability notwithstanding, deliberative participation necessitates more, " * 60
    made = preview("# A Night", "## Talk (2 min)", f"> {hard}")
    aloud = next(note for note in made.concerns if note.sentence.startswith("To read “Talk” aloud"))
    assert aloud.number == 2 and not aloud.hint
    assert [note.hint for note in made.concerns] == [False, False, True]
