"""The panel of the screens of the room: which are open and where, what stands on them, and the rehearsal."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.clock import RehearsalClock
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.overlay import Overlay
from cmc_desk.ui.parts.pane import Rule
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.stage import acts
from cmc_desk.ui.stage.messages import COUNT, LONGEST, presets, word_preset

if TYPE_CHECKING:
    from cmc_desk.ui.stage.room import Room

_WIDTH = 820
_NAME, _BUTTON = 284, 150


class RoomPanel(Overlay):
    """Every key of it works while it is open; the figures 1 to 6 show the messages while nobody types."""

    def __init__(self, room: "Room", over: QWidget) -> None:
        super().__init__(over, width=_WIDTH, toggled_by=acts.PANEL_KEY)
        self.setAccessibleName(_("Screens of the room"))
        self._room = room
        self._keys: list[tuple[QKeySequence, Callable[[], object]]] = []
        self.screens: dict[str, DeskButton] = {}
        self._places: dict[str, Text] = {}
        self.edits: list[QLineEdit] = []
        self.body.addWidget(PaneHead(_("Screens of the room"), right=_("Esc closes"), parent=self.panel))
        self._add_screens()
        self._add_messages()
        self.days = Segment(name=_("Day"), parent=self.panel)
        self._add_rehearsal()
        for act in acts.room_acts():
            if act.key not in {key.toString() for key, _act in self._keys} and act.key != acts.PANEL_KEY:
                self._bind(act.key, partial(act.act, room))
        room.changed.connect(self.refresh)

    def open(self) -> None:
        """Show the panel as everything stands now."""
        self.refresh()
        super().open()

    def first_field(self) -> QWidget:
        return self

    def refresh(self) -> None:
        """Show which screens are open, where, and what is on them."""
        room = self._room
        for kind, button in self.screens.items():
            button.set_kind("soft" if room.is_open(kind) else "plain")
            self._places[kind].setText(room.where(kind))
        shown = room.saying.shown
        open_now = _("the meeting") if shown.text is None else shown.text.title
        nothing = open_now if room.windows else _("nothing, it is closed")
        words = _("black") if shown.black else shown.message or nothing
        self.on_stage.setText(_("On the stage now: {words}").format(words=words))
        for edit, words in zip(self.edits, presets(), strict=True):
            if not edit.hasFocus():
                edit.setText(words)
        rundown = room.context.live.rundown
        self.days.set_options([Option(day.isoformat(), day_words(day, "ddd d MMM")) for day in rundown.days])
        names = {track.key: track.name for track in rundown.tracks}
        tracks = room.context.live.tracks
        self.tracks.set_options([Option(key or "-", names.get(key) or _("Plenary")) for key in tracks])
        self.tracks.setVisible(len(tracks) > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        for key, act in self._keys:
            if key == pressed:
                act()
                event.accept()
                return
        figure = event.text()
        if figure.isdigit() and figure.isascii() and 1 <= int(figure) <= len(self.edits):
            # A field that is typed into keeps its figures, so that none comes here from one.
            self._show(int(figure) - 1)
            event.accept()
            return
        super().keyPressEvent(event)

    def _add_screens(self) -> None:
        self.tracks = Segment(name=_("Room"), parent=self.panel)
        self.tracks.chosen.connect(self._on_track)
        for kind, key in acts.KEYS.items():
            button = self._button(_(acts.NAMES[kind]), key, partial(self._room.toggle, kind), icon="screen")
            button.setFixedWidth(_NAME)
            self.screens[kind] = button
            self._places[kind] = Text(tone="slate", parent=self.panel)
            self._line(button, self._places[kind])
        other = self._button(_("Other monitor"), acts.MONITOR_KEY, self._room.other_monitor)
        light = self._button(_("Dark or light"), acts.LIGHT_KEY, self._room.toggle_light)
        self._line(other, light, self.tracks, None)
        self.body.addWidget(Rule(parent=self.panel))

    def _add_messages(self) -> None:
        self.on_stage = Text(bold=True, parent=self.panel)
        black = self._button(_("Black"), acts.BLACK_KEY, self._room.toggle_black)
        off = self._button(_("Take off"), acts.OFF_KEY, self._room.take_off)
        self._line(self.on_stage, black, off)
        for number in range(COUNT):
            show = self._button(_("Show"), acts.message_key(number), partial(self._show, number))
            show.setAccessibleName(_("Show message {number}").format(number=number + 1))
            show.setFixedWidth(_BUTTON)
            edit = self._edit(_("Message {number}").format(number=number + 1))
            edit.editingFinished.connect(partial(self._on_worded, number))
            edit.returnPressed.connect(partial(self._show, number))
            self.edits.append(edit)
            self._line(show, edit, tight=True)
        self.free = self._edit(_("Another message"))
        self.free.setPlaceholderText(_("Type another message, Enter shows it"))
        self.free.returnPressed.connect(self._on_free)
        once = self._button(_("Show"), "", self._on_free)
        once.setAccessibleName(_("Show the other message"))
        once.setFixedWidth(_BUTTON)
        self._line(once, self.free, tight=True)
        self.body.addWidget(Rule(parent=self.panel))

    def _add_rehearsal(self) -> None:
        rehearsing = isinstance(self._room.context.desk.clock, RehearsalClock)
        words = _("Pace of the rehearsal") if rehearsing else _("Rehearse a day on a copy, faster")
        buttons = []
        for pace, key in acts.PACE_KEYS.items():
            if rehearsing or pace > 1:
                button = self._button(f"×{pace}", key, partial(self._rehearse, pace), icon="play")
                button.setAccessibleName(_("{words}: {pace} times").format(words=words, pace=pace))
                buttons.append(button)
        self._line(Text(words, parent=self.panel), self.days, *buttons, None)
        self.days.setVisible(not rehearsing)
        self.body.addSpacing(8)

    def _line(self, *widgets: QWidget | None, tight: bool = False) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 3 if tight else 6, 16, 3 if tight else 6)
        row.setSpacing(10)
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget, 1 if isinstance(widget, Text | QLineEdit) and widgets[-1] is not None else 0)
        self.body.addLayout(row)

    def _button(self, words: str, key: str, act: Callable[[], object], *, icon: str = "") -> DeskButton:
        # Bound here and not on the button: while the panel is open no key goes to anything beneath it.
        button = DeskButton(words, key=key, icon=icon, bind=False, align=Qt.AlignmentFlag.AlignLeft, parent=self.panel)
        button.clicked.connect(act)
        if key:
            self._bind(key, act)
        return button

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        self._keys.append((QKeySequence(key), act))

    def _edit(self, name: str) -> QLineEdit:
        edit = QLineEdit(self.panel)
        edit.setAccessibleName(name)
        edit.setFixedHeight(32)
        edit.setMaxLength(LONGEST)
        return edit

    def _show(self, number: int) -> None:
        self._on_worded(number)
        self._room.show_preset(number)

    def _on_worded(self, number: int) -> None:
        self.edits[number].setText(word_preset(number, self.edits[number].text()))

    def _on_free(self) -> None:
        if self.free.text().strip():
            self._room.show_message(self.free.text())

    def _on_track(self, key: str) -> None:
        self._room.choose_track("" if key == "-" else key)

    def _rehearse(self, pace: int) -> None:
        self.close_again()
        self._room.rehearse(pace, self.days.key())
