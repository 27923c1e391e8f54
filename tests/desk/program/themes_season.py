"""A program whose circles write themes, for tests of what organizers make of them."""

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.same_themes import same_themes, themes_told_apart
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import a_desk, a_shelf

VOCABULARY = ThemeVocabulary(theme_words())


class Season:
    """A program whose circles each write down themes of their own."""

    def __init__(self, folder, *, in_program=True):
        self.desk = a_desk(folder / "desk.db", 1)
        self.folders = Folders(self.desk, a_shelf(folder))
        self.program = self.desk.add(NO_OWNER, Program("Season")) if in_program else None

    def circle(self, code, *names):
        circle = self.desk.add(NO_OWNER, Circle(code, program=self.program))
        session = self.desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8))
        self.desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
        for name in names:
            theme = self.desk.add(circle, Theme(name))
            self.desk.add(session, Note(NoteKind.CONCERN, f"{name} in {code}", themes=(theme,)))
        return circle

    def starter(self, name):
        return self.desk.add(self.program, Theme(name))

    @property
    def picture(self):
        return self.folders.picture(self.program)

    def count(self, name):
        return next(theme for theme in self.picture.themes if theme.name == name)

    @property
    def counts(self):
        return {theme.name: len(theme.circles) for theme in self.picture.themes}

    def same(self, name):
        picture = self.picture
        found = same_themes(picture, themes_told_apart(self.desk, picture), VOCABULARY)
        return [one.theme.name for one in found[self.count(name).theme_id]]
