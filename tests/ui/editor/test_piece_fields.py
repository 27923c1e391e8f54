"""Steps and cards are added, opened, changed, moved and deleted within their part."""

import pytest
from PySide6.QtWidgets import QMenu

from dialogue_desk.domain.model.guide_extras import CardKind
from dialogue_desk.exchange import section_texts
from dialogue_desk.ui.editor.piece_fields import PiecesField, card_kind
from tests.ui.seen import button_saying


@pytest.fixture
def part(editor, session):
    editor.go_to((session, 0))
    return session, 0


@pytest.fixture
def pieces(editor, part):
    steps, cards = (one for one in editor.form.shown.fields if isinstance(one, PiecesField))
    return {"steps": steps, "cards": cards}


def below(editor, part):
    return [one.title for one in editor.source.at(part).sections]


def test_a_step_is_added_and_filled_in(editor, pieces, part):
    button_saying_hidden(pieces["steps"], "Add a step").click()
    (line,) = pieces["steps"].rows
    line.expander.unfold(True)
    fields = {one.key: one for one in line.fields.fields}
    fields["title"].box.setPlainText("The first one tells")
    fields["minutes"].number.box.setValue(3)
    assert below(editor, part) == ["The first one tells"]
    assert editor.source.at((*part, 0)).value("minutes") == "3"


def button_saying_hidden(widget, text):
    """The button with these words, also where it is folded."""
    return next(one for one in widget.findChildren(type(widget._adding()[0])) if one.text() == text)


@pytest.mark.parametrize("kind", CardKind)
def test_each_kind_of_card_is_added_and_opened(editor, pieces, part, kind):
    pieces["cards"]._add_card(kind)
    (line,) = pieces["cards"].rows
    assert card_kind(editor.source.at((*part, 0))) is kind
    line.expander.unfold(True)
    keys = {one.key for one in line.fields.fields}
    assert ("For" in keys) is (kind is CardKind.OPTION)
    text = next(one for one in line.fields.fields if one.key == "card")
    text.box.setPlainText("One\n- two")
    assert section_texts.card_text(editor.source.at((*part, 0))) == "One\n- two"


def test_the_menu_of_a_card_moves_copies_and_deletes_it(editor, pieces, part):
    for kind in (CardKind.VIEW, CardKind.FACT):
        pieces["cards"]._add_card(kind)
    assert below(editor, part) == ["View", "Fact"]
    for words in ("Move down", "Duplicate", "Delete"):
        line = pieces["cards"].rows[0]
        line._more.click()
        menu = line.findChildren(QMenu)[-1]
        next(one for one in menu.actions() if one.text() == words).trigger()
        menu.close()
    assert below(editor, part) == ["Fact (copy)", "View"]
    assert [row.path for row in pieces["cards"].rows] == [(*part, 0), (*part, 1)]
    pieces["cards"]._act(pieces["cards"].rows[0], "up")
    assert below(editor, part) == ["Fact (copy)", "View"]


def test_undo_shows_the_card_again_in_its_form(editor, pieces, part):
    pieces["cards"]._add_card(CardKind.VIEW)
    line = pieces["cards"].rows[0]
    line.expander.unfold(True)
    box = next(one for one in line.fields.fields if one.key == "title").box
    box.setPlainText("Mine")
    editor.undo()
    assert box.text() == "View" and below(editor, part) == ["View"]
    editor.undo()
    assert pieces["cards"].rows == [] and button_saying(editor.bar, "All guides")
