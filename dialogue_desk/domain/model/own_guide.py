"""A guide that people here wrote, changed, made of a document or were given, with every text it has had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.model.ids import Instant, RecordId


class Origin(StrEnum):
    """How a guide came to this desk."""

    WRITTEN = "written"
    COPIED = "copied"
    DOCUMENT = "document"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class OwnGuide:
    """A guide of this desk, in all its languages.

    ``texts`` are all it has had, the oldest first; a language's last one is what it says now.
    ``languages`` and ``kept_at`` tell of each text its language and when it was kept.
    """

    origin: Origin
    texts: tuple[RecordId, ...] = ()
    languages: tuple[str, ...] = ()
    kept_at: tuple[Instant, ...] = ()

    def __post_init__(self) -> None:
        if not len(self.texts) == len(self.languages) == len(self.kept_at):
            raise ValueError("each text has a language, and a time when it was kept")

    @property
    def current(self) -> dict[str, RecordId]:
        """What it says now, by language, in the order in which it got them."""
        return dict(zip(self.languages, self.texts, strict=True))

    def with_text(self, text: RecordId, language: str, at: Instant) -> OwnGuide:
        """Return it with another text; as it is when it says that already."""
        if self.current.get(language) == text:
            return self
        return replace(
            self,
            texts=(*self.texts, text),
            languages=(*self.languages, language),
            kept_at=(*self.kept_at, at),
        )
