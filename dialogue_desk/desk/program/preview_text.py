"""The words for what would become of files: for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.desk.program.import_preview import ImportPreview, PreviewedFile, Standing
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.package import ORGANIZERS_WORK, About
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_SAID_OVER_THEM = (Standing.SEALED, Standing.CUT_SHORT, Standing.AWAY)
"""Of these the heading says what a file could say by itself."""


def standing_text(standing: Standing, words: Words) -> str:
    """Return what stands over the files of one standing."""
    return {
        Standing.WAITS: words.tr("Needs your answer"),
        Standing.NEW: words.tr("New"),
        Standing.NEWER: words.tr("Adds to what is here"),
        Standing.LOCKED: words.tr("Sealed with a passphrase"),
        Standing.SEALED: words.tr("Sealed, and no key here opens it"),
        Standing.CUT_SHORT: words.tr("Not copied in full yet"),
        Standing.AWAY: words.tr("Could not be read"),
        Standing.REFUSED: words.tr("Refused"),
        Standing.OLDER: words.tr("Older than what is here"),
        Standing.HERE: words.tr("Here already"),
    }[standing]


def standing_help(standing: Standing, words: Words) -> str:
    """Return what happens with the files of one standing, or what a person can do about them."""
    return {
        Standing.WAITS: words.tr(
            "What they add comes in. What they would change or erase waits until you answer."
        ),
        Standing.NEW: words.tr("Sessions and programs that are not on this laptop."),
        Standing.NEWER: words.tr("Sessions and programs that are here, with something more in them."),
        Standing.LOCKED: words.tr("Whoever sealed them knows the passphrase. Open them again with it."),
        Standing.SEALED: words.tr("Open them where the organizer's key is, or open the key here first."),
        Standing.CUT_SHORT: words.tr("Wait until they are copied, or copy them again. Then open them again."),
        Standing.AWAY: words.tr(
            "Check that the USB stick or folder is still there, then open it again. "
            "What is here already is not added twice."
        ),
        Standing.REFUSED: words.tr("Nothing from them is added, and they do not affect the others."),
        Standing.OLDER: words.tr(
            "This laptop, or another of these files, has all of it and more. They change nothing."
        ),
        Standing.HERE: words.tr("Everything in them is on this laptop. They change nothing."),
    }[standing]


def file_title(one: PreviewedFile, words: Words) -> str:
    """Return what a file is about: "C07, session 2", or its name where that is not known."""
    return about_text(one.about, words) or safe_in_sentence(one.path.name)


def about_text(about: About, words: Words) -> str:
    """Return what a package is about; "" when it does not say so."""
    if about.what == "session" and about.circle:
        return words.tr(
            "{circle}, session {number}", circle=safe_in_sentence(about.circle), number=about.session
        )
    if about.what == "program" and about.program:
        return words.tr("The program “{program}”", program=safe_in_sentence(about.program))
    if about.what == ORGANIZERS_WORK and about.program:
        name = safe_in_sentence(about.program)
        return words.tr("What organizers made of “{program}”", program=name)
    if about.what == "erased":
        return words.tr("What was erased")
    return ""


def file_lines(one: PreviewedFile, words: Words) -> Iterator[str]:
    """Yield what would become of one file: first what it brings, then what to know about it."""
    if one.standing in _SAID_OVER_THEM:
        return
    if one.sentence:
        yield one.sentence
        return
    if numbers := _numbers(one, words):
        yield numbers
    if one.copy_of:
        yield words.tr("The same package as “{file}”.", file=safe_in_sentence(one.copy_of))
    if one.standing.comes_in:
        yield from _doubts(one, words)
    elif one.left_out:
        yield words.tr("You left something in it out before. It stays out.")


def _numbers(one: PreviewedFile, words: Words) -> str:
    """Return "17 entries · revision 2 · c07-s2.dialogue"."""
    ntr = words.ntr
    said = [
        ntr("{count} entry", "{count} entries", one.brings) if one.brings else "",
        ntr("{count} waits for your answer", "{count} wait for your answer", one.waits) if one.waits else "",
        ntr("{count} gets a second version", "{count} get a second version", one.clashes)
        if one.clashes
        else "",
        words.tr("revision {number}", number=one.revision) if one.revision > 1 else "",
        safe_in_sentence(one.path.name) if about_text(one.about, words) else "",
    ]
    return " · ".join(filter(None, said))


def _doubts(one: PreviewedFile, words: Words) -> Iterator[str]:
    """Yield what a person may want to think about before it is opened."""
    tr = words.tr
    if one.second_of:
        yield tr(
            "It looks like a second copy of “{file}”, but there is something else in it.",
            file=safe_in_sentence(one.second_of),
        )
    for name in one.programs:
        yield tr("The program “{program}” is not on this laptop yet.", program=safe_in_sentence(name))
    if one.same_codes:
        codes = join_names([safe_in_sentence(code) for code in one.same_codes], words)
        yield tr(
            "Another circle or program is called {codes} too. "
            "They stay apart, and each is counted by itself.",
            codes=codes,
        )
    if one.another_key:
        yield tr("Its laptop signed with another key before. If nobody set it up again, ask who wrote it.")
    if not one.signed:
        yield tr("Nobody signed it. If you do not know where it is from, leave it out.")


def preview_lead(preview: ImportPreview, words: Words) -> str:
    """Return in a few sentences what the files bring, and that nothing has happened yet."""
    said = [*counts_text(preview, words)]
    if preview.coming:
        said.append(words.tr("Nothing is added until you say so. You can undo all of it at once."))
    return " ".join(said)


def counts_text(preview: ImportPreview, words: Words) -> Iterator[str]:
    """Yield how many files have something to add, and what has or would get two versions by them."""
    coming = len(preview.coming)
    if coming:
        yield words.ntr("{count} file has something to add.", "{count} files have something to add.", coming)
    else:
        yield words.tr("None of these files has anything to add.")
    if preview.new_clashes:
        yield words.ntr(
            "{count} entry would then have two versions, for you to choose from.",
            "{count} entries would then have two versions, for you to choose from.",
            preview.new_clashes,
        )
    if preview.still_open:
        yield words.ntr(
            "{count} entry in them still has two versions from before.",
            "{count} entries in them still have two versions from before.",
            preview.still_open,
        )
