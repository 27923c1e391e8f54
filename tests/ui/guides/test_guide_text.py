from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFrame

from dialogue_desk.domain.model.guide import NotesPolicy, Part, PartKind
from dialogue_desk.domain.model.guide_extras import FillIn
from dialogue_desk.exchange.guide_library import guides_in
from dialogue_desk.resources import resource
from dialogue_desk.ui.guides.guide_text import MomentPiece, PartText
from dialogue_desk.words import Words
from tests.ui.seen import words_on

WORDS = Words()


@pytest.fixture(scope="module")
def part() -> Part:
    guide = guides_in(resource("guides"), WORDS).guide("safety-together").translation("en").guide
    return guide.session("s1").parts[0]


def shown(theme, qtbot, *parts):
    text = PartText(theme, 1, parts, WORDS)
    qtbot.addWidget(text)
    return words_on(text)


def test_what_is_said_is_beside_a_rule_and_what_is_asked_on_a_ground_of_its_own(theme, qtbot, part):
    text = PartText(theme, 1, [replace(part, ask=("Why?",))], WORDS)
    qtbot.addWidget(text)
    roles = [frame.property("role") for frame in text.findChildren(QFrame)]
    assert roles.count("spoken") == 1 and roles.count("asked") == 1


def test_a_question_that_may_be_left_out_says_so(theme, qtbot, part):
    words = shown(theme, qtbot, replace(part, ask=("Why?", "And how?"), optional=(1,)))
    assert words.index("may be left out") == words.index("And how?") + 1
    assert words.count("may be left out") == 1


def test_facts_to_look_up_say_where(theme, qtbot, part):
    words = shown(theme, qtbot, replace(part, fill_in=(FillIn("how many", "city hall"),)))
    assert "how many (city hall)" in words


@pytest.mark.parametrize(("kind", "told"), [(PartKind.OPEN_TALK, True), (PartKind.BREAK, False)])
def test_that_no_notes_are_taken_is_said_but_not_of_a_break(theme, qtbot, part, kind, told):
    without = shown(theme, qtbot, replace(part, kind=kind, notes=NotesPolicy.ON))
    words = shown(theme, qtbot, replace(part, kind=kind, notes=NotesPolicy.OFF))
    assert (len(words) > len(without)) is told


def test_what_one_language_lacks_keeps_the_lines_of_the_other_in_their_places(theme, qtbot, part):
    silent = replace(part, say=(), title="Hola")
    words = shown(theme, qtbot, part, silent)
    assert words.count("Say") == 1 and "Hola" in words
    assert shown(theme, qtbot, None, part).count(part.title) == 1


def test_a_moment_that_one_language_lacks_leaves_its_place_empty(theme, qtbot):
    moment = guides_in(resource("moments"), WORDS).decks[0].translation("en").guide.moments[0]
    piece = MomentPiece(theme, [moment, None], WORDS)
    qtbot.addWidget(piece)
    assert words_on(piece).count(moment.title) == 1
