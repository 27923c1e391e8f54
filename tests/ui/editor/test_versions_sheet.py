"""Earlier versions are listed, read, and brought back as a step that can be undone."""

from dialogue_desk.exchange.guide_edits import top_value
from dialogue_desk.ui.editor.versions_sheet import VersionsSheet, words_of
from dialogue_desk.words import Words


def open_sheet(view):
    view.show_versions()
    return view.window().findChildren(VersionsSheet)[-1]


def test_each_version_is_listed_with_its_time_and_can_be_read(view, editor, clock):
    clock.advance(60_000)
    editor.steps.top("title", "Our Safety")
    sheet = open_sheet(view)
    assert len(sheet.list.rows()) == 2 and "Our Safety" in sheet.text.toPlainText()
    sheet.list.moved.emit("1")
    assert sheet.text.toPlainText().startswith("Safety Together")
    sheet.reject()


def test_what_a_version_says_is_as_wide_as_the_dialog(view, qapp):
    sheet = open_sheet(view)
    qapp.processEvents()
    assert sheet.text.width() > sheet.width() - 100
    sheet.reject()


def test_a_version_that_is_brought_back_can_be_undone(view, editor, clock):
    clock.advance(60_000)
    for language, title in (("en", "Our Safety"), ("es", "Nuestra seguridad")):
        editor.choose_language(language)
        editor.steps.top("title", title)
    sheet = open_sheet(view)
    sheet.list.go_to("1")
    sheet.bring.click()
    titles = [top_value(source, "title") for source in editor.editing.sources.values()]
    assert titles == ["Safety Together", "Seguridad entre todos"]
    assert editor.bar.undo.text() == "Undo: bringing back an earlier version"
    editor.undo()
    assert top_value(editor.source, "title") == "Nuestra seguridad"


def test_a_text_that_is_no_guide_is_shown_as_it_is():
    assert words_of("no guide", Words()) == "no guide"
