"""Notes and action ideas of every sort, for the laws of what is done to them."""

from collections import Counter
from itertools import count

from hypothesis import strategies as st

from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import (
    ActionIdea,
    Consent,
    Horizon,
    Level,
    Note,
    NoteKind,
    Parked,
    Spread,
)
from dialogue_desk.domain.notes.note_and_idea import FieldLabels
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.records.changes import Edit
from dialogue_desk.domain.records.records import Stamp, new_record

SESSION = RecordId("session")
THEMES = [RecordId(name) for name in ("school", "stops", "patrols")]
LABELS = FieldLabels(
    {
        "why": "Why:",
        "who": "Who:",
        "strengths": "What we can build on:",
        "first_step": "First step:",
        "obstacles": "Obstacles:",
        "level": "Where:",
        "horizon": "When:",
        "dots": "Dots:",
    },
    {level: f"at the {level}" for level in Level},
    {horizon: f"by {horizon}" for horizon in Horizon},
)

word = st.text(st.characters(categories=("L", "M", "N", "P", "S")), min_size=1, max_size=8)
words = st.lists(word, min_size=1, max_size=6).map(" ".join)
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
anything = st.text(max_size=40)
themes = st.lists(st.sampled_from(THEMES), unique=True).map(tuple)
said_at = st.none() | st.integers(0, 5)
notes = st.builds(
    Note,
    st.sampled_from(NoteKind),
    lines,
    st.sampled_from(("", "p1", "p2")),
    st.none() | st.sampled_from(Spread),
    themes,
    st.just("en"),
    said_at,
    st.sampled_from(Consent),
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from(Parked),
)


perhaps = st.just("") | words


def ideas(written=perhaps):
    return st.builds(
        ActionIdea,
        what=lines,
        part=st.sampled_from(("", "p1", "p2")),
        themes=themes,
        who=written,
        first_step=written,
        level=st.none() | st.sampled_from(Level),
        horizon=st.none() | st.sampled_from(Horizon),
        language=st.just("en"),
        said_at=said_at,
        why=written,
        strengths=written,
        obstacles=written,
        dots=st.none() | st.integers(0, 99),
        prompt=st.integers(0, 3),
    )


def kept(bodies):
    """Give the bodies ids, as a desk would have in the order they were added."""
    give = new_ids()
    return [Stored(give(), SESSION, body) for body in bodies]


def new_ids(seed=7):
    """Ids of a laptop whose clock goes on by a second with each."""
    ids, at = RandomIds(seed), count(1_773_356_400_000, 1_000)
    return lambda: ids.new(next(at))


class Shelf:
    """The records of one session, changed by edits and read back."""

    def __init__(self, saids):
        self.tick = len(saids)
        self.records = {
            said.id: new_record(said.id, said.owner, said.body, self._stamp(number))
            for number, said in enumerate(saids)
        }

    def _stamp(self, tick):
        return Stamp(DeviceId("here"), tick + 1, 0)

    def make(self, edit: Edit):
        self.tick += 1
        change = edit.made_to(self.records, self._stamp(self.tick))
        self.records = change.made_to(self.records)
        return change

    def undo(self, change):
        self.tick += 1
        self.records = change.undone(self.records, self._stamp(self.tick)).made_to(self.records)

    def saids(self):
        """What is there, in the order in which it is listed within a part."""
        there = [Stored(one.id, one.owner, one.body) for one in self.records.values() if one.body is not None]
        return sorted(there, key=lambda said: (said.body.said_at or 0, said.id))

    def bodies(self):
        return {said.id: said.body for said in self.saids()}


def written(bodies):
    """Every written word, counted."""
    found = Counter()
    for body in bodies:
        texts = (
            [body.text]
            if isinstance(body, Note)
            else [body.what, body.why, body.who, body.strengths, body.first_step, body.obstacles]
        )
        for text in texts:
            found.update(text.split())
    return found
