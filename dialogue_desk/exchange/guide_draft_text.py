"""Writes the draft of a guide as the text of a guide file; ``docs/guide-format.md`` describes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_desk.domain.guides.drafting import DraftCard, DraftPart, DraftSession, DraftStep, GuideDraft
from dialogue_desk.domain.model.text import one_line

_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_BEGINS_A_BLOCK = re.compile(r"[#>\-+*=|~`]|_{3,}")
_BEGINS_A_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_BEGINS_A_LABEL = re.compile(r"^([^\W\d_][\w'’/ -]{0,40}?)(?=:)")
_BRACES_AT_THE_END = re.compile(r"\{(?=[^{}]*\}\s*$)")


def guide_draft_text(draft: GuideDraft) -> str:
    """Return the text of the guide."""
    blocks = [
        "\n".join(
            (
                "---",
                f"id: {draft.id}",
                "version: 1.0.0",
                f"language: {draft.language}",
                f"title: {one_line(draft.title)}",
                f"people: {draft.people[0]}-{draft.people[1]}",
                "---",
            )
        )
    ]
    if draft.ground_rules:
        blocks += ["# Ground rules", _items(draft.ground_rules)]
    for session in draft.sessions:
        blocks += _session(session)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return a text so that a reader takes every sign of it for a sign."""
    plain = _BACKSLASH.sub(r"\\\\", one_line(text)).replace("<!--", "\\<!--")
    plain = _BEGINS_A_NUMBER.sub(r"\1\\\2", plain)
    plain = _BRACES_AT_THE_END.sub(r"\\{", plain)
    if _BEGINS_A_BLOCK.match(plain):
        return f"\\{plain}"
    return _BEGINS_A_LABEL.sub(r"\1\\", plain, count=1)


def _session(session: DraftSession) -> Iterator[str]:
    yield f"# {escaped(session.title)} {{#{session.id} minutes={session.minutes}}}"
    labels = _labels(("Goal", session.goals), ("Before", session.before))
    if labels:
        yield labels
    for part in session.parts:
        yield from _part(part)


def _part(part: DraftPart) -> Iterator[str]:
    yield f"## {escaped(part.title)} {{#{part.id} kind={part.kind} minutes={part.minutes}}}"
    if part.purpose:
        yield escaped(" ".join(part.purpose))
    if part.say:
        yield "\n>\n".join(f"> {escaped(text)}" for text in part.say)
    if part.ask:
        yield _items(part.ask)
    labels = _labels(("Tip", part.tips), ("Note-taker", part.note_taker), ("Materials", part.materials))
    if labels:
        yield labels
    for step in part.steps:
        yield from _step(step)
    for card in part.cards:
        yield from _card(card)


def _step(step: DraftStep) -> Iterator[str]:
    yield f"### {escaped(step.title)} {{minutes={step.minutes}}}"
    if step.text:
        yield escaped(" ".join(step.text))


def _card(card: DraftCard) -> Iterator[str]:
    yield f"### {escaped(card.title)} {{.handout}}"
    for text, listed in card.text:
        yield f"- {escaped(text)}" if listed else escaped(text)


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(text)}" for text in texts)


def _labels(*labels: tuple[str, tuple[str, ...]]) -> str:
    return "\n".join(f"{label}: {escaped(text)}" for label, texts in labels for text in texts)
