"""A paragraph breaks its lines once for each width."""

from reportlab.lib.styles import ParagraphStyle

from dialogue_desk.reports.pdf_words import Text

STYLE = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=12)


def test_the_height_is_that_of_the_width_asked_for_last():
    text = Text("many words in a row " * 20, STYLE)
    wide, narrow = text.wrap(400, 800), text.wrap(100, 800)
    assert narrow[1] > wide[1] and text.wrap(400, 800) == wide
    assert len(text.blPara.lines) * 12 == wide[1]


def test_where_there_is_no_room_it_does_not_fit():
    text = Text("words", STYLE)
    text.wrap(400, 800)
    assert text.wrap(0, 800)[1] > 10_000 and text.wrap(400, 800) == (400, 12)


def test_the_same_width_is_not_broken_again():
    text = Text("many words in a row " * 20, STYLE)
    text.wrap(100, 800)
    before = text.blPara
    text.wrap(100, 10)
    assert text.blPara is before


def test_what_is_split_goes_on_where_it_was_cut():
    text = Text("many words in a row " * 20, STYLE)
    text.wrap(100, 800)
    first, second = text.split(100, 60)
    whole = text.wrap(100, 800)[1]
    assert first.wrap(100, 800)[1] + second.wrap(100, 800)[1] == whole
