"""What became of a theme that was typed halfway or with a slip is said, and one press changes it."""

from dialogue_desk.ui.notes.theme_doubts import ANOTHER_THEME
from tests.ui.notes.keys import type_line


def test_a_theme_that_is_known_or_is_like_no_other_is_not_doubted(page, form, themes, context, qtbot):
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    type_line(qtbot, "one #school")
    type_line(qtbot, "two #ferry")
    assert context.toast.sentence() == ""


def test_the_other_theme_is_taken_once_however_often_it_is_pressed(
    page, form, themes, folder, context, qtbot
):
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    type_line(qtbot, "one #sch")
    context.toast.acted.emit(ANOTHER_THEME)
    context.toast.acted.emit(ANOTHER_THEME)
    assert sorted(theme.name for theme in folder().themes.values()).count("sch") == 1
    assert folder().theme_names(folder().notes[0].body.themes) == ("sch",)


def test_an_idea_is_put_under_the_theme_that_was_meant_too(page, form, themes, folder, context, qtbot):
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    type_line(qtbot, "!a bench #scholo")
    context.toast.acted.emit(ANOTHER_THEME)
    assert folder().theme_names(folder().actions[0].body.themes) == ("School",)
