"""Starter themes are named in each language of the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.program.program_draft import DraftTheme, ProgramDraft
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.ui.setup.starter_themes import StarterThemes, names_in, with_names
from tests.ui.program.shown import seen

HEARD = Theme("Being heard", names=(("es", "Ser escuchados"),))


def draft(*themes, languages=("en", "es")):
    drafts = tuple(DraftTheme(RecordId(f"t{place}"), theme) for place, theme in enumerate(themes))
    return ProgramDraft(Program("Bridges", languages=languages), themes=drafts)


@pytest.fixture
def section(desk, context, qtbot):
    section = StarterThemes(desk, context)
    qtbot.addWidget(section)
    section.resize(700, 600)
    section.show()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def bodies(section):
    return [theme.body for theme in section.themes()]


def paste(qtbot, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_box_for_each_language_holds_the_name_it_has_there(section, qtbot):
    section.show_draft(draft(HEARD, Theme("Lights")))
    first, second = section._rows
    assert [line.text() for line in (*first.names, *second.names)] == [
        "Being heard",
        "Ser escuchados",
        "Lights",
        "",
    ]
    qtbot.keyClicks(second.names[1], "Luces")
    assert bodies(section) == [HEARD, Theme("Lights", names=(("es", "Luces"),))]


def test_enter_leads_to_the_next_theme_and_begins_one_after_the_last(section, qtbot):
    section.show_draft(draft(languages=("en",)))
    section.add_button.click()
    for typed in ("Being heard\r", "Lights\r", "\r"):
        qtbot.keyClicks(QApplication.focusWidget(), typed)
    assert bodies(section) == [Theme("Being heard"), Theme("Lights")]
    assert len(section._rows) == 3


def test_a_list_is_pasted_a_theme_a_line_and_a_language_a_column(section, qtbot):
    assert QKeySequence(QKeySequence.StandardKey.Paste).toString() == "Ctrl+V"
    section.show_draft(draft())
    section.add_button.click()
    paste(qtbot, "Being heard\tSer escuchados\nLights\tLuces\n")
    assert bodies(section) == [HEARD, Theme("Lights", names=(("es", "Luces"),))]
    section.add_button.click()
    paste(qtbot, "Buses")
    assert bodies(section)[-1] == Theme("Buses")


def test_another_language_of_the_program_brings_another_box(section):
    section.show_draft(draft(HEARD, languages=("en",)))
    assert len(section._rows[0].names) == 1
    section.follow(draft(languages=("es", "en")))
    assert [line.text() for line in section._rows[0].names] == ["Ser escuchados", "Being heard"]
    assert bodies(section) == [HEARD]


@pytest.mark.parametrize(
    "other", [Theme("being  heard"), Theme("Escucha", names=(("es", "ser escuchados"),))]
)
def test_one_name_for_two_themes_is_said_in_whichever_language(section, other):
    section.show_draft(draft(HEARD, other))
    assert not section.check()
    assert any(one.startswith("Two themes are called “") for one in seen(section))


def test_a_theme_that_notes_are_under_cannot_be_deleted(section, desk):
    used = desk.add("program", Theme("Lights"))
    desk.add("session", Note(NoteKind.HOPE, "More of them", themes=(used,)))
    section.show_draft(ProgramDraft(Program(""), themes=(DraftTheme(used, Theme("Lights")),)))
    (row,) = section._rows
    row.remove.click()
    assert any("Notes are under “Lights”, so it stays." in one for one in seen(section))
    desk.undo()
    row.remove.click()
    assert bodies(section) == [] and not section._error.isVisible()


def test_of_a_list_that_nobody_could_read_the_beginning_is_taken_and_that_is_said(section, qtbot):
    section.show_draft(draft())
    section.add_button.click()
    paste(qtbot, "\n".join(f"Theme {number}" for number in range(150)))
    assert len(bodies(section)) == 100 and "Only the first 100 lines were added." in seen(section)


def test_a_name_is_that_of_the_first_language_without_one_of_its_own():
    assert names_in(HEARD, ("es", "en")) == {"es": "Ser escuchados", "en": "Being heard"}
    only_spanish = with_names(Theme(""), {"es": "Luces"}, ("en", "es"))
    assert only_spanish == Theme("Luces", names=(("es", "Luces"),))
    assert names_in(only_spanish, ("en", "es")) == {"es": "Luces"}
    kept = with_names(Theme("A", names=(("vi", "B"),)), {"en": "C"}, ("en", "es"))
    assert kept == Theme("C", names=(("vi", "B"),))
