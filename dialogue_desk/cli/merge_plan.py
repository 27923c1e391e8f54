"""Says what merging files would do, and does none of it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.cli.output import say
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.found_files import passed_sentences
from dialogue_desk.desk.program.import_preview import ImportPreview, Standing, previewed
from dialogue_desk.desk.program.imports import ImportPlan
from dialogue_desk.desk.program.preview_text import (
    counts_text,
    file_lines,
    file_title,
    standing_help,
    standing_text,
)
from dialogue_desk.words import Words

_QUIET = {Standing.NEW, Standing.NEWER, Standing.OLDER, Standing.HERE}


def tell_plan(desk: Desk, plan: ImportPlan, words: Words) -> bool:
    """Print what would become of each file, and return whether all of it would come in without a person."""
    preview = previewed(desk, plan, words)
    for line in plan_lines(preview, words):
        say(line)
    return preview.counts.keys() <= _QUIET


def plan_lines(preview: ImportPreview, words: Words) -> Iterator[str]:
    """Yield the files group by group, then what was left alone, then the counts."""
    for standing, count in preview.counts.items():
        yield f"{standing_text(standing, words)} · {words.number(count)}"
        yield f"  {standing_help(standing, words)}"
        for one in preview.files:
            if one.standing is standing:
                said = " ".join(file_lines(one, words))
                yield f"  - {file_title(one, words)}: {said}" if said else f"  - {file_title(one, words)}"
    yield from passed_sentences(preview.passed, words)
    yield from counts_text(preview, words)
    yield words.tr("Nothing was added: this only looks.")
