"""The questions of a program's tally sheet, as the organizer makes them."""

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.program.program_edits import categories_of
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.ui.core.tab_order import tab_stops
from dialogue_desk.ui.setup.program_setup import ProgramForm
from tests.ui.seen import button_saying, words_on


@pytest.fixture
def form(desk, shelf, context, qtbot):
    form = ProgramForm(desk, shelf, context)
    qtbot.addWidget(form)
    form.resize(1200, 800)
    form.edit(None)
    form.show()
    form.basics.name.setText("Bridges")
    form.show_part(form.tallies)
    return form


@pytest.fixture
def save(form, qtbot):
    """Press Save; return the program's id, or None when it was not saved."""
    saved = []
    form.saved.connect(saved.append)

    def press():
        button_saying(form, "Save the program").click()
        return saved.pop() if saved else None

    return press


def test_a_program_needs_no_tally_sheet(form, save, desk):
    assert "Fewest people needed to count" not in words_on(form)
    assert categories_of(desk, save()) == []


def test_a_ready_question_is_added_changed_and_kept(form, save, desk, qtbot):
    ready = button_saying(form, "Age")
    ready.click()
    assert ready.isHidden()
    QApplication.processEvents()
    row = form.tallies._rows[0]
    assert row.name.hasFocus() and row.answers.toPlainText().startswith("under 18\n")
    row.answers.setPlainText("under 30\n\n 30\N{NO-BREAK SPACE}and over \nunder 30")
    form.tallies._least.box.setValue(12)
    program = save()
    (category,) = categories_of(desk, program)
    assert category.body == TallyCategory("Age", ("under 30", "30\N{NO-BREAK SPACE}and over"))
    assert desk.get(program).body.smallest_total == 12
    form.edit(program)
    form.show_part(form.tallies)
    assert [draft.id for draft in form.tallies.categories()] == [category.id]
    assert form.tallies.smallest_total() == 12


def test_a_question_of_ones_own_wants_a_name_and_two_answers(form, save, desk):
    button_saying(form, "Add a question").click()
    row = form.tallies._rows[0]
    assert save() is not None  # an empty one is none
    row.answers.setPlainText("yes")
    assert save() is None
    assert {
        "Say what is counted, or delete the question.",
        "Write at least two answers, or delete the question.",
    } <= set(words_on(form))
    row.name.setText("Here before")
    assert save() is None and row.answers.hasFocus()
    row.answers.setPlainText("yes\nno")
    assert [one.body.name for one in categories_of(desk, save())] == ["Here before"]


def test_a_question_is_taken_out_again(form, save, desk):
    button_saying(form, "Gender").click()
    form.tallies._rows[0].remove.click()
    assert categories_of(desk, save()) == []


def test_tab_goes_through_the_form_as_it_is_read_whatever_was_added(form, qtbot):
    button_saying(form, "Age").click()
    button_saying(form, "Gender").click()
    QApplication.processEvents()
    first, second = form.tallies._rows
    line = tab_stops(form)
    read = [first.name, first.answers, second.name, second.answers, form.save_button]
    assert [line.index(box) for box in read] == sorted(line.index(box) for box in read)
