"""What goes to a town's own site and comes back from it, ticked by a person first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.program.decidim_answers import DecidimAnswer, DecidimAnswers, read_sentences
from dialogue_desk.desk.program.decidim_sending import DecidimSending, ProposalToSend, can_be_sent
from dialogue_desk.desk.program.polis_statements import SeedFile, Statement, seed_of
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp
from dialogue_desk.exchange.polis_seed import MOST_STATEMENTS
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.follow.pick_sheet import PickBlock, PickRow, PickSheet
from dialogue_desk.words import Words
from dialogue_desk.words.languages import language_name
from dialogue_desk.words.names import name_of

_LONGEST = 200


class SendSheet(PickSheet):
    """Proposals for a Decidim site: asks are ticked, and the title of each can be typed.

    ``send(proposals)`` is called with those that can go.
    """

    def __init__(
        self,
        context: Context,
        sending: DecidimSending,
        known: FollowUp,
        send: Callable[[tuple[ProposalToSend, ...]], None],
        window: QWidget | None = None,
    ) -> None:
        words = context.words
        self._sending, self._send = sending, send
        self._ones: Mapping[str, Followed] = {one.about: one for one in can_be_sent(known)}
        lead = words.tr(
            "Each goes with its code, so that the answer comes back under it, and with how many circles made "
            "it: no circle and no place. Its title on the site has 15 to 150 letters."
        )
        super().__init__(
            context,
            words.tr("Send proposals to Decidim"),
            (lead, words.tr("Save the file…")),
            [self._row(one) for one in self._ones.values()],
            lambda _: self._send(self.proposals()),
            window,
        )

    def proposals(self) -> tuple[ProposalToSend, ...]:
        """Return the ticked proposals that can go, as they would go."""
        ready = (self._ready(block) for block in self.blocks if block.tick.isChecked())
        return tuple(one for one in ready if not one.hindrance)

    def _show_count(self) -> None:
        for block in self.blocks:
            if block.tick.isChecked():
                ready = self._ready(block)
                block.show_told("\n".join(ready.remarks), ready.hindrance)
        super()._show_count()
        going = len(self.proposals())
        self.act_button.setEnabled(going > 0)
        if left := len(self.ticked()) - going:
            stays = self._context.words.ntr(
                "{count} cannot go with its title", "{count} cannot go with their titles", left
            )
            self.count.setText(" · ".join((self.count.text(), stays)))

    def _row(self, one: Followed) -> PickRow:
        words, titles = self._sending.words, self._sending.titles_of(one)
        boxes = tuple(
            (
                language,
                words.tr("Title in {language}", language=language_name(language, words)),
                titles.get(language, ""),
            )
            for language in self._sending.languages
        )
        said = shortened(one.words, _LONGEST)
        return PickRow(one.about, f"{one.code} · {said}", ticked=one.ask is not None, boxes=boxes)

    def _ready(self, block: PickBlock) -> ProposalToSend:
        """Return a proposal with the titles as they are typed; one that nobody changed is made again."""
        one = self._ones[block.row.id]
        before = {key: text for key, _, text in block.row.boxes}
        typed = {
            (one.code, key): box.text()
            for key, box in block.boxes.items()
            if box.text().strip() != before[key]
        }
        return replace(self._sending, titles=typed).ready(one)


class ReadSheet(PickSheet):
    """The answers of a Decidim site; what is certain is ticked, what is asked about is not.

    ``keep(answers)`` is called with those that a person keeps.
    """

    def __init__(
        self,
        context: Context,
        read: DecidimAnswers,
        keep: Callable[[tuple[DecidimAnswer, ...]], None],
        window: QWidget | None = None,
    ) -> None:
        words = context.words
        found: dict[str, DecidimAnswer] = {one.one.about: one for one in read.found}
        super().__init__(
            context,
            words.tr("Answers from Decidim"),
            (
                words.tr("Keep the answers that are ticked. The others stay as they are here."),
                words.tr("Keep the answers"),
            ),
            [_answer_row(one, words) for one in read.found],
            lambda chosen: keep(tuple(found[one] for one in chosen if one in found)),
            window,
        )
        nothing = "" if read.found else words.tr("There is no new answer in the file.")
        self.tell(nothing, *read_sentences(read, words), *read.told)


class PolisSheet(PickSheet):
    """Statements for a vote on Polis: a person ticks up to 30; none is ticked at first.

    ``save(texts)`` is called with those that go.
    """

    def __init__(
        self,
        context: Context,
        statements: Sequence[Statement],
        save: Callable[[tuple[str, ...]], None],
        window: QWidget | None = None,
    ) -> None:
        words = context.words
        self._statements: Mapping[str, Statement] = {one.about: one for one in statements}
        lead = words.tr(
            "Tick up to {count} statements. People vote on each alone: choose short ones that say one thing.",
            count=MOST_STATEMENTS,
        )
        rows = [_statement_row(one, words) for one in self._statements.values()]
        super().__init__(
            context,
            words.tr("Statements for a vote on Polis"),
            (lead, words.tr("Save the file…")),
            rows,
            lambda _: save(self.texts()),
            window,
        )

    def texts(self) -> tuple[str, ...]:
        """Return what goes into the file."""
        return self._seed().texts

    def _seed(self) -> SeedFile:
        return seed_of([self._statements[one] for one in self.ticked()], self._context.words)

    def _show_count(self) -> None:
        super()._show_count()
        seed = self._seed()
        self.tell(*seed.left_out, *seed.remarks)
        self.act_button.setEnabled(bool(seed.texts))


def _answer_row(one: DecidimAnswer, words: Words) -> PickRow:
    said = [one.one.code, name_of(one.answer.reply, words), shortened(one.answer.why, _LONGEST)]
    told = [shortened(one.one.words, _LONGEST), one.question, *one.remarks]
    return PickRow(
        one.one.about,
        " · ".join(part for part in said if part),
        "\n".join(part for part in told if part),
        ticked=not one.question,
    )


def _statement_row(one: Statement, words: Words) -> PickRow:
    circles = words.ntr("{count} circle", "{count} circles", one.circles)
    return PickRow(one.about, shortened(one.text, _LONGEST), " · ".join((one.code, one.kind, circles)))
