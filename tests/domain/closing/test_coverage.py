"""What each step is about, and what opens it again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.closing_steps import StepStatus, closing_steps, is_checked, still_open
from dialogue_desk.domain.closing.coverage import (
    changed_since,
    covered,
    marks_for_export,
    new_texts,
    with_other_audiences,
)
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.closing import (
    CloseStep,
    ClosingStep,
    DotVote,
    Overrule,
    ReadBack,
    StepState,
    TopThemes,
)
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import ActionIdea, Consent, NoteKind, Parked, Spread, Theme
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.records.marks import Thing, marks_of
from dialogue_desk.domain.records.records import Stamp
from dialogue_desk.domain.records.wording import SAID
from tests.domain.session_folders import SESSION, a_folder, a_note, records_of

ORGANIZER = Profile.ORGANIZER


def with_facts(folder, *facts):
    """Return the folder with these facts of its close."""
    made = records_of(*((f"{SESSION}:{number}", SESSION, fact) for number, fact in enumerate(facts)))
    records = {**folder.records, **made}
    return replace(folder, records=records, closing=closing_of(records.values()))


def done(folder, step, *facts, answered=True, **leaves):
    if step is CloseStep.EXPORT:
        saw = marks_for_export(folder.records, SESSION, ORGANIZER)
    else:
        saw = marks_of(covered(folder.records, SESSION, step, **leaves))
    return with_facts(folder, ClosingStep(step, StepState.DONE, saw, answered), *facts)


def later(folder, *said, **themes):
    """Return the folder of the same session with more in it, and with the facts it had."""
    facts = {key: record for key, record in folder.records.items() if ":" in key}
    more = a_folder(*said, **themes)
    records = {**more.records, **facts}
    return replace(more, records=records, closing=closing_of(records.values()))


def facts_of(folder):
    return [record.body for key, record in folder.records.items() if ":" in key]


def now_called(folder, theme, **themes):
    """Return the folder once the chosen theme is as given, or gone, beside more themes."""
    stamp = Stamp(DeviceId("laptop"), 2, 0)
    made = records_of(*((name, "p", body) for name, body in themes.items()))
    work = folder.records["work"].written(theme, stamp)
    return replace(folder, records={**folder.records, **made, "work": work})


def state(folder, step):
    return next(one for one in closing_steps(folder) if one.step is step)


OPENED = {
    CloseStep.READ_BACK: a_note(text="Typed after"),
    CloseStep.ACTIONS: ActionIdea("A lamp walk"),
    CloseStep.PARKING_LOT: a_note(NoteKind.PARKING_LOT, "Who pays?"),
    CloseStep.PRIVACY: a_note(text="Call Marta, 218-555-0147"),
    CloseStep.EXPORT: a_note(text="One more"),
}
BEFORE = (a_note(), ActionIdea("A bench"), a_note(NoteKind.PARKING_LOT, "Parking."))


@pytest.mark.parametrize(("step", "more"), OPENED.items())
def test_a_step_that_was_done_opens_again_for_what_came_after_it(step, more):
    folder = done(a_folder(*BEFORE), step)
    assert state(folder, step).status is StepStatus.DONE and state(folder, step).news == 0
    opened = state(later(folder, *BEFORE, more), step)
    assert (opened.status, opened.news) == (StepStatus.OPEN, 1)
    assert opened in still_open(later(folder, *BEFORE, more))


@pytest.mark.parametrize(
    ("step", "more"),
    [
        (CloseStep.ACTIONS, a_note(text="Typed after")),
        (CloseStep.PARKING_LOT, a_note(NoteKind.PARKING_LOT, "Paid.", parked=Parked.DEALT_WITH)),
        (CloseStep.READ_BACK, a_note(NoteKind.DEBRIEF, "Ours")),
        (CloseStep.PRIVACY, a_note(NoteKind.DEBRIEF, "Ours")),
        (CloseStep.PRIVACY, a_note(NoteKind.QUOTE, "Not asked")),
        (CloseStep.EXPORT, a_note(NoteKind.QUOTE, "Not asked")),
    ],
)
def test_a_step_stays_done_for_what_it_is_not_about(step, more):
    assert state(later(done(a_folder(*BEFORE), step), *BEFORE, more), step).status is StepStatus.DONE


def test_a_quote_that_may_be_shared_now_is_a_text_that_nobody_looked_at():
    folder = done(a_folder(a_note(NoteKind.QUOTE, "Marta said")), CloseStep.PRIVACY)
    assert state(folder, CloseStep.PRIVACY).status is StepStatus.DONE and is_checked(folder)
    answered = later(folder, a_note(NoteKind.QUOTE, "Marta said", consent=Consent.YES))
    assert state(answered, CloseStep.PRIVACY).news == 1 and not is_checked(answered)
    assert new_texts(answered) == {("n0", "text")} and new_texts(folder) == frozenset()


def test_names_were_not_checked_for_while_a_match_had_no_answer():
    folder = done(a_folder(a_note()), CloseStep.PRIVACY, answered=False)
    assert state(folder, CloseStep.PRIVACY).status is StepStatus.DONE and not is_checked(folder)
    assert is_checked(done(a_folder(a_note()), CloseStep.PRIVACY))


def test_the_debrief_is_looked_at_when_it_is_to_leave():
    folder = done(a_folder(a_note(), a_note(NoteKind.DEBRIEF, "Ours")), CloseStep.PRIVACY)
    assert changed_since(folder, CloseStep.PRIVACY) == 0
    assert changed_since(folder, CloseStep.PRIVACY, debrief=True) == 1


def test_every_text_that_leaves_is_looked_at():
    records = records_of(
        ("n", SESSION, a_note(themes=("t",))),
        ("o", SESSION, Overrule("part", "Marta asked for it")),
        ("t", "c", Theme("Marta's shop")),
        ("u", "c", Theme("Of another evening")),
    )
    things = covered(records, SESSION, CloseStep.PRIVACY)
    assert {(thing.record.id, thing.field) for thing in things} == {
        ("n", "text"),
        ("o", "reason"),
        ("t", "name"),
    }


def test_a_step_left_for_later_is_not_opened_again():
    folder = with_facts(a_folder(*BEFORE), ClosingStep(CloseStep.PRIVACY, StepState.LATER, ()))
    assert state(folder, CloseStep.PRIVACY).status is StepStatus.LATER


def test_a_theme_raised_after_the_circle_chose_opens_the_choice_again():
    folder = a_folder(a_note(themes=("work",)), themes=("work",))
    chosen = with_facts(
        folder, TopThemes((RecordId("work"),), marks_of([Thing(folder.records["work"], "name")]))
    )
    assert state(chosen, CloseStep.TOP_THEMES).status is StepStatus.DONE
    more = later(chosen, a_note(themes=("work", "rent")), themes=("work", "rent"))
    assert (state(more, CloseStep.TOP_THEMES).status, state(more, CloseStep.TOP_THEMES).news) == (
        StepStatus.OPEN,
        1,
    )
    assert state(done(more, CloseStep.TOP_THEMES), CloseStep.TOP_THEMES).status is StepStatus.DONE


def test_dots_that_changed_open_the_ideas_again():
    folder = done(a_folder(ActionIdea("A bench", dots=3)), CloseStep.ACTIONS)
    assert changed_since(folder, CloseStep.ACTIONS) == 0
    assert changed_since(later(folder, ActionIdea("A bench", dots=4)), CloseStep.ACTIONS) == 1


def test_a_vote_that_changed_opens_the_ideas_again():
    folder = done(a_folder(ActionIdea("A bench", dots=27)), CloseStep.ACTIONS)
    voted = with_facts(folder, *facts_of(folder), DotVote(3, 5))
    assert state(voted, CloseStep.ACTIONS).news == 1
    assert state(voted, CloseStep.ACTIONS).status is StepStatus.OPEN


def test_a_chosen_theme_that_is_gone_or_has_another_name_opens_the_choice_again():
    folder = a_folder(a_note(themes=("work", "rent")), themes=("work", "rent"))
    saw = marks_of(Thing(folder.records[one], "name") for one in ("work", "rent"))
    other = ClosingStep(CloseStep.DEBRIEF, StepState.LATER, ())
    chosen = with_facts(folder, other, TopThemes((RecordId("work"),), saw))
    assert state(chosen, CloseStep.TOP_THEMES).status is StepStatus.DONE
    twin = now_called(chosen, Theme("Work", RecordId("twin")), twin=Theme("WORK"))
    assert state(twin, CloseStep.TOP_THEMES).news == 0
    for after in (Theme("Work", RecordId("rent")), None):
        changed = now_called(chosen, after)
        opened = state(changed, CloseStep.TOP_THEMES)
        assert (opened.status, opened.news) == (StepStatus.OPEN, 1)
        settled = done(changed, CloseStep.TOP_THEMES, *facts_of(changed)[1:])
        assert state(settled, CloseStep.TOP_THEMES).status is StepStatus.DONE


def test_a_line_of_another_kind_is_not_what_the_circle_heard():
    folder = a_folder(a_note(text="Stops feel random.", kind=NoteKind.EXPERIENCE))
    read = with_facts(folder, ReadBack(RecordId("n0"), True, marks_of([Thing(folder.records["n0"], SAID)])))
    record, stamp = folder.records["n0"], Stamp(DeviceId("laptop"), 2, 0)
    for other in (replace(record.body, kind=NoteKind.DISAGREEMENT), replace(record.body, spread=Spread.MOST)):
        over = record.written(other, stamp)
        assert read.after(["n0"], [over]).closing.read == frozenset()
        again = ReadBack(RecordId("n0"), True, marks_of([Thing(over, SAID)]))
        sorted_again = over.written(replace(other, prompt=3), Stamp(DeviceId("laptop"), 3, 0))
        heard = with_facts(replace(folder, records={**folder.records, "n0": over}), again)
        assert heard.after(["n0"], [sorted_again]).closing.read == {"n0"}


def test_a_line_typed_over_is_not_read_anymore():
    folder = a_folder(a_note())
    read = with_facts(folder, ReadBack(RecordId("n0"), True, marks_of([Thing(folder.records["n0"], SAID)])))
    assert read.closing.read == {"n0"}
    over = folder.records["n0"].written(a_note(text="Other words"), Stamp(DeviceId("laptop"), 2, 0))
    assert read.after(["n0"], [over]).closing.read == frozenset()
    assert read.after(["n0"], [over]).records["n0"] is over


def test_an_export_is_current_for_each_audience_that_has_it():
    folder = a_folder(a_note(), a_note(text="Private", sensitive=True))
    organizer = marks_for_export(folder.records, SESSION, ORGANIZER)
    everyone = marks_for_export(folder.records, SESSION, Profile.EVERYONE)
    both = with_other_audiences(everyone, organizer)
    assert set(both) == {*organizer, *everyone}
    gone = later(
        with_facts(folder, ClosingStep(CloseStep.EXPORT, StepState.DONE, both)),
        a_note(),
        a_note(text="Private", sensitive=True),
        a_note(text="Private too", sensitive=True),
    )
    assert changed_since(gone, CloseStep.EXPORT) == 1  # the organizer has an older one
    only = with_facts(gone, ClosingStep(CloseStep.EXPORT, StepState.DONE, everyone))
    assert changed_since(only, CloseStep.EXPORT) == 0
    assert with_other_audiences(("organizer and debrief/a",), organizer) == ("organizer and debrief/a",)


def test_an_export_does_not_change_because_a_step_is_ticked():
    folder = done(a_folder(a_note()), CloseStep.EXPORT, ClosingStep(CloseStep.PRIVACY, StepState.DONE, ()))
    assert changed_since(folder, CloseStep.EXPORT) == 0
    assert all(
        one.record.kind is not Kind.CLOSING_STEP for one in covered(folder.records, SESSION, CloseStep.EXPORT)
    )


def test_how_many_were_there_opens_the_tallies_again_and_their_place_does_not():
    def there(present, place=""):
        folder = a_folder(present=present, categories=("age",))
        session = replace(folder.session, place=place)
        return replace(
            folder, session=session, records={**folder.records, **records_of((SESSION, "c", session))}
        )

    counted = done(there(12), CloseStep.TALLIES)

    def after(folder):
        records = {**counted.records, **folder.records}
        return replace(folder, records=records, closing=closing_of(records.values()))

    assert changed_since(counted, CloseStep.TALLIES) == 0
    assert changed_since(after(there(12, "The annex")), CloseStep.TALLIES) == 0
    assert changed_since(after(there(14)), CloseStep.TALLIES) == 1
