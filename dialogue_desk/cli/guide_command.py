"""``guide from``: makes the text of a guide from a document, and says what was not understood."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desk.cli.commands import CANNOT_BE, DONE
from dialogue_desk.cli.output import complain, say
from dialogue_desk.exchange.document_refusals import DocumentRefused, remark_sentence, trouble_sentence
from dialogue_desk.exchange.file_trouble import unread_because
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.domain.guides.guide_lines import GuideLine

_SHOWN_WORDS = 8


def guide_from_document(options: argparse.Namespace, words: Words) -> int:
    """Write the guide that a document is, and list what was not understood."""
    # Costly, and no other command needs them.
    from dialogue_desk.domain.guides.drafting import drafted  # noqa: PLC0415
    from dialogue_desk.domain.guides.understanding import understood  # noqa: PLC0415
    from dialogue_desk.exchange.document_opening import read_document  # noqa: PLC0415
    from dialogue_desk.exchange.guide_draft_text import guide_draft_text  # noqa: PLC0415

    source: Path = options.file
    out: Path = options.out
    if out.exists() and not options.force:
        complain(
            words.tr(
                "“{file}” is there already, and nothing was changed. Choose another name, or replace it with "
                "--force.",
                file=out.name,
            )
        )
        return CANNOT_BE
    try:
        document = read_document(source)
    except DocumentRefused as refused:
        complain(trouble_sentence(refused.trouble, source.name, words))
        return CANNOT_BE
    except OSError as error:
        complain(f"{source.name}: {unread_because(error, words)}")
        return CANNOT_BE
    lines = understood(document)
    draft = drafted(lines, options.title or "", options.guide_language or "", usual_title=source.stem)
    write_atomically(out, guide_draft_text(draft).encode())
    for remark in (*document.remarks, *draft.remarks):
        complain(remark_sentence(remark, words))
    strange = [line for line in lines if not line.understood]
    if strange:
        complain(
            words.ntr(
                "{count} line was not understood. It is now a tip in its part:",
                "{count} lines were not understood. They are now tips in their parts:",
                len(strange),
            )
        )
    for line in strange:
        complain(f"  {line.number}: {_first_words(line)}")
    say(str(out))
    return DONE


def _first_words(line: GuideLine) -> str:
    words = line.text.split()
    return " ".join(words[:_SHOWN_WORDS]) + ("…" if len(words) > _SHOWN_WORDS else "")
