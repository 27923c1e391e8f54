"""A note and an action idea with all that their editors ask for."""

from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level, Note, NoteKind

NOTE = Note(NoteKind.CONCERN, "Stops feel random", "where-i-stand", prompt=1)

IDEA = ActionIdea(
    "A bench at the stop",
    "where-i-stand",
    who="The transit office",
    first_step="Ask who decides",
    level=Level.INSTITUTION,
    horizon=Horizon.THIS_YEAR,
    why="People wait in the dark",
    strengths="The block club",
    obstacles="The permit",
    dots=3,
    prompt=1,
)
