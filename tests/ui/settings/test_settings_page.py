import pytest
from PySide6.QtCore import Qt

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import USUAL_WARNING, WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.settings.settings_page import Sections, SettingsPage
from dialogue_desk.ui.shell.app_settings import warning_of
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words
from tests.ui.seen import button_saying, words_on


def test_each_choice_is_told_at_once_and_adds_to_the_last(theme, qtbot):
    page = SettingsPage(Settings(), theme, Words())
    qtbot.addWidget(page)
    page.show()
    heard = []
    page.chosen.connect(heard.append)
    for words in ("Dark", "Text", "150%", "Language and look", "Español"):
        qtbot.mouseClick(button_saying(page, words), Qt.MouseButton.LeftButton)
    assert heard == [
        Settings(theme="dark"),
        Settings(theme="dark", text_size=150),
        Settings(theme="dark", text_size=150, language="es"),
    ]
    qtbot.mouseClick(button_saying(page, "Same as the system"), Qt.MouseButton.LeftButton)
    assert page._settings.theme == ""


def test_it_shows_what_is_set(theme, qtbot):
    page = SettingsPage(Settings(theme="contrast", text_size=175), theme, Words("es"))
    qtbot.addWidget(page)
    assert (page.themes.choice(), page.sizes.choice(), page.languages.choice()) == (
        "contrast",
        "175",
        "es",
    )


def test_when_a_part_warns_can_be_set(theme, qtbot):
    page = SettingsPage(Settings(), theme, Words())
    qtbot.addWidget(page)
    page.show()
    button_saying(page, "Sessions and notes").click()
    assert warning_of(page._settings) == USUAL_WARNING
    for box, typed in ((page.minutes.box, "5"), (page.percent.box, "50")):
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, typed)
    assert warning_of(page._settings) == WarningTime(5 * MINUTE, 50)


def test_the_signs_can_be_turned_off_and_on_again(theme, qtbot):
    page = SettingsPage(Settings(), theme, Words())
    qtbot.addWidget(page)
    assert page.signs.isChecked()
    page.signs.click()
    assert page._settings == Settings(show_signs=False)
    page.signs.click()
    assert page._settings == Settings()


def test_each_section_has_a_page_of_its_own_and_the_list_says_which_is_shown(theme, qtbot):
    page = SettingsPage(Settings(), theme, Words(), Sections(copies=Label("the copies")))
    qtbot.addWidget(page)
    page.show()
    assert button_saying(page, "Language and look").isChecked()
    assert "the copies" not in words_on(page)
    qtbot.mouseClick(button_saying(page, "Copies and erasing"), Qt.MouseButton.LeftButton)
    assert "the copies" in words_on(page) and "Appearance" not in words_on(page)
    assert not button_saying(page, "Language and look").isChecked()
    with pytest.raises(AssertionError):
        button_saying(page, "Laptops")


def test_escape_leaves_the_settings(theme, qtbot):
    page = SettingsPage(Settings(), theme, Words())
    qtbot.addWidget(page)
    page.show()
    page.take_focus()
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(button_saying(page, "Language and look"), Qt.Key.Key_Escape)


def test_spacing_and_typeface_of_the_text_can_be_set(theme, qtbot):
    page = SettingsPage(Settings(), theme, Words())
    qtbot.addWidget(page)
    page.show()
    button_saying(page, "Text").click()
    page.wide.click()
    assert page._settings == Settings(wide_text=True)
    page.fonts.setCurrentIndex(1)
    page.fonts.activated.emit(1)
    assert page._settings == Settings(wide_text=True, font=page.fonts.choice())
    assert page.fonts.itemText(1).startswith("Same as the system: ")


def test_a_typeface_that_is_gone_is_shown_as_ours(theme, qtbot):
    page = SettingsPage(Settings(font="Long gone"), theme, Words())
    qtbot.addWidget(page)
    assert page.fonts.choice() == ""
