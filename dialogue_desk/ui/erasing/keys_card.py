"""The keys that go when everything is erased: saved first, or nobody opens what was sealed to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.keyring import save_all_keys
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.sealing import KEY_SUFFIX
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label


class SaveKeysCard(Card):
    """Says that the keys on this laptop go too, and saves them to a file."""

    def __init__(self, desk: Desk, keys: int, context: Context) -> None:
        super().__init__("notice")
        self._desk, self._context = desk, context
        words = context.words
        self.column.addWidget(
            Label(
                words.ntr(
                    "The key on this laptop will be erased too. Without it nobody can open the packages "
                    "that were sealed for it, not even you. Save it first, on a USB stick in a safe "
                    "place.",
                    "The {count} keys on this laptop will be erased too. Without them nobody can open "
                    "the packages that were sealed for them, not even you. Save them first, on a USB "
                    "stick in a safe place.",
                    keys,
                )
            )
        )
        self._said = Label(role="strong")
        self._said.hide()
        self.column.addWidget(self._said)
        save = Button(context.theme, words.ntr("Save the key…", "Save the keys…", keys), icon="export")
        save.setAutoDefault(False)
        save.clicked.connect(self._ask_where)
        self.column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_where(self) -> None:
        words = self._context.words
        name = words.tr("keys")
        kind = FileKind(words.tr("Program keys"), (KEY_SUFFIX,))
        self._context.prompts.save_to(
            words.tr("Save the keys of this laptop"), name + KEY_SUFFIX, kind, self._save
        )

    def _save(self, path: Path) -> None:
        words = self._context.words
        try:
            save_all_keys(self._desk, path)
        except OSError:
            said = words.tr(
                "The key could not be saved there. It is still on this laptop. Choose another folder."
            )
            self._said.play("warn")
        else:
            said = words.tr("The key is in “{file}”. Keep that file safe.", file=safe_in_sentence(path.name))
            self._said.play("strong")
        self._said.setText(said)
        self._said.show()
        self._context.announcer.announce(said)
