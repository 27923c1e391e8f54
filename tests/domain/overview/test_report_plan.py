"""What stands in a report is chosen by rules: circles take turns, and nobody can be known by a line."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Horizon, Note, NoteKind, Spread, Theme
from dialogue_desk.domain.model.organizing import FindingKind
from dialogue_desk.domain.overview.program_overview import CircleRow, picture_of
from dialogue_desk.domain.overview.report_findings import MOST_IN_FRONT
from dialogue_desk.domain.overview.report_plan import (
    FEW_THEMES,
    MANY_CIRCLES,
    MOST_THEMES,
    report_plan,
)
from dialogue_desk.domain.overview.session_folder import Stored
from tests.domain.session_folders import a_folder

PROGRAM = RecordId("p")
BUS = RecordId("bus")


def at(code, *said, number=1, **session):
    folder = a_folder(*said, themes=("bus",), present=9)
    own = RecordId(f"{code}-{number}")
    return replace(
        folder,
        id=own,
        circle_id=RecordId(code),
        circle=replace(folder.circle, code=code),
        session=replace(folder.session, number=number, **session),
        notes=tuple(replace(one, id=RecordId(f"{own}-{one.id}")) for one in folder.notes),
        actions=tuple(replace(one, id=RecordId(f"{own}-{one.id}")) for one in folder.actions),
        themes={theme: Theme(theme) for theme in themes_of(said)},
    )


def themes_of(said):
    return dict.fromkeys(theme for one in said for theme in one.themes)


def plan(*folders, sessions=2, circles=()):
    codes = circles or dict.fromkeys(folder.circle.code for folder in folders)
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in codes]
    themes = {theme for folder in folders for theme in folder.themes}
    stored = [Stored(theme, PROGRAM, Theme(theme)) for theme in sorted(themes)]
    return report_plan(picture_of(PROGRAM, Program("Bridges", sessions=sessions), rows, folders, stored))


def common(text, *themes, **more):
    return Note(NoteKind.COMMON_GROUND, text, themes=themes or (BUS,), **more)


def texts(choice):
    return [line.text for line in choice.lines]


def circles(count):
    return [f"C{number:02}" for number in range(count)]


def test_a_loud_circle_does_not_fill_the_report():
    loud = at("C00", *(common(f"loud {number}") for number in range(100)))
    quiet = [at(code, common(f"quiet {code}")) for code in circles(4)[1:]]
    (theme,) = plan(loud, *quiet).themes
    assert sum(text.startswith("loud") for text in texts(theme.common)) <= 1
    assert theme.common.more == 103 - len(theme.common.lines)


def test_over_all_themes_circles_have_about_as_many_lines():
    names = [RecordId(f"theme {number:02}") for number in range(MOST_THEMES)]
    folders = [
        at(code, *(common(f"{code} {name} {number}", name) for name in names for number in range(3)))
        for code in circles(16)
    ]
    said = [text[:3] for theme in plan(*folders).themes for text in texts(theme.common)]
    counts = [said.count(code) for code in circles(16)]
    assert max(counts) - min(counts) <= 1


def test_lines_that_several_circles_wrote_alike_come_first_and_once():
    folders = [at(code, common("Lamps matter."), common(f"own {code}")) for code in circles(3)]
    folders[1] = at("C01", common("lamps matter"), common("own C01"))
    (theme,) = plan(*folders).themes
    first, *others = theme.common.lines
    assert (first.text.lower().strip("."), first.circles) == ("lamps matter", 3)
    assert all(one.circles == 1 for one in others)


@given(st.permutations(circles(14)))
@settings(max_examples=10, deadline=None)
def test_neither_the_order_of_files_nor_the_length_of_lines_decides(order):
    folders = {code: at(code, common(f"{code} says so")) for code in circles(14)}
    usual = plan(*folders.values(), circles=circles(14))
    assert plan(*(folders[code] for code in order), circles=circles(14)) == usual
    longer = {code: at(code, common(f"{code} says so{' and more' * int(code[1:])}")) for code in folders}
    chosen = [text[:3] for text in texts(plan(*longer.values()).themes[0].common)]
    assert chosen == [text[:3] for text in texts(usual.themes[0].common)]


def test_the_first_circles_have_no_better_chance():
    chosen = set()
    for number in range(40):
        theme = RecordId(f"theme {number}")
        folders = [at(f"{code}-{number}", common(code, theme)) for code in circles(14)]
        chosen |= set(texts(plan(*folders).themes[0].common))
    assert chosen == set(circles(14))


@pytest.mark.parametrize("count", [MANY_CIRCLES - 1, MANY_CIRCLES])
def test_what_could_be_one_persons_is_under_a_theme_only_among_many_circles(count):
    own = (
        Note(NoteKind.QUOTE, "mine", consent=Consent.YES, themes=(BUS,)),
        Note(NoteKind.CONCERN, "only me", themes=(BUS,), spread=Spread.ONE_VOICE),
        Note(NoteKind.EXPERIENCE, "a night alone", themes=(BUS,)),
    )
    folders = [at(code, common(code)) for code in circles(count)]
    folders[3] = at("C03", *own, common("C03"))
    made = plan(*folders)
    (theme,) = made.themes
    under = [*texts(theme.quotes), *texts(theme.voices)]
    beside = [*texts(made.quotes), *texts(made.voices)]
    assert (under, beside) == (
        (["mine", "only me"], []) if count == MANY_CIRCLES else ([], ["mine", "only me"])
    )
    assert "a night alone" not in repr((made.themes[0].common, made.themes[0].differences, made.strengths))


def test_a_disagreement_of_one_voice_is_not_among_the_differences():
    one = Note(NoteKind.DISAGREEMENT, "only I differ", themes=(BUS,), spread=Spread.ONE_VOICE)
    (theme,) = plan(at("C00", one), at("C01", common("x"))).themes
    assert theme.differences.lines == ()


@pytest.mark.parametrize(("count", "most"), [(5, FEW_THEMES), (12, MOST_THEMES)])
def test_main_themes_are_those_of_the_most_circles_and_ties_at_the_end_are_told(count, most):
    names = [RecordId(f"theme {number:02}") for number in range(20)]
    folders = [at(code, *(common("x", name) for name in names)) for code in circles(count)]
    made = plan(*folders)
    assert [one.theme.name for one in made.themes] == names[:most]
    assert made.tied == len(made.more_themes) == 20 - most


def test_a_theme_named_in_a_finding_in_front_has_a_page_and_its_number_in_the_annex():
    names = [RecordId(f"theme {number:02}") for number in range(FEW_THEMES + 3)]
    agreed = RecordId("zebra crossing")
    said = [Note(NoteKind.CONCERN, "x", themes=(name,)) for name in names]
    shared = common("y", agreed)
    folders = (at("C00", *said, shared), at("C01", *said, shared), at("C02", *said))
    made = plan(*folders)
    assert [one.theme.name for one in made.themes] == [agreed]
    assert made.themes[0].number == made.number_of_theme[agreed] == len(names) + 1
    assert made.tied == len(names)


def test_no_arbitrary_one_of_many_level_themes_has_a_page():
    wide, names = RecordId("wide"), [RecordId(f"theme {number}") for number in range(FEW_THEMES)]
    said = [Note(NoteKind.CONCERN, "x", themes=(name,)) for name in names]
    broad = Note(NoteKind.CONCERN, "x", themes=(wide,))
    made = plan(at("C00", *said, broad), at("C01", *said, broad), at("C02", broad))
    assert [one.theme.name for one in made.themes] == ["wide"]
    assert made.tied == len(made.more_themes) == FEW_THEMES


def test_findings_name_all_that_are_level():
    one, other = RecordId("one"), RecordId("other")
    made = plan(
        at("C00", common("a", one), common("b", other)), at("C01", common("c", one), common("d", other))
    )
    raised = next(found for found in made.findings if found.kind is FindingKind.RAISED)
    assert ([theme.name for theme in raised.themes], raised.circles) == (["one", "other"], 2)


def test_what_one_circle_did_alone_is_no_finding():
    made = plan(
        at("C00", common("a")), at("C01", Note(NoteKind.HOPE, "b", themes=(BUS,), spread=Spread.MOST))
    )
    assert [found.kind for found in made.findings] == [FindingKind.RAISED]


def test_proposals_are_one_only_where_they_are_worded_alike():
    made = plan(
        at("C00", ActionIdea("Open the gym", themes=(BUS,), horizon=Horizon.NOW)),
        at("C01", ActionIdea("open the gym.", horizon=Horizon.LONGER), ActionIdea("Open a gym")),
        at("C02", ActionIdea("Open the gym", horizon=Horizon.LONGER)),
    )
    first, second = made.chosen_proposals
    assert (first.number, first.circles, first.when) == (1, 3, Horizon.LONGER)
    assert (second.number, second.circles, second.when) == (2, 1, None)


def test_asks_are_few_and_themes_take_turns_where_proposals_are_level():
    names = [RecordId(f"theme {number}") for number in range(MOST_IN_FRONT)]
    ideas = [ActionIdea(f"{name} {number}", themes=(name,)) for name in names for number in range(30)]
    made = plan(at("C00", *ideas), at("C01", common("x", *names)))
    assert len(made.asks) == MOST_IN_FRONT
    assert {ask.proposal.themes for ask in made.asks} == {(name,) for name in names}
    assert sum(one.number > 0 for one in made.proposals) < len(made.proposals) == 150


def test_people_are_the_most_of_one_session_of_each_circle():
    made = plan(
        at("C00", common("a"), present=9),
        at("C00", common("b"), number=2, present=12),
        at("C01", common("c"), present=None),
    )
    assert (made.room.people, made.room.counted, made.room.met) == (12, 1, 2)


def test_a_circle_counts_once_under_the_widest_spread_that_it_wrote():
    made = plan(
        at("C00", common("a", spread=Spread.A_FEW), common("b", spread=Spread.MOST)),
        at("C01", common("c"), common("d", spread=Spread.CONTESTED)),
        at("C02", common("e")),
    )
    assert made.themes[0].spreads == ((Spread.MOST, 1), (Spread.CONTESTED, 1), (None, 1))


def test_nothing_has_moved_where_circles_have_met_once():
    assert plan(at("C00", common("a")), at("C01", common("b"))).moved is None


def test_a_program_of_which_nothing_has_arrived_has_an_empty_plan():
    made = plan(circles=["C00"])
    assert (made.themes, made.findings, made.asks, made.room.met) == ((), (), (), 0)


def test_a_theme_under_another_has_no_page_of_its_own_and_counts_in_the_wider_one():
    folders = [at(code, common("a", RecordId("inner"))) for code in ("C1", "C2")]
    themes = [
        Stored(RecordId("inner"), PROGRAM, Theme("Inner", under=RecordId("wide"))),
        Stored(RecordId("wide"), PROGRAM, Theme("Wide")),
    ]
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in ("C1", "C2")]
    made = report_plan(picture_of(PROGRAM, Program("Bridges"), rows, folders, themes))
    assert [(one.theme.name, len(one.theme.circles)) for one in made.themes] == [("Wide", 2)]
    assert [one.name for one in made.more_themes] == ["Inner"]


def test_what_is_about_the_talk_itself_is_no_theme_of_the_report_nor_a_voice_in_it():
    thanks = RecordId("thanks")
    alone = Note(NoteKind.CONCERN, "a long evening", themes=(thanks,), spread=Spread.ONE_VOICE)
    folders = [at(code, alone, common("a")) for code in ("C1", "C2")]
    themes = [Stored(thanks, PROGRAM, Theme("Thanks", aside=True)), Stored(BUS, PROGRAM, Theme("Bus"))]
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in ("C1", "C2")]
    made = report_plan(picture_of(PROGRAM, Program("Bridges"), rows, folders, themes))
    assert [one.theme.name for one in made.themes] == ["Bus"]
    assert (made.more_themes, texts(made.voices)) == ((), [])
