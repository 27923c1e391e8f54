"""Wider spacing, as WCAG 1.4.12 measures it, wherever text is drawn."""

import pytest
from PySide6.QtWidgets import QLabel

from dialogue_desk.ui.style.spacing import is_spaced, resized
from dialogue_desk.ui.style.theme import Size
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width


@pytest.mark.parametrize("size", list(Size))
def test_letters_words_and_lines_stand_apart_by_a_part_of_their_size(theme, size):
    near = theme.font(size)
    theme.change(wide=True)
    wide, pixels = theme.font(size), theme.font(size).pixelSize()
    assert 0.12 * pixels <= wide.letterSpacing() < 0.13 * pixels
    assert 0.16 * pixels <= wide.wordSpacing() < 0.17 * pixels
    assert natural_width("two words", wide) >= natural_width("two words", near) + 9 * 0.12 * pixels
    assert TextBlock("one\ntwo\nthree", wide, 1_000).height >= 3 * 1.5 * pixels


def test_usual_text_is_as_it_was(theme):
    font = theme.font()
    assert not is_spaced(font)
    assert TextBlock("one\ntwo", font, 1_000).height < 2 * 1.5 * font.pixelSize()


def test_a_label_with_a_role_follows_while_it_is_shown(theme, qtbot):
    label = QLabel("Where I stand")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    usual = label.sizeHint().width()
    theme.change(wide=True)
    assert label.font().letterSpacing() == theme.font(Size.TITLE).letterSpacing()
    assert label.font().wordSpacing() == theme.font(Size.TITLE).wordSpacing()
    assert label.sizeHint().width() > usual
    theme.change(wide=False)
    assert label.sizeHint().width() == usual


def test_spacing_grows_with_the_size(theme):
    theme.change(wide=True)
    assert resized(theme.font(), 100).letterSpacing() == pytest.approx(12)
    theme.change(wide=False)
    assert not is_spaced(resized(theme.font(), 100))


def test_a_chosen_typeface_is_used_and_one_that_is_gone_is_ours(theme, qapp):
    theme.change(family="Long gone")
    assert theme.font().families()[:2] == ["Long gone", *theme._families[:1]]
    assert qapp.font().families() == theme.font().families()
    theme.change(family="")
    assert theme.font().families() == theme._families
