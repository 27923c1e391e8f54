"""A program whose proposals go to a Decidim site, and what such a site would export of them."""

from __future__ import annotations

import csv
import io

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.program.decidim_answers import DecidimReading
from dialogue_desk.desk.program.decidim_sending import DecidimSending, can_be_sent
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.decidim_export import decidim_rows
from dialogue_desk.words import Words
from tests.desk.evening import a_desk, a_shelf

EN = Words()
LAMPS, BENCH, SPANISH = "Mend all the street lamps", "Benches at the bus stops", "Más autobuses por la noche"
HEADS = ("id", "title/en", "title/es", "body/en", "body/es", "state", "answer/en")


class DecidimProgram:
    """A program in two languages whose circles each propose something; one of them in few words."""

    def __init__(self, folder):
        self.folder = folder
        self.desk = a_desk(folder / "desk.db", 1)
        self.folders = Folders(self.desk, a_shelf(folder))
        self.id = self.desk.add(NO_OWNER, Program("Season", languages=("en", "es")))
        ideas = (
            ("C01", ActionIdea(LAMPS, language="en", first_step="ask for a list")),
            ("C02", ActionIdea(LAMPS, language="en")),
            ("C03", ActionIdea(BENCH, language="en")),
            ("C04", ActionIdea(SPANISH, language="es")),
            ("C05", ActionIdea("A bus", language="en")),
        )
        for code, idea in ideas:
            circle = self.desk.add(NO_OWNER, Circle(code, "Grange hall", program=self.id))
            session = self.desk.add(circle, Session(1, "s1", (), 0, 60_000_000, 8))
            self.desk.add(session, Move(MoveKind.START, 1_000, RecordId("run"), 1))
            self.desk.add(session, idea)

    @property
    def plan(self):
        return report_plan(self.folders.picture(self.id))

    @property
    def known(self):
        return follow_up(self.plan)

    def sending(self, **titles):
        return DecidimSending(self.plan, EN, titles.get("titles", {}))

    def one(self, words=LAMPS):
        return next(one for one in can_be_sent(self.known) if one.words == words)

    def row(self, words=LAMPS, state="accepted", answer="", **changed):
        """A row of an export, as the site has it of what went there."""
        ready = self.sending().ready(self.one(words))
        cells = dict.fromkeys(HEADS, "") | {"id": str(len(words)), "state": state, "answer/en": answer}
        for text in ready.texts:
            cells |= {f"title/{text.language}": text.title, f"body/{text.language}": text.body}
        return cells | {name.replace("_", "/"): value for name, value in changed.items()}

    def read(self, *rows, states=None):
        out = io.StringIO()
        writer = csv.DictWriter(out, tuple(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        path = self.folder / "proposals.csv"
        path.write_text(out.getvalue(), encoding="utf-8")
        return DecidimReading(self.sending(), self.known, EN, states or {}).of(decidim_rows(path))
