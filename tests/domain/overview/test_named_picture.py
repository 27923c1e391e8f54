"""A program's picture says its themes in the language of whoever reads it."""

from dataclasses import replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.overview.named_picture import named_in
from dialogue_desk.domain.overview.program_overview import CircleNote, ThemeCount
from tests.domain.arrived import pictured

LINE = CircleNote(
    "C1",
    1,
    "Nobody calls back",
    NoteKind.CONCERN,
    None,
    ("Being heard", "Lights"),
    "en",
    RecordId("n"),
    RecordId("c"),
)
HEARD = ThemeCount(
    RecordId("t"), "Being heard", ("C1",), 1, 0, 0, 0, (LINE,), names=(("es", "Ser escuchados"),)
)
LIGHTS = ThemeCount(RecordId("u"), "Lights", ("C1",), 1, 0, 0, 0, (LINE,))


def test_themes_and_lines_have_the_names_of_the_language_and_go_back():
    picture = replace(
        pictured(), themes=(HEARD,), every_theme=(HEARD, LIGHTS), lines=(LINE,), questions=(LINE,)
    )
    spanish = named_in(picture, "es")
    assert [theme.name for theme in spanish.themes] == ["Ser escuchados"]
    assert [theme.name for theme in spanish.every_theme] == ["Ser escuchados", "Lights"]
    assert set(spanish.themes[0].every_name) == {"Ser escuchados", "Being heard"}
    for lines in (spanish.lines, spanish.questions, spanish.every_theme[1].lines):
        assert [line.themes for line in lines] == [("Ser escuchados", "Lights")]
    english = named_in(spanish, "en")
    assert (english.lines, english.themes[0].lines) == ((LINE,), (LINE,))


def test_a_language_without_names_of_its_own_leaves_the_picture_as_it_is():
    picture = replace(pictured(), themes=(HEARD, LIGHTS))
    assert named_in(picture, "vi") is picture
