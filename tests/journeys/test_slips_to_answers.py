"""From sign-up slips to answers: a whole program through the desk; nothing counts twice, nobody is known."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from contextlib import ExitStack
from datetime import date

import pytest
from pypdf import PdfReader

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.follow_dates import calendar_of
from dialogue_desk.desk.leaving.packages import export_program, export_session
from dialogue_desk.desk.leaving.program_archive import ready_archive
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.follow_edits import progress_of, write_follow_up
from dialogue_desk.desk.program.follow_lists import facts_in
from dialogue_desk.desk.program.formed_circles import make_circles
from dialogue_desk.desk.program.forum_edits import (
    CannotVote,
    choose_options,
    close_vote,
    lock,
    read_ballot,
    set_up_forum,
    type_ballot,
    type_ballots,
    write_team,
)
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.program.organizers_work import write_work
from dialogue_desk.desk.program.pooled_edits import CannotCount, write_pool
from dialogue_desk.desk.program.program_draft import DraftCategory, ProgramDraft
from dialogue_desk.desk.program.program_edits import categories_of, circles_of, save_program
from dialogue_desk.desk.program.proposal_edits import compare
from dialogue_desk.desk.program.voices_edits import write_invitation, write_voice
from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.desk.trust.known_laptops import join
from dialogue_desk.desk.trust.waiting_changes import settle
from dialogue_desk.domain.forming.placing import formed
from dialogue_desk.domain.forming.sums import sums_of
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.domain.model.answers import Reply, Standing, Status
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumStage
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.model.voices import Invitation, PooledCounts, SlipKind, Voice
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.forum_choice import option_of
from dialogue_desk.domain.overview.forum_result import forum_result
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.overview.voices_picture import voices_of
from dialogue_desk.exchange.forming_file import KeptSlips, SlipFile, read_slips
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.rows_of_files import rows_in_text
from dialogue_desk.exchange.slip_rows import SlipsRefused, slips_in
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.report_papers import ReportPaper, report_paper
from dialogue_desk.storage.backups import Backups
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, begun, note
from tests.shelf import GUIDES

WORDS = Words()
SHELF = GuideShelf(GUIDES, WORDS)
NUMBERS = tuple(range(73_011, 73_035))
GROUP, NAME, PHRASE = "zafiro", "Zoraida Quispe", "nine quiet herons by a lake"
WISH = Wish(
    (Place("Library", ("Tuesday", "Thursday", "Saturday"), 1),),
    3, 6, 8, ("en",), shares=(Share(GROUP), Share("north")), facilitators=0,
)  # fmt: skip
SAID = {
    "C01": ("Light the path", "A nurse on the evening shift"),
    "C02": ("Light the path", "Answer every letter"),
    "C03": ("Coffee once a month", "A map of the lanes"),
}
PILE = ("1 1 2", "1 2 2", "2 3 3", "1 3 4", "1 1 5", "4 5 5", "2 2 2 2")
"""Ballots as they lie in the pile: three dots each, the last with one too many."""


class Story:
    """One program, three circles, two organizers, and all that they write on the way."""

    def __init__(self, folder, files):
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.one, self.other = (self._desk(files, f"organizer {seed}", seed) for seed in (1, 2))
        self.laptops = [self._desk(files, f"circle {seed}", seed) for seed in (3, 4, 5)]
        self.written = []
        draft = ProgramDraft(
            Program("Bridges", "BRG", forum="2026-05-02", answers="Town council", answer_by="2026-06-01"),
            (),
            (),
            (DraftCategory(None, "Where do you live?", ("North", "South")),),
        )
        self.program = save_program(self.one, None, draft)

    def _desk(self, files, name, seed):
        (self.folder / name).mkdir()
        desk = a_desk(self.folder / name / "desk.db", seed)
        files.callback(desk.file.close)
        return desk

    @property
    def picture(self):
        return self.seen_by(self.one)

    def seen_by(self, desk):
        return Folders(desk, SHELF).picture(self.program)

    @property
    def work(self):
        return self.picture.work

    @property
    def known(self):
        return follow_up(report_plan(self.picture))

    @property
    def codes(self):
        return {one.body.code: one.id for one in circles_of(self.one, self.program)}

    def opens(self, desk, *paths):
        plan = read_packages(paths, PackageReader(WORDS), WORDS)
        taken = import_packages(desk, plan, WORDS)
        assert taken.refused == () and taken.waiting == () and taken.conflicts == 0
        return taken

    def accepts(self, desk, path):
        """Open a file of a laptop nobody knew: its ballots wait until a person says it is a partner's."""
        plan = read_packages((path,), PackageReader(WORDS), WORDS)
        assert import_packages(desk, plan, WORDS).waiting != ()
        join(desk, plan.packages[0].origin)
        settle(desk)

    def hands_out(self, path):
        self.written.append(path)
        return path


@pytest.fixture
def story(tmp_path):
    with ExitStack() as files:
        yield Story(tmp_path / "story", files)


def form_circles(story):
    """Read slips, seal them, make the circles in the program, and delete the slips."""
    rows = [
        f"{number},{GROUP if number % 2 else 'north'},,Tuesday/Thursday/Saturday,food" for number in NUMBERS
    ]
    with pytest.raises(SlipsRefused):
        slips_in(rows_in_text(f"number,groups,name\n{NUMBERS[0]},north,{NAME}"), WISH, WORDS)
    read = slips_in(rows_in_text("\n".join(["number,groups,young,times,needs", *rows])), WISH, WORDS)
    forming = formed(read.slips, WISH).all_settled()
    assert Counter(n for one in forming.circles for n in one.numbers) == Counter(NUMBERS), "each sits once"
    path = story.folder / "spring.dialogue-slips"
    SlipFile.begun(path, PHRASE).write(KeptSlips(forming, "Bridges", "the organizer"))
    assert nobody_in(path.read_bytes()) == set() and read_slips(path, PHRASE).forming == forming
    made = make_circles(story.one, story.program, forming)
    assert made.new == ("C01", "C02", "C03") and not make_circles(story.one, story.program, forming).writes
    assert sums_of(forming).people == len(NUMBERS)
    path.unlink()


def ask_for_voices(story):
    (asked,) = categories_of(story.one, story.program)
    for place, name in enumerate(("North", "South")):
        write_voice(story.one, story.program, Voice(name, hoped=14, category=asked.id, answer=name), WORDS)
        assert len(story.work.voices) == place + 1
    write_invitation(
        story.one, story.program, Invitation("Library, front desk", invited=40, signed_up=24), WORDS
    )


def hold_circles(story):
    """Let each circle meet on its own laptop, and hand in what it wrote; opened twice, it counts once."""
    program = story.hands_out(export_program(story.one, story.program, story.folder / "out"))
    packages = []
    for laptop, (code, ideas) in zip(story.laptops, SAID.items(), strict=True):
        story.opens(laptop, program)
        session = begun(laptop, circle=None, circle_id=story.codes[code])
        set_attendance(laptop, session, 8)
        laptop.add(session, note(f"It is dark where {code} lives"))
        for what in ideas:
            laptop.add(session, ActionIdea(what, "round", who="Town council", first_step="Ask"))
        folder = Folders(laptop, SHELF).session(session)
        packages.append(story.hands_out(export_session(laptop, folder, story.folder / "out")))
    story.opens(story.one, *packages)
    again = story.opens(story.one, *reversed(packages))
    assert again.outcome is None and len(again.known) == 3
    assert len(ideas_in(story.one)) == 6


def count_slips(story):
    """Count slips of small circles as one pile: no circle alone, none twice, no more slips than people."""
    (asked,) = categories_of(story.one, story.program)
    circles = tuple(story.codes.values())

    def pile(of, slips, north):
        counts = ((asked.id, "North", north), (asked.id, "South", slips - north))
        return PooledCounts(SlipKind.TALLY, of, slips, counts)

    for wrong in (pile(circles[:1], 8, 5), pile(circles, 25, 12), pile(circles, 9, 5)):
        with pytest.raises(CannotCount):
            write_pool(story.one, story.picture, wrong, WORDS)
    write_pool(story.one, story.picture, pile(circles, 22, 12), WORDS)
    with pytest.raises(CannotCount):
        write_pool(story.one, story.picture, pile(circles[:2], 12, 6), WORDS)
    voices = voices_of(story.picture)
    told = {one.voice.name: (one.counted, one.missing) for one in voices.wanted}
    assert told == {"North": (12, 2), "South": (10, 4)}
    assert {(one.coverage.circles, one.coverage.of) for one in voices.wanted} == {(3, 3)}


def choose_what_to_vote_on(story):
    """Join what two circles said alike, so that their vote is not split; lock it, and it stays locked."""
    same = [one.id for one in report_plan(story.picture).proposals if one.idea.what == "Light the path"]
    if len(same) == 2:
        compare(story.one, story.program, likeness(*same, Rung.DUPLICATE))
    proposals = report_plan(story.picture).proposals
    assert Counter(one.circles for one in proposals) == {2: 1, 1: 4}
    assert {line for one in proposals for line in one.ids} == ideas_in(story.one)
    order = sorted(proposals, key=lambda one: (-one.circles, one.idea.what))
    options = [option_of(one, number, ("en",)) for number, one in enumerate(order, 1)]
    set_up_forum(story.one, story.program, Forum(dots_each=3, ballots=6), WORDS)
    choose_options(story.one, story.program, options, WORDS)
    with pytest.raises(CannotVote):
        type_ballot(story.one, story.program, BallotEntry(1, 1, ((1, 1),)), WORDS)
    lock(story.one, story.program, WORDS)
    with pytest.raises(CannotVote):
        choose_options(story.one, story.program, options[1:], WORDS)


def vote(story):
    """Let two people type the pile, each on a laptop of their own, and bring their work together."""
    first = [ballot(1, number, typed) for number, typed in enumerate(PILE, 1)]
    kept = type_ballots(story.one, story.program, first, WORDS)
    assert kept.kept == 6 and len(kept.refused) == 1 and "Ballot 7" in kept.refused[0]
    type_ballot(story.one, story.program, BallotEntry(1, 7, ((2, 4),), spoiled=True), WORDS)
    for package in (*story.written, write_work(story.one, story.program, story.folder / "to other")):
        story.opens(story.other, package)
    second = [ballot(2, number, typed) for number, typed in enumerate((*PILE[:2], "2 3 4", *PILE[3:6]), 1)]
    type_ballots(story.other, story.program, second, WORDS)
    type_ballot(story.other, story.program, BallotEntry(2, 7, ((2, 4),), spoiled=True), WORDS)
    back = story.hands_out(write_work(story.other, story.program, story.folder / "back"))
    story.accepts(story.one, back)
    story.opens(story.one, back)
    assert forum_result(story.work).differing == (3,)
    type_ballot(story.one, story.program, ballot(2, 3, PILE[2]), WORDS, again=True)
    close_vote(story.one, story.program, WORDS)
    with pytest.raises(CannotVote):
        type_ballot(story.one, story.program, ballot(1, 8, "1"), WORDS)
    result = forum_result(story.work)
    assert (result.stage, result.ballots, result.spoiled, result.differing) == (ForumStage.COUNTED, 6, 1, ())
    assert (result.typed, result.given_out, result.too_many) == (7, 6, 1), "one more than was given out"
    assert {one.number: one.dots for one in result.options} == {1: 6, 2: 4, 3: 3, 4: 2, 5: 3}
    assert [(one.number, one.place) for one in result.options if one.tied] == [(3, 3), (5, 3)]
    team = ActionTeam(
        story.work.options[0].body.about, "Lamps", "Parks office", "Library", first_day="2026-05-20"
    )
    write_team(story.one, story.program, team, WORDS)


def ballot(entry, number, typed):
    return BallotEntry(entry, number, read_ballot(typed, WORDS))


def hear_answers(story):
    """Type in the answer sheet that came back under its codes, and what became of one ask."""
    codes = {one.words: one.code for one in story.known.every}
    lamps, letters = codes["Light the path"], codes["Answer every letter"]
    sheet = (
        f"code,answer,why,by whom,next date\n{lamps},in part,Six of nine,Parks office,2026-07-15\n"
        f"{letters},no,The state sets it,Police department,\n"
        f"{lamps},in part,Six of nine,Parks office,2026-07-15\n"
        "ZZZ99,yes,,,"
    )
    read = facts_in(rows_in_text(sheet), story.known, WORDS, today(story.one))
    assert len(read.answers) == 2 and len(read.refused) == 1 and "ZZZ99" in read.refused[0]
    write_follow_up(story.one, story.program, *(answer for _, answer in read.facts))
    assert write_follow_up(story.one, story.program, *(answer for _, answer in read.facts)) is None
    (one,) = story.known.with_code(lamps)
    write_follow_up(story.one, story.program, progress_of(one, Status.UNDER_WAY))
    assert story.known.replies == {Reply.IN_PART: 1, Reply.NO: 1}
    assert story.known.with_code(lamps)[0].standing is Standing.UNDER_WAY
    return lamps, letters


def hand_back(story, codes):
    """Give each circle its sheet, people their dates, and the shelf an archive."""
    plan, day = report_plan(story.picture), date(2026, 6, 20)
    sheets = rendered(report_paper(ReportPaper.CIRCLE_SHEETS, plan, WORDS, day), ".md", WORDS).decode()
    assert all(code in sheets for code in codes)
    dates = calendar_of(story.picture, story.known, story.one.clock.now(), WORDS).decode()
    folded = dates.replace("\r\n ", "")
    assert "20260715" in folded and "20260520" in folded and dates.count("BEGIN:VEVENT") >= 3
    archive = story.folder / "bridges.zip"
    ready_archive(story.one, Folders(story.one, SHELF), story.program, WORDS).write(archive, lambda *_: None)
    Backups(story.one.file.path).make(date(2026, 6, 20))
    (story.folder / "sheets.md").write_text(sheets, encoding="utf-8")
    (story.folder / "dates.ics").write_text(dates, encoding="utf-8")


def test_from_slips_to_answers_nothing_is_counted_twice_and_nobody_is_known(story):
    form_circles(story)
    ask_for_voices(story)
    hold_circles(story)
    count_slips(story)
    choose_what_to_vote_on(story)
    vote(story)
    hand_back(story, hear_answers(story))
    files = [path for path in story.folder.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".db", ".dialogue", ".zip", ".md", ".ics"} <= kinds and len(files) > 12
    found = {path.name: known for path in files if (known := nobody_in(path.read_bytes()))}
    assert found == {}, "a slip can be known from these files"


def ideas_in(desk):
    return {record.id for record in desk.file.records.everything() if isinstance(record.body, ActionIdea)}


def nobody_in(data):
    """Return what of a slip stands in a file, in the files within it, and in what a PDF says."""
    found = {one for one in (GROUP, *NAME.split(), PHRASE) if one.encode() in data}
    found |= {said for said in re.findall(rb"(?<![\w.])73\d{3}(?![\w.])", data) if int(said) in NUMBERS}
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as inside:
            for name in inside.namelist():
                member = inside.read(name)
                if name.endswith(".pdf"):
                    pages = PdfReader(io.BytesIO(member)).pages
                    member = "\n".join(page.extract_text() for page in pages).encode()
                found |= nobody_in(member)
    return found


def test_what_looks_for_slips_finds_them():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.writestr("tables/rows.csv", f"number;group\n{NUMBERS[3]};{GROUP}\n")
    assert nobody_in(packed.getvalue()) == {GROUP, str(NUMBERS[3]).encode()}
