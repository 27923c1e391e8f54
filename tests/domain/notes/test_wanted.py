from dialogue_desk.domain.model.guide import Cut, Part, PartKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.notes.wanted import Missing, missing

PART = Part(
    "stand", PartKind.OPEN_TALK, "", 9, 9, Cut.NEVER, wanted=(NoteKind.CONCERN, NoteKind.DISAGREEMENT)
)
PLANNING = Part("plan", PartKind.ACTION_PLANNING, "", 9, 9, Cut.NEVER)


def test_what_the_part_asked_for_is_missing_until_it_has_one():
    elsewhere = Note(NoteKind.CONCERN, "a", "close")
    assert missing(PART, [elsewhere], []) == Missing((NoteKind.CONCERN, NoteKind.DISAGREEMENT))
    assert missing(PART, [elsewhere, Note(NoteKind.CONCERN, "a", "stand")], []) == Missing(
        (NoteKind.DISAGREEMENT,)
    )


def test_nothing_is_missing_once_all_is_there():
    notes = [Note(kind, "a", "stand") for kind in PART.wanted]
    assert missing(PART, notes, []) == Missing()


def test_action_planning_wants_an_action_idea():
    assert missing(PLANNING, [], [ActionIdea("a bench", "stand")]) == Missing(action=True)
    assert missing(PLANNING, [], [ActionIdea("a bench", "plan")]) == Missing()
