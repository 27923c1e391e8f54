import pytest
from PySide6.QtGui import QFontMetricsF

from dialogue_desk.ui.room.room_content import with_direction_mark
from dialogue_desk.ui.room.room_typesetting import Typesetter, balanced
from dialogue_desk.ui.widgets.text_block import natural_width, reads_leftward
from tests.ui.room.sheets import ARABIC, LONG, LONG_ES, RULES, SHORT, SHORT_ES, USUAL, USUAL_ES

WALLS = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (256, 144)]
QUESTIONS = {
    "one word": ("Why?",),
    "short": (SHORT,),
    "usual": (USUAL,),
    "long": (LONG,),
    "two short": (SHORT, SHORT_ES),
    "two usual": (USUAL, USUAL_ES),
    "two long": (LONG, LONG_ES),
    "a page": (" ".join([LONG] * 12), " ".join([LONG_ES] * 12)),
    "no spaces": ("ünüberwindbar" * 60,),
    "arabic": (with_direction_mark("ar", ARABIC), SHORT),
    "many lines": ("\n".join([SHORT] * 40),),
}


def setter(theme, wall, **how):
    return Typesetter(theme.font(), *wall, **how)


def inside(setting, wall):
    width, height = wall
    return all(
        piece.left >= 0
        and piece.top >= 0
        and piece.left + piece.block.width <= width
        and piece.top + piece.block.height <= height
        for piece in setting.pieces
    )


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize("texts", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_of_any_length_is_shown_whole(theme, wall, texts):
    setting = setter(theme, wall).question(texts)
    assert setting.pieces and inside(setting, wall)


@pytest.mark.parametrize("wall", WALLS[:3], ids=str)
@pytest.mark.parametrize(
    "texts", [(SHORT,), (USUAL,), (LONG,), (SHORT, SHORT_ES), (USUAL, USUAL_ES)], ids=len
)
def test_what_a_circle_is_asked_reads_from_the_back_of_the_room(theme, wall, texts):
    typesetter = setter(theme, wall)
    assert typesetter.question(texts).size >= typesetter.floor >= 53 * wall[1] / 720


@pytest.mark.parametrize("wall", WALLS[:3], ids=str)
def test_the_next_size_up_would_not_have_held(theme, wall):
    setting = setter(theme, wall).question([LONG])
    font = theme.font()
    font.setPixelSize(setting.size + 1)
    spare = wall[1] * 0.83 - sum(piece.block.height for piece in setting.pieces)
    assert spare < QFontMetricsF(font).height() * 1.5


@pytest.mark.parametrize("texts", [(SHORT,), (USUAL,), (LONG,), (LONG, LONG_ES)], ids=len)
def test_a_line_holds_about_twelve_words_at_most(theme, texts):
    setting = setter(theme, (3840, 720)).question(texts)
    words = sum(len(text.split()) for text in texts)
    assert words / sum(piece.block.lines for piece in setting.pieces) <= 13


def test_two_languages_weigh_the_same(theme):
    setting = setter(theme, (1280, 720)).question([SHORT, LONG_ES])
    first, second = setting.pieces
    assert first.top == second.top
    assert first.left < 640 <= second.left
    assert len(setting.hairlines) == 1


@pytest.mark.parametrize("wall", WALLS[:3], ids=str)
def test_two_languages_use_four_fifths_of_the_height(theme, wall):
    english, spanish = (
        "What might someone have been through to say that?",
        "¿Qué habrá vivido alguien para decir eso?",
    )
    setting = setter(theme, wall).question([english, spanish])
    assert max(piece.block.height for piece in setting.pieces) >= 0.78 * wall[1]


def test_no_line_of_a_question_is_short_beside_the_others(theme):
    question = "What might someone have been through to say that?"
    (piece,) = setter(theme, (1280, 720)).question([question]).pieces
    lines = [piece.block._lines.lineAt(n).naturalTextWidth() for n in range(piece.block.lines)]
    assert min(lines[:-1]) > 0.62 * max(lines)


def test_lines_are_broken_where_they_are_about_equal(theme):
    font = theme.font()
    text = "one two three four five six seven eight"
    wide = natural_width("one two three four five six seven", font) + 2
    assert balanced(text, font, wide) == "one two three four\nfive six seven eight"
    assert balanced("one two", font, 1_000) == "one two"
    assert balanced("unbreakable" * 9, font, 200) == "unbreakable" * 9


def test_from_right_to_left_the_first_language_stands_at_the_right(theme):
    setting = setter(theme, (1280, 720), mirrored=True).question([SHORT, SHORT_ES])
    first, second = setting.pieces
    assert second.left < 640 <= first.left


def test_a_text_that_reads_leftward_begins_at_the_right_of_its_column(theme):
    setting = setter(theme, (1280, 720)).question([SHORT, with_direction_mark("ar", ARABIC)])
    arabic = setting.pieces[1]
    assert arabic.left + arabic.block.width > 1280 * 0.85


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize("rules", [RULES[:1], RULES, RULES * 4, (LONG,) * 9, (ARABIC,) * 3], ids=len)
def test_all_ground_rules_are_shown_and_numbered(theme, wall, rules):
    setting = setter(theme, wall).rules(rules)
    assert inside(setting, wall)
    assert sum(piece.quiet for piece in setting.pieces) == len(rules)
    assert sum(not piece.quiet for piece in setting.pieces) == len(rules)


def test_many_ground_rules_stand_in_two_columns(theme):
    one, two = (setter(theme, (1280, 720)).rules(rules) for rules in (RULES[:3], RULES))
    assert not one.hairlines and len(two.hairlines) == 1
    assert two.size > 40


def test_nothing_to_show_is_an_empty_wall(theme):
    assert not setter(theme, (1280, 720)).question(["", " \n"]).pieces
    assert not setter(theme, (1280, 720)).rules(()).pieces


def test_the_direction_of_a_language_holds_whatever_word_comes_first():
    assert reads_leftward(ARABIC) and not reads_leftward(SHORT)
    assert reads_leftward(with_direction_mark("ar", f"Eastside: {ARABIC}")) and reads_leftward(
        with_direction_mark("fa-IR", "1")
    )
    assert not reads_leftward("123") and not reads_leftward(with_direction_mark("es", ARABIC))


@pytest.mark.parametrize("wall", WALLS[:3], ids=str)
@pytest.mark.parametrize("lines", [[SHORT], [SHORT] * 3, [SHORT, LONG] * 6, RULES * 4], ids=len)
def test_of_the_lines_that_are_read_as_many_are_seen_as_read_from_the_back(theme, wall, lines):
    typesetter = setter(theme, wall)
    setting = typesetter.lines(lines)
    assert 1 <= len(setting.pieces) <= len(lines) and inside(setting, wall)
    assert setting.size >= typesetter.floor
    if len(setting.pieces) < len(lines):
        assert typesetter.question(["\n".join(lines[: len(setting.pieces) + 1])]).size < typesetter.floor


def test_a_line_too_long_for_the_wall_is_shown_whole_all_the_same(theme):
    setting = setter(theme, (1280, 720)).lines([" ".join([LONG] * 12), SHORT])
    assert len(setting.pieces) == 1 and inside(setting, (1280, 720))


def test_no_lines_are_an_empty_wall(theme):
    assert not setter(theme, (1280, 720)).lines(["", " "]).pieces
