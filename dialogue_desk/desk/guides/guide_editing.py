"""A guide while somebody edits it: its steps, the draft on disk, and the version that is saved at last."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from dialogue_desk.desk.guides.edit_history import EditHistory, EditKind, Step
from dialogue_desk.desk.guides.own_guides import KeptText, OwnGuides
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.exchange.guide_edits import Sources
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import guide_text_of, tree_in
from dialogue_desk.exchange.guide_source import GuideSource
from dialogue_desk.exchange.guide_writing import written
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.words import Words


class GuideEditing:
    """A guide of the desk's own, ``key``, as it is changed.

    A draft that an earlier editing left, because the app was ended from outside, is taken up as a step.
    ``lost`` are lines that the form cannot show; they stay in the version before.

    Raises:
        GuideUnreadable: when a text does not begin as a guide does.
        KeyError: when there is no such guide.
    """

    def __init__(self, key: RecordId, own: OwnGuides, drafts: GuideDrafts, words: Words) -> None:
        self.key, self._own, self._drafts, self._words = key, own, drafts, words
        self._kept = texts = {code: text.text for code, text in own.get(key).texts.items()}
        opened, self.lost = _trees(texts, words)
        self._texts: dict[str, tuple[GuideSource, str]] = {
            code: (source, texts[code]) for code, source in opened.items()
        }
        self._opened = dict(self._texts)
        self.history = EditHistory(opened)
        self._drafted, self._saves = dict(opened), 0
        self.taken_up = self._take_up(drafts.of(key))

    @property
    def sources(self) -> Sources:
        """The guide as it is now."""
        return self.history.sources

    def text(self, language: str) -> str:
        """Return the text in one language as it is now; one that did not change is as it was opened."""
        source = self.sources[language]
        for known in (self._opened.get(language), self._texts.get(language)):
            if known is not None and known[0] is source:
                return known[1]
        self._texts[language] = source, written(source)
        return self._texts[language][1]

    def draft_writing(self) -> Callable[[], None] | None:
        """Return what writes to the draft what has changed since the last one, or None when nothing has.

        It reads frozen trees alone, so that it may run on another thread.
        """
        changed = {
            code: source for code, source in self.sources.items() if self._drafted.get(code) is not source
        }
        self._drafted |= changed
        return partial(self._write, changed, self._saves) if changed else None

    def draft_failed(self) -> None:
        """Have everything written again with the next draft: this one could not be."""
        self._drafted.clear()

    def keep(self) -> bool:
        """Save a version in each language that changed, and return whether there was one.

        Raises:
            DeskTrouble: when it could not be saved; the draft is there still.
        """
        self.history.settle()
        changed = [code for code in self.sources if self.text(code) != self._kept.get(code)]
        if changed:
            self._own.keep(self.key, *(guide_text_of(self.text(code)) for code in changed))
            self._kept |= {code: self.text(code) for code in changed}
        self._saves += 1
        self._drafts.forget(self.key)
        self._drafted = dict(self.sources)
        return bool(changed)

    def versions(self, language: str) -> tuple[KeptText, ...]:
        """Return the texts that were saved in one language, the newest first."""
        return self._own.versions(self.key, language)

    def as_at(self, at: Instant) -> Sources:
        """Return the guide as it was saved at a time, in all languages it had then.

        Raises:
            GuideUnreadable: when a text of then does not begin as a guide does.
        """
        found = {}
        for code in self.sources:
            texts = [one for one in self.versions(code) if one.kept_at <= at]
            if texts:
                found[code] = texts[0].text.text
        return {**self.sources, **_trees(found, self._words)[0]}

    def _write(self, sources: Sources, saves: int) -> None:
        """Write trees to the draft, unless a version was saved since."""
        for code, source in sources.items():
            if saves == self._saves:
                self._drafts.write(self.key, code, written(source))
        if saves != self._saves:
            self._drafts.forget(self.key)

    def _take_up(self, drafts: Mapping[str, str]) -> bool:
        newer = {code: text for code, text in drafts.items() if text != self._kept.get(code)}
        try:
            found, _ = _trees(newer, self._words)
        except GuideUnreadable:
            return False
        step = Step(EditKind.TAKE_UP, {**self.sources, **found})
        self._drafted |= found
        return self.history.make(step)


def _trees(texts: Mapping[str, str], words: Words) -> tuple[dict[str, GuideSource], tuple[str, ...]]:
    """Return the tree of each text, and the lines that are in none."""
    found, lost = {}, list[str]()
    with _no_garbage():
        for code, text in texts.items():
            found[code], gone = tree_in(text, words)
            lost += gone
    return found, tuple(lost)


@contextlib.contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for no garbage: a large guide makes a million values, and all of them stay."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
