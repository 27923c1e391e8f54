from PySide6.QtCore import Qt

from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.words import Words
from tests.ui.program.shown import button, seen, spoken


def test_before_any_program_the_page_says_what_it_is_for(page, settled, qtbot):
    page.show_program("")
    settled()
    assert "No program yet" in seen(page) and not page.tabs.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.sections.form.isVisible() and page.focusWidget() is page.sections.form.basics.name


def test_circles_of_no_program_are_shown_the_same_way(page, desk, settled):
    desk.add(NO_OWNER, Circle("C09", "Kitchen table"))
    page.show_program("")
    settled()
    assert "Circles without a program" in seen(page)
    assert "C09, session 1: Not here yet" in spoken(page.sections.overview.matrix)


def test_a_program_that_was_deleted_leaves_an_empty_page(filled, desk, program, settled):
    desk.remove(program)
    settled()
    assert "No program yet" in seen(filled)


def test_the_keys_go_through_the_sections(filled, qtbot):
    qtbot.keyClick(filled, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert filled.sections.report.isVisible()
    qtbot.keyClick(filled, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert filled.sections.overview.isVisible()


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


def test_the_bar_names_the_program_and_hides_its_buttons_over_the_form(filled):
    assert {"Safety Together, Millbrook", "5 circles · 2 sessions each"} <= set(seen(filled._bar))
    assert button(filled._bar, "Change the program").isVisible()
    assert button(filled._bar, "Make another program").isVisible()
    button(filled._bar, "Change the program").click()
    assert "Safety Together, Millbrook" in seen(filled._bar)
    assert not button(filled._bar, "Change the program").isVisible() and not filled.tabs.isVisible()
    button(filled.sections.form, "Leave without saving").click()
    assert button(filled._bar, "Change the program").isVisible() and filled.sections.overview.isVisible()


def test_a_program_file_that_cannot_be_written_says_so(filled, ask, context, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    ask.folder = tmp_path / "file"
    button(filled, "Make program file").click()
    assert context.toast.sentence().startswith("The program file could not be saved in")


def test_a_section_is_built_when_it_is_first_opened(filled):
    built = set(vars(filled.sections))
    assert "overview" in built
    assert not {"voices", "themes", "ideas", "differences", "report", "forum", "follow", "form"} & built
    filled.tabs.setCurrentIndex(2)
    assert "themes" in vars(filled.sections) and filled.sections.themes.isVisible()
    assert filled.sections.number_of(filled.sections.themes) == 2
