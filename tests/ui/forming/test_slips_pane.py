"""Slips are typed by keys alone; each is sealed on disk before its line is empty, and nowhere else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desk.domain.forming.slips import Need, Slip
from dialogue_desk.ui.forming.slip_list_sheet import SlipListSheet
from tests.ui.seen import button_saying, nameless, words_on


@pytest.fixture
def pane(sealed):
    return sealed.slips


def type_slip(qtbot, pane, *cells):
    boxes = list(pane.line.boxes.values())
    for box, text in zip(boxes, cells, strict=False):
        box.setFocus()
        qtbot.keyClicks(box, text)
    qtbot.keyClick(boxes[len(cells) - 1], Qt.Key.Key_Return)


def test_nothing_can_be_typed_before_there_is_a_sealed_file(page):
    page.open_step(page.slips)
    assert not page.slips.line.isVisible() and not page.slips.table.isVisible()
    assert button_saying(page.slips, "Seal a new list…")
    assert any("nowhere else" in text for text in words_on(page.slips))


def test_a_slip_is_on_disk_when_its_line_is_empty_again(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "12", "1", "en", "sat", "ride", "")
    assert on_disk().slips == (
        Slip(12, frozenset({"north"}), ("en",), frozenset({"Saturday"}), frozenset({Need.RIDE})),
    )
    assert all(not box.text() for box in pane.line.boxes.values())
    assert pane.line.boxes["number"].hasFocus() or pane.window().focusWidget() is pane.line.boxes["number"]


def test_nothing_unsealed_is_beside_the_file(pane, qtbot, desk, tmp_path):
    type_slip(qtbot, pane, "4711", "1", "en", "sat", "ride")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in files if "slips" in path.name} == {"fall.dialogue-slips"}
    assert not any(b"4711" in path.read_bytes() for path in files)
    assert desk.can_undo() is not None and "4711" not in QGuiApplication.clipboard().text()


def test_a_number_twice_is_refused_and_what_is_typed_stays(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "12", "1")
    type_slip(qtbot, pane, "12", "2")
    assert "Number 12 is there already" in pane.trouble.text()
    assert pane.line.boxes["groups"].text() == "2" and len(on_disk().slips) == 1


def test_what_is_not_understood_is_named_with_its_slip_and_the_rest_is_kept(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "12", "1/west", "en", "Sunday")
    assert pane.faults.text().splitlines() == [
        "Slip 12: “west” is no group of the wish, so it was left out.",
        "Slip 12: “Sunday” is no time of the wish. It stays on the slip, so that nobody is placed where "
        "they cannot come.",
    ]
    assert on_disk().slips[0].groups == {"north"}


def test_without_a_number_nothing_is_kept_or_lost(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "twelve", "1")
    assert "“twelve” is no number" in pane.trouble.text() and on_disk().slips == ()
    assert pane.line.boxes["groups"].text() == "1"


def test_a_slip_is_typed_again_and_its_faults_go(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "12", "west")
    pane.table.go_to(12)
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.line.boxes["number"].text() == "12"
    pane.line.boxes["groups"].setText("south")
    qtbot.keyClick(pane.line.boxes["groups"], Qt.Key.Key_Return)
    assert on_disk().slips == (Slip(12, frozenset({"south"})),) and not pane.faults.text()


def test_a_slip_can_get_another_number(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "12", "1")
    pane.table.opened.emit(12)
    pane.line.boxes["number"].setText("13")
    qtbot.keyClick(pane.line.boxes["number"], Qt.Key.Key_Return)
    assert on_disk().slips == (Slip(13, frozenset({"north"})),)


def test_a_change_can_be_left(pane, qtbot, on_disk):
    type_slip(qtbot, pane, "12", "1")
    pane.table.opened.emit(12)
    qtbot.keyClick(pane.line.boxes["number"], Qt.Key.Key_Escape)
    type_slip(qtbot, pane, "13")
    assert [slip.number for slip in on_disk().slips] == [12, 13]


def test_slips_are_deleted_and_come_back_with_undo(sealed, pane, qtbot, on_disk):
    for number in ("1", "2", "3"):
        type_slip(qtbot, pane, number)
    pane.table.go_to(2)
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert [slip.number for slip in on_disk().slips] == [1, 3]
    sealed.undo_latest()
    assert [slip.number for slip in on_disk().slips] == [1, 2, 3]
    sealed.redo_latest()
    assert [slip.number for slip in on_disk().slips] == [1, 3]


def test_rows_pasted_into_the_line_open_the_list(pane, qtbot, on_disk):
    QGuiApplication.clipboard().setText("7\tnorth\n8\tsouth")
    pane.line.boxes["number"].setFocus()
    qtbot.keyClick(pane.line.boxes["number"], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sheet = pane.window().findChild(SlipListSheet)
    sheet.take.click()
    assert [slip.number for slip in on_disk().slips] == [7, 8]


def test_a_closed_list_is_gone_from_the_page_and_stays_on_disk(sealed, pane, qtbot):
    type_slip(qtbot, pane, "12", "1")
    path = sealed.work.bench.file.path
    pane.put_away.click()
    assert path.exists() and sealed.work.forming.slips == () and not pane.line.isVisible()


def test_where_the_disk_is_gone_the_line_stays(sealed, pane, qtbot, context, tmp_path):
    sealed.work.bench.file = replace(sealed.work.bench.file, path=tmp_path / "gone" / "x.dialogue-slips")
    type_slip(qtbot, pane, "12", "1")
    assert pane.line.boxes["number"].text() == "12" and sealed.work.forming.slips == ()
    assert "could not be saved" in " ".join(words_on(context.toast))


def test_everything_has_a_name(pane, qtbot):
    type_slip(qtbot, pane, "12", "1")
    assert nameless(pane) == []
