"""The form of what is asked of the circles: how large, how mixed, where and when; and the slip to print."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.forming.slips import NEVER_ALONE
from dialogue_desk.domain.forming.wish import LARGEST_CIRCLE, MOST_CIRCLES, Place, Share, Wish
from dialogue_desk.domain.model.text import normalized, plain_letters, title_text
from dialogue_desk.exchange.wish_file import WishFile
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.ui.forming.wish_files import WishFiles
from dialogue_desk.ui.forming.wish_rows import GroupRow, PlaceCard
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.responsive_grid import ResponsiveGrid
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.trouble_line import TroubleLine
from dialogue_desk.words.languages import language_name, languages_by_name

_FIELD = 210


class WishPane(ScrollColumn):
    """What is typed here is the wish at once; circles stay as they are until they are formed again."""

    slips_wanted = Signal()

    def __init__(self, work: FormingWork) -> None:
        context = work.context
        super().__init__(context.theme, characters=90, centred=True)
        self._work, self._context, self._shown = work, context, WishFile(Wish())
        words, theme = context.words, context.theme
        self._words, self._files = words, WishFiles(work)
        tr = words.tr
        self.program, self.kept_by, self.languages = LineBox(), LineBox(), LineBox()
        self.smallest = Number(theme, words, 1, LARGEST_CIRCLE)
        self.largest = Number(theme, words, 1, LARGEST_CIRCLE)
        self.circles = Number(theme, words, 0, MOST_CIRCLES)
        self.circles.box.setSpecialValueText(tr("as many as fill"))
        self.facilitators = Number(theme, words, 0, LARGEST_CIRCLE)
        self._largest_field = Field(tr("Most people"), self.largest)
        self._languages_field = Field(
            tr("Languages in which circles can be led"), self.languages, tr("With commas between them.")
        )
        sizes = ResponsiveGrid(theme, _FIELD, most=2, level=True)
        names = ResponsiveGrid(theme, _FIELD, most=2, level=True)
        sizes.show_widgets(
            (
                Field(tr("How many circles"), self.circles),
                Field(tr("Facilitators of each"), self.facilitators),
                Field(tr("Fewest people"), self.smallest),
                self._largest_field,
            )
        )
        names.show_widgets(
            (Field(tr("Program"), self.program), Field(tr("Who keeps the slips"), self.kept_by))
        )
        self._groups, self._places = column(gap=Space.SNUG), column(gap=Space.SNUG)
        self.add_group = Button(theme, tr("Add a group"), icon="plus")
        self.add_place = Button(theme, tr("Add a place"), icon="plus")
        self.open = Button(theme, tr("Open a wish…"), icon="folder")
        self.save = Button(theme, tr("Save the wish…"), icon="export")
        self.slip = Button(theme, tr("Print the slip…"), icon="print")
        self.on = Button(theme, tr("On to the slips"), icon="next", trailing=True, weight=Weight.PRIMARY)
        self._trouble = TroubleLine(context.announcer)
        lead = tr(
            "Say what you wish of the circles. The slip asks people for these times, languages and groups; "
            "circles are then formed to come as near to the wish as they can."
        )
        self.add(
            Label(lead, "muted"),
            flowing(self.open, self.save, self.slip, self.on),
            self._trouble,
            names,
            sizes,
            self._languages_field,
            Section(tr("Places and times")),
            self._places,
            flowing(self.add_place),
            Section(tr("Groups in each circle")),
            self._groups,
            flowing(self.add_group),
            STRETCH,
        )
        self._connect()

    def show_work(self) -> None:
        """Show the wish, unless it is the one that is being typed here."""
        if self._work.bench.wish != self._shown:
            self._show(self._work.bench.wish)

    def take_focus(self) -> None:
        """Put the keyboard on what is done first."""
        self.program.setFocus()

    def group_rows(self) -> list[GroupRow]:
        """Return the rows of the groups."""
        return [one for one in _widgets(self._groups) if isinstance(one, GroupRow)]

    def place_cards(self) -> list[PlaceCard]:
        """Return the cards of the places."""
        return [one for one in _widgets(self._places) if isinstance(one, PlaceCard)]

    def _connect(self) -> None:
        for box in (self.program, self.kept_by, self.languages):
            box.textEdited.connect(lambda _: self._take())
        for number in (self.smallest, self.largest, self.circles, self.facilitators):
            number.changed.connect(lambda _: self._take())
        self.add_group.clicked.connect(lambda _: self._group(Share("")).name.setFocus())
        self.add_place.clicked.connect(lambda _: self._place(Place()).name.setFocus())
        self.open.clicked.connect(lambda _: self._files.ask_for_file(self._trouble.say))
        self.save.clicked.connect(self._files.save)
        self.slip.clicked.connect(self._files.print_slip)
        self.on.clicked.connect(self.slips_wanted)

    def _show(self, file: WishFile) -> None:
        self._shown = file
        wish = file.wish
        self.program.setText(file.program)
        self.kept_by.setText(file.kept_by)
        self.languages.setText(", ".join(language_name(code, self._words) for code in wish.languages))
        self.smallest.show_value(wish.smallest)
        self.largest.show_value(wish.largest)
        self.circles.show_value(wish.circles or 0)
        self.facilitators.show_value(wish.facilitators)
        clear_layout(self._groups)
        clear_layout(self._places)
        for share in wish.all_shares:
            self._group(share)
        for place in wish.places or (Place(),):
            self._place(place)

    def _group(self, share: Share) -> GroupRow:
        added = GroupRow(self._context, share)
        added.changed.connect(self._take)
        added.removal_wanted.connect(lambda: self._remove(self._groups, added))
        at = sum(row.share() is None or row.share().group not in NEVER_ALONE for row in self.group_rows())  # type: ignore[union-attr]
        self._groups.insertWidget(self._groups.count() if share.group in NEVER_ALONE else at, added)
        return added

    def _place(self, place: Place) -> PlaceCard:
        added = PlaceCard(self._context, place)
        added.changed.connect(self._take)
        added.removal_wanted.connect(lambda: self._remove(self._places, added))
        self._places.addWidget(added)
        return added

    def _remove(self, layout: QVBoxLayout, removed: QWidget) -> None:
        layout.removeWidget(removed)
        removed.hide()
        removed.deleteLater()
        self._take()
        (self.add_place if layout is self._places else self.add_group).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _take(self) -> None:
        """Take what the form says as the wish; what cannot be so is said, and the wish stays as it was."""
        try:
            file = self._read()
        except _CannotWish as trouble:
            self._trouble.say(str(trouble))
            return
        self._trouble.say("")
        self._shown = file
        self._work.ask(file)

    def _read(self) -> WishFile:
        words = self._words
        if self.largest.value() < self.smallest.value():
            raise _CannotWish(words.tr("The most people of a circle are fewer than the fewest."))
        languages = self._languages()
        if not languages:
            raise _CannotWish(words.tr("Name a language in which circles can be led."))
        places = tuple(place for card in self.place_cards() if (place := card.place()) is not None)
        if sum(len(place.times) * place.circles for place in places) > MOST_CIRCLES:
            raise _CannotWish(
                words.tr("The places have room for more than {most} circles in all.", most=MOST_CIRCLES)
            )
        wish = Wish(
            places,
            self.circles.value() or None,
            self.smallest.value(),
            self.largest.value(),
            languages,
            self._shares(),
            self.facilitators.value(),
        )
        return WishFile(wish, _line(self.program), _line(self.kept_by))

    def _languages(self) -> tuple[str, ...]:
        known = languages_by_name(self._words)
        said = (one.strip() for one in normalized(self.languages.text()).replace(";", ",").split(","))
        return tuple(dict.fromkeys(known.get(plain_letters(one), one.casefold()) for one in said if one))

    def _shares(self) -> tuple[Share, ...]:
        """Return what is wished of the groups; two rows of one group are one, the first."""
        found: dict[str, Share] = {}
        for row in self.group_rows():
            share = row.share()
            fault = ""
            if row.most.value() and row.most.value() < row.least.value():
                fault = self._words.tr("At most is less than at least.")
            row.show_fault(fault)
            if share is not None:
                found.setdefault(share.group, share)
        # The two that every program has are of the wish only where something is wished of them.
        plain = {Share(group) for group in NEVER_ALONE}
        return tuple(share for share in found.values() if share not in plain)


class _CannotWish(Exception):
    """The form says what cannot be; the sentence says why."""


def _line(box: LineBox) -> str:
    return title_text(normalized(box.text())).strip()


def _widgets(layout: QVBoxLayout) -> list[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]
