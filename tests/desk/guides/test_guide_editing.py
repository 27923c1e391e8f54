"""What is typed into a guide is in a draft at once and a version in the end; a kill loses nothing of it."""

import pytest

from dialogue_desk.desk.guides.edit_history import EditKind
from dialogue_desk.desk.guides.guide_steps import WordSteps
from dialogue_desk.exchange.guide_edits import session_places, top_value
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import guide_text_of
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.words import Words

TITLE = "Seguridad entre todos"


def typing(editing, language="en"):
    return WordSteps(editing, language, Words(), lambda _: None)


def test_a_guide_that_is_only_opened_stays_to_the_byte_and_gets_no_version(edited):
    editing = edited.open()
    assert editing.text("en") == edited.own.get(edited.key).texts["en"].text
    assert not editing.keep() and len(edited.own.versions(edited.key, "en")) == 1


def test_a_change_that_is_undone_gives_the_text_back_to_the_byte(edited):
    editing = edited.open()
    before = editing.text("en")
    typing(editing).title((session_places(editing.sources["en"])[0],), "Another title")
    assert editing.text("en") != before
    editing.history.undo()
    assert editing.text("en") == before and not editing.keep()


def test_each_language_that_changed_gets_a_version_and_the_draft_goes(edited):
    editing = edited.open()
    typing(editing).top("title", "Our Safety")
    editing.draft_writing()()
    assert list(edited.desk.file.path.parent.glob("*.drafts/*.draft.md"))
    assert editing.keep() and not editing.keep()
    assert len(edited.own.versions(edited.key, "en")) == 2
    assert len(edited.own.versions(edited.key, "es")) == 1
    assert not list(edited.desk.file.path.parent.glob("*.drafts*"))


def test_after_a_kill_the_draft_is_taken_up_and_can_be_undone(edited):
    editing = edited.open()
    typing(editing, "es").top("title", "Nuestra seguridad")
    editing.draft_writing()()
    again = edited.open()  # the first one was never left
    assert again.taken_up and top_value(again.sources["es"], "title") == "Nuestra seguridad"
    assert again.history.undo().kind is EditKind.TAKE_UP
    assert again.sources == edited.open().history._past[0].sources
    assert not again.keep() and not edited.open().taken_up


def test_only_what_changed_since_the_last_draft_is_written(edited):
    editing = edited.open()
    assert editing.draft_writing() is None
    typing(editing).top("title", "Our Safety")
    editing.draft_writing()()
    assert {path.name.split(".")[1] for path in edited.desk.file.path.parent.glob("*.drafts/*.draft.md")} == {
        "en"
    }
    assert editing.draft_writing() is None


def test_a_draft_that_was_under_way_when_a_version_was_saved_is_not_left_behind(edited):
    editing = edited.open()
    typing(editing).top("title", "Our Safety")
    writing = editing.draft_writing()
    editing.keep()
    writing()
    assert not list(edited.desk.file.path.parent.glob("*.drafts*"))


def test_a_version_that_cannot_be_saved_leaves_everything_as_it_is(edited):
    editing = edited.open()
    typing(editing).top("title", "Our Safety")
    editing.draft_writing()()
    edited.desk.file.close()
    with pytest.raises(Exception):  # noqa: B017, PT011  # SQLite's own, whatever it is
        editing.keep()
    assert top_value(editing.sources["en"], "title") == "Our Safety"
    assert list(edited.desk.file.path.parent.glob("*.drafts/*.draft.md"))


def test_a_draft_that_could_not_be_written_is_written_whole_the_next_time(edited):
    editing = edited.open()
    typing(editing).top("title", "Our Safety")
    folder = edited.desk.file.path.with_name("desk.db.drafts")
    folder.write_text("a file is in the way")
    with pytest.raises(DeskTrouble):
        editing.draft_writing()()
    editing.draft_failed()
    folder.unlink()
    editing.draft_writing()()
    assert edited.open().taken_up


def test_earlier_versions_are_listed_and_the_guide_is_found_as_it_was(edited):
    editing = edited.open()
    then = edited.desk.clock.now()
    edited.desk.clock.advance(60_000)
    typing(editing).top("title", "Our Safety")
    typing(editing, "es").top("title", "Nuestra seguridad")
    editing.keep()
    newest, oldest = editing.versions("en")
    assert (newest.text.text, oldest.kept_at) == (editing.text("en"), then)
    before = editing.as_at(then)
    assert [top_value(before[code], "title") for code in ("en", "es")] == ["Safety Together", TITLE]
    assert top_value(editing.as_at(newest.kept_at)["es"], "title") == "Nuestra seguridad"


def test_a_text_with_faults_is_opened_and_its_lost_lines_are_named(edited):
    text = edited.own.get(edited.key).texts["en"].text
    edited.own.keep(edited.key, guide_text_of(f"{text}\n| a | table |\n"))
    editing = edited.open()
    assert editing.lost == ("| a | table |",)
    assert "| a | table |" in editing.text("en")  # as long as nothing is changed


def test_a_text_that_is_no_guide_is_not_opened(edited):
    edited.own.keep(edited.key, guide_text_of("no guide").__class__("", "", "en", "no guide"))
    with pytest.raises(GuideUnreadable):
        edited.open()
