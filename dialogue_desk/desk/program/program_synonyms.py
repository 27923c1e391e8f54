"""Words that mean the same in a program, as its organizers list them; suggestions of themes go by them."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Synonyms
from dialogue_desk.domain.notes.theme_synonyms import Synonyms as WordGroup
from dialogue_desk.domain.notes.theme_words import ThemeWords
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.records.changes import Act, Edit, Write

Groups = Sequence[tuple[str, ...]]


def words_of_program(work: ProgramWork) -> ThemeWords:
    """Return the words that come with the app and those of a program, which come first.

    Each of its words is taken for one of every language, because nobody says of which it is.
    """
    own = (one.body.words for one in work.synonyms)
    return theme_words().with_synonyms(WordGroup(words, words) for words in own)


def save_synonyms(desk: Desk, program: RecordId, work: ProgramWork, groups: Groups) -> Outcome:
    """Let the groups of a program be these, in one step.

    A group that is there already keeps its record, so that what another organizer does to it meets it.

    Raises:
        DeskTrouble: when it could not be written; then nothing was.
    """
    left = {one.id: one.body.words for one in work.synonyms}
    new = []
    for group in groups:
        same = next((one for one, words in left.items() if set(words) == set(group)), None)
        if same is None:
            new.append(group)
        else:
            del left[same]
    writes = []
    for group in new:
        alike = next((one for one, words in left.items() if not set(words).isdisjoint(group)), None)
        if alike is not None:
            del left[alike]
        writes.append(Write.of(alike or desk.new_id(), program, Synonyms(group)))
    writes += [Write(one, Kind.SYNONYMS, program, None) for one in left]
    return desk.perform(Edit(Act.WRITE, tuple(writes)))


def groups_in(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of several words that lines list, with commas between them."""
    split = (tuple(dict.fromkeys(filter(None, map(str.strip, line.split(","))))) for line in lines)
    return tuple(group for group in split if len(group) > 1)
