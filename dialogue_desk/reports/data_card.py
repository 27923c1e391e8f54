"""The page that goes with data: what it is, how it came about, what is missing, and how it may be used."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.domain.closing.leaving import Reason
from dialogue_desk.domain.model.circles import USUAL_LICENSE, Program
from dialogue_desk.domain.model.document import Block, Bullet, Bullets, Document, Heading, Paragraph
from dialogue_desk.domain.overview.data_facts import DataFacts
from dialogue_desk.reports.phrases import join_with_dots
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name
from dialogue_desk.words.times import day


def data_card(facts: DataFacts, words: Words) -> Document:
    """Return the data card, in the language of ``words``."""
    names = " · ".join(program.name for program in facts.programs)
    return Document(
        title=words.tr("About this data"),
        subtitle=names or words.tr("Circles without a program"),
        language=words.language,
        blocks=tuple(_blocks(facts, words)),
        author=names,
    )


def _blocks(facts: DataFacts, words: Words) -> Iterator[Block]:
    tr = words.tr
    yield Paragraph(
        tr(
            "This is what dialogue circles said: notes of their sessions, the themes under which they stand, "
            "and what they propose. It was made with Dialogue Desk."
        )
    )
    sections = (
        (tr("What is in it"), _contents(facts, words)),
        (tr("How it came about"), _collected(words)),
        (tr("Permission"), _permission(facts, words)),
        (tr("What is left out"), _left_out(facts, words)),
        (tr("What to know before you count"), _limits(facts, words)),
        (tr("How you may use it"), _terms(facts, words)),
        (tr("Who to ask"), _contacts(facts, words)),
    )
    for heading, lines in sections:
        if items := tuple(Bullet(line) for line in lines):
            yield Heading(heading)
            yield Bullets(items)


def _contents(facts: DataFacts, words: Words) -> Iterator[str]:
    ntr = words.ntr
    yield join_with_dots(
        (
            ntr("{count} circle", "{count} circles", facts.circles),
            ntr("{count} session", "{count} sessions", facts.sessions),
            ntr("{count} note", "{count} notes", facts.notes),
            ntr("{count} action idea", "{count} action ideas", facts.actions),
        )
    )
    if facts.first and facts.last:
        begun, ended = day(*facts.first, words), day(*facts.last, words)
        yield begun if begun == ended else words.tr("{first} to {last}", first=begun, last=ended)
    for language, count in sorted(facts.languages.items(), key=lambda one: (-one[1], one[0])):
        lines = ntr("{count} line", "{count} lines", count)
        yield f"{language_name(language, words)}: {lines}"


def _collected(words: Words) -> Iterator[str]:
    tr = words.tr
    yield tr("Each circle met through a guide. A note-taker wrote lines down while people talked.")
    yield tr("Nobody’s name is asked for, and no line says who said it.")
    yield tr("People chose to come. They do not stand for everyone in their community.")


def _permission(facts: DataFacts, words: Words) -> Iterator[str]:
    tr = words.tr
    yield tr("A quote is here only if those who said it allowed it to be repeated.")
    if facts.quotes:
        yield words.ntr("{count} quote is in it.", "{count} quotes are in it.", facts.quotes)
    yield tr(
        "This data is for organizers. Each line stands with its circle and session, so that circles can "
        "be counted. A line that only one person could have said may tell who it was: do not publish it "
        "line by line."
    )


def _left_out(facts: DataFacts, words: Words) -> Iterator[str]:
    yield words.tr("Private debriefs, quotes without permission, and the tallies of single circles.")
    if facts.sensitive:
        yield words.ntr(
            "{count} sensitive note is in it, and marked. It is not counted.",
            "{count} sensitive notes are in it, and marked. They are not counted.",
            facts.sensitive,
        )
    if stay := sum(count for why, count in facts.stays.items() if why is not Reason.DEBRIEF):
        yield words.ntr(
            "For these reasons, {count} note stays on the laptop.",
            "For these reasons, {count} notes stay on the laptop.",
            stay,
        )


def _limits(facts: DataFacts, words: Words) -> Iterator[str]:
    tr, ntr = words.tr, words.ntr
    yield tr(
        "Count circles, not notes. The number of notes shows how fast somebody types, and not how many "
        "people agree."
    )
    yield tr("A note is what the note-taker wrote, in their own words. It is not a recording.")
    if facts.not_counted:
        yield ntr(
            "In {count} session, the people were not counted.",
            "In {count} sessions, the people were not counted.",
            facts.not_counted,
        )
    if facts.unchecked:
        yield ntr(
            "In {count} session, nobody checked that the notes do not name anyone.",
            "In {count} sessions, nobody checked that the notes do not name anyone.",
            facts.unchecked,
        )
    if facts.conflicts:
        yield ntr(
            "{count} item has two versions to choose from. Here stands the one that screens show.",
            "{count} items have two versions to choose from. Here stand those that screens show.",
            facts.conflicts,
        )
    for program in facts.programs:
        yield tr(
            "Do not show a number of people below {count}: it may point to a person.",
            count=program.smallest_total,
        )


def _terms(facts: DataFacts, words: Words) -> Iterator[str]:
    for program in facts.programs or (Program(""),):
        terms = _license(program, words)
        several = len(facts.programs) > 1
        yield f"{program.called}: {terms}" if several else terms


def _license(program: Program, words: Words) -> str:
    if program.data_license not in ("", USUAL_LICENSE):
        return program.data_license
    return words.tr(
        "All rights stay with the circles. Use this for the purpose of their program, and do not publish it."
    )


def _contacts(facts: DataFacts, words: Words) -> Iterator[str]:
    for program in facts.programs:
        if said := join_with_dots((program.organizer, program.contact)):
            yield said
    if not any(program.organizer or program.contact for program in facts.programs):
        yield words.tr("Ask whoever gave you these files.")
