"""Guides as the texts of their files, in one form: what is written reads back as the same guide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.model.guide import Guide, NotesPolicy, Part, SessionPlan
from dialogue_desk.exchange.guide_markdown import LABELS

_BLOCK_START = re.compile(rf"([#>+*_-])|(\d+)([.)])|({'|'.join(LABELS)}):")


def write_guide(guide: Guide) -> str:
    """Return the text of a guide file, which reads back as the same guide."""
    return "\n\n".join(_blocks(guide)) + "\n"


def _blocks(guide: Guide) -> Iterator[str]:
    low, high = guide.people
    yield "\n".join(
        (
            "---",
            f"id: {guide.id}",
            f"version: {guide.version}",
            f"language: {guide.language}",
            f"title: {guide.title}",
            *([f"summary: {guide.summary}"] if guide.summary else []),
            f"people: {low}-{high}",
            "---",
        )
    )
    if guide.ground_rules:
        yield "# Ground rules"
        yield "\n".join(f"- {escaped(rule)}" for rule in guide.ground_rules)
    for plan in guide.sessions:
        yield from _session_blocks(plan)


def _session_blocks(plan: SessionPlan) -> Iterator[str]:
    yield f"# {escaped(plan.title)} {{#{plan.id} minutes={plan.minutes}}}"
    if plan.goal:
        yield f"Goal: {escaped(plan.goal)}"
    for part in plan.parts:
        yield from _part_blocks(part)


def _part_blocks(part: Part) -> Iterator[str]:
    yield f"## {escaped(part.title)} {{{' '.join(_attributes(part))}}}"
    if part.purpose:
        yield escaped(part.purpose)
    if part.say:
        yield "\n>\n".join(f"> {escaped(text)}" for text in part.say)
    if part.ask:
        yield "\n".join(f"- {escaped(text)}" for text in part.ask)
    labelled = tuple(_labelled(part))
    if labelled:
        yield "\n".join(labelled)
    for step in part.steps:
        yield f"### {escaped(step.title)} {{minutes={step.minutes}}}"
        if step.text:
            yield escaped(step.text)


def _attributes(part: Part) -> Iterator[str]:
    yield f"#{part.id}"
    yield f"kind={part.kind}"
    yield f"minutes={part.minutes}"
    yield f"floor={part.floor}"
    yield f"cut={part.cut}"
    if part.choose is not None:
        yield f"choose={part.choose}"
    if part.seconds_each is not None:
        yield f"each={part.seconds_each}"
    if part.pause:
        yield f"pause={part.pause}"
    if part.silence:
        yield f"silence={part.silence}"


def _labelled(part: Part) -> Iterator[str]:
    yield from (f"Tip: {escaped(tip)}" for tip in part.tips)
    yield from (f"Materials: {escaped(thing)}" for thing in part.materials)
    if part.notes is not NotesPolicy.ON:
        yield f"Notes: {part.notes}"
    if part.wanted:
        yield f"Wanted: {', '.join(part.wanted)}"


def escaped(text: str) -> str:
    """Return the text with the backslashes that it needs to be read back the same."""
    text = text.replace("\\", "\\\\")
    match = _BLOCK_START.match(text)
    if not match:
        return text
    sign = match.end() - 1
    return f"{text[:sign]}\\{text[sign:]}"
