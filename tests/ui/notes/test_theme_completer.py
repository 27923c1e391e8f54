"""Themes are offered while their names are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.ui.notes.theme_completer import MOST_OFFERED, ThemeOffers
from tests.ui.notes.keys import ENTER, press, type_line


@pytest.fixture
def page(page):
    """In a part with two questions in which notes are taken, with the keyboard in the box."""
    page._controller.go_to("where-i-stand")
    page.notes.focus_box()
    return page


def test_the_arrows_choose_among_themes_and_enter_takes_one(page, form, themes, folder, said, qtbot):
    qtbot.keyClicks(form.box, "dark #s")
    offered = [one.text() for one in form.offers._buttons]
    assert offered == ["#Sábados  Tab", "#Safe_streets", "#School", "#Night_bus"]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert form.offers.mark() == said[-1]
    chosen = form.offers.mark()
    press(qtbot, ENTER)
    assert (form.text(), folder().notes) == (f"dark {chosen} ", ())
    press(qtbot, ENTER)
    assert [note.body.text for note in folder().notes] == ["dark"]


def test_enter_saves_the_name_as_it_was_typed_when_none_was_chosen(form, themes, folder, qtbot):
    type_line(qtbot, "dark #sa")
    assert folder().theme_names(folder().notes[0].body.themes) == ("sa",)


def test_what_is_offered_is_seen_from_the_key_that_brings_it(form, themes, qtbot):
    qtbot.keyClicks(form.box, "dark #sc")
    (offered,) = form.offers._buttons
    assert form.offers.height() >= offered.sizeHint().height()
    assert form.offers.rect().contains(offered.geometry())


def test_a_theme_is_found_without_its_accents(form, themes, qtbot):
    qtbot.keyClicks(form.box, "#saba")
    press(qtbot, Qt.Key.Key_Tab)
    assert form.text() == "#Sábados "


def test_a_reader_hears_what_is_offered(form, themes, said, qtbot):
    qtbot.keyClicks(form.box, "#sch")
    assert said[-1] == "#School: press Tab to add it"


def test_escape_puts_the_offers_away_and_stays_in_the_box(form, themes, qtbot):
    qtbot.keyClicks(form.box, "#sc")
    press(qtbot, Qt.Key.Key_Escape)
    assert not form.offers.isVisible()
    assert QApplication.focusWidget() is form.box
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not form.box


def test_the_themes_of_the_program_are_offered(page, form, desk, folder, qtbot):
    desk.add(folder().program_id, Theme("Housing"))
    qtbot.keyClicks(form.box, "#hou")
    press(qtbot, Qt.Key.Key_Tab)
    assert form.text() == "#Housing "


# Without a page.


@pytest.fixture
def offers(context, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    offers = ThemeOffers(context, owner)
    offers.show_themes(["Our school", "School", "Sábados", "After school", "Schooling", "Old school"])
    return offers


def marks(offers):
    return list(offers._offered)


def test_what_begins_like_it_comes_before_what_contains_it_and_four_are_enough(offers):
    offers.suggest("#school")
    assert marks(offers) == ["#School", "#Schooling", "#Our_school", "#After_school"]
    assert len(marks(offers)) == MOST_OFFERED


@pytest.mark.parametrize("typed", ["#saba", "#SABA", "#Sába", "#Sa\u0301ba"])
def test_neither_case_nor_accents_count_while_a_name_is_typed(offers, typed):
    offers.suggest(typed)
    assert marks(offers) == ["#Sábados"]


def test_nothing_is_offered_for_no_mark_and_a_few_for_the_sign_alone(offers):
    offers.suggest("")
    assert (marks(offers), offers.mark()) == ([], "")
    offers.suggest("#")
    assert len(marks(offers)) == MOST_OFFERED


def test_the_arrows_go_round(offers):
    offers.suggest("#school")
    offers.move_by(-1)
    assert offers.mark() == "#After_school"
    offers.move_by(1)
    assert offers.mark() == "#School"


def test_a_name_is_known_in_any_case_and_without_its_accents(offers):
    assert offers.knows("SCHOOL") and offers.knows("our_school") and offers.knows("sa\u0301bados")
    assert offers.knows("sabados") and not offers.knows("scho")


def test_enter_takes_the_theme_of_which_half_was_typed_and_the_next_note_can_be_typed_at_once(
    form, themes, folder, context, qtbot
):
    qtbot.keyClicks(form.box, "dark stops #sch")
    assert [one.text() for one in form.offers._buttons] == ["#School  Enter"]
    press(qtbot, ENTER)
    type_line(qtbot, "the next one")
    first, second = folder().notes
    assert (first.body.text, folder().theme_names(first.body.themes)) == ("dark stops", ("School",))
    assert (second.body.text, form.text()) == ("the next one", "")
    assert len(folder().themes) == 4


def test_one_press_makes_the_half_a_theme_of_its_own_all_the_same(form, themes, folder, context, desk, qtbot):
    type_line(qtbot, "dark stops #sch")
    assert context.toast.sentence() == "Saved under “School”."
    context.toast._action.click()
    assert folder().theme_names(folder().notes[0].body.themes) == ("sch",)
    desk.undo()
    assert folder().theme_names(folder().notes[0].body.themes) == ("School",)


def test_escape_leaves_the_half_as_it_was_typed(form, themes, folder, qtbot):
    qtbot.keyClicks(form.box, "dark stops #sch")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, ENTER)
    assert folder().theme_names(folder().notes[0].body.themes) == ("sch",)


def test_a_slip_makes_a_new_theme_and_offers_the_one_that_is_there(form, themes, folder, context, qtbot):
    type_line(qtbot, "dark stops #scholo")
    assert context.toast.sentence() == "“scholo” is a new theme. There is also “School”."
    context.toast._action.click()
    assert folder().theme_names(folder().notes[0].body.themes) == ("School",)
    type_line(qtbot, "again #scholo ")
    assert folder().theme_names(folder().notes[1].body.themes) == ("School",)


def test_the_plural_and_capitals_are_the_theme_that_is_there(form, themes, folder, qtbot):
    type_line(qtbot, "late #NIGHT_BUSES")
    assert folder().theme_names(folder().notes[0].body.themes) == ("Night bus",)


def test_the_offers_are_seen_whole_at_once_however_fast_their_sign_is_typed(form, themes, qtbot):
    qtbot.keyClicks(form.box, "Bank near the #s")
    buttons = form.offers._buttons
    assert form.offers.isVisible() and form.offers.height() > buttons[0].sizeHint().height()
    before = form.offers.geometry()
    QApplication.processEvents()
    assert form.offers.geometry() == before
    assert all(
        form.offers.rect().contains(one.geometry().translated(one.parentWidget().pos())) for one in buttons
    )


def test_the_offers_take_one_row_again_when_fewer_are_left(form, themes, qtbot):
    qtbot.keyClicks(form.box, "#s")
    qtbot.keyClicks(form.box, "cho")
    (only,) = form.offers._buttons
    QApplication.processEvents()
    assert form.offers.height() < 2 * only.height()


def test_a_theme_is_found_by_its_name_in_another_language_and_offered_in_this_one(offers):
    offers.show_themes(["Ser escuchados", "Escuela"], {"Ser escuchados": ("Ser escuchados", "Being heard")})
    offers.suggest("#bein")
    assert marks(offers) == ["#Ser_escuchados"]
    assert offers.knows("being heard") and offers.knows("Escuela") and not offers.knows("lights")
