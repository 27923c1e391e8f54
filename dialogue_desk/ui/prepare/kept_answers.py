"""Keeps what a person filled in while preparing, to be there again after leaving and after a restart."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import partial

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.ids import HOUR
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.ui.prepare.session_fields import SessionFields

_KEY = "prepare"
_TWO_WEEKS = 14 * 24 * HOUR
_OF_A_CIRCLE = frozenset(("guide", "plan", "language", "second", "factor", "track"))
"""What is chosen from lists, and another circle fills in anew; what a person typed stays."""
_NAMING = frozenset(("code", "place"))
"""What may name a circle; not kept of one that is known, so that erasing the circle erases all of it."""


class KeptAnswers:
    """Follows a form: which answers are a person's ``own`` there, and what they are."""

    def __init__(self, desk: Desk, form: SessionFields) -> None:
        self._desk, self._form = desk, form
        guides, circles, times = form.guides, form.circles, form.times
        for name, signal in (
            ("circle", circles.circle.chosen),
            ("code", circles.code.textEdited),
            ("place", form.place.textEdited),
            ("guide", guides.guide.chosen),
            ("plan", guides.plan.chosen),
            ("track", guides.track.chosen),
            ("language", guides.language.chosen),
            ("second", guides.second.chosen),
            ("day", times.day.changed),
            ("start", times.start.changed),
            ("end", times.hard_end.changed),
            ("people", form.people.changed),
            ("people", form.people.box.lineEdit().textEdited),  # also when the number is the same
            ("factor", form.interpretation.chosen),
        ):
            signal.connect(partial(self._touch, name))

    def keep(self, *, over: bool, packed: tuple[str, ...]) -> None:
        """Save what is a person's own, if there is anything and the desk can be written."""
        form, existing = self._form, self._form.existing
        known = form.circles.known() is not None
        own = {name: value for name, value in self._answers().items() if name in form.own}
        if known:
            own = {name: value for name, value in own.items() if name not in _NAMING}
        kept = {"at": self._desk.clock.now(), "over": over, "answers": own, "packed": list(packed)}
        said = json.dumps(kept, ensure_ascii=False) if own or packed else ""
        key = _key(existing.id if existing else "")
        with contextlib.suppress(DeskTrouble):
            if said != self._desk.file.remembered(key):
                self._desk.file.remember(key, said)

    def forget(self, session_id: str = "", packed: tuple[str, ...] = ()) -> None:
        """Forget what was filled in; of a session that was saved, what is ``packed`` is kept."""
        self._form.own.clear()
        existing = self._form.existing
        with contextlib.suppress(DeskTrouble):
            self._desk.file.remember(_key(existing.id if existing else ""), "")
            if session_id and packed:
                kept = {"at": self._desk.clock.now(), "over": False, "answers": {}, "packed": list(packed)}
                self._desk.file.remember(_key(session_id), json.dumps(kept, ensure_ascii=False))

    def kept(self, session_id: str = "", *, over: bool) -> tuple[Mapping[str, str], tuple[str, ...]]:
        """Return the answers and the packed things that were kept; nothing after two weeks."""
        self._form.own.clear()
        said = self._desk.file.remembered(_key(session_id))
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
            found = json.loads(said) if said else {}
            if found and found["over"] is over and self._desk.clock.now() - found["at"] < _TWO_WEEKS:
                answers = {str(name): str(value) for name, value in found["answers"].items()}
                return answers, tuple(map(str, found["packed"]))
        return {}, ()

    def restore(self, answers: Mapping[str, str]) -> None:
        """Fill in what was kept, in the order in which one answer brings the others."""
        ways = self._ways()
        for name, way in ways.items():
            if name in answers:
                with contextlib.suppress(ValueError):
                    way(answers[name])
                    self._form.own.add(name)

    @property
    def any(self) -> bool:
        """Whether a person filled in anything."""
        return bool(self._form.own)

    def _touch(self, name: str, *_: object) -> None:
        if name == "circle":
            self._form.own -= _OF_A_CIRCLE
        self._form.own.add(name)

    def _answers(self) -> dict[str, str]:
        form = self._form
        times = form.times
        return {
            "circle": form.circles.circle.choice(),
            "guide": form.guides.guide.choice(),
            "plan": form.guides.plan.choice(),
            "code": form.circles.code.text(),
            "place": form.place.text(),
            "day": times.day.value().isoformat(),
            "start": f"{times.start.value():%H:%M}",
            "end": f"{times.hard_end.value():%H:%M}",
            "people": str(form.people.value()),
            "track": form.guides.track.choice(),
            "language": form.guides.language.choice(),
            "second": form.guides.second.choice(),
            "factor": form.interpretation.choice(),
        }

    def _ways(self) -> dict[str, Callable[[str], object]]:
        """Return how each answer is filled in."""
        form = self._form
        guides, circles, times = form.guides, form.circles, form.times

        def chosen(choose: Callable[[str], None], then: Callable[[], None]) -> Callable[[str], None]:
            def fill_in(value: str) -> None:
                choose(value)
                then()

            return fill_in

        return {
            "circle": chosen(circles.circle.choose, form.show_circle),
            "guide": chosen(guides.guide.choose, form.show_guide),
            "plan": chosen(guides.plan.choose, form.show_plan),
            "code": circles.code.setText,
            "place": form.place.setText,
            "day": lambda value: times.show_day(date.fromisoformat(value)),
            "start": lambda value: times.start.set_value(time.fromisoformat(value)),
            "end": lambda value: times.hard_end.set_value(time.fromisoformat(value)),
            "people": lambda value: form.people.show_value(int(value)),
            "language": chosen(guides.language.choose, guides.show_second_languages),
            "second": guides.second.choose,
            "factor": form.interpretation.choose,
            "track": guides.show_tracks,
        }


def _key(session_id: str) -> str:
    return f"{_KEY} {session_id}" if session_id else _KEY
