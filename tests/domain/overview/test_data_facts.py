"""What has to be known about data is counted from what leaves and from what stays."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.closing.leaving import Reason
from dialogue_desk.domain.model.notes import ActionIdea, Consent, Note, NoteKind
from dialogue_desk.domain.overview.data_facts import data_facts
from tests.reports.folders import a_folder


def test_what_leaves_is_counted_and_what_stays_by_its_reason() -> None:
    folder = a_folder(
        Note(NoteKind.HOPE, "one"),
        Note(NoteKind.HOPE, "dos", language="es", sensitive=True),
        Note(NoteKind.QUOTE, "three", consent=Consent.YES),
        Note(NoteKind.QUOTE, "four"),
        Note(NoteKind.DEBRIEF, "five"),
        actions=[ActionIdea("six")],
    )
    leaving = {note.id for note in folder.notes[:3]}
    facts = data_facts([], [folder], leaving)
    assert (facts.circles, facts.sessions, facts.notes, facts.actions) == (1, 1, 3, 1)
    assert (facts.quotes, facts.sensitive, facts.languages) == (1, 1, {"en": 3, "es": 1})
    assert facts.stays == {Reason.NOT_ASKED: 1, Reason.DEBRIEF: 1}
    assert facts.first == facts.last and facts.unchecked == 1


def test_a_session_that_is_only_planned_is_not_counted() -> None:
    folder = replace(a_folder(), runs={})
    facts = data_facts([], [folder], set())
    assert (facts.sessions, facts.first, facts.not_counted) == (0, None, 0)
