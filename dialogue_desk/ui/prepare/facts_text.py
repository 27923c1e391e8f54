"""What is known of a session that is prepared, in words to read."""

from __future__ import annotations

from datetime import timedelta

from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.prepare.circle_choice import CircleChoice
from dialogue_desk.ui.prepare.guide_choice import GuideChoice
from dialogue_desk.ui.prepare.session_times import SessionTimes
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import capitalize_first, clock_time, full_day


class FactsText:
    """Says each line as its value and a note."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def headline(self, circles: CircleChoice, guides: GuideChoice, place: str) -> tuple[str, str]:
        """Return "C01, Library reading room" and which session of which guide."""
        words, circle = self._words, circles.known()
        guide, plan = guides.guide_in_app_language(), guides.session()
        place = place.strip()
        code = circle.body.code if circle is not None else circles.code.text()
        number = next((place for place, one in enumerate(guide.sessions, 1) if one.id == plan.id), 1)
        title = title_of(plan, words)
        if len(guide.sessions) > 1:
            title = words.tr("Session {number}: {title}", number=number, title=title)
        note = " · ".join(
            dict.fromkeys(filter(None, (title, shown_title(guide.title), guides.chosen_track())))
        )
        return (words.tr("{code}, {place}", code=code, place=place) if place else code), note

    def when(self, times: SessionTimes, *, in_full: bool = False) -> tuple[str, str]:
        """Return "Today, 6:50 to 8:50 PM", or the day ``in_full``, and how many minutes that is."""
        tr, day = self._words.tr, times.day.value()
        ahead = (day - times.day.today) // timedelta(days=1)
        named = {0: tr("Today"), 1: tr("Tomorrow"), -1: tr("Yesterday")}.get(ahead)
        start, end = times.start.value(), times.hard_end.value()
        begins = clock_time(start, self._words)
        if (start.hour < 12) == (end.hour < 12):  # the same half of the day
            begins = begins.split(" ", 1)[0]
        value = tr(
            "{day}, {start} to {end}",
            day=(not in_full and named) or capitalize_first(full_day(day, self._words)),
            start=begins,
            end=clock_time(end, self._words),
        )
        if times.has_passed:
            return value, tr(
                "This time has passed, so its notes are typed up from paper notes. To hold the "
                "session, choose a later day or time."
            )
        minutes, planned = times.minutes(), times.planned
        if minutes == planned:
            return value, tr("{minutes} minutes, as the guide asks", minutes=minutes)
        return value, tr("{minutes} minutes; the guide asks for {planned}.", minutes=minutes, planned=planned)

    def people(
        self, count: int, guides: GuideChoice, last: SessionFolder | None, *, over: bool = False
    ) -> tuple[str, str, bool]:
        """Return "14 expected", what to know of that, and whether it is a warning.

        Of a session that is ``over``, return "14 people".
        """
        tr = self._words.tr
        least, most = guides.guide_in_app_language().people
        ntr = self._words.ntr
        value = (
            ntr("{count} person", "{count} people", count)
            if over
            else ntr("{count} expected", "{count} expected", count)
        )
        if not least <= count <= most:
            return value, tr("This guide is made for {least} to {most} people.", least=least, most=most), True
        if last is not None and last.session.present is not None:
            came = last.session.present
            return value, self._words.ntr("{count} came last time", "{count} came last time", came), False
        return value, "", False

    def languages(self, guides: GuideChoice) -> str:
        """Return "English, and Spanish on the room display"."""
        first, *others = [text.language for text in guides.chosen_texts()] or ["en"]
        spoken = capitalize_first(language_name(first, self._words))
        if not others:
            return spoken
        second = language_name(others[0], self._words)
        return self._words.tr("{first}, and {second} on the room display", first=spoken, second=second)
