"""Scenes of the guides: the library, one read like a booklet, and what is printed of it."""

from __future__ import annotations

from functools import partial

from dialogue_desk.desk.guides.guide_copies import begun_with, changed_version
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.guides.format_help import FormatHelp
from dialogue_desk.ui.guides.guides_page import GuidesPage
from dialogue_desk.ui.guides.print_sheet import PrintSheet
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage


def _library(stage: Stage) -> None:
    stage.go(PageName.GUIDES)


def _own(stage: Stage) -> None:
    """Show a guide in two versions, one made from a document, and one that is not ready."""
    own = stage.folders.shelf.own
    assert own is not None
    texts = tuple(stage.folders.shelf.translations("one-evening").values())
    own.add(texts, Origin.OPENED)
    own.add(changed_version(texts), Origin.COPIED)
    (park, *_) = begun_with(texts, "our-park")
    titled = park.text.replace(stage.folders.shelf.guide(park).title, "Our park")
    own.add((guide_text_of(titled),), Origin.DOCUMENT)
    own.add((guide_text_of(titled.replace("kind=closing", "kind=close")),), Origin.WRITTEN)
    stage.go(PageName.GUIDES)


def _methods(stage: Stage) -> None:
    stage.go(PageName.GUIDES)
    bar = stage.the(GuidesPage).library.shelves.verticalScrollBar()
    bar.setValue(bar.maximum())


def _menu(stage: Stage) -> None:
    _read(stage, "safety-together")
    stage.the(GuidesPage).reading.bar.more.click()


def _read(stage: Stage, key: str, tab: int = 0, *, both: bool = False) -> None:
    """Read a guide at one of its tabs, in two languages at once or in that of the look."""
    stage.go(PageName.GUIDES)
    page = stage.the(GuidesPage)
    page.read(key)
    if tab:
        page.reading.sessions.setCurrentIndex(tab)
    if both:
        languages = "+".join(sorted(("en", "es"), key=lambda code: code != stage.words.language))
        page.reading.languages.choose(languages)
        page.reading.languages.chosen.emit(languages)
    stage.settle()


def _search(stage: Stage, typed: str) -> None:
    stage.go(PageName.GUIDES)
    library = stage.the(GuidesPage).library
    library.field.setFocus()
    library.field.setText(typed)
    library.search()
    stage.settle()


def _print(stage: Stage) -> None:
    _read(stage, "safety-together", tab=2)
    stage.the(GuidesPage).reading.bar.print.click()
    stage.settle()


def _printed(stage: Stage) -> None:
    _print(stage)
    stage.the(PrintSheet).save.click()
    stage.settle()


def _format(stage: Stage, typed: str = "", section: str = "") -> None:
    """Read how guides are written, at a section or with words that are found."""
    stage.go(PageName.GUIDES)
    stage.the(GuidesPage).read_format()
    stage.settle()
    if section:
        stage.the(FormatHelp).outline.moved.emit(section)
    if typed:
        stage.the(FormatHelp).field.setText(typed)
        stage.settle()


SCENES = (
    Scene("guides", "Guides", _library, ALL_SIZES),
    Scene("guides-own", "Guides of this laptop", _own, ALL_SIZES),
    Scene("guides-methods", "Methods to begin a guide with", _methods),
    Scene("guide-menu", "A guide to read, its menu", _menu),
    Scene("guide", "A guide to read, its front", partial(_read, key="safety-together"), ALL_SIZES),
    Scene(
        "guide-session", "A guide to read, a session", partial(_read, key="safety-together", tab=2), ALL_SIZES
    ),
    Scene("guide-optional", "A guide with optional sessions", partial(_read, key="fair-ground", tab=1)),
    Scene("guide-single", "A guide of one session", partial(_read, key="one-evening")),
    Scene(
        "guide-two",
        "A guide to read, two languages side by side",
        partial(_read, key="safety-together", tab=2, both=True),
        ALL_SIZES,
    ),
    Scene("guide-search", "Searching all guides", partial(_search, typed="officers trust"), ALL_SIZES),
    Scene("guide-search-none", "Searching all guides, nothing found", partial(_search, typed="xylophone")),
    Scene("guide-print", "What to print of a guide", _print, ALL_SIZES),
    Scene("guide-printed", "What was printed of a guide", _printed),
    Scene("guide-format", "How guides are written", _format, ALL_SIZES),
    Scene("guide-format-table", "How guides are written, a table", partial(_format, section="0"), ALL_SIZES),
    Scene(
        "guide-format-search", "How guides are written, words found", partial(_format, typed="minutes each")
    ),
)
