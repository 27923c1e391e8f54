"""The arguments of ``themes``: names of themes that mean the same."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_desk.cli.argument_parts import Added, adding_to, explained
from dialogue_desk.cli.themes_command import suggest_themes
from dialogue_desk.words import Words


def add_themes(added: Added, language: argparse.ArgumentParser, words: Words) -> None:
    """Add the command ``themes``."""
    themes = added(
        "themes",
        help=words.tr("find names of themes that mean the same"),
        description=explained(
            words.tr("What you can do with names of themes."),
            "dialogue-desk themes suggest names.txt",
        ),
    )
    command = adding_to(themes, language, words)(
        "suggest",
        help=words.tr("suggest which names in a list mean the same"),
        description=explained(
            words.tr(
                "Reads names of themes, one on each line, in English and Spanish. For each name it prints up "
                "to ten others that probably mean the same, the likeliest first, and why: a plural, another "
                "order, a typing error, two words for one thing, a translation. Nothing is changed: a person "
                "decides."
            ),
            "dialogue-desk themes suggest names.txt",
            "dialogue-desk themes suggest names.txt --json --synonyms our-words.txt",
        ),
    )
    one = words.tr("a text file in UTF-8 or UTF-16, with a name on each line")
    command.add_argument("names", type=Path, metavar="NAMES", help=one)
    as_json = words.tr(
        "print a JSON object for each name on its own line: name, suggestions (name, score, why)"
    )
    command.add_argument("--json", action="store_true", help=as_json)
    own = words.tr(
        "a list of your own words that mean the same: on each line a group, with commas between the words, "
        "English first, Spanish behind a bar (|)"
    )
    command.add_argument("--synonyms", type=Path, metavar="FILE", help=own)
    command.set_defaults(run=suggest_themes)
