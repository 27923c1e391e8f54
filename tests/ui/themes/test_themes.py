from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.program.note_coding import new_theme
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.overview.note_filter import Facet, Shelf
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.themes.theme_choice_sheet import ThemeChoiceSheet
from dialogue_desk.ui.themes.theme_name_sheet import ThemeNameSheet
from dialogue_desk.ui.themes.theme_rows import shelf_id
from dialogue_desk.ui.widgets.sheet import SheetDialog
from tests.ui.program.shown import seen
from tests.ui.themes.workbench import choose, rows, select, sheet, texts, theme


def test_themes_are_in_order_of_the_circles_that_raised_them_however_many_notes(tab, desk, settled):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    theme = next(
        r for r in desk.file.records.of_kind(Kind.THEME) if r.body.name == "Knowing who is on the beat"
    )
    for number in range(30):
        desk.add(session, Note(NoteKind.HOPE, f"Hope {number}", themes=(theme.id,)))
    settled()
    titles = [row.title for row in tab.list.rows() if row.takes]
    assert titles[0] == "Being heard"
    assert rows(tab)["Being heard"].count == "5 of 5 circles"
    assert titles[-2:] == ["Knowing who is on the beat", "Language at the counter"]
    assert rows(tab)["Knowing who is on the beat"].count == "Circle C01"


def test_what_only_one_circle_raised_has_its_shelf_above_all_themes(tab):
    titles = [row.title for row in tab.list.rows()]
    assert titles.index("Raised by one circle only") < titles.index("Being heard")
    choose(tab, "Raised by one circle only")
    assert len(texts(tab)) == 3
    assert "¿Quién paga a los intérpretes y por qué solo los martes?" in texts(tab)


def test_what_was_said_under_no_theme_is_not_lost(tab, desk, settled):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    desk.add(session, Note(NoteKind.CONCERN, "Gathered by nobody."))
    settled()
    choose(tab, "Without a theme")
    assert texts(tab) == ["Gathered by nobody."]


def test_a_theme_says_who_raised_it_and_where_people_agree_and_differ(tab):
    choose(tab, "How stops happen")
    assert (
        "Raised by 4 of 5 circles: C01, C02, C03 and C05. Common ground in 2 circles. "
        "People differ in 2 circles." in seen(tab.head)
    )
    assert "A stop should begin with a name and a reason." in texts(tab)
    row = next(row for row in tab.notes.list.rows() if row.text.startswith("Las paradas"))
    assert row.label == "Concern · a few"
    assert row.time.startswith("C03 · session 1 · Spanish · ")


def test_notes_that_are_dropped_on_a_theme_move_out_of_the_one_that_is_shown(tab, desk, settled):
    choose(tab, "How stops happen")
    (note,) = select(tab, "Both sides go home")
    tab.list.dropped.emit(rows(tab)["Calls at night"].id, False)
    assert note not in [row.id for row in tab.notes.list.rows()]
    settled()
    choose(tab, "Calls at night")
    assert note in [row.id for row in tab.notes.list.rows()]
    desk.undo()
    settled()
    choose(tab, "How stops happen")
    assert note in [row.id for row in tab.notes.list.rows()]


def test_notes_that_are_dropped_with_ctrl_stay_where_they_were_too(tab, settled):
    choose(tab, "How stops happen")
    (note,) = select(tab, "Both sides go home")
    tab.list.dropped.emit(rows(tab)["Calls at night"].id, True)
    settled()
    for title in ("How stops happen", "Calls at night"):
        choose(tab, title)
        assert note in [row.id for row in tab.notes.list.rows()]


def test_notes_that_are_dropped_on_those_without_a_theme_leave_all_themes(tab, settled, context):
    choose(tab, "How stops happen")
    select(tab, "A stop should")
    tab.acts.take_out(tab.notes.selected())
    (note,) = select(tab, "Both sides")
    tab.acts.put(tab.notes.selected(), theme(tab, "Calls at night").theme_id, adds=True)
    settled()
    assert rows(tab)["Without a theme"].takes and not rows(tab)["All notes"].takes
    select(tab, "Both sides")
    tab.list.dropped.emit(rows(tab)["Without a theme"].id, False)
    assert context.toast.sentence() == "1 note is under no theme now."
    settled()
    found = {}
    for name in ("Without a theme", "How stops happen", "Calls at night"):
        choose(tab, name)
        found[name] = note in {row.id for row in tab.notes.list.rows()}
    assert found == {"Without a theme": True, "How stops happen": False, "Calls at night": False}


def test_notes_leave_all_themes_by_the_keys_too(tab, settled):
    choose(tab, "How stops happen")
    (note,) = select(tab, "Both sides")
    tab.acts.move(tab.notes.selected())
    choice = sheet(tab)
    assert choice.list.rows()[0].title == "Without a theme"
    choice.list.opened.emit(choice.list.rows()[0].id)
    settled()
    choose(tab, "Without a theme")
    assert [row.id for row in tab.notes.list.rows()] == [note]


def test_keys_take_selected_notes_out_of_a_theme(tab, qtbot, settled):
    choose(tab, "How stops happen")
    before = len(texts(tab))
    tab.notes.list.setFocus()
    select(tab, "Both sides", "A stop should")
    qtbot.keyClick(tab.notes.list, Qt.Key.Key_Delete)
    assert len(texts(tab)) == before - 2
    settled()
    choose(tab, "Without a theme")
    assert len(texts(tab)) == 2


def test_letters_after_a_click_on_a_theme_act_on_no_note_and_f2_renames_it(tab, qtbot):
    tab.window().resize(1400, 800)
    place = tab.list.visualRect(tab.list.model().index(3, 0)).center()
    qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert QApplication.focusWidget() is tab.list
    for where in (tab.list, tab.notes.list):
        where.setFocus()
        qtbot.keyClicks(where, "mn#")
    qtbot.keyClick(tab.notes.list, Qt.Key.Key_Delete)
    sheets = [one for one in tab.window().findChildren(SheetDialog) if one.isVisible()]
    assert [type(one) for one in sheets] == [ThemeNameSheet]  # "n" begins a theme without any notes
    sheets[0].reject()
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_F2)
    assert isinstance(sheet(tab), ThemeNameSheet)
    assert sheet(tab).line.text() == tab.acts.theme.name


def test_a_theme_that_is_kept_apart_stands_last_under_its_own_heading(tab, settled):
    theme = tab._themes[rows(tab)["Being heard"].id]
    tab.shaping.keep_apart(theme, aside=True)
    settled()
    last = tab.list.rows()[-1]
    assert (last.title, last.heading) == ("Being heard", "About the talk itself, kept apart")
    assert last.id == tab.list.current_id()


def test_an_obvious_name_is_offered_to_be_kept_apart_and_a_person_accepts_it(tab, desk, settled, qtbot):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION)))
    thanks = desk.add(session.owner, Theme("Gracias"))
    desk.add(session.id, Note(NoteKind.STRENGTH, "Thank you all.", themes=(thanks,)))
    settled()
    choose(tab, "Being heard")
    assert not tab.head.aside.isVisible()
    choose(tab, "Gracias")
    answer(tab, qtbot, "Yes: keep it apart from the findings")
    settled()
    assert rows(tab)["Gracias"].heading == "About the talk itself, kept apart"


def answer(tab, qtbot, said):
    """Answer whether a theme is about the talk itself."""
    tab.head.aside.setFocus()
    qtbot.keyClick(tab.head.aside, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    next(one for one in menu.actions() if one.text() == said).trigger()
    menu.close()


def test_who_says_that_a_theme_is_a_finding_is_asked_no_more(tab, desk, settled, qtbot, context):
    session = next(iter(desk.file.records.of_kind(Kind.SESSION)))
    thanks = desk.add(session.owner, Theme("Gracias"))
    desk.add(session.id, Note(NoteKind.STRENGTH, "Thank you all.", themes=(thanks,)))
    settled()
    choose(tab, "Gracias")
    answer(tab, qtbot, "No: it is a finding")
    assert context.toast.sentence() == "“Gracias” stays among the findings."
    settled()
    choose(tab, "Gracias")
    assert not tab.head.aside.isVisible() and tab.head.more.isVisible()


def test_a_theme_under_another_stands_below_it_and_says_so(tab, settled):
    themes = {theme.name: theme for theme in tab._themes.values()}
    tab.shaping.nest(themes["Lighting in the park"])
    sheet = tab.window().findChildren(ThemeChoiceSheet)[-1]
    sheet.line.setText("night")
    sheet.line.returnPressed.emit()
    settled()
    titles = [row.title for row in tab.list.rows()]
    assert titles.index("Lighting in the park") == titles.index("Calls at night") + 1
    assert rows(tab)["Lighting in the park"].inside == "Under “Calls at night”"
    assert rows(tab)["Calls at night"].part == 4


def test_a_new_theme_is_chosen_once_it_is_there(tab, desk, settled):
    picture = tab.acts.picture
    made = new_theme(desk, picture, "Reasons", picture.lines[:1])
    tab.acts.went.emit(made)
    settled()
    assert tab.list.current_id() == made
    assert "Reasons" in seen(tab.head)


def test_filters_stay_when_another_theme_is_chosen(tab):
    tab.notes.filters.take((Facet.KIND, "question"))
    choose(tab, "How stops happen")
    assert texts(tab) == ["How many stops end with nothing, and where is that written?"]
    choose(tab, "All notes")
    assert len(texts(tab)) == 4


def test_circles_without_a_program_can_be_read_and_not_coded(page, desk, settled):
    circle = desk.add(NO_OWNER, Circle("C9"))
    session = desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8))
    desk.add(session, Move(MoveKind.START, 1_000, desk.new_id(), 1))
    desk.add(session, Note(NoteKind.HOPE, "Alone.", themes=(desk.add(circle, Theme("Hopes")),)))
    page.show_program("")
    settled()
    page.open_section(page.sections.themes)
    settled()
    assert texts(page.sections.themes) == ["Alone."]
    assert not page.sections.themes.synonyms.isVisible()
    assert not any(button.isVisible() for button in page.sections.themes.notes._buttons.values())


def test_a_program_without_notes_says_what_the_page_is_for(page, desk, settled):
    page.show_program(desk.add(NO_OWNER, Program("Empty")))
    settled()
    page.open_section(page.sections.themes)
    settled()
    assert "No notes yet" in seen(page.sections.themes)


def test_a_shelf_is_chosen_by_its_name_and_survives_a_change_elsewhere(tab, desk, settled):
    tab.go_to(shelf_id(Shelf.ONE_CIRCLE))
    session = next(iter(desk.file.records.of_kind(Kind.SESSION))).id
    desk.add(session, Note(NoteKind.CONCERN, "Later."))
    settled()
    assert tab.list.current_id() == shelf_id(Shelf.ONE_CIRCLE)
