"""The guides a desk has of its own, as records: kept with every copy, and with every text they have had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.model.own_guide import Origin, OwnGuide
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER


@dataclass(frozen=True, slots=True)
class KeptGuide:
    """A guide of the desk's own as it is now: its key, how it came, its text in each language, and when."""

    key: RecordId
    origin: Origin
    texts: Mapping[str, GuideText]
    kept_at: Instant


@dataclass(frozen=True, slots=True)
class KeptText:
    """One text of a guide, and when it was kept."""

    text: GuideText
    kept_at: Instant


class OwnGuides:
    """Keeps guides in a desk.

    Raises:
        DeskTrouble: from everything that writes, when it could not be written; then nothing was changed.
        KeyError: for a key that no guide has, or had and was removed.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def new_id(self) -> RecordId:
        """Draw an id that nothing on any laptop has."""
        return self._desk.new_id()

    def all(self) -> tuple[KeptGuide, ...]:
        """Return the guides, the oldest first."""
        records = list(self._desk.file.records.of_kind(Kind.OWN_GUIDE))
        found = [(one.id, one.body) for one in records if isinstance(one.body, OwnGuide)]
        texts = self._texts(text for _, body in found for text in body.current.values())
        return tuple(_kept(key, body, texts) for key, body in found)

    def get(self, key: RecordId) -> KeptGuide:
        """Return one guide."""
        body = self._body(key)
        return _kept(key, body, self._texts(body.current.values()))

    def versions(self, key: RecordId, language: str) -> tuple[KeptText, ...]:
        """Return every text that a guide has had in one language, the newest first."""
        body = self._body(key)
        texts = self._texts(body.texts)
        kept = zip(body.texts, body.languages, body.kept_at, strict=True)
        found = [(texts[text], at) for text, spoken, at in kept if spoken == language and text in texts]
        return tuple(KeptText(*one) for one in reversed(found))

    def add(self, texts: Iterable[GuideText], origin: Origin) -> RecordId:
        """Keep a guide that is new here, in one language or several, and return its key."""
        key = self._desk.new_id()
        self._keep(key, OwnGuide(origin), texts)
        return key

    def keep(self, key: RecordId, *texts: GuideText) -> None:
        """Keep what a guide says now, in one language or several; its earlier texts stay."""
        self._keep(key, self._body(key), texts)

    def remove(self, key: RecordId) -> None:
        """Take a guide off the shelf; Undo brings it back, and sessions that began with it keep theirs."""
        self._body(key)
        self._desk.remove(key)

    def _keep(self, key: RecordId, body: OwnGuide, texts: Iterable[GuideText]) -> None:
        at, writes = self._desk.clock.now(), []
        for text in texts:
            body = body.with_text(text.id, text.language, at)
            writes.append(Write.of(text.id, NO_OWNER, text))
        self._desk.perform(Edit(Act.WRITE, (*writes, Write.of(key, NO_OWNER, body))))

    def _body(self, key: RecordId) -> OwnGuide:
        record = self._desk.get(key)
        if record is None or not isinstance(record.body, OwnGuide):
            raise KeyError(key)
        return record.body

    def _texts(self, ids: Iterable[RecordId]) -> dict[RecordId, GuideText]:
        known = self._desk.file.records.known(ids)
        return {key: one.body for key, one in known.items() if isinstance(one.body, GuideText)}


def _kept(key: RecordId, body: OwnGuide, texts: Mapping[RecordId, GuideText]) -> KeptGuide:
    now = {language: texts[text] for language, text in body.current.items() if text in texts}
    return KeptGuide(key, body.origin, now, max(body.kept_at, default=0))
