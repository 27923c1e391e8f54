from __future__ import annotations

from string import Template

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from dialogue_desk.fonts import FAMILY
from dialogue_desk.resources import resource
from dialogue_desk.ui.style.theme import AppTheme, Size, frame_scheme, set_role, system_theme
from dialogue_desk.ui.style.theme_tokens import THEMES, Tokens
from tests.ui.contrast import ratio


def test_text_and_its_sizes_grow_with_the_setting(theme):
    theme.change(scale=150)
    assert theme.font(Size.PROMPT).pixelSize() == 40
    assert theme.scaled(20) == 30


@pytest.mark.parametrize(("asked", "given"), [(20, 100), (160, 160), (900, 200)])
def test_the_text_size_stays_between_one_and_two_times(asked, given):
    assert AppTheme.load("light", asked).scale == given


def test_a_label_on_the_screen_follows_a_change_of_theme_and_size(theme, qtbot):
    label = QLabel("Where I stand")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == Size.TITLE
    theme.change(name="dark", scale=200)
    assert label.font().pixelSize() == 2 * Size.TITLE
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(Tokens.load("dark").ink)


def test_what_a_window_owns_wears_what_the_window_wears(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    sheet = QDialog(window)
    title = QLabel("What we heard")
    title.setProperty("role", "title")
    title.setParent(sheet)
    title.ensurePolished()
    assert title.font().pixelSize() == Size.TITLE
    theme.change(scale=150)
    assert title.font().pixelSize() == theme.scaled(Size.TITLE)


def test_no_style_sheet_is_the_whole_application_s(theme, qapp):
    theme.change(scale=150)
    assert not qapp.styleSheet()


def test_a_system_that_asks_for_nothing_gets_the_light_theme(qapp):
    assert system_theme() == "light"


class Hints:
    """The hints of a system: dark or light, and since Qt 6.10 whether more contrast is asked for."""

    def __init__(self, scheme, contrast=None):
        self._scheme = scheme
        if contrast is not None:
            self.accessibility = lambda: self
            self.contrastPreference = lambda: contrast

    def colorScheme(self):
        return self._scheme


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [
        (Qt.ColorScheme.Dark, "dark"),
        (Qt.ColorScheme.Light, "light"),
        (Qt.ColorScheme.Unknown, "light"),
    ],
)
def test_the_theme_is_the_one_that_the_system_asks_for_where_qt_cannot_tell_of_contrast(scheme, theme):
    assert system_theme(Hints(scheme)) == theme


@pytest.mark.skipif(not hasattr(Qt, "ContrastPreference"), reason="before Qt 6.10 nothing tells of contrast")
@pytest.mark.parametrize(("asked", "theme"), [("NoPreference", "dark"), ("HighContrast", "contrast")])
def test_a_system_that_asks_for_more_contrast_gets_it(asked, theme):
    assert system_theme(Hints(Qt.ColorScheme.Dark, Qt.ContrastPreference[asked])) == theme


@pytest.mark.parametrize(
    ("chosen", "scheme"),
    [
        ("", Qt.ColorScheme.Unknown),
        ("no such theme", Qt.ColorScheme.Unknown),
        ("dark", Qt.ColorScheme.Dark),
        ("light", Qt.ColorScheme.Light),
    ],
)
def test_the_system_draws_its_title_bars_as_the_theme_is(chosen, scheme):
    assert frame_scheme(chosen, Tokens.load(chosen if chosen in THEMES else "light")) is scheme


def test_a_change_is_told(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.change(name="contrast")
    assert theme.name == "contrast"


def test_a_role_given_late_is_worn_at_once(theme, qtbot):
    label = QLabel("18:20")
    qtbot.addWidget(label)
    label.show()
    set_role(label, "clock")
    assert label.font().pixelSize() == Size.CLOCK


def test_the_digits_of_a_clock_are_equally_wide(theme):
    metrics = QFontMetricsF(theme.font(Size.CLOCK, bold=True, tabular=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_bundled_letters_are_used(theme, qapp):
    assert theme.font().families()[0] == FAMILY
    assert qapp.font().families()[0] == FAMILY


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_words_in_an_empty_box_can_be_read(theme, qapp, name):
    theme.change(name=name)
    palette = qapp.palette()
    placeholder = palette.color(QPalette.ColorRole.PlaceholderText)
    assert placeholder.alpha() == 255
    assert ratio(placeholder, palette.color(QPalette.ColorRole.Base)) >= 4.5


def test_the_style_sheet_is_short_and_asks_for_nothing_a_theme_lacks():
    written = resource("desk.qss").read_text(encoding="utf-8")
    assert len(written.splitlines()) < 150
    asked = set(Template(written).get_identifiers())
    sizes = {f"size_{size.name.lower()}" for size in Size}
    assert {name for name in asked if not name.startswith(("grown_", "text_"))} <= set(
        Tokens.__slots__
    ) | sizes
    assert "#" not in written.replace("${", "")
