"""Which guide, which of its sessions, and in which languages."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.guide import Guide, Part, SessionPlan, version_order
from dialogue_desk.domain.model.guide_lengths import on_track
from dialogue_desk.domain.model.text import shown_title
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import capitalize_first

ONE_CIRCLE = 60
"""The most people who hear each other in one circle."""
_MOST_LETTERS = 60
"""So many of a guide's title are in the choice of guides."""

_NONE = "none"
_HELD = "held"
"""The key of the guide that a circle meets by, where the library has it no more."""
_FOR_A_START = "one-evening"
"""The guide that is offered to whoever has not chosen one yet: a single evening, for a small circle."""


class GuideChoice:
    """The inputs and their fields; a field is hidden when it leaves no choice."""

    def __init__(self, shelf: GuideShelf, theme: AppTheme, words: Words) -> None:
        self._shelf, self._words = shelf, words
        self._editions: dict[str, dict[str, GuideText]] = {}
        tr = words.tr
        self.guide, self.plan = Select(theme), Select(theme)
        self.language, self.second = Select(theme), Select(theme)
        self.guide_field = Field(tr("Guide"), self.guide)
        self.plan_field = Field(tr("Session"), self.plan)
        self.track = Select(theme)
        self.track_field = Field(tr("Which track does this circle follow?"), self.track)
        self.language_field = Field(tr("Spoken language"), self.language)
        self.second_field = Field(tr("Second language on the room display"), self.second)

    def read(self) -> None:
        """Read which guides there are."""
        first_time, self._editions = not self._editions, self._shelf.editions()
        self.follow(())
        if first_time and self.knows(_FOR_A_START):
            self.guide.choose(_FOR_A_START)

    def follow(self, held: Sequence[GuideText], of_round: str = "") -> str:
        """Offer the guide that a circle meets by, with the others, and return its key; "" for none.

        ``held`` are the texts its last session began with.  Another laptop may have brought them, or a newer
        app may ship another version.  ``of_round`` is the id of the guide with which a new round begins.
        """
        self._editions.pop(_HELD, None)
        key = self._key_of(held)
        if held and not key:
            key, self._editions[_HELD] = _HELD, {text.language: text for text in held}
        self.guide.show_choices([Choice(one, self._name(one)) for one in self._editions])
        named = [one for one in self._editions if of_round and self._guide(one).id == of_round]
        return max(named, key=lambda one: version_order(self._guide(one).version), default=key)

    def knows(self, key: str) -> bool:
        """Return whether there is such a guide."""
        return key in self._editions

    def _newer_version(self) -> str:
        """Return the latest version of the chosen guide that is newer than the one chosen; "" for none."""
        this = self._guide(self.guide.choice())
        versions = (guide.version for guide in map(self._guide, self._editions) if guide.id == this.id)
        latest = max(versions, key=version_order, default="")
        return latest if version_order(latest) > version_order(this.version) else ""

    def _key_of(self, held: Sequence[GuideText]) -> str:
        """Return the key of the guide with these texts, or else of the same version, or of any one."""
        if not held:
            return ""
        first = held[0]
        named = {key: texts for key, texts in self._editions.items() if self._guide(key).id == first.guide}
        same = (key for key, texts in named.items() if first in texts.values())
        version = (key for key in named if self._guide(key).version == first.version)
        return next(same, "") or next(version, "")

    def _name(self, key: str) -> str:
        """Return the title of a guide, and which version it is where several have that title."""
        guide = self._guide(key)
        alike = sum(self._guide(other).title == guide.title for other in self._editions)
        title = shown_title(guide.title, _MOST_LETTERS)
        if alike == 1:
            return title
        return self._words.tr("{title} (version {version})", title=title, version=guide.version)

    def show_guide(self, guide: Guide, plan: str) -> None:
        """Offer the sessions and the languages of ``guide``, and choose ``plan``."""
        newer = self._newer_version()
        said = self._words.tr(
            "There is a newer version of this guide, {version}. A circle can go on in it.", version=newer
        )
        self.guide_field.show_note(said if newer else "")
        self.plan.show_choices([Choice(plan.id, title_of(plan, self._words)) for plan in guide.sessions])
        self.plan_field.setVisible(len(guide.sessions) > 1)
        self.plan.choose(plan)
        languages = self._texts()
        self.language.show_choices([Choice(code, own_name(code)) for code in languages])
        self.language.choose(guide.language)
        self.language_field.setVisible(len(languages) > 1)
        self.show_second_languages()

    def show_tracks(self, chosen: str) -> None:
        """Offer the tracks of the chosen session, if it has any, and choose one."""
        tracks = self.session().tracks
        self.track.show_choices([Choice(track, capitalize_first(track)) for track in tracks])
        self.track_field.setVisible(bool(tracks))
        if chosen in tracks or (tracks and self.track.choice() not in tracks):
            self.track.choose(chosen if chosen in tracks else tracks[0])

    def chosen_track(self) -> str:
        """Return the track this circle follows; "" where the session has none."""
        return self.track.choice() if self.session().tracks else ""

    def parts(self) -> tuple[Part, ...]:
        """Return the parts that this circle does."""
        return on_track(self.session(), self.chosen_track()).parts

    def show_second_languages(self) -> None:
        """Offer the languages that are not spoken."""
        others = [code for code in self._texts() if code != self.language.choice()]
        none = Choice(_NONE, self._words.tr("None"))
        self.second.show_choices([none, *(Choice(code, own_name(code)) for code in others)])
        self.second_field.setVisible(bool(others))

    def choose_languages(self, languages: Sequence[str]) -> None:
        """Choose the spoken language and the second one."""
        first, second, *_ = (*languages, _NONE, _NONE)
        self.language.choose(first)
        self.show_second_languages()
        self.second.choose(second)

    def guide_in_app_language(self) -> Guide:
        """Return the chosen guide, in the language of the window if the guide has it."""
        return self._guide(self.guide.choice())

    def guide_in_spoken_language(self) -> Guide:
        """Return the chosen guide, in the spoken language."""
        text = self._texts().get(self.language.choice())
        return self._shelf.guide(text) if text else self.guide_in_app_language()

    def session(self) -> SessionPlan:
        """Return the chosen session of the guide."""
        sessions, chosen = self.guide_in_spoken_language().sessions, self.plan.choice()
        return next((plan for plan in sessions if plan.id == chosen), sessions[0])

    def chosen_texts(self) -> tuple[GuideText, ...]:
        """Return the texts of the guide that the session begins with, the spoken one first."""
        texts = self._texts()
        languages = (self.language.choice(), self.second.choice())
        return tuple(texts[code] for code in languages if code in texts)

    def _texts(self) -> dict[str, GuideText]:
        return self._editions.get(self.guide.choice(), {})

    def _guide(self, guide_id: str) -> Guide:
        editions = self._editions.get(guide_id)
        if not editions:
            return Guide("", "", "en", "", "", (1, ONE_CIRCLE), (), (SessionPlan("", "", 60, "", ()),))
        text = editions.get(self._words.language) or editions.get("en") or next(iter(editions.values()))
        return self._shelf.guide(text)
