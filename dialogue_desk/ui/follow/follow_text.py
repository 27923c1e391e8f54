"""An ask in words: as a row of the list, and what stands under its title."""

from __future__ import annotations

from dialogue_desk.domain.overview.follow_up import Followed
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.reports.report_sentences import day_in_words
from dialogue_desk.ui.proposals.proposal_text import circles_text
from dialogue_desk.ui.widgets.note_list import NoteRow
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of
from dialogue_desk.words.times import written_day

_LONGEST_NAME = 60


def follow_row(
    one: Followed, above: str, words: Words, *, asleep: bool, standing: bool, office: bool
) -> NoteRow:
    """Return an ask as the list shows it: code, answer and office, the words, the next date.

    Its ``standing`` and its ``office`` are left out where the heading says them.
    """
    said = [one.code]
    if standing:
        said.append(name_of(one.standing, words))
    if one.answer is not None:
        said.append(words.tr("answer: {reply}", reply=name_of(one.answer.reply, words)))
    if office and one.actor:
        said.append(shortened(one.actor, _LONGEST_NAME))
    if one.two_answers or one.differing:
        flag = words.tr("Two organizers say different things") if one.differing else words.tr("Two answers")
    else:
        flag = words.tr("Nothing heard for 60 days") if asleep else ""
    day = written_day(one.next_day, words) if one.next_day is not None else ""
    return NoteRow(one.about, " · ".join(said), one.words, day, (), flag, above)


def asked_text(one: Followed, words: Words) -> str:
    """Return the code, how many circles said it, of whom it is asked and by when."""
    said = [words.tr("Code: {code}", code=one.code), circles_text(one.circles, words)]
    if one.actor:
        said.append(words.tr("asked of: {office}", office=shortened(one.actor, _LONGEST_NAME)))
    if one.ask is not None and one.ask.by:
        said.append(words.tr("by {day}", day=day_in_words(one.ask.by, words)))
    return " · ".join(said)
