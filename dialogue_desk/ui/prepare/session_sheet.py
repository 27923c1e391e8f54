"""Changing a session that has begun: twelve were expected, nine came, and it has to end earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.rehearsal import session_draft_of
from dialogue_desk.desk.session.session_edits import change_session
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import HOUR, MINUTE, Instant
from dialogue_desk.domain.model.text import normalized
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import session_title
from dialogue_desk.ui.prepare.guide_choice import ONE_CIRCLE
from dialogue_desk.ui.prepare.interpretation import ways_to_interpret
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Number, Select, TimeOfDay
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.times import local_datetime, time_of_day

_NONE = "none"
_DAY = 24 * HOUR
_LONGEST = 12 * HOUR
"""No session takes longer: an end that is farther off is one that has passed."""


class SessionSheet(SheetDialog):
    """Asks how many are here, the place, the languages and the hard end; saving is one step to undo."""

    def __init__(
        self, desk: Desk, folders: Folders, folder: SessionFolder, context: Context, window: QWidget | None
    ) -> None:
        words, theme, tr = context.words, context.theme, context.words.tr
        super().__init__(theme, tr("Change the session"), window)
        self._desk, self._folders, self._folder, self._context = desk, folders, folder, context
        self._texts = _texts(folders, folder, desk)
        session = folder.session
        begun = folder.live.started is not None or session.present is not None
        self._counts = begun
        self.people = Number(theme, words, 1, ONE_CIRCLE)
        self.people.show_value(min(session.head_count, ONE_CIRCLE))
        self.hard_end = TimeOfDay(words, _of_day(session.hard_end, session.zone))
        self.hard_end.since = _of_day(self._from() + MINUTE, session.zone)
        self.place = QLineEdit(session.place or folder.circle.place)
        spoken = [Choice(code, own_name(code)) for code in self._texts]
        self.language = Select(theme, spoken)
        self.second = Select(theme, [Choice(_NONE, tr("None")), *spoken])
        self.interpretation = Select(theme, ways_to_interpret(words))
        self.interpretation.choose(str(session.factor))
        chosen = (*session.languages, _NONE, _NONE)
        self.language.choose(chosen[0])
        self.second.choose(chosen[1])
        self.end_field = Field(tr("Must end by"), self.hard_end)
        self.hard_end.editingFinished.connect(self._look_at_end)
        here = tr("How many people are here") if begun else tr("How many people")
        self.column.add(Label(session_title(folder, words), "muted"))
        self.column.add(Field(here, self.people), self.end_field, Field(tr("Place"), self.place))
        if len(spoken) > 1:
            self.column.add(Field(tr("Spoken language"), self.language))
            self.column.add(Field(tr("Second language on the room display"), self.second))
        self.column.add(Field(tr("Interpretation in the room"), self.interpretation), STRETCH)
        self.foot.addStretch(1)
        self.add_button(tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.save_button = self.add_button(tr("Save"), self.save, weight=Weight.PRIMARY)
        self.people.setFocus()

    def save(self) -> None:
        """Save what was changed, or go to the first field that is wrong."""
        wrong = [control for control in (self.people, self.hard_end) if control.fault()]
        if wrong:
            wrong[0].tell()
            wrong[0].setFocus()
            return
        if said := self._end_fault():
            self.end_field.show_error(said)
            self.hard_end.setFocus()
            return
        fresh = self._folders.session(self._folder.id)  # another laptop's file may have come meanwhile
        if fresh is None:
            self.reject()
            return
        people, session = self.people.value(), fresh.session
        changed = replace(
            session_draft_of(self._desk, fresh),
            texts=self._chosen_texts(),
            people=session.people if self._counts else people,
            present=people if self._counts and people != session.people else session.present,
            hard_end=self._end(),
            place=normalized(self.place.text()),
            factor=int(self.interpretation.choice()),
        )
        if change_session(self._desk, self._folder.id, changed).ids:
            tr = self._context.words.tr
            self._context.toast.say(tr("The session is changed."), action=tr("Undo"), action_id=UNDO)
        self.accept()

    def _from(self) -> Instant:
        """Return from when on the session can end: now while it runs, otherwise its start."""
        session, now = self._folder.session, self._desk.clock.now()
        is_over = self._folder.live.closed is not None or now - session.start > _LONGEST
        return session.start if is_over else max(session.start, now)

    def _end(self) -> Instant:
        """Return the first time from then on at which a clock shows the hard end; as it was if unchanged."""
        session, at, begins = self._folder.session, self.hard_end.value(), self._from()
        if at == _of_day(session.hard_end, session.zone):
            return session.hard_end
        first = local_datetime(begins, session.zone)
        later = ((at.hour - first.hour) * 60 + at.minute - first.minute) * MINUTE % _DAY
        return begins // MINUTE * MINUTE + (later or _DAY)

    def _end_fault(self) -> str:
        """Return what is wrong with an end that was understood, or ""."""
        session, words, end, begins = self._folder.session, self._context.words, self._end(), self._from()
        if end == session.hard_end or end - begins <= _LONGEST:
            return ""
        if begins > session.start:
            over = time_of_day(end, session.zone, words)
            return words.tr("{time} is over. Type a time that is still to come.", time=over)
        return words.tr("The session would end before it starts. Choose a later end time.")

    def _look_at_end(self) -> None:
        if not self.hard_end.fault():
            self.end_field.show_error(self._end_fault())

    def _chosen_texts(self) -> tuple[GuideText, ...]:
        languages = dict.fromkeys((self.language.choice(), self.second.choice()))
        return tuple(self._texts[code] for code in languages if code in self._texts)


def _of_day(at: Instant, zone: int) -> time:
    return local_datetime(at, zone).time().replace(second=0, microsecond=0)


def _texts(folders: Folders, folder: SessionFolder, desk: Desk) -> dict[str, GuideText]:
    """Return the texts of the session's guide by language: its own, and others of the same version."""
    own = {text.language: text for text in session_draft_of(desk, folder).texts}
    others = folders.shelf.translations(folder.guide.id)
    same = {code: text for code, text in others.items() if text.version == folder.guide.version}
    return same | own
