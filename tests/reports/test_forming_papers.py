"""What organizers print when circles are formed."""

from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.slips import Need, Slip
from dialogue_desk.domain.forming.wish import Place, Wish
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.forming_papers import circle_lists, place_sheets
from dialogue_desk.words import Words

WORDS = Words("en")
PLACES = (Place("Library", ("Tuesday",)), Place("Hall", ("Saturday",)))


def eight_people():
    people = [Slip(number, needs=frozenset({Need.FOOD} if number < 4 else ())) for number in range(11, 19)]
    people[0] = Slip(11, languages=("vi",), needs=frozenset({Need.INTERPRETER, Need.FOOD}))
    return formed(people, Wish(PLACES, 2, 4, 4, facilitators=1))


def text_of(document):
    return rendered(document, ".txt", WORDS).decode()


def test_the_list_has_each_circle_by_number_and_what_was_not_met():
    forming = eight_people()
    said = text_of(circle_lists(forming, "Bridges", WORDS))
    for circle in forming.circles:
        assert ", ".join(map(str, circle.numbers)) in said
    assert "Fewer than 1 facilitators: C01 (0) and C02 (0)." in said
    assert "interpreter: Vietnamese" in said and "Where each number goes" in said


def test_each_place_has_a_sheet_of_sums_without_a_number():
    sheets = place_sheets(eight_people(), "Bridges", WORDS).all_in_file
    assert [sheet.title for sheet in sheets] == ["Library", "Hall"]
    said = "".join(map(text_of, sheets))
    assert "People who need food" in said and "Interpreters for Vietnamese" in said
    assert not any(str(number) in said for number in range(11, 19))


def test_without_any_circle_there_is_a_sheet_all_the_same():
    assert place_sheets(formed([], Wish()), "", WORDS).title == "Place"
