"""The command that prints a guide: the papers of one session, in one language or in two."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dialogue_desk.cli.commands import CANNOT_BE, DONE, SOME_REFUSED
from dialogue_desk.cli.output import complain, say
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.guide_prints import GuidePrints, guide_prints
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_faults import GuideUnreadable
from dialogue_desk.exchange.guide_files import read_guide_file
from dialogue_desk.reports.guide_papers import GuidePaper
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import write_files
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of


def print_guide(options: argparse.Namespace, words: Words) -> int:
    """Write the papers of a session of a guide; what there is nothing for is named."""
    editions: list[Guide] = []
    shelf = GuideShelf(resource("guides"), words)
    for path in options.files:
        try:
            editions.append(shelf.with_moments(read_guide_file(path, words)))
        except GuideUnreadable as why:
            for fault in why.faults:
                complain(fault.sentence)
            return CANNOT_BE
    plan = _plan_of(editions, options.session, words)
    if plan is None:
        return CANNOT_BE
    wanted = GuidePrints(
        plan,
        papers=tuple(options.papers or GuidePaper),
        endings=(".docx",) if options.docx else (".pdf",),
        size=PaperSize.A4 if options.a4 else PaperSize.LETTER,
        large=options.large,
        accessible=options.accessible,
        start=options.start,
        people=options.people,
    )
    files, lacking = guide_prints(editions, wanted, words)
    for path in write_files(files, options.out):
        say(words.tr("Written: {file}", file=path))
    for sentence in lacking:
        complain(sentence)
    return SOME_REFUSED if lacking and options.papers else DONE


def _plan_of(editions: Sequence[Guide], asked: str, words: Words) -> str | None:
    """Return the id of the session to print; None, with a sentence, when the files leave it open."""
    guide = editions[0]
    if len({(one.id, one.version) for one in editions}) > 1 or len({one.language for one in editions}) < len(
        editions
    ):
        complain(
            words.tr(
                "These files are not one guide in different languages, so nothing was printed. Name the "
                "files of one guide, in one version, each in another language."
            )
        )
        return None
    plans = {plan.id: title_of(plan, words) for plan in guide.sessions}
    found = asked or (next(iter(plans)) if len(plans) == 1 else "")
    if found and all(found in {plan.id for plan in one.sessions} for one in editions):
        return found
    listed = "; ".join(f"{name} ({title})" for name, title in plans.items())
    complain(
        words.tr(
            "Say with --session which session to print. This guide has: {sessions}. Nothing was printed.",
            sessions=listed,
        )
    )
    return None
