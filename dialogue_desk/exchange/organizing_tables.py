"""The tables of organizers' work on what circles said: whom it is for, what is alike, the report's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import ActionIdea, Note, Theme, entry_text
from dialogue_desk.domain.model.organizing import (
    Card,
    Coding,
    Likeness,
    ReportSentence,
    SentenceRole,
    Star,
    Synonyms,
)
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.exchange.table_cells import Rows, RowsOf, TableSource, several, yes
from dialogue_desk.exchange.theme_tables import ThemesOfLines


def _codings(source: TableSource) -> Rows:
    known, said = ThemesOfLines.of(source.records, source.circles), _lines(source)
    for coding in stored(source.records, Coding):
        note, themes = coding.body.note, coding.body.themes
        text = entry_text(said[note]) if note in said else ""
        yield (
            coding.id,
            *_whose(source, coding.owner),
            note,
            line_code(note),
            text,
            several(themes),
            known.named(theme for theme in themes if theme in known.names),
            yes(coding.in_conflict),
        )


def _cards(source: TableSource) -> Rows:
    said = _lines(source)
    for card in stored(source.records, Card):
        about, body = card.body.about, said.get(card.body.about)
        idea = body if isinstance(body, ActionIdea) else None
        horizon, level = (
            card.body.horizon or (idea and idea.horizon),
            card.body.level or (idea and idea.level),
        )
        yield (
            card.id,
            *_whose(source, card.owner),
            about,
            line_code(about),
            "note" if isinstance(body, Note) else "action",
            card.body.actor,
            several(card.body.joins),
            card.body.what or (entry_text(body) if body else ""),
            card.body.first_step or (idea.first_step if idea else ""),
            horizon.value if horizon else "",
            level.value if level else "",
            yes(card.in_conflict),
        )


def _likenesses(source: TableSource) -> Rows:
    said = {line: entry_text(body) for line, body in _entries(source)}
    themes = {theme.id: theme.body.name for theme in stored(source.records, Theme)}
    for alike in stored(source.records, Likeness):
        one, other = alike.body.one, alike.body.other
        of_themes = one in themes
        yield (
            alike.id,
            *_whose(source, alike.owner),
            "theme" if of_themes else "action",
            one,
            "" if of_themes else line_code(one),
            said.get(one, themes.get(one, "")),
            other,
            "" if of_themes else line_code(other),
            said.get(other, themes.get(other, "")),
            alike.body.rung.value,
            yes(alike.body.rung.merges),
            alike.body.why,
            yes(alike.in_conflict),
        )


def _sentences(source: TableSource) -> Rows:
    sentences = stored(source.records, ReportSentence)
    for sentence in sorted(sentences, key=lambda one: (one.owner, one.body.role, one.body.place, one.id)):
        body = sentence.body
        coded = body.about[0] if body.role is SentenceRole.ASK and body.about else sentence.id  # as on paper
        for language, text in body.texts or (("", ""),):
            yield (
                sentence.id,
                *_whose(source, sentence.owner),
                line_code(coded),
                body.role.value,
                body.place,
                language,
                text,
                body.actor,
                body.by,
                several(body.about),
                body.kind.value if body.kind else "",
                yes(body.left_out),
                body.counted or None,
                body.met or None,
                yes(sentence.in_conflict),
            )


def _stars(source: TableSource) -> Rows:
    for star in stored(source.records, Star):
        line = star.body.line
        yield (
            star.id,
            *_whose(source, star.owner),
            line,
            line_code(line),
            yes(star.body.with_circle),
            yes(star.in_conflict),
        )


def _synonyms(source: TableSource) -> Rows:
    for alike in stored(source.records, Synonyms):
        yield alike.id, *_whose(source, alike.owner), several(alike.body.words)


def _answers(source: TableSource) -> Rows:
    said = _lines(source)
    for answer in stored(source.records, Answer):
        about, body = answer.body.about, answer.body
        yield (
            answer.id,
            *_whose(source, answer.owner),
            *(about, line_code(about), entry_text(said[about]) if about in said else ""),
            *(body.reply.value, body.why, body.by, body.next_day),
            yes(answer.in_conflict),
        )


def _progress(source: TableSource) -> Rows:
    said = _lines(source)
    for progress in stored(source.records, Progress):
        about, body = progress.body.about, progress.body
        yield (
            progress.id,
            *_whose(source, progress.owner),
            *(about, line_code(about), entry_text(said[about]) if about in said else ""),
            *(body.status.value, body.changed, body.evidence, body.next_day),
            yes(progress.in_conflict),
        )


def _whose(source: TableSource, program_id: RecordId) -> tuple[str, str]:
    return program_id, source.program_name(program_id)


def _lines(source: TableSource) -> Mapping[RecordId, Note | ActionIdea]:
    return dict(_entries(source))


def _entries(source: TableSource) -> Iterator[tuple[RecordId, Note | ActionIdea]]:
    for record in source.records:
        if isinstance(record.body, Note | ActionIdea):
            yield record.id, record.body


OF_ORGANIZERS: tuple[RowsOf, ...] = (
    (
        "codings",
        "coding_id program_id program note_id line_code text theme_ids themes clash",
        _codings,
    ),
    (
        "cards",
        "card_id program_id program about_id line_code about_kind actor joins what first_step horizon level"
        " clash",
        _cards,
    ),
    (
        "likenesses",
        "likeness_id program_id program about_kind one_id one_line_code one_text other_id other_line_code"
        " other_text rung counts_as_one why clash",
        _likenesses,
    ),
    (
        "sentences",
        "sentence_id program_id program line_code role place_in_order language text actor by_day about_ids"
        " counts left_out circles_counted circles_met clash",
        _sentences,
    ),
    ("stars", "star_id program_id program line_id line_code with_circle clash", _stars),
    ("synonyms", "synonym_id program_id program words", _synonyms),
    (
        "answers",
        "answer_id program_id program about_id line_code text reply why by next_day clash",
        _answers,
    ),
    (
        "progress",
        "progress_id program_id program about_id line_code text status changed evidence next_day clash",
        _progress,
    ),
)
