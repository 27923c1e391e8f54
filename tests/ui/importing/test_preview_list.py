"""The rows of a preview: groups that fold, and files with a tick where they can be left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_desk.desk.program.found_files import PassedOver
from dialogue_desk.desk.program.import_preview import ImportPreview, PreviewedFile, Standing
from dialogue_desk.exchange.package import About
from dialogue_desk.ui.importing.preview_list import LEFT_ALONE, PreviewList, preview_rows
from dialogue_desk.words import Words

WORDS = Words()
Key = Qt.Key


def file(code, standing=Standing.NEW, **more):
    return PreviewedFile(Path(f"{code}.dialogue"), standing, About("session", circle=code, session=1), **more)


SOME = ImportPreview(
    (
        file("C01", brings=3),
        file("C02", brings=4),
        file("C03", Standing.HERE),
        PreviewedFile(Path("bad.dialogue"), Standing.REFUSED, sentence="“bad.dialogue” was damaged."),
    ),
    passed={PassedOver.OTHER: 2, PassedOver.TRASH: 1},
)


def titles(preview=SOME, **more):
    return [row.title for row in preview_rows(preview, WORDS, **more)]


def test_each_group_has_a_heading_with_its_count_and_its_files_below():
    assert titles() == [
        "New · 2",
        "C01, session 1",
        "C02, session 1",
        "Refused · 1",
        "bad.dialogue",
        "Here already · 1",
        "C03, session 1",
        "Left alone · 3",
        "1 package is in the trash. If it belongs to the others, put it back beside them.",
        "2 other files are not packages.",
    ]


def test_a_folded_group_shows_its_heading_alone():
    assert titles(folded={Standing.NEW, LEFT_ALONE}) == [
        "New · 2",
        "Refused · 1",
        "bad.dialogue",
        "Here already · 1",
        "C03, session 1",
        "Left alone · 3",
    ]


def test_what_is_sought_is_found_in_folded_groups_too_by_circle_file_or_reason():
    folded = {standing.value for standing in Standing}
    assert titles(folded=folded, sought="c02") == ["New · 1", "C02, session 1"]
    assert titles(folded=folded, sought="DAMAGED") == ["Refused · 1", "bad.dialogue"]
    assert titles(sought="trash")[0] == "Left alone · 3"
    assert titles(sought="nowhere") == []


def test_only_what_comes_in_has_a_tick_and_readers_hear_it():
    rows = {row.title: row for row in preview_rows(SOME, WORDS, left_out={"C02.dialogue"})}
    assert [row.ticked for row in rows.values()][:3] == [None, True, False]
    assert rows["C01, session 1"].accessible_text.endswith("to be opened")
    assert rows["C02, session 1"].accessible_text.endswith("left out")
    assert rows["bad.dialogue"].ticked is None
    assert rows["New · 2"].accessible_text.endswith("unfolded")


@pytest.fixture
def shown(theme, qtbot):
    shown = PreviewList(theme, "Files")
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show_rows(tuple(preview_rows(SOME, WORDS)))
    shown.show()
    return shown


def test_it_is_as_high_as_its_rows_and_never_scrolls_by_itself(shown):
    assert shown.verticalScrollBar().maximum() == 0
    tall = shown.height()
    shown.show_rows(tuple(preview_rows(SOME, WORDS, folded={Standing.NEW})))
    assert shown.height() < tall


def test_the_keys_stay_on_their_row_and_go_by_pages(shown):
    shown.go_to("C02.dialogue")
    shown.show_rows(tuple(preview_rows(SOME, WORDS, left_out={"C02.dialogue"})))
    assert shown.current_id() == "C02.dialogue"
    QTest.keyClick(shown, Key.Key_PageDown)
    assert shown.current_id().startswith(LEFT_ALONE)
    QTest.keyClick(shown, Key.Key_PageUp)
    QTest.keyClick(shown, Key.Key_PageUp)
    assert shown.current_id() == Standing.NEW
