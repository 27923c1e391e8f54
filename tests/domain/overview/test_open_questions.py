"""Open questions go to the office that can answer them."""

from dataclasses import replace

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.organizing import Card
from dialogue_desk.domain.overview.open_questions import open_questions, questions_by_office
from dialogue_desk.domain.overview.program_overview import CircleNote
from tests.domain.overview.circle_ideas import ideas_picture


def asked(circle, text):
    own = RecordId(f"{circle} {text}")
    return CircleNote(circle, 1, text, NoteKind.QUESTION, None, (), "en", own, RecordId(circle))


WHO, WHO_TOO, WHEN = asked("C01", "Who pays?"), asked("C02", "who pays?"), asked("C03", "When?")


def picture(*lines, cards=()):
    return replace(ideas_picture(cards=cards), questions=lines)


def test_questions_worded_alike_are_one_and_what_most_circles_ask_comes_first():
    first, second = open_questions(picture(WHEN, WHO, WHO_TOO))
    assert (first.circles, second.circles, second.text) == (2, 1, "When?")
    assert {line.circle for line in first.lines} == {"C01", "C02"}


def test_a_question_goes_to_its_office_in_the_organizers_words():
    said = Card(WHO_TOO.note_id, actor="Finance", what="Who pays for it?")
    office, nobody = questions_by_office(picture(WHEN, WHO, WHO_TOO, cards=[said]))
    assert (office.office, nobody.office) == ("Finance", "")
    assert (office.questions[0].text, office.questions[0].card) == ("Who pays for it?", said)
    assert [one.text for one in nobody.questions] == ["When?"]


def test_offices_of_one_name_are_one_and_only_given_lines_count():
    cards = [Card(WHO.note_id, actor="Finance"), Card(WHEN.note_id, actor="FINANCE")]
    (office,) = questions_by_office(picture(WHEN, WHO, cards=cards))
    assert len(office.questions) == 2
    (only,) = questions_by_office(picture(WHEN, WHO, cards=cards), [WHEN])
    assert [one.text for one in only.questions] == ["When?"]
    assert questions_by_office(picture()) == ()
