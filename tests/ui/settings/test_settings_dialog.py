from PySide6.QtCore import Qt

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import USUAL_WARNING, WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.settings.settings_dialog import SettingsDialog
from dialogue_desk.ui.shell.app_settings import warning_of
from dialogue_desk.words import Words
from tests.ui.seen import button_saying


def test_each_choice_is_told_at_once_and_adds_to_the_last(theme, qtbot):
    dialog = SettingsDialog(Settings(), theme, Words())
    qtbot.addWidget(dialog)
    dialog.show()
    heard = []
    dialog.chosen.connect(heard.append)
    for words in ("Dark", "150%", "Español"):
        qtbot.mouseClick(button_saying(dialog, words), Qt.MouseButton.LeftButton)
    assert heard == [
        Settings(theme="dark"),
        Settings(theme="dark", text_size=150),
        Settings(theme="dark", text_size=150, language="es"),
    ]
    qtbot.mouseClick(button_saying(dialog, "Same as the system"), Qt.MouseButton.LeftButton)
    assert dialog._settings.theme == ""


def test_it_shows_what_is_set(theme, qtbot):
    dialog = SettingsDialog(Settings(theme="contrast", text_size=175), theme, Words("es"))
    qtbot.addWidget(dialog)
    assert (dialog.themes.choice(), dialog.sizes.choice(), dialog.languages.choice()) == (
        "contrast",
        "175",
        "es",
    )


def test_when_a_part_warns_can_be_set(theme, qtbot):
    dialog = SettingsDialog(Settings(), theme, Words())
    qtbot.addWidget(dialog)
    dialog.show()
    assert warning_of(dialog._settings) == USUAL_WARNING
    for box, typed in ((dialog.minutes.box, "5"), (dialog.percent.box, "50")):
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, typed)
    assert warning_of(dialog._settings) == WarningTime(5 * MINUTE, 50)


def test_the_signs_can_be_turned_off_and_on_again(theme, qtbot):
    dialog = SettingsDialog(Settings(), theme, Words())
    qtbot.addWidget(dialog)
    assert dialog.signs.isChecked()
    dialog.signs.click()
    assert dialog._settings == Settings(show_signs=False)
    dialog.signs.click()
    assert dialog._settings == Settings()
