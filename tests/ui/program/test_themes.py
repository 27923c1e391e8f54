from PySide6.QtCore import Qt

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.notes import Note, NoteKind
from tests.ui.program.shown import seen, texts, titles


def test_themes_are_in_order_of_the_circles_that_raised_them_however_many_notes(filled, desk, settled):
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
    assert not set(titles(filled.themes._several)) & set(titles(filled.themes._one))
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
