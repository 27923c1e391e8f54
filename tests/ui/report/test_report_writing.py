"""The report is written on its tab: each act is kept, shown at once, and taken back by Undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.program.report_edits import sentence_of, write_sentence
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.overview.report_outline import ReportSection
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.ui.report.more_sentences_sheet import MoreSentencesSheet
from dialogue_desk.ui.report.sentence_sheet import SentenceSheet
from dialogue_desk.ui.report.stars_sheet import StarsSheet
from dialogue_desk.ui.report.titles_sheet import TitlesSheet
from tests.ui.program.filled import fill
from tests.ui.program.shown import seen


@pytest.fixture
def writing(filled, settled):
    filled.open_section(filled.sections.report)
    settled()
    return filled.sections.report.writing


@pytest.fixture
def plan(folders, program):
    return lambda: report_plan(folders.picture(program))


def sheet(filled, kind):
    """The sheet of this kind that is open over the window."""
    (found,) = [one for one in filled.window().findChildren(kind) if one.isVisible()]
    return found


def told(writing):
    """All that the page says, rows with their details."""
    cards = (writing.findings, writing.asks, writing.outline)
    rows = [row.accessible_text for card in cards for row in card.rows.rows()]
    return " ".join((*seen(writing), *rows))


def titles(card):
    return [row.title for row in card.rows.rows()]


def test_a_finding_is_edited_from_what_the_counts_propose(filled, writing, plan, qtbot):
    writing.findings.button("edit").click()
    form = sheet(filled, SentenceSheet)
    assert form.boxes["en"].text() == "“Being heard” came up in the most circles"
    form.boxes["en"].setText("Everyone wants to be heard")
    form.keep.click()
    first = plan().findings[0].written
    assert first.texts == (("en", "Everyone wants to be heard"),) and (first.counted, first.met) == (5, 5)
    assert titles(writing.findings)[0] == "Everyone wants to be heard"
    assert "not written in: Spanish" in told(writing)


def test_what_is_saved_as_it_was_proposed_stays_proposed(filled, writing, plan):
    writing.findings.button("edit").click()
    sheet(filled, SentenceSheet).keep.click()
    assert plan().findings[0].written.texts == ()


def test_a_sentence_whose_numbers_have_changed_asks_to_be_read_again(
    desk, program, filled, writing, plan, settled
):
    first = plan().findings[0]
    sentence = replace(sentence_of(first), texts=(("en", "So it was."),))
    write_sentence(desk, program, first, sentence, 4)
    settled()
    assert "The numbers have changed: 5 of 4 circles then, 5 of 5 circles now." in told(writing)
    writing.findings.button("holds").click()
    assert "The numbers have changed" not in told(writing)
    assert plan().findings[0].written.met == 5


def test_a_finding_is_left_out_and_put_in_again_from_the_others(filled, writing, plan):
    first = plan().findings[0]
    writing.findings.button("out").click()
    assert first.id not in [one.id for one in plan().findings]
    writing.findings.more.click()
    more = sheet(filled, MoreSentencesSheet)
    assert "left out" in more.list.rows()[0].detail
    more.typed.setText("being heard left out")
    more.put.click()
    assert [one.id for one in plan().findings][-1] == first.id


def test_another_ask_is_found_by_typing(filled, writing, plan):
    writing.asks.more.click()
    more = sheet(filled, MoreSentencesSheet)
    more.typed.setText("nothing is like this")
    assert not more.put.isEnabled()
    asked = {ask.proposal.id for ask in plan().asks}
    other = next(one for one in plan().proposals if one.id not in asked)
    more.typed.setText(other.idea.what.upper())
    more.put.click()
    assert plan().asks[-1].proposal.id == other.id


def test_findings_are_moved_with_keys_buttons_and_by_dropping(desk, writing, plan, qtbot):
    rows = writing.findings.rows
    before = titles(writing.findings)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(writing.findings)[:2] == [before[1], before[0]]
    writing.findings.up.click()
    assert titles(writing.findings) == before
    ids = [row.id for row in rows.rows()]
    rows.dropped.emit(ids[0], "")
    assert titles(writing.findings)[-1] == before[0]
    desk.undo()
    assert [one.id for one in plan().findings] == ids


def test_an_ask_says_which_office_and_by_when(filled, writing, plan):
    writing.asks.button("edit").click()
    form = sheet(filled, SentenceSheet)
    form.actor.setText("School Board")
    form.by.tick.setChecked(True)
    form.keep.click()
    ask = plan().asks[0]
    assert ask.actor == "School Board" and ask.by
    assert "School Board" in told(writing)


def test_a_section_is_switched_with_space_and_the_report_follows(writing, plan, qtbot):
    rows = writing.outline.rows
    rows.setFocus()
    rows.go_to(ReportSection.STRENGTHS)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert [one.section for one in plan().outline if not one.kept] == [ReportSection.STRENGTHS]
    assert rows.current_id() == ReportSection.STRENGTHS
    writing.outline.as_usual.click()
    assert all(one.kept for one in plan().outline)


def test_what_cannot_be_left_out_says_why(writing, plan, qtbot):
    rows = writing.outline.rows
    rows.setFocus()
    rows.go_to(ReportSection.METHOD)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert all(one.kept for one in plan().outline)
    assert "This section cannot be left out" in told(writing)
    assert not writing.outline.button("switch").isVisible()


def test_a_section_gets_a_heading_in_each_language(filled, writing, plan):
    writing.outline.rows.go_to(ReportSection.ROOM)
    writing.outline.button("rename").click()
    form = sheet(filled, SentenceSheet)
    form.boxes["es"].setText("Quiénes nos reunimos")
    form.keep.click()
    entry = next(one for one in plan().outline if one.section is ReportSection.ROOM)
    assert entry.headings == (("es", "Quiénes nos reunimos"),)


def test_the_question_stands_on_the_cover(filled, writing, plan):
    writing.question_button.click()
    form = sheet(filled, SentenceSheet)
    assert form.boxes["en"].text() == ""
    form.boxes["en"].setText("Who is safe here?")
    form.keep.click()
    assert plan().question.text("en") == "Who is safe here?" and "Who is safe here?" in told(writing)


def test_titles_of_themes_are_written_language_by_language(filled, writing, plan):
    writing.titles_button.click()
    form = sheet(filled, TitlesSheet)
    theme = plan().themes[0].theme
    form.boxes[theme.theme_id].setText("Nobody hears back")
    form.languages.choose("es")
    form.languages.chosen.emit("es")
    assert form.boxes[theme.theme_id].text() == ""
    form.boxes[theme.theme_id].setText("Nadie responde")
    form.keep.click()
    made = plan()
    assert [made.title_of(theme, code) for code in ("en", "es")] == ["Nobody hears back", "Nadie responde"]


def test_a_line_is_starred_by_key_and_its_circle_may_stand_beside_it(filled, writing, plan, qtbot):
    writing.stars_button.click()
    stars = sheet(filled, StarsSheet)
    line = stars.list.rows()[-1].id
    stars.list.go_to(line)
    stars.list.setFocus()
    qtbot.keyClick(stars.list, Qt.Key.Key_S)
    assert plan().picture.work.stars[line].with_circle is False
    assert stars.list.rows()[0].id == line and "with a star" in stars.list.rows()[0].detail
    stars.circle.click()
    assert plan().picture.work.stars[line].with_circle is True
    stars.star.click()
    assert line not in plan().picture.work.stars


def test_the_keyboard_goes_to_the_rows_when_the_button_that_had_it_goes(
    desk, program, writing, plan, settled, at_the_keys
):
    first = plan().findings[0]
    write_sentence(desk, program, first, replace(sentence_of(first), texts=(("en", "So it was."),)), 4)
    settled()
    holds = writing.findings.button("holds")
    holds.setFocus()
    holds.click()
    assert writing.findings.rows.hasFocus()


def test_the_report_of_circles_without_a_program_is_shown_and_cannot_be_written(page, desk, shelf, settled):
    fill(desk, shelf)
    for circle in desk.file.records.of_kind(Kind.CIRCLE):
        desk.rewrite(circle.id, replace(circle.body, program=None))
    page.show_program("")
    settled()
    page.open_section(page.sections.report)
    settled()
    assert not page.sections.report.writing.isEnabled() and page.sections.report.save.isEnabled()
    assert titles(page.sections.report.writing.asks)
