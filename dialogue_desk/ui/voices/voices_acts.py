"""What a person does with voices and invitations: each act is one step, and can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.desk.leaving.report_files import today, write_paper
from dialogue_desk.desk.program.voices_edits import (
    CannotKeepVoices,
    delete_voices,
    odd_in_invitation,
    odd_in_voice,
    write_invitation,
    write_voice,
)
from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.voices import Invitation, Voice
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.domain.overview.voices_picture import VoicesPicture, voices_of
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.voices.entry_line import Kept
from dialogue_desk.ui.widgets.toast import UNDO

_GAP = 10
"""How far apart the places of voices are."""


class VoicesActs:
    """Acts on what is ``known`` of the voices of a program; circles without one have nothing to act on."""

    def __init__(self, desk: Desk, context: Context) -> None:
        self._desk, self._context, self._words = desk, context, context.words
        self.picture: ProgramPicture | None = None
        self.known: VoicesPicture | None = None

    @property
    def program(self) -> RecordId | None:
        """The program whose voices these are."""
        return self.picture.program_id if self.picture is not None else None

    @property
    def today(self) -> date:
        """The day it is in the room of the laptop."""
        return today(self._desk)

    @property
    def categories(self) -> tuple[Stored[TallyCategory], ...]:
        """The questions of the tally sheet."""
        return self.picture.categories if self.picture is not None else ()

    @property
    def voices(self) -> tuple[Stored[Voice], ...]:
        """The voices wanted, in their order."""
        return self.picture.work.voices if self.picture is not None else ()

    @property
    def counted_circles(self) -> frozenset[RecordId]:
        """The circles that kept a tally of their own."""
        rows = self.picture.rows if self.picture is not None else ()
        return frozenset(
            row.circle_id for row in rows if any(one is not None and one.tallies for one in row.sessions)
        )

    @property
    def invitations(self) -> tuple[Stored[Invitation], ...]:
        """The invitations, the latest first."""
        made = self.picture.work.invitations if self.picture is not None else ()
        by_name = sorted(made, key=lambda one: (one.body.to, one.id))
        return tuple(sorted(by_name, key=lambda one: one.body.day, reverse=True))

    def learn(self, picture: ProgramPicture) -> None:
        """Work out who is wanted, counted and missing."""
        self.picture, self.known = picture, voices_of(picture)

    def keep_voice(self, voice: Voice, record_id: RecordId | None) -> Kept:
        """Keep a voice, a new one at the end, or say why it cannot be kept."""
        if self.program is None:
            return Kept()
        try:
            write_voice(self._desk, self.program, voice, self._words, record_id)
        except CannotKeepVoices as trouble:
            return Kept(str(trouble))
        return self._said(voice.name, odd_in_voice(voice, self._words))

    def keep_invitation(self, invitation: Invitation, record_id: RecordId | None) -> Kept:
        """Keep an invitation, or say why it cannot be kept."""
        if self.program is None:
            return Kept()
        try:
            write_invitation(self._desk, self.program, invitation, self._words, record_id)
        except CannotKeepVoices as trouble:
            return Kept(str(trouble))
        return self._said(invitation.to, odd_in_invitation(invitation, self._words, self.today))

    def remove(self, record_id: str) -> None:
        """Delete a voice, an invitation or a pile of slips."""
        if delete_voices(self._desk, RecordId(record_id)) is not None:
            self._tell(self._words.tr("It is deleted."))

    def save(self, paper: ReportPaper) -> None:
        """Ask where to save a document of who takes part, and write it."""
        picture, words, day = self.picture, self._words, self.today
        if picture is None:
            return
        named = report_paper_name(paper, words)
        called = picture.program.called if picture.program is not None else words.tr("circles")
        save_file(
            self._context,
            words.tr("Save the document"),
            f"{plain_name(called)}-{plain_name(named)}.pdf",
            FileKind(named, (".pdf",)),
            lambda path: write_paper(picture, paper, path, words, day),
        )

    def step(self, voice: str, by: int) -> None:
        """Move a voice up or down by so many places."""
        ids = [one.id for one in self.voices]
        if voice in ids:
            at = ids.index(RecordId(voice))
            self._put(ids, at, max(0, min(at + by, len(ids) - 1)))

    def drop(self, voice: str, before: str) -> None:
        """Move a voice before another, or to the end."""
        ids = [one.id for one in self.voices]
        if voice in ids and voice != before:
            at = ids.index(RecordId(voice))
            to = ids.index(RecordId(before)) if before in ids else len(ids)
            self._put(ids, at, to - (to > at))

    def _put(self, ids: list[RecordId], at: int, to: int) -> None:
        if at == to or self.program is None:
            return
        ids.insert(to, ids.pop(at))
        bodies = {one.id: one.body for one in self.voices}
        differing = {one.id for one in self.voices if one.in_conflict}  # whose versions wait for a choice
        writes = [
            Write.of(one, self.program, replace(bodies[one], place=_GAP * number))
            for number, one in enumerate(ids, 1)
            if bodies[one].place != _GAP * number and one not in differing
        ]
        if writes:
            self._desk.perform(Edit(Act.SORT, tuple(writes)))

    def _said(self, name: str, odd: Iterable[str]) -> Kept:
        """Say aloud what is kept, and return what is odd about it."""
        remark = " ".join(odd)
        self._context.announcer.announce(self._words.tr("Saved: {name}", name=name))
        if remark:
            self._context.announcer.announce(remark)
        return Kept(remark=remark)

    def _tell(self, said: str) -> None:
        self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)
