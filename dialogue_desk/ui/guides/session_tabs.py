"""The tabs of a guide: its front, and each session by its title where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.ui.guides.guide_cover import session_names
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of

_SHORT, _SHORTEST = 22, 12
"""How many letters are shown of the title of an optional session, which has no number."""


class SessionTabs(QTabBar):
    """One tab for the front of a guide and one for each session; there are none for a single session."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._names: tuple[tuple[str, ...], ...] = ()
        self._room = 0
        self.setAccessibleName(words.tr("Session"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def show_guide(self, guide: Guide) -> None:
        """Have the tabs of ``guide``, at its front, without telling that another tab is shown."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        several = len(guide.sessions) > 1
        self._names = tuple(_names(guide, self._words)) if several else ()
        for name in self._names[0] if several else ():
            self.addTab(name)
        self.blockSignals(blocked)
        self.setVisible(several)
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Use the longest names that have room in so many pixels."""
        self._room = room
        self.setMaximumWidth(max(room, LEAST_TARGET))
        for names in self._names:
            for place, name in enumerate(names):
                self.setTabText(place, name.replace("&", "&&"))
                whole = self._names[0][place]
                self.setTabToolTip(place, whole if whole != name else "")
            if self.sizeHint().width() <= room:
                break
        self.updateGeometry()  # which Qt leaves out as long as the tabs are not shown

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).expandedTo(QSize(LEAST_TARGET, LEAST_TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves the other things beside it their room: the rest is scrolled to."""
        return QSize(min(120, self.sizeHint().width()), super().minimumSizeHint().height())


def _names(guide: Guide, words: Words) -> Iterator[tuple[str, ...]]:
    """Yield what the tabs are called, the longest names first."""
    front, tr = words.tr("About"), words.tr
    numbers: list[int] = []
    for plan in guide.sessions:
        numbers.append(max(numbers, default=0) + (not plan.optional))
    yield front, *session_names(guide, words)
    for most, named in ((_SHORT, True), (_SHORT, False), (_SHORTEST, False)):
        yield (
            front,
            *(
                _cut(title_of(plan, words), most)
                if plan.optional
                else (tr("Session {number}", number=number) if named else str(number))
                for plan, number in zip(guide.sessions, numbers, strict=True)
            ),
        )


def _cut(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[:most].rstrip()}…"
