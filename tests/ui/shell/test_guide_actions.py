"""Guides are saved as a file, begun, copied before they are changed, and opened again."""

import pytest

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.domain.model.own_guide import Origin
from dialogue_desk.exchange.guide_zip import read_guide_texts
from dialogue_desk.resources import resource
from dialogue_desk.ui.shell.guide_actions import GuideActions
from dialogue_desk.words import Words
from tests.shelf import GUIDES


@pytest.fixture
def own(desk):
    return OwnGuides(desk)


@pytest.fixture
def shelf(own):
    return GuideShelf(GUIDES, Words(), own=own)


@pytest.fixture
def actions(shelf, own, context):
    return GuideActions(shelf, own, context, context.toast.parentWidget())


@pytest.fixture
def written(actions):
    written = []
    actions.writing_wanted.connect(written.append)
    return written


def test_a_guide_that_ships_is_copied_as_a_later_version_before_it_is_changed(
    actions, written, own, shelf, context
):
    actions.write("one-evening")
    (kept,) = own.all()
    shipped = shelf.translations("one-evening")
    assert written == [kept.key] and kept.origin is Origin.COPIED and set(kept.texts) == set(shipped)
    assert kept.texts["en"].guide == "one-evening" and kept.texts["en"].version > shipped["en"].version
    assert "stays as it is" in context.toast.sentence()
    assert actions.begun == kept.key
    actions.write("one-evening")
    assert len({one.texts["en"].version for one in own.all()}) == 2


def test_a_guide_of_ones_own_is_written_as_it_is(actions, written, own, shelf):
    key = own.add(shelf.texts_of("one-evening"), Origin.OPENED)
    actions.write(key)
    assert written == [key] and len(own.all()) == 1
    assert actions.begun != key, "it was here before"


def test_a_new_guide_begins_with_an_evening_that_can_be_led(actions, written, own, shelf):
    actions.begin_new()
    actions.begin_new()
    first, second = own.all()
    assert written == [first.key, second.key] and actions.begun == second.key
    names = [one.texts["en"].guide for one in (first, second)]
    assert len(set(names)) == 2 and all(name.startswith("evening-") for name in names)
    assert shelf.library().guide(first.key).translation("en").guide.sessions


def test_a_method_becomes_a_guide_of_its_own(actions, written, own):
    actions.begin_with(resource("templates", "world-cafe.es.guide.md"))
    (kept,) = own.all()
    assert written == [kept.key] and kept.texts["es"].guide.startswith("world-cafe-")
    assert kept.texts["es"].version == "1.0.0"


def test_a_guide_is_saved_as_one_file_in_all_its_languages_and_can_be_opened_again(
    actions, shelf, ask, context, tmp_path, qtbot
):
    ask.save = tmp_path / "one-evening.guide.zip"
    actions.share("one-evening")
    qtbot.waitUntil(lambda: "is in" in context.toast.sentence())
    assert ask.names == ["one-evening.guide.zip"]
    found = read_guide_texts(ask.save, Words())
    assert tuple(one.text for one in found) == shelf.texts_of("one-evening")


def test_a_guide_in_one_language_is_saved_as_its_text(actions, own, shelf, ask, tmp_path, qtbot):
    key = own.add(shelf.texts_of("one-evening")[:1], Origin.OPENED)
    ask.save = tmp_path / "ours.guide.md"
    actions.share(key)
    qtbot.waitUntil(ask.save.exists)
    assert ask.names == ["one-evening.en.guide.md"] and ask.save.read_text(encoding="utf-8").startswith("---")


def test_a_guide_that_cannot_be_saved_says_so(actions, ask, context, tmp_path, qtbot):
    ask.save = tmp_path / "gone" / "one-evening.guide.zip"
    actions.share("one-evening")
    qtbot.waitUntil(lambda: "could not be saved" in context.toast.sentence())


def test_guide_files_are_asked_for_and_opened(actions, own, shelf, ask, tmp_path, qtbot):
    ask.files = [tmp_path / "ours.guide.md"]
    text = shelf.texts_of("one-evening")[0].text.replace("id: one-evening", "id: ours")
    ask.files[0].write_text(text, encoding="utf-8")
    actions.ask_for_files()
    qtbot.waitUntil(lambda: len(own.all()) == 1)
    assert ask.asked == ["Open guides"]
