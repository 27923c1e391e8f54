"""The organizer's page: what has arrived, what is missing, and how many circles raised what."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER, Stamp, new_record
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.ui.notes.conflict_dialog import ConflictDialog
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.words import Words
from tests.ui.program.filled import fill


@pytest.fixture
def program(desk, shelf):
    return fill(desk, shelf)


@pytest.fixture
def page(desk, folders, context, qtbot):
    page = ProgramPage(desk, folders, context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def settled(page, context, qtbot):
    """Wait until the page shows what the desk says."""

    def wait():
        qtbot.waitUntil(lambda: not context.lane.busy() and page._job is None and not page._stale)

    return wait


@pytest.fixture
def filled(page, program, settled):
    page.show_program(program)
    settled()
    return page


def seen(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget, words):
    return next(b for b in widget.findChildren(QPushButton) if b.accessibleName() == words)


def spoken(matrix):
    model = matrix.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return {
        model.index(row, column).data(role)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }


def titles(bars):
    return [row.title for row in bars.rows()]


def texts(lines):
    return [row.text for row in lines.list.rows()]


def test_the_matrix_says_of_each_session_what_is_here_and_what_is_missing(filled):
    said = spoken(filled.overview.matrix)
    assert "C01. Eastside Library · English" in said
    assert "C01, session 2: 9 people. 3 notes, 1 action idea" in said
    assert "C04, session 2: Not here yet" in said
    assert "C05, session 2: 13 people. 2 notes, 1 action idea. Not wrapped up yet" in said
    assert "C02, session 1: 10 people. 4 notes. 1 version to choose" in said


def test_the_totals_are_said_in_words_and_what_is_missing_by_name(filled):
    said = seen(filled.overview)
    assert "9 of 10 sessions have arrived, from 5 circles." in said
    assert any("Attendance: 98." in text and "English and Spanish" in text for text in said)
    assert "C04: session 2" in said and "C05: session 2" in said


def test_enter_on_a_session_opens_it_and_on_a_gap_does_nothing(filled, folders, program, qtbot):
    matrix = filled.overview.matrix
    assert matrix.hasFocus()
    with qtbot.waitSignal(filled.session_wanted) as told:
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert told.args == [folders.picture(program).rows[0].sessions[1].session_id]
    for _ in range(3):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(filled.session_wanted):
        qtbot.keyClick(matrix, Qt.Key.Key_Return)


def test_themes_stand_by_how_many_circles_raised_them_however_many_notes(filled, desk, settled):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    one = next(
        r for r in desk.file.records.of_kind(Kind.THEME) if r.body.name == "Knowing who is on the beat"
    )
    for number in range(30):
        desk.add(session, Note(NoteKind.HOPE, f"Hope {number}", themes=(one.id,)))
    settled()
    filled.tabs.setCurrentIndex(1)
    assert titles(filled.themes._several)[0] == "Being heard"
    assert filled.themes._several.rows()[0].detail == "5 of 5 circles"
    assert titles(filled.themes._one) == ["Knowing who is on the beat", "Language at the counter"]
    assert filled.themes._one.rows()[0].detail == "Circle C01"


def test_what_was_said_under_no_theme_is_not_lost(filled, desk, settled, qtbot):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    desk.add(session, Note(NoteKind.CONCERN, "Gathered by nobody."))
    settled()
    filled.tabs.setCurrentIndex(1)
    filled.themes._loose.setFocus()
    qtbot.keyClick(filled.themes._loose, Qt.Key.Key_Home)
    assert titles(filled.themes._loose) == ["Said, without a theme"]
    assert texts(filled.themes._detail._more) == ["Gathered by nobody."]


def test_a_theme_unfolds_to_agreement_and_difference_side_by_side(filled, qtbot):
    filled.tabs.setCurrentIndex(1)
    bars = filled.themes._several
    bars.setFocus()
    for _ in range(titles(bars).index("How stops happen")):
        qtbot.keyClick(bars, Qt.Key.Key_Down)
    detail = filled.themes._detail
    assert "Raised by 4 of 5 circles: C01, C02, C03 and C05." in seen(detail)
    assert "A stop should begin with a name and a reason." in texts(detail._agree)
    assert "Whether more patrols calm the block or tense it up." in texts(detail._differ)
    row = next(row for row in detail._more.list.rows() if row.text.startswith("Las paradas"))
    assert row.label == "Concern · a few" and row.time == "C03 · session 1 · Spanish"


def test_enter_on_a_note_opens_the_session_in_which_it_was_said(filled, desk, qtbot):
    filled.tabs.setCurrentIndex(3)
    notes = filled.differences._lines._lines.list
    notes.setFocus()
    with qtbot.waitSignal(filled.session_wanted) as told:
        qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert told.args == [desk.get(notes.rows()[0].id).owner]


def test_one_voice_common_ground_and_open_questions_have_places_of_their_own(filled, qtbot):
    filled.tabs.setCurrentIndex(3)
    lines = filled.differences._lines
    assert titles(lines._bars) == ["Where people differ", "One voice", "Common ground", "Open questions"]
    lines._bars.setFocus()
    qtbot.keyClick(lines._bars, Qt.Key.Key_Down)
    assert "Speaking up here could cost me my lease." in texts(lines._lines)
    qtbot.keyClick(lines._bars, Qt.Key.Key_End)
    assert "¿Quién paga a los intérpretes y por qué solo los martes?" in texts(lines._lines)


def test_action_ideas_are_sorted_by_theme_or_by_time(filled, qtbot):
    filled.tabs.setCurrentIndex(2)
    ideas = filled.ideas
    assert "Being heard" in titles(ideas._lines._bars)
    ideas._by._chips[1].click()
    bars = ideas._lines._bars
    assert titles(bars) == ["Within three months", "This year", "After this year", "No time set"]
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    assert bars.rows()[0].detail == "3 ideas, from 2 circles"
    row = next(row for row in ideas._lines._lines.list.rows() if row.label == "Centro comunitario")
    assert row.text.endswith("First step: Reservar el gimnasio para abril.")
    assert row.time == "C03 · session 2 · Spanish"


def test_a_clash_is_chosen_here_and_undone(filled, desk, context, settled, qtbot):
    assert "1 entry was changed on two laptops. Choose one version." in seen(filled.overview)
    button(filled.overview, "Note · Circle C02 · Session 1").click()
    dialog = filled.findChild(ConflictDialog)
    button(dialog, "Use this version").click()
    settled()
    assert "C02, session 1: 10 people. 4 notes" in spoken(filled.overview.matrix)
    assert not [text for text in seen(filled.overview) if "two laptops" in text]
    desk.undo()
    settled()
    assert "1 entry was changed on two laptops. Choose one version." in seen(filled.overview)


def test_the_page_follows_an_import_while_it_is_shown(filled, desk, program, settled):
    circle = next(r for r in desk.file.records.of_kind(Kind.CIRCLE) if r.body.code == "C04")
    session = next(desk.file.records.under(circle.id, Kind.SESSION))
    note = Note(NoteKind.QUESTION, "Who decides what is published?")
    record = new_record(RecordId("note"), session.id, note, Stamp(DeviceId("other"), 1, desk.clock.now()))
    before = spoken(filled.overview.matrix)
    desk.import_records([IncomingPackage("new", "x.dialogue", {record.id: record})])
    settled()
    assert spoken(filled.overview.matrix) - before == {"C04, session 1: 12 people. 4 notes, 1 action idea"}


def test_a_hidden_page_looks_again_when_it_is_shown(filled, desk, program, settled):
    filled.hide()
    desk.rewrite(program, Program("Another name", "MILL", 2, ("en", "es")))
    assert "Another name" not in seen(filled)
    filled.show()
    settled()
    assert "Another name" in seen(filled)


def test_changes_elsewhere_do_not_make_it_look_again(filled, desk, context):
    desk.add("somewhere else", Note(NoteKind.HOPE, "Not of this program"))
    assert not context.lane.busy()


def test_before_any_program_it_says_what_the_place_is_for(page, settled, qtbot):
    page.show_program("")
    settled()
    assert "No program yet" in seen(page) and not page.tabs.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.form.isVisible() and page.focusWidget() is page.form._name


def test_a_program_of_which_nothing_has_arrived_says_what_to_do(page, desk, settled):
    program = desk.add(NO_OWNER, Program("Safety Together", "", 2))
    desk.add(NO_OWNER, Circle("C01", "Library", program))
    page.show_program(program)
    settled()
    said = seen(page)
    assert "Nothing has arrived yet." in said and "C01: sessions 1 and 2" in said
    assert any(text.startswith("Give facilitators the program file") for text in said)


def test_circles_of_no_program_are_shown_the_same_way(page, desk, settled):
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    page.show_program("")
    settled()
    assert "Circles without a program" in seen(page)
    assert "C09, session 1: Not here yet" in spoken(page.overview.matrix)


def test_a_program_that_was_taken_away_leaves_an_empty_place(filled, desk, program, settled):
    desk.remove(program)
    settled()
    assert "No program yet" in seen(filled)


def test_the_keys_go_through_the_sections(filled, qtbot):
    qtbot.keyClick(filled, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert filled.report.isVisible()
    qtbot.keyClick(filled, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert filled.overview.isVisible()


def test_below_980_pixels_what_was_chosen_takes_the_place_of_what_is_chosen_from(filled, qtbot):
    filled.resize(800, 600)
    filled.tabs.setCurrentIndex(1)
    themes = filled.themes
    assert themes._several.isVisible() and not themes._detail.isVisible()
    themes._several.setFocus()
    qtbot.keyClick(themes._several, Qt.Key.Key_Return)
    assert themes._detail.isVisible() and not themes._several.isVisible()
    qtbot.keyClick(filled.focusWidget(), Qt.Key.Key_Escape)
    assert themes._several.hasFocus()


def test_larger_text_stacks_the_overview_at_once(filled, theme, qtbot):
    files, matrix = filled.overview.files, filled.overview.matrix

    def side(widget):
        return widget.mapTo(filled, widget.rect().topLeft()).x()

    assert side(files) > side(matrix) + 400
    theme.change(scale=200)
    qtbot.waitUntil(lambda: side(files) == side(matrix))


def test_the_report_says_what_it_will_hold_and_what_is_missing(filled):
    filled.tabs.setCurrentIndex(4)
    said = seen(filled.report)
    assert "7 themes, 5 of them raised by several circles" in said
    assert "C04: session 2" in said and "C05: session 2 is not wrapped up yet" in said
    assert "1 entry has two versions. Until you choose, the report shows the newer one" in said


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_the_report_is_written_beside_the_window(filled, ask, context, tmp_path, settled, kind):
    start = {".pdf": b"%PDF", ".docx": b"PK", ".html": b"<!", ".md": b"# Safety", ".txt": b"Safety"}[kind]
    ask.save = tmp_path / f"report{kind}"
    filled.tabs.setCurrentIndex(4)
    next(chip for chip in filled.report.choices.kind._chips if chip.choice.id == kind).click()
    filled.report.save.click()
    assert not filled.report.save.isEnabled()
    settled()
    assert ask.save.read_bytes().startswith(start)
    assert context.toast.sentence() == f"report{kind} is in {tmp_path}." and filled.report.save.isEnabled()


def test_a_report_that_cannot_be_written_says_so(filled, ask, context, tmp_path, settled, caplog):
    (tmp_path / "file").write_bytes(b"")
    ask.save = tmp_path / "file" / "report.html"
    filled.tabs.setCurrentIndex(4)
    filled.report.choices.kind.choose(".html")
    filled.report.save.click()
    settled()
    assert context.toast.sentence().startswith("report.html could not be saved")
    assert filled.report.save.isEnabled()


def test_the_report_is_printed_as_it_was_asked_for(filled, ask, tmp_path, settled):
    ask.save = tmp_path / "report.html"
    filled.tabs.setCurrentIndex(4)
    choices = filled.report.choices
    for chips, wanted in (
        (choices.kind, ".html"),
        (choices.accessible_text, "es"),
        (choices.sheets, "a4"),
        (choices.print, "large"),
    ):
        next(chip for chip in chips._chips if chip.choice.id == wanted).click()
    filled.report.save.click()
    settled()
    page = ask.save.read_text(encoding="utf-8")
    assert '<html lang="es">' in page and "size: A4;" in page and "font-size: 18pt" in page


def test_data_for_other_tools_are_written_into_a_folder(filled, ask, context, tmp_path, settled):
    ask.folder = tmp_path / "data"
    filled.report.data.click()
    settled()
    assert context.toast.sentence() == f"The data is in {ask.folder}."
    assert {
        "notes.csv",
        "records.jsonl",
        "tables.xlsx",
        "sessions.qdpx",
        "themes.qdc",
        "talk-to-the-city.csv",
    } <= {path.name for path in ask.folder.iterdir()}


def test_the_program_file_holds_the_circles_and_the_starter_themes(filled, ask, tmp_path):
    ask.folder = tmp_path / "out"
    button(filled, "Make program file").click()
    (path,) = ask.folder.iterdir()
    records = PackageReader(Words()).read(path).records.values()
    assert sorted(r.body.code for r in records if isinstance(r.body, Circle)) == [
        "C01",
        "C02",
        "C03",
        "C04",
        "C05",
    ]
    assert len([r for r in records if isinstance(r.body, Theme)]) == 7


def test_a_program_is_made_with_the_keys_and_undone_in_one_step(page, desk, folders, settled, qtbot):
    page.show_program("")
    settled()
    page._nothing.button.click()
    qtbot.keyClicks(page.form._name, "Neighbors")
    button(page.form, "Add a circle").click()
    qtbot.keyClicks(page.focusWidget(), "Fire Station 4")
    page.form._themes.setFocus()
    qtbot.keyClicks(page.form._themes, "Being heard\rCalls at night\r")
    page.form._kept.tick.setChecked(True)
    button(page.form, "Save the program").click()
    settled()
    (entry,) = folders.programs()
    assert entry.program.name == "Neighbors" and entry.program.languages == ("en",)
    assert entry.program.keep_until == "2027-03-12"
    assert [(c.body.code, c.body.place) for c in entry.circles] == [("C01", ""), ("C02", "Fire Station 4")]
    assert "Neighbors" in seen(page) and page.overview.isVisible()
    desk.undo()
    assert folders.programs() == []


def test_a_program_without_a_name_is_asked_for_one(page, desk, settled):
    page.show_program("")
    settled()
    page._nothing.button.click()
    button(page.form, "Save the program").click()
    assert "Give the program a name." in seen(page.form) and page.form._name.hasFocus()


def test_two_circles_may_not_share_a_code(page, desk, settled, qtbot):
    page.show_program("")
    settled()
    page._nothing.button.click()
    qtbot.keyClicks(page.form._name, "Neighbors")
    button(page.form, "Add a circle").click()
    codes = [box for box in page.form.findChildren(QLineEdit) if box.accessibleName().startswith("Code of")]
    codes[1].setText("c01")
    button(page.form, "Save the program").click()
    assert "Two circles have the same code." in seen(page.form) and page.form.isVisible()
    codes[1].clear()
    page.form._circles._rows[1].place.setText("Mills")
    button(page.form, "Save the program").click()
    assert "Give each circle a code, or delete the circle." in seen(page.form) and page.form.isVisible()


def test_changing_a_program_keeps_its_circles_its_themes_and_their_notes(
    filled, desk, folders, settled, program
):
    before = folders.picture(program)
    button(filled, "Change the program").click()
    filled.form._name.setText("Safety Together")
    button(filled.form, "Delete circle 4").click()
    button(filled.form, "Save the program").click()
    settled()
    after = folders.picture(program)
    assert after.program.name == "Safety Together"
    assert {theme.theme_id for theme in before.themes} == {theme.theme_id for theme in after.themes}
    assert [row.code for row in after.rows] == ["C01", "C02", "C03", "C05"]
    assert [row.code for row in folders.picture(None).rows] == ["C04"]
    desk.undo()
    assert folders.picture(program).rows == before.rows
