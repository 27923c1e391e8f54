"""Scenes of the theme workbench: empty, small, with 48 circles, with notes selected, filtered, split off."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.note_coding import add_theme
from dialogue_desk.desk.program.program_theme_edits import color_theme, put_under, set_aside
from dialogue_desk.desk.program.same_themes import set_beside
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Theme
from dialogue_desk.domain.model.organizing import Coding, Rung, coding_id
from dialogue_desk.domain.overview.note_filter import Facet, Shelf
from dialogue_desk.domain.overview.program_overview import ProgramPicture, ThemeCount
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import NO_OWNER, Edition, Record, Version
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.themes.theme_rows import shelf_id
from dialogue_desk.ui.themes.themes import ThemesTab
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage
from tools.season.season import add_season


def _open(stage: Stage, program: RecordId) -> ThemesTab:
    stage.go(PageName.PROGRAM, program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.themes)
    stage.settle()
    return stage.the(ThemesTab)


def _empty(stage: Stage) -> None:
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.desk.add(NO_OWNER, Circle("F01", "Grange hall", program))
    _open(stage, program)


def _small(stage: Stage) -> None:
    """Shape the themes of the sample program: one under another, one with a color, one kept apart."""
    desk, program = stage.desk, stage.program
    wider = desk.add(program, Theme("Safety on the way", starter=False))
    picture = stage.folders.picture(program)
    first, second, third = picture.themes[:3]
    put_under(desk, picture, second, wider)
    put_under(desk, picture, third, wider)
    color_theme(desk, picture, first, 3)
    set_aside(desk, picture, picture.themes[-1], aside=True)
    set_beside(desk, picture, first, third, Rung.RELATED)
    _open(stage, program).go_to(first.theme_id)
    stage.settle()


def _season(stage: Stage) -> ThemesTab:
    return _open(stage, add_season(stage.desk, stage.folders.shelf))


def _large(stage: Stage) -> None:
    _season(stage)


def _one_theme(stage: Stage) -> None:
    tab = _season(stage)
    tab.go_to(_themes(stage)[0].theme_id)
    stage.settle()


def _selected(stage: Stage) -> None:
    """Select a dozen notes of one theme."""
    tab = _season(stage)
    tab.go_to(_themes(stage)[4].theme_id)
    tab.list.opened.emit(_themes(stage)[4].theme_id)
    stage.settle()
    tab.notes.list.choose([row.id for row in tab.notes.list.rows()[1:13]])
    stage.settle()


def _filtered(stage: Stage) -> None:
    """Search in the concerns and hopes of two circles."""
    tab = _season(stage)
    tab.list.opened.emit(shelf_id(Shelf.ALL))
    filters = tab.notes.filters
    for value in (
        (Facet.KIND, "concern"),
        (Facet.KIND, "hope"),
        (Facet.CIRCLE, "C03"),
        (Facet.CIRCLE, "C18"),
    ):
        filters.take(value)
    filters.line.setText("lamp")
    stage.settle()


def _split(stage: Stage) -> None:
    _selected(stage)
    stage.press(stage.words.tr("Split"))
    stage.settle()


def _choice(stage: Stage) -> None:
    _selected(stage)
    stage.press(stage.words.tr("Add a theme"))
    stage.settle()


def _compare(stage: Stage) -> None:
    tab = _season(stage)
    themes = _themes(stage)
    tab.shaping.open_compare(themes[0], themes[3].theme_id)
    stage.settle()


def _synonyms(stage: Stage) -> None:
    _open(stage, stage.program).synonyms.click()
    stage.settle()


def _differing(stage: Stage) -> None:
    """Let another organizer have coded two notes differently."""
    desk, program = stage.desk, stage.program
    picture = stage.folders.picture(program)
    mine, theirs = picture.themes[0], picture.themes[2]
    lines = picture.themes[1].lines[:2]
    add_theme(desk, picture, lines, mine.theme_id)
    for line in lines:
        _code_elsewhere(desk, picture, line.note_id, theirs)
    tab = _open(stage, program)
    tab.go_to(shelf_id(Shelf.DIFFERING))
    stage.settle()
    tab.head.differing.click()
    stage.settle()


def _code_elsewhere(desk: Desk, picture: ProgramPicture, note: RecordId, theme: ThemeCount) -> None:
    record = desk.get(coding_id(RecordId(str(picture.program_id)), note))
    if record is not None:
        other = DeviceId("elsewhere")
        edition = Edition(Version(((other, 1),)), record.shown.at, other, Coding(note, (theme.theme_id,)))
        both = Record(record.id, record.kind, record.owner, (*record.editions, edition))
        with desk.file.writing():
            desk.file.records.write(Change(Act.IMPORT, (Pair(record, both),)))


def _themes(stage: Stage) -> tuple[ThemeCount, ...]:
    picture = stage.the(ThemesTab).acts.picture
    return picture.themes if picture is not None else ()


SCENES = (
    Scene("workbench-empty", "Themes, nothing has arrived", _empty, FEW, with_sample=False),
    Scene("workbench-small", "Themes, nested, colored, kept apart", _small, ALL_SIZES),
    Scene("workbench-season", "Themes, 48 circles", _large, ALL_SIZES, with_sample=False),
    Scene("workbench-theme", "Themes, one of 48 circles", _one_theme, FEW, with_sample=False),
    Scene("workbench-selected", "Themes, notes selected", _selected, ALL_SIZES, with_sample=False),
    Scene("workbench-filtered", "Themes, notes filtered", _filtered, ALL_SIZES, with_sample=False),
    Scene("workbench-split", "Themes, a theme is split", _split, FEW, with_sample=False),
    Scene("workbench-choice", "Themes, a theme is chosen by typing", _choice, FEW, with_sample=False),
    Scene("workbench-compare", "Themes, two compared", _compare, FEW, with_sample=False),
    Scene("workbench-synonyms", "Themes, words that mean the same", _synonyms, FEW),
    Scene("workbench-differing", "Themes, coded differently", _differing, FEW),
)
