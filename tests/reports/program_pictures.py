"""Made-up programs of a few circles, for the tests of what a program gives out."""

from dataclasses import replace
from datetime import date

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread
from dialogue_desk.domain.overview.program_overview import CircleRow, picture_of
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.report_papers import ReportPaper, report_paper
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, THEMES, a_folder

PROGRAM = RecordId("program")
DAY = date(2026, 4, 2)


def at(code, number, *notes, actions=()):
    """A session of a circle; its notes and ideas have ids that no other has."""
    folder = a_folder(*notes, actions=actions)
    own = RecordId(f"{code}-{number}")
    return replace(
        folder,
        id=own,
        circle_id=RecordId(code),
        circle=Circle(code, program=PROGRAM),
        session=replace(folder.session, number=number),
        notes=tuple(replace(note, id=RecordId(f"{own}-{note.id}"), owner=own) for note in folder.notes),
        actions=tuple(replace(one, id=RecordId(f"{own}-{one.id}"), owner=own) for one in folder.actions),
    )


def a_picture(*folders, circles=("C01", "C02", "C03")):
    rows = [CircleRow(RecordId(code), code, "", "en", ()) for code in circles]
    themes = [Stored(theme, PROGRAM, body) for theme, body in THEMES.items()]
    return picture_of(PROGRAM, Program("Safer Streets", sessions=2), rows, folders, themes)


def a_plan(*folders, **options):
    return report_plan(a_picture(*folders, **options))


def paper(which, *folders, **options):
    """One of the papers of a program."""
    return report_paper(which, a_plan(*folders, **options), Words(), DAY)


def read(*folders, **options):
    """The report."""
    return paper(ReportPaper.REPORT, *folders, **options)


def annex(*folders, **options):
    return paper(ReportPaper.ANNEX, *folders, **options)


def concern(text, themes=STOPS, spread=Spread.A_FEW, **more):
    return Note(NoteKind.CONCERN, text, themes=themes, spread=spread, **more)


def common(text, themes=STOPS, **more):
    return Note(NoteKind.COMMON_GROUND, text, themes=themes, **more)


def codes(count):
    """The codes of so many circles."""
    return tuple(f"C{number:02}" for number in range(1, count + 1))
