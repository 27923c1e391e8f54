"""The keys that are letters or signs by themselves: whether they hold, and which they are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.closing.privacy_step import privacy_keys
from dialogue_desk.ui.core.actions import Action
from dialogue_desk.ui.core.key_choice import is_character, keys_here, modifier_name, named
from dialogue_desk.ui.core.key_places import COMMAND_MODIFIERS, by_place
from dialogue_desk.ui.core.window_keys import window_keys
from dialogue_desk.ui.run.run_shortcuts import page_keys
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words

_WIDE = 240
_SILENT = {
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_unknown),
}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
_CLEARING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class KeysSection(QWidget):
    """Shows the keys that hold, each in a field that takes the next key as the one there is from now on.

    ``single_chosen(on)`` and ``keys_chosen(keys)`` tell what a person chose, ``keys`` as pairs of an action's
    id and its key.
    """

    single_chosen = Signal(bool)
    keys_chosen = Signal(tuple)

    def __init__(self, settings: Settings, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words, self._chosen = theme, words, dict(settings.keys)
        tr = words.tr
        self._pages = (
            (tr("Session"), page_keys(words)),
            (tr("Privacy check"), list(privacy_keys(words))),
        )
        self.single = Tick(
            theme, tr("Keys without {ctrl} or {alt}", ctrl=modifier_name("Ctrl"), alt=modifier_name("Alt"))
        )
        self.single.setChecked(settings.single_keys)
        self.single.toggled.connect(self.single_chosen)
        self.reset = Button(theme, tr("Use the original keys"))
        self.reset.clicked.connect(self._reset)
        self.fields: dict[str, Field] = {}
        whole = column(gap=Space.SNUG, within=self)
        whole.addWidget(self.single)
        whole.addWidget(Label(tr("Such as P for a pause. Page keys and the space bar always work."), "note"))
        whole.addWidget(Label(tr("Click a key, then press the one you want. Backspace removes it."), "note"))
        for title, actions in self._pages:
            fields = [self._field(action) for action in actions if _single(action)]
            whole.addWidget(Section(title))
            whole.addWidget(flowing(*fields, gap=Space.BASE))
        whole.addWidget(flowing(self.reset))
        theme.changed.connect(self._fit)
        self._fit()
        self._show()

    def _fit(self) -> None:
        for field in self.fields.values():
            field.setFixedWidth(self._theme.scaled(_WIDE))

    def _field(self, action: Action) -> Field:
        box = KeyBox()
        field = Field(action.words, box)
        box.taken.connect(partial(self._choose, action.id))
        self.fields[action.id] = field
        return field

    def _choose(self, action: str, key: str) -> None:
        tr, user = self._words.tr, self._user_of(key, action)
        if user:
            refusal = tr("{key} is taken by “{action}”. Choose another key.", key=named([key]), action=user)
            self.fields[action].show_error(refusal)
        else:
            self._chosen[action] = key
            self._tell()

    def _user_of(self, key: str, action: str) -> str:
        """Return the words of what ``key`` does already on the page of ``action``, or ""."""
        here = next(actions for _, actions in self._pages if action in {one.id for one in actions})
        for other in (*here, *window_keys(self._words)):
            if other.id != action and key in keys_here(other.id, (*other.keys, *other.also), self._chosen):
                return other.words
        return ""

    def _reset(self) -> None:
        self._chosen = {}
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.keys_chosen.emit(tuple(self._chosen.items()))

    def _show(self) -> None:
        for _, actions in self._pages:
            for action in actions:
                if field := self.fields.get(action.id):
                    keys = keys_here(action.id, filter(is_character, action.keys), self._chosen)
                    field.show_error("")
                    box = field.control
                    if isinstance(box, KeyBox):
                        box.setText(named(keys))


class KeyBox(QLineEdit):
    """Takes the next key that is pressed; ``taken(key)`` carries its portable name, "" for no key."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() not in _LEAVING)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = by_place(event) or event
        if pressed.key() in _LEAVING:
            super().keyPressEvent(event)
        elif pressed.key() in _CLEARING:
            self.taken.emit("")
        elif key := _key_of(pressed):
            self.taken.emit(key)


def _key_of(event: QKeyEvent) -> str:
    """Return the portable name of a key that can be chosen, or ""."""
    text, key = event.text(), event.key()
    command = event.modifiers() & COMMAND_MODIFIERS
    if not command and len(text) == 1 and text.isprintable() and not text.isspace():
        return QKeySequence(text).toString(QKeySequence.SequenceFormat.PortableText)
    if key in _SILENT or not (command or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35):
        return ""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def _single(action: Action) -> bool:
    return any(map(is_character, action.keys))
