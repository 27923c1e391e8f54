"""What is known of a watched folder, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.words import Words


@dataclass(frozen=True, slots=True)
class FolderNews:
    """What is known of the watched folder of a ``program``: ``name`` is that of the folder.

    ``arrived`` counts the files that wait for a person, ``strange`` those of them that are of
    other programs, ``copying`` those on their way.  ``away``: the folder is not there at the moment.
    """

    program: str
    name: str
    arrived: int = 0
    copying: int = 0
    away: bool = False
    by_itself: bool = False
    strange: int = 0


def files_came_text(news: FolderNews, words: Words) -> str:
    """Return how many files came into a watched folder."""
    came = words.ntr(
        "{count} file came into the folder “{folder}”.",
        "{count} files came into the folder “{folder}”.",
        news.arrived,
        folder=safe_in_sentence(news.name),
    )
    if not news.strange:
        return came
    strange = words.ntr("{count} is of another program.", "{count} are of another program.", news.strange)
    return f"{came} {strange}"


def folder_state_text(news: FolderNews, words: Words) -> str:
    """Return how it stands with a watched folder, in a sentence or two."""
    if news.away:
        return words.tr("It is not there at the moment. Dialogue Desk looks again when it is back.")
    said = []
    if news.copying:
        said.append(
            words.ntr(
                "{count} file is still being copied.", "{count} files are still being copied.", news.copying
            )
        )
    elif not news.arrived:
        said.append(words.tr("Nothing new has come in."))
    said.append(
        words.tr("What needs your answer, or has two versions, waits for you.")
        if news.by_itself
        else words.tr("Nothing is opened until you look at it.")
    )
    return " ".join(said)


def away_text(folder: str, words: Words) -> str:
    """Return that a folder is not there, and that it is looked at again."""
    return words.tr(
        "The folder “{folder}” is not there at the moment. Nothing is lost: "
        "Dialogue Desk looks again when it is back.",
        folder=safe_in_sentence(folder),
    )


def opened_text(count: int, folder: str, words: Words) -> str:
    """Return how many files of a folder were opened without asking."""
    return words.ntr(
        "{count} file from “{folder}” was opened.",
        "{count} files from “{folder}” were opened.",
        count,
        folder=safe_in_sentence(folder),
    )
