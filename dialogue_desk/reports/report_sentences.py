"""Findings and asks as sentences: those that organizers wrote, and those that the counts propose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogue_desk.domain.model.document import Finding
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.organizing import FindingKind
from dialogue_desk.domain.overview.program_overview import ThemeCount
from dialogue_desk.domain.overview.report_findings import LONGEST_SENTENCE, MOST_NAMED, Ask, CountedFinding
from dialogue_desk.domain.overview.report_plan import MainTheme, ReportPlan
from dialogue_desk.reports.phrases import each_of_circles, shortened
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.times import written_day

_NAME = 36
"""How long the names of themes are in a sentence."""

_MANY = 5
"""From how many circles on, twice as many as the others are far more."""


def told_finding(found: CountedFinding, plan: ReportPlan, words: Words) -> Finding:
    """Return a finding with its number, what else is counted on it, and where to read on."""
    own = found.written.text(words.language) if found.written else ""
    title = shortened(own, LONGEST_SENTENCE) if own else proposed_sentence(found, words)
    number = plan.number_of_theme[found.themes[0].theme_id]
    theme = words.tr("Theme {number}", number=number) if len(found.themes) == 1 else ""
    code = ", ".join(part for part in (line_code(found.id), theme) if part)
    total = plan.room.met
    return Finding(
        title,
        each_of_circles(found.counts, total, words),
        found.circles,
        total,
        _more(found, plan, words, own=bool(own)),
        code,
    )


def proposed_sentence(found: CountedFinding, words: Words) -> str:
    """Return the sentence that the counts propose for a finding."""
    names = tied_names(found.themes, words)
    if found.most:
        return {
            FindingKind.RAISED: words.tr("{themes} came up in the most circles", themes=names),
            FindingKind.AGREED: words.tr("The most circles found common ground on {themes}", themes=names),
            FindingKind.DIFFERED: words.tr("People disagreed in the most circles on {themes}", themes=names),
            FindingKind.PROPOSED: words.tr("The most circles propose something on {themes}", themes=names),
        }[found.kind]
    return {
        FindingKind.RAISED: words.tr("Circles raised {themes}", themes=names),
        FindingKind.AGREED: words.tr("Circles found common ground on {themes}", themes=names),
        FindingKind.DIFFERED: words.tr("People disagreed on {themes}", themes=names),
        FindingKind.PROPOSED: words.tr("Circles propose something on {themes}", themes=names),
    }[found.kind]


def _more(found: CountedFinding, plan: ReportPlan, words: Words, *, own: bool) -> str:
    """Return what stands under the sentence: whether it is tied, and what else the counts say.

    Under a person's ``own``, nothing is said of themes as if it had named them.
    """
    said = [_level(found, words, own=own)]
    if len(found.themes) == 1:
        first = found.themes[0]
        match found.kind:
            case FindingKind.RAISED:
                said.append(_agreed_and_differed(first, words))
            case FindingKind.AGREED:
                said.append(_differed(first, words))
            case FindingKind.PROPOSED:
                said.append(_asked(first, plan, words))
    if found.kind is FindingKind.DIFFERED:
        said.append(words.tr("Both sides are in the report, beside each other."))
    return " ".join(filter(None, said))


def _level(found: CountedFinding, words: Words, *, own: bool) -> str:
    """Return which of its themes and of others are level; else the number of each of its own."""
    if not found.level:
        return _apart(found, words)
    said = [words.tr("They are tied.")] if len(found.themes) > 1 and not own else []
    if found.tied:
        said.append(
            words.ntr(
                "{count} other theme came up in as many.",
                "{count} other themes came up in as many.",
                found.tied,
            )
            if found.kind is FindingKind.RAISED
            else words.ntr(
                "On {count} other theme, as many did.", "On {count} other themes, as many did.", found.tied
            )
        )
    return " ".join(said)


def _apart(found: CountedFinding, words: Words) -> str:
    """Return the number of each theme, where they are not level."""
    told = (
        words.ntr(
            "“{theme}”: {count} circle", "“{theme}”: {count} circles", count, theme=shortened(one.name, _NAME)
        )
        for one, count in zip(found.themes, found.counts, strict=True)
    )
    return "; ".join(told) + "."


def tied_names(themes: Sequence[ThemeCount], words: Words) -> str:
    """Return the names of themes that are level, in quotation marks; of many the first, and how many more."""
    named = [words.tr("“{name}”", name=shortened(one.name, _NAME)) for one in themes[:MOST_NAMED]]
    more = len(themes) - len(named)
    if more:
        return words.tr("{names} and {count} more", names=", ".join(named), count=more)
    return join_names(named, words)


def _agreed_and_differed(theme: ThemeCount, words: Words) -> str:
    if not theme.agreed:
        return _differed(theme, words)
    agreed = words.ntr(
        "In {count} of them, people found common ground.",
        "In {count} of them, people found common ground.",
        theme.agreed,
    )
    return f"{agreed} {_differed(theme, words)}"


def _differed(theme: ThemeCount, words: Words) -> str:
    if not theme.contested:
        return words.tr("No circle wrote down that people disagreed on it.")
    return words.ntr(
        "In {count} circle, people disagreed.", "In {count} circles, people disagreed.", theme.contested
    )


def _asked(theme: ThemeCount, plan: ReportPlan, words: Words) -> str:
    asked = next((one for one in plan.chosen_proposals if theme.name in one.themes), None)
    if asked is None or asked.circles < 2:
        return words.tr("Each has its own words for it.")
    return words.ntr(
        "{count} circle asks in the same words: {what}",
        "{count} circles ask in the same words: {what}",
        asked.circles,
        what=shortened(asked.idea.what, 120),
    )


def ask_text(ask: Ask, words: Words) -> tuple[str, str]:
    """Return an ask in the words of organizers, or else of its idea, and the language of these."""
    own = ask.written.text(words.language) if ask.written else ""
    return (own, words.language) if own else (ask.proposal.idea.what, ask.proposal.idea.language)


def asked_day(ask: Ask, words: Words) -> str:
    """Return by when an ask is to be done; "" where nobody said."""
    return words.tr("by {day}", day=day_in_words(ask.by, words)) if ask.by else ""


def day_in_words(day: str, words: Words) -> str:
    """Return a day such as 2027-06-30 as people write it."""
    return written_day(date.fromisoformat(day), words)


def written_elsewhere(plan: ReportPlan, language: str) -> int:
    """Return how many sentences organizers wrote in other languages only: here the proposed ones stand."""
    said = [one.written for one in plan.findings] + [one.written for one in plan.asks]
    said += [plan.question, *plan.titles]
    return sum(one is not None and bool(one.texts) and not one.text(language) for one in said)


def theme_title(theme: MainTheme, plan: ReportPlan, words: Words) -> str:
    """Return the title of a theme's page: a person's, or how much of what was said people share."""
    own = plan.title_of(theme.theme, words.language)
    return shortened(own, LONGEST_SENTENCE) if own else proposed_title(theme.theme, words)


def proposed_title(theme: ThemeCount, words: Words) -> str:
    """Return the title that the counts propose for a theme's page."""
    agreed, differed = theme.agreed, theme.contested
    name = shortened(theme.name, 70)
    if agreed and not differed:
        return words.tr("{theme}: common ground, and no disagreement written down", theme=name)
    if differed and not agreed:
        return words.ntr(
            "{theme}: {count} circle disagreed, and none wrote down common ground",
            "{theme}: {count} circles disagreed, and none wrote down common ground",
            differed,
            theme=name,
        )
    if agreed >= max(_MANY, 2 * differed):
        return words.tr("{theme}: common ground in far more circles than disagreement", theme=name)
    if differed >= max(_MANY, 2 * agreed):
        return words.tr("{theme}: disagreement in far more circles than common ground", theme=name)
    if agreed and differed:
        return words.tr("{theme}: common ground and disagreement, side by side", theme=name)
    return words.tr("{theme}: raised, with no common ground or disagreement written down", theme=name)
