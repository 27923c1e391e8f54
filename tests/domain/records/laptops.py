"""A laptop that edits and merges records as a desk would, without its file."""

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Edit, Write, erasing
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Stamp

SESSION = RecordId("session")
IDS = [RecordId(name) for name in "abc"]
DEVICES = [DeviceId(name) for name in ("here", "there", "yonder")]


def note(text):
    return Note(NoteKind.CONCERN, text)


def write(record_id, text):
    body = None if text is None else note(text)
    return Edit(Act.WRITE, (Write(record_id, Kind.NOTE, SESSION, body),))


class Laptop:
    """What one laptop knows, edited and merged as a desk would."""

    def __init__(self, device, at=0):
        self.device, self.tick, self.at, self.records, self.written = device, 0, at, {}, []

    def stamp(self):
        self.tick += 1
        return Stamp(self.device, self.tick, self.at)

    def make(self, change):
        self.records = change.made_to(self.records)
        return change

    def edit(self, record_id, text):
        return self.make(write(record_id, text).made_to(self.records, self.stamp()))

    def erase(self, record_id):
        if record_id in self.records:
            self.make(erasing([self.records[record_id]], self.stamp()))

    def hear(self, other):
        return self.make(merge(self.records, other.records))

    def undo(self, change):
        return self.make(change.undone(self.records, self.stamp()))

    def words(self, record_id):
        record = self.records.get(record_id)
        return None if record is None or record.body is None else record.body.text
