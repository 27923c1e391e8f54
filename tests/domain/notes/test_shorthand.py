import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.notes import NoteKind, Spread
from dialogue_desk.domain.notes.shorthand import (
    LONGEST_THEME,
    SIGNS,
    SPREADS,
    ParsedLine,
    keep_only_themes,
    parse_line,
    theme_key,
    theme_mark,
)

letters = st.text(st.characters(categories=("L", "M", "N")), min_size=1, max_size=LONGEST_THEME).filter(
    lambda t: any(map(str.isalpha, t))
)
words = st.lists(letters, min_size=1, max_size=6).map(" ".join)


def test_a_line_without_marks_is_kept_as_it_is():
    assert parse_line("  Stops feel  random.\n") == ParsedLine("  Stops feel  random.\n")


def test_a_sign_first_is_the_kind():
    assert parse_line("? Who reads the forms?") == ParsedLine("Who reads the forms?", NoteKind.QUESTION)
    assert parse_line("+Everyone wants to get home") == ParsedLine(
        "Everyone wants to get home", NoteKind.COMMON_GROUND
    )
    assert parse_line("!A bench at the stop") == ParsedLine("A bench at the stop", action=True)


def test_a_sign_further_on_is_a_word():
    assert parse_line("We asked ? and !").text == "We asked ? and !"
    assert parse_line(" *shy").kind is None


def test_themes_and_spread_are_read_at_the_end():
    line = parse_line("Stops feel random #safety #getting_around /2")
    assert line == ParsedLine("Stops feel random", spread=Spread.A_FEW, themes=("safety", "getting around"))


def test_themes_and_spread_are_read_at_the_beginning():
    assert parse_line("*#school /1 A teacher stayed late") == ParsedLine(
        "A teacher stayed late", NoteKind.STRENGTH, spread=Spread.ONE_VOICE, themes=("school",)
    )


def test_marks_in_the_middle_are_words():
    assert parse_line("The #12 bus and 1 /2 a mile").text == "The #12 bus and 1 /2 a mile"
    assert parse_line("Take the #12") == ParsedLine("Take the #12", mentioned=("12",))
    assert parse_line("and/or /6") == ParsedLine("and/or /6")


def test_the_second_spread_is_a_word():
    assert parse_line("It was 3 /3 /4") == ParsedLine("It was 3 /3", spread=Spread.EVERYONE)


def test_an_action_idea_has_no_spread_and_the_mark_is_no_word_of_it():
    said = ParsedLine("Ask the board", action=True, themes=("school board",), left_out=Spread.MOST)
    assert parse_line("!Ask the board #school_board /3") == said
    assert parse_line("Ask the board /3 #school_board", action=True) == said


def test_a_sign_goes_before_the_kind_that_was_chosen():
    assert parse_line("?Why", action=True) == ParsedLine("Why", NoteKind.QUESTION)


def test_the_closing_mark_of_a_quote_goes_with_the_opening_one():
    assert parse_line('"I felt seen" #care').text == "I felt seen"
    assert parse_line('"Nobody asked us" she said #trust').text == '"Nobody asked us" she said'
    assert parse_line('"He said "go" and left').text == 'He said "go" and left'
    assert parse_line('"Nobody asked" she said "ever"').text == '"Nobody asked" she said "ever"'


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("¿Quién lee los formularios?", NoteKind.QUESTION, "¿Quién lee los formularios?"),
        ("¿Quién? preguntó ella #escuela", NoteKind.QUESTION, "¿Quién? preguntó ella"),
        ("¿ quién lee", NoteKind.QUESTION, "quién lee"),
        ("？谁来读", NoteKind.QUESTION, "谁来读"),
        ("؟ من يقرأ", NoteKind.QUESTION, "من يقرأ"),
        ("“I felt seen”", NoteKind.QUOTE, "I felt seen"),
        ("”I felt seen”", NoteKind.QUOTE, "I felt seen"),
        ("«Nadie preguntó», dijo", NoteKind.QUOTE, "«Nadie preguntó», dijo"),
        ("« Personne »", NoteKind.QUOTE, "Personne"),
        ("‹Keiner›", NoteKind.QUOTE, "Keiner"),
        ("„Keiner“", NoteKind.QUOTE, "Keiner"),
        ("「谁也没问」", NoteKind.QUOTE, "谁也没问"),
        ("＋ everyone", NoteKind.COMMON_GROUND, "everyone"),
        ("˜ nobody", NoteKind.DISAGREEMENT, "nobody"),
        ("～ nobody", NoteKind.DISAGREEMENT, "nobody"),
        ("＊ they stayed", NoteKind.STRENGTH, "they stayed"),
        ("ˆ later", NoteKind.PARKING_LOT, "later"),
        ("^ esto", NoteKind.PARKING_LOT, "esto"),
    ],
)
def test_the_signs_of_every_keyboard_say_the_kind(typed, kind, text):
    found = parse_line(typed)
    assert (found.kind, found.action, found.text) == (kind, False, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("¡una banca en la parada", "una banca en la parada"),
        ("！长椅", "长椅"),
        ("!Pongan una banca!", "Pongan una banca!"),
    ],
)
def test_every_exclamation_mark_that_is_alone_makes_an_action_idea(typed, text):
    assert parse_line(typed) == ParsedLine(text, action=True)


@pytest.mark.parametrize(
    "typed",
    [
        "¡Qué miedo pasamos esa noche!",
        "¡Más luces!",
        "¡Basta! dijeron todos",
        "¡¿Cómo?!",
        "+1 to that",
        "+5 minutes more",
        "+½ hour",
        "+٥ دقائق",
        "＋５分",
        "+$20 a month",
        "+-5 minutes",
        "+/- 5 minutes",
        "~5 people",
        "～５人",
        "~€20 a ride",
        "*shy* people left first",
        "**Nobody** asked us",
        "- the bench",
        "1/2 of the kids walk",
    ],
)
def test_what_only_looks_like_a_sign_is_words(typed):
    assert parse_line(typed) == ParsedLine(typed)
    assert parse_line(typed, action=True) == ParsedLine(typed, action=True)


def test_a_number_behind_the_sign_of_a_theme_is_words():
    assert parse_line("#1 problem is the light").text == "#1 problem is the light"


def test_the_marks_of_an_exclamation_are_read_and_leave_no_half_of_it():
    said = ParsedLine("¡Más luces!", spread=Spread.MOST, themes=("parque",))
    assert parse_line("¡Más luces! #parque /3") == said
    assert parse_line("¡Más luces #parque!") == ParsedLine("Más luces", themes=("parque",))


def test_a_sign_with_a_space_before_a_number_is_a_sign():
    assert parse_line("+ 5 of us agree") == ParsedLine("5 of us agree", NoteKind.COMMON_GROUND)
    assert parse_line("~ 5 of us do not") == ParsedLine("5 of us do not", NoteKind.DISAGREEMENT)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("!! More light", ParsedLine("More light", action=True)),
        ("??Who pays", ParsedLine("Who pays", NoteKind.QUESTION)),
        ("?! Who pays", ParsedLine("Who pays", NoteKind.QUESTION)),
        ("++ everyone", ParsedLine("everyone", NoteKind.COMMON_GROUND)),
        ("** they stayed", ParsedLine("they stayed", NoteKind.STRENGTH)),
    ],
)
def test_a_sign_typed_twice_is_one_sign(typed, said):
    assert parse_line(typed) == said


@pytest.mark.parametrize("mark", ["/3", "／３", "/٣", "/३", "/3.", "/3,", "／３。"])
def test_the_spread_is_read_in_the_digits_of_any_script_and_before_a_full_stop(mark):
    said = ParsedLine("Dark streets", spread=Spread.MOST, themes=("light",))
    assert parse_line(f"Dark streets ＃light {mark}") == said


def test_a_full_width_backslash_keeps_the_line_too():
    assert parse_line("＼¿x #y").text == "¿x #y"


def test_a_line_of_themes_alone_says_their_names():
    assert parse_line("#safety #school") == ParsedLine("safety, school", themes=("safety", "school"))


def test_marks_alone_are_words():
    assert parse_line("?").text == "?"
    assert parse_line("/3") == ParsedLine("/3")


def test_a_backslash_keeps_the_line():
    assert parse_line("\\? #x /1") == ParsedLine("? #x /1")


def test_every_sign_says_its_kind():
    assert {sign: parse_line(sign + " words").kind for sign in '?"+~*^'} == {
        "?": NoteKind.QUESTION,
        '"': NoteKind.QUOTE,
        "+": NoteKind.COMMON_GROUND,
        "~": NoteKind.DISAGREEMENT,
        "*": NoteKind.STRENGTH,
        "^": NoteKind.PARKING_LOT,
    }
    assert parse_line("! words").action


def test_a_theme_between_the_words_is_told_and_stays_a_word():
    line = parse_line("The #bus is late, so is the #school_bus, at night")
    assert line.text == "The #bus is late, so is the #school_bus, at night"
    assert (line.themes, line.mentioned) == ((), ("bus", "school bus"))


def test_a_comma_between_two_themes_is_part_of_neither():
    assert parse_line("Dark stops #safety, #school.").themes == ("safety", "school")


def test_a_name_of_the_longest_length_is_a_theme_wherever_it_is_typed_and_a_longer_word_is_not():
    longest, longer = "x" * LONGEST_THEME, "x" * (LONGEST_THEME + 1)
    assert (parse_line(f"one #{longest}").themes, parse_line(f"one #{longer}").themes) == ((longest,), ())
    assert (parse_line(f"#{longest} one").themes, parse_line(f"#{longer} one").themes) == ((longest,), ())
    between = parse_line(f"one #{longest} two"), parse_line(f"one #{longer} two")
    assert [line.mentioned for line in between] == [(longest,), ()]
    assert keep_only_themes(parse_line(longest)).mentioned == (longest,)
    assert keep_only_themes(parse_line(longer)) is None


def test_a_flood_of_marks_is_read_in_no_time():
    line = parse_line("#a /2 " * 200_000)
    assert len(line.themes) + len(line.mentioned) < 100
    assert line.text


def test_names_that_a_person_reads_as_one_are_one_theme():
    assert theme_key("Getting around") == theme_key(" getting  AROUND") == theme_key("getting_around")
    assert theme_key("pen\u0303a") == theme_key("peña")
    assert theme_key("bus") != theme_key("buses")


@given(st.text())
def test_something_is_kept_of_every_line_that_says_something(line):
    assert bool(parse_line(line).text.strip()) == bool(line.strip())


@given(st.text().filter(str.strip))
def test_any_text_can_be_kept_exactly(text):
    assert parse_line("\\" + text).text == text


@given(words, st.sampled_from(sorted(SIGNS)), st.sampled_from(sorted(SPREADS)), st.lists(letters, max_size=3))
def test_what_is_marked_is_read_back(text, sign, spread, names):
    line = parse_line(" ".join([f"{sign} {text}", *map(theme_mark, names), spread]))
    assert (line.text, line.kind, line.spread) == (text, SIGNS[sign], SPREADS[spread])
    assert line.themes == tuple(dict.fromkeys(names))


@given(st.text())
def test_the_words_are_a_stretch_of_the_line(line):
    found = parse_line(line)
    assert found.text in line or found.text == ", ".join(found.themes)
