"""What the name of a theme means: the things it names, whatever words it says them with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_desk.domain.model.text import normalized, plain_letters
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.notes.theme_vocabulary import Key, ThemeVocabulary, ThemeWord
from dialogue_desk.domain.notes.word_stems import Tongue, singular, words_of

_MOST_IN_PHRASES = 10
"""Among how many words phrases are looked for: behind them a name is read word by word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a name names, with the words that say it.

    ``slight`` pieces add little to the name, ``turning`` ones say the opposite of it.
    """

    key: Key
    words: tuple[ThemeWord, ...]
    slight: bool = False
    turning: bool = False

    @property
    def said(self) -> str:
        """Its words as they are written."""
        return " ".join(word.written for word in self.words)

    @property
    def tongue(self) -> Tongue:
        """The language it is in; many a word that English has, Spanish has too."""
        spanish = any(word.tongue is Tongue.SPANISH for word in self.words)
        return Tongue.SPANISH if spanish else Tongue.ENGLISH

    @property
    def mistyped(self) -> bool:
        """Whether one of its words was mistyped."""
        return any(word.mistyped for word in self.words)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means.

    ``written`` are its words with their accents, ``letters`` is all of it in one word, and ``twin`` what it
    has in common with the same name in other capitals or accents.
    """

    name: str
    pieces: tuple[Piece, ...]
    written: tuple[str, ...]
    letters: str
    twin: str

    @property
    def core(self) -> frozenset[Key]:
        """What it means without the words that add little; all of it where it has no others."""
        full = frozenset(piece.key for piece in self.pieces if not piece.slight)
        return full or frozenset(piece.key for piece in self.pieces)


def meanings_of(names: Iterable[str], vocabulary: ThemeVocabulary) -> list[Meaning]:
    """Return the meaning of each name; all are read at once, because they tell which spelling is right."""
    said = {name: _words(name, vocabulary) for name in names}
    meant = vocabulary.meant(plain_letters(word) for words in said.values() for word in words)
    return [_meaning(name, words, meant, vocabulary) for name, words in said.items()]


def _words(name: str, vocabulary: ThemeVocabulary) -> list[str]:
    found: list[str] = []
    for word in words_of(normalized(name)):
        halves = vocabulary.halves(plain_letters(word))
        found += halves if len(halves) > 1 else [word]
    return found


def _meaning(
    name: str, written: Sequence[str], meant: Mapping[str, str], vocabulary: ThemeVocabulary
) -> Meaning:
    pieces: dict[Key, Piece] = {}
    for clause in _clauses(written, vocabulary):
        words = dict.fromkeys(vocabulary.word(*word, meant.get(word[0], "")) for word in clause)
        for piece in _pieces(list(words), vocabulary):
            pieces.setdefault(piece.key, piece)
    plain = [plain_letters(word) for word in written]
    letters = singular("".join(word for word in plain if word not in vocabulary.words.between))
    return Meaning(name, tuple(pieces.values()), tuple(written), letters, twin_key(name))


def _clauses(written: Sequence[str], vocabulary: ThemeVocabulary) -> Iterator[list[tuple[str, str]]]:
    """Yield the words between those that part one thing from the next, in plain letters and as written.

    Two words that are one word of the vocabulary are read as that.
    """
    clause: list[tuple[str, str]] = []
    joined = False
    for word in written:
        plain = plain_letters(word)
        before = clause[-1] if clause else ("", "")
        joined = joined or plain in vocabulary.words.joining
        if plain in vocabulary.words.between and not joined:
            yield clause
            clause = []
        elif clause and vocabulary.is_one_word(before[0] + plain):
            clause[-1] = (before[0] + plain, f"{before[1]} {word}")
        elif not vocabulary.says_nothing(plain):
            clause.append((plain, word))
    yield clause


def _pieces(words: Sequence[ThemeWord], vocabulary: ThemeVocabulary) -> Iterator[Piece]:
    for key, said in vocabulary.meanings(words[:_MOST_IN_PHRASES]):
        alone = len(said) == 1
        slight = alone and said[0].meant in vocabulary.words.slight
        yield Piece(key, said, slight, alone and vocabulary.turns(said[0]))
    for word in words[_MOST_IN_PHRASES:]:
        yield Piece(word.key, (word,), word.meant in vocabulary.words.slight, vocabulary.turns(word))
