"""Scenes of the editor of guides, with a copy of a guide that ships."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.guide_copies import begun_with
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.section_texts import Sort
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.editor.editor_view import EditorView
from dialogue_desk.ui.editor.guide_editor import GuideEditor
from dialogue_desk.ui.editor.part_fields import PartFields
from dialogue_desk.ui.style.theme import Space
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage

_ENDLESS = "Streets and squares of ours " * 4_000
"""A title as only a file brings it."""


def _open(stage: Stage) -> GuideEditor:
    own = OwnGuides(stage.desk)
    texts = stage.folders.shelf.translations("safety-together")
    key = own.add(begun_with(texts.values(), "our-safety"), Origin.COPIED)
    stage.go(PageName.EDIT_GUIDE, key)
    view = stage.the(EditorView)
    assert view.editor is not None, "the guide can be edited"
    return view.editor


def _part(stage: Stage) -> None:
    editor = _open(stage)
    session = editor.path[0]
    editor.go_to((session, 3))


def _session(stage: Stage) -> None:
    _open(stage)


def _about(stage: Stage) -> None:
    _open(stage).go_to(())


def _checked(stage: Stage) -> None:
    """Make a part too short for its go-round, and empty its title."""
    editor = _open(stage)
    session = editor.path[0]
    place = next(at for at, part in enumerate(editor.source.sections[session].sections) if part.value("each"))
    editor.steps.figure((session, place), "minutes", "9")
    editor.steps.title((session, place + 1), "")
    editor.go_to((session, place))


def _cards(stage: Stage) -> None:
    """Open the first card of a part."""
    editor = _open(stage)
    card = next(path for path, section in editor.source.walk() if section.card)
    editor.go_to(card[:2])
    stage.settle()
    fields = editor.form.shown
    assert isinstance(fields, PartFields), "a part has cards"
    fields.cards.rows[0].expander.unfold(True)
    stage.settle()
    bar = editor.form.page.verticalScrollBar()
    bar.setValue(fields.cards.mapTo(editor.form.page.ground, QPoint(0, 0)).y() - Space.VAST)


def _after_a_kill(stage: Stage) -> None:
    """Open a guide with a draft that was left behind."""
    editor = _open(stage)
    editor.steps.top("title", "Our Safety")
    writing = editor.editing.draft_writing()
    assert writing is not None, "something was changed"
    writing()
    key = editor.editing.key
    stage.the(EditorView).editor = None  # as if the process had ended here
    editor.hide()
    editor.deleteLater()
    stage.go(PageName.EDIT_GUIDE, key)


def _palette(stage: Stage) -> None:
    _open(stage).outline_actions.ask_for_part()


def _translated(stage: Stage) -> None:
    """Put the languages side by side, with a part that is new in one of them."""
    editor = _open(stage)
    path = (editor.path[0], 1)
    editor.go_to(path)
    editor.steps.add_text(path, Sort.TIP, 0, "Say it once more when somebody comes late.")
    editor.translate(on=True)


def _long_title(stage: Stage) -> None:
    """Show a guide and a part of it whose file brings titles without end."""
    editor = _open(stage)
    editor.steps.top("title", _ENDLESS)
    editor.steps.title((editor.path[0], 0), _ENDLESS)
    editor.go_to((editor.path[0], 0))


def _long_title_in_library(stage: Stage) -> None:
    """Show the library with a guide whose file brings a title and a summary without end."""
    editor = _open(stage)
    editor.steps.top("title", _ENDLESS)
    editor.steps.top("summary", _ENDLESS)
    stage.the(EditorView).leave()
    stage.go(PageName.GUIDES)


def _one_language(stage: Stage) -> None:
    """Translate a guide that has one language."""
    editor = _open(stage)
    editor.choose_language("en")
    editor.steps.make(EditKind.BRING_BACK, {"en": editor.source})
    editor.translate(on=True)


def _versions(stage: Stage) -> None:
    """Save two versions, and list them."""
    editor = _open(stage)
    for title in ("Safety Together, with us", "Our Safety"):
        stage.clock.advance(26 * 60 * MINUTE)
        editor.steps.top("title", title)
        stage.the(EditorView).keep()
    stage.the(EditorView).show_versions()


SCENES = (
    Scene("editor", "Editor, a session", _session, ALL_SIZES),
    Scene("editor-part", "Editor, a part", _part, ALL_SIZES),
    Scene("editor-about", "Editor, the guide itself", _about, ALL_SIZES),
    Scene("editor-checked", "Editor, what the check says", _checked, ALL_SIZES),
    Scene("editor-translate", "Editor, two languages", _translated, ALL_SIZES),
    Scene("editor-cards", "Editor, a card of a part", _cards),
    Scene("editor-after-kill", "Editor, what was typed before the app was ended", _after_a_kill),
    Scene("editor-long-title", "Editor, a title without end", _long_title),
    Scene("guides-long-title", "Guides, a title without end", _long_title_in_library),
    Scene("editor-one-language", "Editor, a guide in one language", _one_language),
    Scene("editor-versions", "Editor, earlier versions", _versions),
    Scene("editor-palette", "Editor, the palette of parts", _palette),
)
