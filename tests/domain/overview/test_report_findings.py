"""Findings and asks: proposed from the counts, kept as a person wrote them."""

from dataclasses import replace

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.model.organizing import FindingKind, ReportSentence, SentenceRole
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.report_findings import (
    MOST_IN_FRONT,
    Findings,
    asks_of,
    finding_id,
    numbers_then,
)
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from tests.domain.overview.test_report_plan import PROGRAM, at, circles, common, plan

K = FindingKind
LAMPS, STOPS, BUS = RecordId("lamps"), RecordId("stops"), RecordId("bus")


def raised(*themes):
    """A circle's concern about each theme."""
    return tuple(Note(NoteKind.CONCERN, f"about {theme}", themes=(theme,)) for theme in themes)


def picture(*folders, sentences=(), program=None):
    made = plan(*folders).picture
    stored = tuple(Stored(one_id, PROGRAM, body) for one_id, body in sentences)
    return replace(made, work=ProgramWork(sentences=stored), program=program or made.program)


def chosen(made):
    return [
        (one.kind, [theme.name for theme in one.themes], one.circles) for one in report_plan(made).findings
    ]


def written(kind, *about, **more):
    sentence = ReportSentence(SentenceRole.FINDING, about=about, kind=kind, **more)
    return finding_id(PROGRAM, kind, about), sentence


THREE = (
    at("C00", *raised(LAMPS, STOPS), common("agreed", STOPS)),
    at("C01", *raised(LAMPS, STOPS), common("agreed too", STOPS)),
    at("C02", *raised(LAMPS)),
)


def test_the_counts_propose_what_the_most_circles_did_and_then_the_themes_that_follow():
    assert chosen(picture(*THREE)) == [
        (K.RAISED, ["lamps"], 3),
        (K.AGREED, ["stops"], 2),
        (K.RAISED, ["stops"], 2),
    ]


def test_a_finding_that_a_person_wrote_stands_in_its_place():
    own = written(K.RAISED, STOPS, texts=(("en", "A stop needs a reason."),), place=1)
    first, *others = report_plan(picture(*THREE, sentences=(own,))).findings
    assert (first.written.text("en"), first.circles, first.most) == ("A stop needs a reason.", 2, False)
    assert [one.kind for one in others] == [K.RAISED, K.AGREED]


def test_a_finding_that_was_left_out_is_not_proposed_again():
    out = written(K.AGREED, STOPS, left_out=True)
    made = report_plan(picture(*THREE, sentences=(out,)))
    assert [one.kind for one in made.findings] == [K.RAISED, K.RAISED]
    assert [one.kind for one in made.unfound] == [K.AGREED]


def test_with_enough_of_their_own_nothing_more_is_proposed():
    names = [RecordId(f"theme {number}") for number in range(MOST_IN_FRONT + 2)]
    folders = [at(code, *raised(*names)) for code in circles(3)]
    own = [written(K.RAISED, name, place=place) for place, name in enumerate(names)]
    assert [one[1] for one in chosen(picture(*folders, sentences=own))] == [[name] for name in names]


def test_a_sentence_says_that_its_numbers_have_changed_until_it_is_read_again():
    own = written(K.RAISED, STOPS, texts=(("en", "So it is."),), counted=2, met=3)
    (said,) = [one for one in report_plan(picture(*THREE, sentences=(own,))).findings if one.written]
    assert numbers_then(said, 3) is None and numbers_then(said, 4) == ((2,), 3)
    assert numbers_then(replace(said, counts=(3,)), 3) == ((2,), 3)
    unsaid = replace(said.written, texts=())
    assert numbers_then(replace(said, written=unsaid), 4) is None
    assert numbers_then(replace(said, written=None), 4) is None


def test_a_finding_on_themes_that_are_not_level_has_the_number_of_each_and_is_read_again_when_one_grows():
    own = written(K.RAISED, LAMPS, STOPS, texts=(("en", "So it is."),), counted=2, met=3)
    (said,) = [one for one in report_plan(picture(*THREE, sentences=(own,))).findings if one.written]
    assert (said.counts, said.circles, said.level, said.most) == ((3, 2), 2, False, False)
    assert numbers_then(said, 3) == ((2,), 3)
    read = replace(said, written=replace(said.written, each=(3, 2)))
    assert numbers_then(read, 3) is None
    assert numbers_then(replace(read, counts=(3, 3)), 3) == ((3, 2), 3)


def test_a_tie_that_came_after_a_sentence_was_written_is_told():
    own = written(K.RAISED, LAMPS, texts=(("en", "Lamps first."),))
    level = [at(code, *raised(LAMPS, STOPS, BUS)) for code in circles(3)]
    (first,) = report_plan(picture(*level, sentences=(own,))).findings
    assert (first.most, first.tied) == (True, 2)


def test_a_theme_that_was_counted_with_another_keeps_its_finding():
    own = written(K.RAISED, LAMPS)
    made = picture(*THREE, sentences=(own,))
    together = replace(
        made.themes[0], theme_id=RecordId("lights"), ids=frozenset({LAMPS, RecordId("lights")})
    )
    (found,) = Findings(replace(made, themes=(together,)), 3).chosen()
    assert found.about == ("lights",) and found.id == own[0]


def test_a_finding_on_a_theme_that_is_gone_is_not_told():
    gone = written(K.RAISED, RecordId("gone"), texts=(("en", "It was so."),))
    assert chosen(picture(*THREE, sentences=(gone,))) == chosen(picture(*THREE))


def test_what_one_of_several_circles_did_can_be_no_finding():
    made = picture(*THREE, at("C03", *raised(BUS)))
    possible = {(one.kind, one.themes[0].name) for one in Findings(made, 4).possible()}
    assert possible == {(K.RAISED, "lamps"), (K.RAISED, "stops"), (K.AGREED, "stops")}


IDEAS = (
    at("C00", ActionIdea("Open the gym"), *raised(LAMPS)),
    at("C01", ActionIdea("open the gym."), ActionIdea("Light the path")),
)


def test_asks_are_of_whom_the_program_says_unless_a_person_says_otherwise():
    program = Program("Bridges", answers="Town Council", answer_by="2027-06-15")
    gym = report_plan(picture(*IDEAS)).proposals[0].id
    own = ReportSentence(
        SentenceRole.ASK, (("en", "Opens the gym until seven."),), (gym,), actor="School Board"
    )
    made = report_plan(picture(*IDEAS, sentences=((RecordId("own"), own),), program=program))
    assert [(ask.actor, ask.by) for ask in made.asks] == [
        ("School Board", "2027-06-15"),
        ("Town Council", "2027-06-15"),
    ]
    assert made.asks[0].proposal.circles == 2


def test_the_code_of_an_ask_stays_when_more_ideas_are_counted_with_it():
    made = picture(*IDEAS)
    (proposal, *_) = report_plan(made).proposals
    other = max(proposal.ids, key=lambda idea: idea != proposal.id)
    own = ReportSentence(SentenceRole.ASK, about=(other,))
    work = ProgramWork(sentences=(Stored(RecordId("own"), PROGRAM, own),))
    (ask, *_), _ = asks_of(replace(made, work=work), [proposal], [proposal])
    assert ask.idea == other


def test_an_ask_that_was_left_out_is_not_proposed_again_and_one_that_was_put_in_is_in_the_report():
    gym = report_plan(picture(*IDEAS)).proposals[0].id
    out = ReportSentence(SentenceRole.ASK, about=(gym,), left_out=True)
    made = report_plan(picture(*IDEAS, sentences=((RecordId("own"), out),)))
    assert [ask.proposal.idea.what for ask in made.asks] == ["Light the path"]
    assert len(made.unasked) == 1

    many = at("C02", *(ActionIdea(f"Idea {number}") for number in range(60)))
    unnumbered = report_plan(picture(many)).proposals[-1]
    assert unnumbered.number == 0
    asked = ReportSentence(SentenceRole.ASK, about=(unnumbered.id,), place=1)
    made = report_plan(picture(many, sentences=((RecordId("own"), asked),)))
    assert made.asks[0].proposal.ids == unnumbered.ids
    assert unnumbered.ids in [one.ids for one in made.chosen_proposals]
