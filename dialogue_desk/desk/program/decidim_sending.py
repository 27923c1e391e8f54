"""Proposals that go to a Decidim site: in which words, what is told before, and what cannot go so.

A proposal is nobody's in particular: beside it stands how many circles made it, and neither a circle nor a
place.  Its code stands in its body, so that the answer finds its way home.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from dialogue_desk.desk.program.named_people import people_named
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.report_plan import ReportPlan
from dialogue_desk.exchange.decidim_form import (
    LONGEST_TITLE,
    SHORTEST_TITLE,
    DecidimText,
    decidim_csv,
    decidim_table,
    decidim_workbook,
    fitted_body,
    fitted_title,
)
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.reports.phrases import of_circles
from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.languages import join_names, language_name

DECIDIM_ENDINGS = (".csv", ".xlsx")
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class ProposalToSend:
    """A proposal as it would go: ``texts`` in each language that it has words in.

    ``remarks`` are told before; ``hindrance`` says why it cannot go so, "" when it can.
    """

    one: Followed
    texts: tuple[DecidimText, ...] = ()
    remarks: tuple[str, ...] = ()
    hindrance: str = ""


@dataclass(frozen=True)
class DecidimSending:
    """What a program can send: ``titles`` are what a person typed, by code and language."""

    plan: ReportPlan
    words: Words
    titles: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which proposals go: those of the program that the app speaks."""
        return sent_languages(self.plan.picture, self.words)

    def ready(self, one: Followed) -> ProposalToSend:
        """Return a proposal as it would go, with what is to be known before."""
        texts: list[DecidimText] = []
        remarks: list[str] = []
        said = self._words_of(one)
        for language in self.languages:
            typed = self.titles.get((one.code, language), "").strip()
            own = said.get(language, "")
            if not (typed or own):
                continue
            title = fitted_title(typed or own)
            whole = own if title.cut or typed else ""
            body = fitted_body(whole, tuple(self._beside(one, language)), _code_line(one.code, language))
            texts.append(DecidimText(language, title.text, body.text))
            remarks += self._cuts(language, cut=title.cut, body_cut=body.cut)
        remarks += self._lacking(texts)
        remarks += _of_people([*said.values(), *(text.title for text in texts), _first_step(one)], self.words)
        return ProposalToSend(one, tuple(texts), tuple(dict.fromkeys(remarks)), self._too_short(texts))

    def titles_of(self, one: Followed) -> Mapping[str, str]:
        """Return the titles of a proposal by language, as they would go if nobody typed another."""
        return {language: fitted_title(own).text for language, own in self._words_of(one).items()}

    def _words_of(self, one: Followed) -> dict[str, str]:
        """Return its words by language: organizers' own where they wrote the ask, else those of circles."""
        written = one.ask.written if one.ask is not None else None
        found = {lang: text for lang in self.languages if (text := written.text(lang) if written else "")}
        spoken = one.language if one.language in self.languages else self.languages[0]
        if spoken not in found and (not found or one.language == spoken):
            found[spoken] = one.words
        return {language: found[language] for language in self.languages if language in found}

    def _beside(self, one: Followed, language: str) -> Iterator[str]:
        words, picture = Words(language), self.plan.picture
        met = max(self.plan.room.met, one.circles)
        yield words.tr("Proposed by {circles}.", circles=of_circles(one.circles, met, words))
        if picture.program is not None:
            name = picture.program.name[:_LONGEST_NAME]
            yield words.tr("From the dialogue circles of {program}.", program=name)
        if (step := _first_step(one)) and one.language == language:
            yield words.tr("First step: {step}", step=step)

    def _cuts(self, language: str, *, cut: bool, body_cut: bool) -> Iterator[str]:
        words, named = self.words, language_name(language, self.words)
        if cut:
            yield words.tr(
                "{language}: the title is longer than {count} letters. It was cut at a word, and the text "
                "below has all of it. You can type a shorter title.",
                language=named,
                count=LONGEST_TITLE,
            )
        if body_cut:
            yield words.tr("{language}: the text was cut at a word, as it is too long.", language=named)

    def _lacking(self, texts: Iterable[DecidimText]) -> Iterator[str]:
        here = {one.language for one in texts}
        if missing := [language for language in self.languages if language not in here]:
            names = join_names([language_name(one, self.words) for one in missing], self.words)
            yield self.words.tr(
                "It has no words in {languages}: there the site shows the other language. You can type a "
                "title under the ask in the report.",
                languages=names,
            )

    def _too_short(self, texts: Iterable[DecidimText]) -> str:
        short = [language_name(one.language, self.words) for one in texts if len(one.title) < SHORTEST_TITLE]
        if not short:
            return ""
        names = join_names(short, self.words)
        return self.words.tr(
            "Its title is shorter than {count} letters ({languages}), and Decidim would not take it. Type a "
            "longer one.",
            count=SHORTEST_TITLE,
            languages=names,
        )


def sent_languages(picture: ProgramPicture, words: Words) -> tuple[str, ...]:
    """Return the languages of a program that the app speaks, or that of ``words``."""
    spoken = picture.program.languages if picture.program is not None else ()
    return tuple(one for one in spoken if one in LANGUAGES) or (words.language,)


def can_be_sent(known: FollowUp) -> tuple[Followed, ...]:
    """Return the proposals that can be sent, asks of the report first; questions are none."""
    return tuple(one for one in known.every if isinstance(one.said, Proposal))


def decidim_bytes(sent: Iterable[ProposalToSend], languages: Sequence[str], name: str) -> bytes:
    """Return the file with these proposals, of the kind that its name ends in."""
    table = decidim_table([one.texts for one in sent], languages)
    return decidim_workbook(table) if PurePath(name).suffix.lower() == ".xlsx" else decidim_csv(table)


def decidim_refused(name: str, error: Exception, words: Words) -> str:
    """Say why an export of a site could not be read, and what to do."""
    file = safe_in_sentence(name)
    trouble = error.trouble if isinstance(error, DocumentRefused) else None
    if trouble is Trouble.TOO_LARGE:
        return words.tr("“{file}” is too large. Export only the proposals, without comments.", file=file)
    if trouble is Trouble.OLD_WORD:
        return words.tr("“{file}” is in the old Excel format. Export it as CSV, XLSX or JSON.", file=file)
    if trouble in (Trouble.NOT_WHAT_IT_SAYS, Trouble.EMPTY):
        return words.tr(
            "“{file}” is no list of proposals as Decidim exports it: it has no proposals with a title. "
            "Export the proposals of the site as CSV, XLSX or JSON.",
            file=file,
        )
    return words.tr(
        "“{file}” cannot be read. Nothing was changed. Export the proposals of the site again, as CSV, XLSX "
        "or JSON.",
        file=file,
    )


def _code_line(code: str, language: str) -> str:
    return Words(language).tr("Code: {code}", code=code)


def _first_step(one: Followed) -> str:
    return " ".join(one.said.idea.first_step.split()) if isinstance(one.said, Proposal) else ""


def _of_people(said: Iterable[str], words: Words) -> Iterator[str]:
    if named := people_named("\n".join(dict.fromkeys(filter(None, said)))):
        yield words.tr(
            "{names} may point to a person, and everyone reads this.",
            names=join_names([f"“{safe_in_sentence(one)}”" for one in named], words),
        )
