from dataclasses import replace
from datetime import time

import pytest

from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.exchange.guide_library import ShelvedGuide, guides_in
from dialogue_desk.reports.guide_papers import GuidePaper
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.print_choices import PrintChoices
from dialogue_desk.ui.guides.print_sheet import PrintSheet
from dialogue_desk.words import Words
from tests.reports.paper_reading import pdf_words
from tests.ui.seen import words_on


@pytest.fixture(scope="session")
def shipped():
    return guides_in(resource("guides"), Words())


@pytest.fixture
def sheet(shipped, context, qtbot):
    sheet = PrintSheet(context, shipped.guide("safety-together"), "s2", None)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def choose(chips, choice):
    chips.choose(choice)
    chips.chosen.emit(choice)


def tick_only(choices, *papers):
    for paper, one in choices.documents.items():
        one.tick.setChecked(paper in papers)


def done(qtbot, sheet):
    qtbot.waitUntil(lambda: not sheet._context.worker.busy())


def test_what_is_needed_most_is_chosen_and_its_files_are_named(sheet):
    assert sheet._names.text().split("\n") == [
        "safety-together-s2-plan-en.pdf",
        "safety-together-s2-script-en.pdf",
        "safety-together-s2-handout-en.pdf",
    ]
    assert "3 files" in words_on(sheet)
    assert sheet.choices.wanted().size is PaperSize.LETTER


def test_every_choice_reaches_the_files(sheet):
    choices = sheet.choices
    tick_only(choices, GuidePaper.SCRIPT)
    choose(choices.languages, "en+es")
    choose(choices.kinds, ".docx")
    choose(choices.sheets, "a4")
    choose(choices.print_sizes, "large")
    choices.people.show_value(14)
    choices.timed.setChecked(True)
    choices.start.set_value(time(18, 30))
    wanted = choices.wanted()
    assert (wanted.people, wanted.start, wanted.large, wanted.accessible) == (14, time(18, 30), True, False)
    assert sheet._names.text() == "safety-together-s2-script-en-es-large-print-a4.docx"


def test_a_document_that_a_session_has_nothing_for_says_so_and_cannot_be_chosen(sheet):
    moments = sheet.choices.documents[GuidePaper.MOMENTS]
    assert not moments.tick.isEnabled()
    assert any("says nothing for when it gets hot" in text for text in words_on(moments))


def test_another_session_offers_its_own_documents(context, shipped, qtbot):
    choices = PrintChoices(context, shipped.guide("fair-ground"), "s1")
    qtbot.addWidget(choices)
    offered = {}
    for plan in ("s1", "s3"):
        choices.session.choose(plan)
        choices.session.chosen.emit(plan)
        offered[plan] = choices.documents[GuidePaper.CARDS].tick.isEnabled()
        guide = shipped.guide("fair-ground").translation("en").guide
        cut = [
            card
            for part in guide.session(plan).parts
            for card in part.cards
            if card.kind not in ("handout", "terms")
        ]
        assert offered[plan] is bool(cut)


def test_nothing_chosen_saves_nothing(sheet):
    tick_only(sheet.choices)
    assert not sheet.save.isEnabled()
    assert "Choose what to print." in words_on(sheet)


def test_the_files_are_written_with_the_times_of_the_day(sheet, ask, tmp_path, qtbot):
    ask.folder = tmp_path
    tick_only(sheet.choices, GuidePaper.PLAN)
    sheet.choices.timed.setChecked(True)
    sheet.choices.start.set_value(time(18, 30))
    sheet.save.click()
    done(qtbot, sheet)
    (written,) = tmp_path.glob("*.pdf")
    assert "6:30 PM" in pdf_words(written.read_bytes())
    assert any(text.startswith("1 file is in") for text in words_on(sheet))
    assert sheet.folder_button.isVisible()


def test_a_person_who_thinks_better_of_it_saves_nothing_and_can_try_again(sheet, ask, qtbot):
    ask.folder = None
    sheet.save.click()
    done(qtbot, sheet)
    assert ask.asked == ["Where should the files go?"]
    assert sheet.save.isEnabled() and not sheet.folder_button.isVisible()
    assert "3 files" in words_on(sheet)


def test_a_folder_that_cannot_be_written_is_explained(sheet, ask, tmp_path, qtbot):
    ask.folder = tmp_path / "a file"
    ask.folder.write_text("in the way")
    sheet.save.click()
    done(qtbot, sheet)
    assert "still on this laptop" in sheet._status.text()
    assert sheet.save.isEnabled()


def test_a_time_that_is_none_is_explained_before_anything_is_asked(sheet, ask):
    sheet.choices.timed.setChecked(True)
    sheet.choices.start.setText("soon")
    sheet.choices.start.textEdited.emit("soon")
    sheet.save.click()
    assert any("is not a time" in text for text in words_on(sheet))
    assert ask.asked == []


def test_letters_that_a_pdf_may_not_show_are_told_first(sheet, ask, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("dialogue_desk.ui.guides.print_sheet.print_concern", lambda *_: "It has odd letters.")
    ask.folder, ask.answer = tmp_path / "stick", ".html"
    tick_only(sheet.choices, GuidePaper.PLAN)
    sheet.save.click()
    done(qtbot, sheet)
    done(qtbot, sheet)
    assert ask.questions[0].sentence == "It has odd letters."
    assert [path.suffix for path in ask.folder.iterdir()] == [".html"]


def test_a_language_that_lacks_the_session_is_left_out(context, shipped, qtbot):
    shelved = shipped.guide("safety-together")
    english, spanish = shelved.translations
    shorter = replace(spanish.guide, sessions=spanish.guide.sessions[:1])
    choices = PrintChoices(context, ShelvedGuide("own", (english, replace(spanish, guide=shorter))), "s2")
    qtbot.addWidget(choices)
    for languages, printed in (("en+es", ["en"]), ("es", ["en"]), ("en", ["en"])):
        choose(choices.languages, languages)
        assert [guide.language for guide in choices.editions()] == printed
    choices.session.choose("s1")
    choose(choices.languages, "en+es")
    assert [guide.language for guide in choices.editions()] == ["en", "es"]


def test_at_the_front_of_a_guide_its_first_session_is_offered(context, shipped, qtbot):
    choices = PrintChoices(context, shipped.guide("safety-together"), "")
    qtbot.addWidget(choices)
    assert choices.wanted().plan == "s1"
