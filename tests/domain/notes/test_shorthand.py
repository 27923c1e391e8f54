from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.notes.shorthand import (
    LONGEST_THEME,
    SIGNS,
    SPREADS,
    Captured,
    captured,
    same_theme,
    theme_mark,
)

letters = st.text(st.characters(categories=("L", "M", "N")), min_size=1, max_size=LONGEST_THEME).filter(
    lambda t: any(map(str.isalpha, t))
)
words = st.lists(letters, min_size=1, max_size=6).map(" ".join)


def test_a_line_without_marks_is_kept_as_it_is():
    assert captured("  Stops feel  random.\n") == Captured("  Stops feel  random.\n")


def test_a_sign_first_is_the_kind():
    assert captured("? Who reads the forms?") == Captured("Who reads the forms?", NoteKind.QUESTION)
    assert captured("+Everyone wants to get home") == Captured(
        "Everyone wants to get home", NoteKind.COMMON_GROUND
    )
    assert captured("!A bench at the stop") == Captured("A bench at the stop", action=True)


def test_a_sign_further_on_is_a_word():
    assert captured("We asked ? and !").text == "We asked ? and !"
    assert captured(" *shy").kind is None


def test_themes_and_spread_are_read_at_the_end():
    line = captured("Stops feel random #safety #getting_around /2")
    assert line == Captured("Stops feel random", spread=Spread.A_FEW, themes=("safety", "getting around"))


def test_themes_and_spread_are_read_at_the_beginning():
    assert captured("*#school /1 A teacher stayed late") == Captured(
        "A teacher stayed late", NoteKind.STRENGTH, spread=Spread.ONE_VOICE, themes=("school",)
    )


def test_marks_in_the_middle_are_words():
    assert captured("The #12 bus and 1 /2 a mile").text == "The #12 bus and 1 /2 a mile"
    assert captured("Take the #12") == Captured("Take the #12", mentioned=("12",))
    assert captured("and/or /6") == Captured("and/or /6")


def test_the_second_spread_is_a_word():
    assert captured("It was 3 /3 /4") == Captured("It was 3 /3", spread=Spread.EVERYONE)


def test_an_action_idea_has_no_spread():
    assert captured("!Ask the board /3") == Captured("Ask the board /3", action=True)
    assert captured("Ask the board /3", action=True) == Captured("Ask the board /3", action=True)


def test_a_sign_goes_before_the_kind_that_was_chosen():
    assert captured("?Why", action=True) == Captured("Why", NoteKind.QUESTION)


def test_the_closing_mark_of_a_quote_goes_with_the_opening_one():
    assert captured('"I felt seen" #care').text == "I felt seen"
    assert captured('"Nobody asked us" she said #trust').text == '"Nobody asked us" she said'
    assert captured('"He said "go" and left').text == 'He said "go" and left'


def test_a_line_of_themes_alone_says_their_names():
    assert captured("#safety #school") == Captured("safety, school", themes=("safety", "school"))


def test_marks_alone_are_words():
    assert captured("?").text == "?"
    assert captured("/3") == Captured("/3")


def test_a_backslash_keeps_the_line():
    assert captured("\\? #x /1") == Captured("? #x /1")


def test_every_sign_says_its_kind():
    assert {sign: captured(sign + " words").kind for sign in '?"+~*^'} == {
        "?": NoteKind.QUESTION,
        '"': NoteKind.QUOTE,
        "+": NoteKind.COMMON_GROUND,
        "~": NoteKind.DISAGREEMENT,
        "*": NoteKind.STRENGTH,
        "^": NoteKind.PARKING_LOT,
    }
    assert captured("! words").action


def test_a_theme_between_the_words_is_told_and_stays_a_word():
    line = captured("The #bus is late, so is the #school_bus, at night")
    assert line.text == "The #bus is late, so is the #school_bus, at night"
    assert (line.themes, line.mentioned) == ((), ("bus", "school bus"))


def test_a_comma_between_two_themes_is_part_of_neither():
    assert captured("Dark stops #safety, #school.").themes == ("safety", "school")


def test_a_word_too_long_for_a_name_is_a_word():
    assert captured("one #" + "x" * LONGEST_THEME).themes == ("x" * LONGEST_THEME,)
    assert captured("one #" + "x" * (LONGEST_THEME + 1)).themes == ()


def test_a_flood_of_marks_is_read_in_no_time():
    line = captured("#a /2 " * 200_000)
    assert len(line.themes) + len(line.mentioned) < 100
    assert line.text


def test_names_that_a_person_reads_as_one_are_one_theme():
    assert same_theme("Getting around") == same_theme(" getting  AROUND") == same_theme("getting_around")
    assert same_theme("pen\u0303a") == same_theme("peña")
    assert same_theme("bus") != same_theme("buses")


@given(st.text())
def test_something_is_kept_of_every_line_that_says_something(line):
    assert bool(captured(line).text.strip()) == bool(line.strip())


@given(st.text().filter(str.strip))
def test_any_text_can_be_kept_exactly(text):
    assert captured("\\" + text).text == text


@given(words, st.sampled_from(sorted(SIGNS)), st.sampled_from(sorted(SPREADS)), st.lists(letters, max_size=3))
def test_what_is_marked_is_read_back(text, sign, spread, names):
    line = captured(" ".join([sign + text, *map(theme_mark, names), spread]))
    assert (line.text, line.kind, line.spread) == (text, SIGNS[sign], SPREADS[spread])
    assert line.themes == tuple(dict.fromkeys(names))


@given(st.text())
def test_the_words_are_a_stretch_of_the_line(line):
    found = captured(line)
    assert found.text in line or found.text == ", ".join(found.themes)
