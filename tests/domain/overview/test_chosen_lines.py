"""Lines of a report: what organizers starred comes first, and no circle stands beside a line unasked."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.circles import Officers
from dialogue_desk.domain.model.document import Paragraph
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind, Spread
from dialogue_desk.domain.model.organizing import Card, Star
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.reports.report_method import method_pages
from dialogue_desk.words import Words
from tests.domain.overview.test_report_plan import BUS, at, circles, common, plan

ALONE = Note(NoteKind.CONCERN, "only me", themes=(BUS,), spread=Spread.ONE_VOICE)
SHIFT = Note(NoteKind.EXPERIENCE, "my night shift", themes=(BUS,), spread=Spread.A_FEW)


def starred(made, *stars):
    return report_plan(replace(made.picture, work=ProgramWork(stars={one.line: one for one in stars})))


def line(made, text):
    return next(one for one in made.picture.lines if one.text == text)


def test_a_starred_line_comes_first_though_others_were_written_by_more_circles():
    folders = [at(code, common("lamps"), common(f"own {code}")) for code in circles(14)]
    usual = plan(*folders)
    last = usual.themes[0].common.left[-1]
    made = starred(usual, Star(last.id))
    first, second, *_ = made.themes[0].common.lines
    assert (first.text, first.starred) == (last.text, True)
    assert (second.text, second.circles) == ("lamps", 14) and made.starred == 1


def test_the_star_of_one_wording_stands_for_all_that_are_worded_alike():
    folders = [at(code, common(text)) for code, text in (("C00", "Lamps matter."), ("C01", "lamps matter"))]
    usual = plan(*folders)
    for text in ("Lamps matter.", "lamps matter"):
        (first,) = starred(usual, Star(line(usual, text).note_id)).themes[0].common.lines
        assert (first.text, first.circles) == (text, 2)


@pytest.mark.parametrize(
    "note", [ALONE, SHIFT, Note(NoteKind.QUOTE, "mine", themes=(BUS,), consent=Consent.YES)]
)
@pytest.mark.parametrize("count", [3, 12])
def test_no_circle_is_beside_what_could_be_one_persons_unless_the_organizer_allows_it(note, count):
    others = [at(code, common(f"x {code}")) for code in circles(count)[1:]]
    usual = plan(at("C00", note, officers=Officers.PRESENT), *others)
    own = line(usual, note.text).note_id
    for star, where in ((Star(own), ""), (Star(own, with_circle=True), "C00")):
        (told,) = [one for one in starred(usual, star).lines if one.text == note.text]
        assert told.where == where
        said = " ".join(
            block.text
            for block in method_pages(starred(usual, star), Words())
            if isinstance(block, Paragraph)
        )
        assert ("beside 1 line its circle stands" in said) is bool(where)
    assert not any(one.where for one in usual.lines)


def test_the_circle_of_one_is_not_said_of_a_line_that_several_wrote():
    folders = [at(code, common("lamps")) for code in circles(3)]
    usual = plan(*folders)
    own = usual.picture.lines[0].note_id
    assert not any(one.where for one in starred(usual, Star(own, with_circle=True)).lines)


def test_a_star_on_a_quote_without_consent_brings_nothing():
    quote = Note(NoteKind.QUOTE, "secret", themes=(BUS,), consent=Consent.WITHDRAWN)
    usual = plan(at("C00", quote), at("C01", common("x")))
    made = starred(usual, *(Star(RecordId(f"C00-1-n{number}")) for number in range(3)))
    assert "secret" not in repr(made.lines)


def test_a_question_that_was_addressed_never_falls_out_for_one_that_was_not():
    asked = [
        at(code, Note(NoteKind.QUESTION, f"Who {code}?"), Note(NoteKind.QUESTION, "When?"))
        for code in circles(20)
    ]
    usual = plan(*asked)
    fell_out = usual.questions.left[-1]
    assert usual.questions.lines[0].text == "When?"
    starred_one = Star(usual.questions.left[0].id)
    work = ProgramWork(
        cards={fell_out.id: Card(fell_out.id, actor="Finance")}, stars={starred_one.line: starred_one}
    )
    first, second, third, *_ = report_plan(replace(usual.picture, work=work)).questions.lines
    assert (first.id, second.id, third.text) == (fell_out.id, starred_one.line, "When?")
