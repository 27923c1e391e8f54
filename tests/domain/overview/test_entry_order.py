"""The order in which notes are listed and read."""

from dialogue_desk.domain.model.notes import ActionIdea, NoteKind, entry_text
from dialogue_desk.domain.overview.entry_order import in_order
from tests.domain.session_folders import a_note, about, weighing


def test_what_was_said_about_an_option_stands_together_after_what_is_about_no_single_one():
    folder = weighing(
        about("bike", text="about bikes", said_at=1),
        about("bus", text="about buses, later", said_at=4),
        about("", text="about all", said_at=5),
        about("bus", text="about buses", said_at=2),
        about("tram", text="of an option that is gone", said_at=7),
        a_note(NoteKind.HOPE, "in the first part", said_at=9),
        a_note(text="of a part that is gone", part="gone", option="bus", said_at=0),
        ActionIdea("an idea", "ways", said_at=6),
    )
    found = in_order(folder.plan, (*folder.notes, *folder.actions))
    assert [entry_text(entry.body) for entry in found] == [
        "in the first part",
        "about all",
        "an idea",
        "of an option that is gone",
        "about buses",
        "about buses, later",
        "about bikes",
        "of a part that is gone",
    ]
