"""What goes to a Decidim site: titles that it takes, the code in the body, and no circle or place."""

import pytest

from dialogue_desk.desk.program.decidim_sending import can_be_sent, decidim_bytes, sent_languages
from dialogue_desk.desk.program.report_edits import write_sentence
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from dialogue_desk.exchange.decidim_form import LONGEST_TITLE
from dialogue_desk.exchange.rows_of_files import exported_rows
from tests.desk.program.decidim_program import BENCH, LAMPS, SPANISH, DecidimProgram


@pytest.fixture
def program(tmp_path):
    made = DecidimProgram(tmp_path)
    yield made
    made.desk.file.close()


def test_a_proposal_goes_with_its_code_and_how_many_circles_made_it(program):
    ready = program.sending().ready(program.one())
    (text,) = ready.texts
    assert (text.language, text.title) == ("en", LAMPS) and not ready.hindrance
    assert text.body.splitlines() == [
        "Proposed by 2 of 5 circles.",
        "From the dialogue circles of Season.",
        "First step: ask for a list",
        f"Code: {ready.one.code}",
    ]


def test_no_circle_and_no_place_goes_along(program):
    sending = program.sending()
    sent = [sending.ready(one) for one in can_be_sent(program.known)]
    for name in ("proposals.csv", "proposals.xlsx"):
        said = str(exported_rows(decidim_bytes(sent, sending.languages, name)))
        assert "Grange" not in said and "C01" not in said and "C04" not in said


def test_each_language_has_its_own_words_and_what_lacks_is_told(program):
    ready = program.sending().ready(program.one(SPANISH))
    (text,) = ready.texts
    assert text.language == "es" and "Código: " in text.body and "de 5 círculos" in text.body
    assert any("no words in English" in remark for remark in ready.remarks)


def test_organizers_own_words_go_in_both_languages(program):
    one = program.one()
    texts = (("en", "Mend every street lamp"), ("es", "Arreglar todas las luces"))
    sentence = ReportSentence(SentenceRole.ASK, about=(one.about,), texts=texts)
    write_sentence(program.desk, program.id, one.ask, sentence, 5)
    ready = program.sending().ready(program.one())
    assert [(text.language, text.title) for text in ready.texts] == list(texts) and not ready.remarks


def test_a_title_that_is_too_short_cannot_go_until_somebody_types_a_longer_one(program):
    one = program.one("A bus")
    assert "shorter than 15 letters (English)" in program.sending().ready(one).hindrance
    ready = program.sending(titles={(one.code, "en"): "a bus to the clinic every hour"}).ready(one)
    (text,) = ready.texts
    assert not ready.hindrance and text.title == "A bus to the clinic every hour"
    assert text.body.startswith("A bus\n")


def test_a_title_that_is_too_long_is_cut_and_the_body_has_all_of_it(program):
    words = "Please mend the lamps on each of the streets " * 5
    (session,) = {one.owner for one in program.desk.file.records.known([program.one(BENCH).about]).values()}
    program.desk.add(session, ActionIdea(words, language="en"))
    ready = program.sending().ready(program.one(words))
    (text,) = ready.texts
    assert len(text.title) <= LONGEST_TITLE and text.title.endswith(" …")
    assert text.body.startswith(words.strip()) and "cut at a word" in ready.remarks[0]


def test_a_name_in_the_words_is_told_before(program):
    one = program.one()
    ready = program.sending(titles={(one.code, "en"): "Lamps where Maria Gonzalez lives"}).ready(one)
    assert any("“Maria Gonzalez” may point to a person" in remark for remark in ready.remarks)


def test_a_title_can_be_typed_in_a_language_without_words(program):
    one = program.one(SPANISH)
    ready = program.sending(titles={(one.code, "en"): "More buses in the night"}).ready(one)
    assert [text.language for text in ready.texts] == ["en", "es"] and not ready.remarks


def test_the_columns_are_those_of_the_programs_languages(program):
    sending = program.sending()
    assert sent_languages(program.plan.picture, sending.words) == ("en", "es")
    heads, *_ = exported_rows(decidim_bytes([sending.ready(program.one())], sending.languages, "a.csv"))
    assert heads == ("title/en", "title/es", "body/en", "body/es")
