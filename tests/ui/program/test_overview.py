from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.program.overview import OverviewTab
from tests.ui.program.filled import NOTES, add_conflict
from tests.ui.program.shown import button, seen, spoken
from tests.ui.seen import words_on


def test_the_totals_are_said_in_words_and_what_is_missing_by_name(filled):
    said = seen(filled.overview)
    assert "9 of 10 sessions have arrived, from 5 circles." in said
    assert any("Attendance: 98." in text and "English and Spanish" in text for text in said)
    assert "C04: session 2" in said and "C05: session 2" in said


def test_one_of_two_versions_is_chosen_here_and_undone(filled, desk, context, settled, qtbot):
    assert "1 entry was changed on two laptops. Choose one version." in seen(filled.overview)
    button(filled.overview, "Note · Circle C02 · Session 1").click()
    dialog = filled.findChild(ConflictDialog)
    button(dialog, "Use this version: This laptop").click()
    settled()
    assert "C02, session 1: 10 people. 4 notes" in spoken(filled.overview.matrix)
    assert not [text for text in seen(filled.overview) if "two laptops" in text]
    desk.undo()
    settled()
    assert "1 entry was changed on two laptops. Choose one version." in seen(filled.overview)


def test_a_program_of_which_nothing_has_arrived_says_what_to_do(page, desk, settled):
    program = desk.add(NO_OWNER, Program("Safety Together", "", 2))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    page.show_program(program)
    settled()
    said = seen(page)
    assert "Nothing has arrived yet." in said and "C01: sessions 1 and 2" in said
    assert any(text.startswith("Give facilitators the program file") for text in said)


def test_larger_text_stacks_the_overview_at_once(filled, theme, qtbot):
    files, matrix = filled.overview.files, filled.overview.matrix

    def side(widget):
        return widget.mapTo(filled, widget.rect().topLeft()).x()

    assert side(files) > side(matrix) + 400
    theme.change(scale=200)
    qtbot.waitUntil(lambda: side(files) == side(matrix))


def test_five_conflicts_have_buttons_and_the_others_are_counted(context, desk, folders, program, qtbot):
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.show()
    for _, _, _, text in (*NOTES["C01", 1][:4], *NOTES["C01", 2]):
        add_conflict(desk, text, f"{text} Or so.")
    conflicts = folders.conflicts(program)
    assert len(conflicts) == 8
    for shown, more in ((conflicts[:5], None), (conflicts[:6], "and 1 more"), (conflicts, "and 3 more")):
        tab.show_picture(folders.picture(program), shown)
        assert len([text for text in words_on(tab) if text.startswith("Note · Circle")]) == 5
        assert [text for text in seen(tab) if text.startswith("and ")] == ([more] if more else [])
    tab.show_picture(folders.picture(program), ())
    assert not [text for text in seen(tab) if "two laptops" in text]
