"""Setup › This computer: how it looks and sounds, when it locks, what its scanner is like. Nothing of it is in the meeting."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.badge_code import CodeKind, parse
from cmc_desk.ui import settings, sound, theme
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout, CalloutKind
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.key_rhythm import KeyRhythm, Rhythm
from cmc_desk.ui.setup.section import Section

_SIDE = 372


class ComputerSection(Section):
    """Each choice acts at once; numbers are taken with Enter, or when the cursor leaves them."""

    habits_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rhythm = KeyRhythm(parent=self)
        self.scheme = _two("light", _("Light"), "dark", _("Dark"), _("Colours"))
        self.hints = _two("on", _("Shown"), "off", _("Hidden"), _("Keys on buttons"))
        self.sounds = _two("on", _("On"), "off", _("Off"), _("Sounds"))
        self.gap = Field(_("Longest pause between two keys of a scan, in ms"), hint=_("a slow scanner needs more"))
        self.idle = Field(_("Lock after so many minutes without a key"), hint=_("0 is never"))
        self.listen_button = DeskButton(_("Hear the sounds"), key="Alt+H", icon="play")
        self.test = QLineEdit()
        self.test.setAccessibleName(_("Scan any badge here"))
        self.test.setPlaceholderText(_("Scan any badge here"))
        self.test.setFont(theme.font(16))
        self.test.setFixedHeight(40)
        self.answer = Callout("lagoon")
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._choices(), 1)
        row.addWidget(self._scanner_pane())
        self.setFocusProxy(self.scheme)
        self._wait()

    def keys(self) -> Sequence[tuple[str, str]]:
        return ((_("any scan"), _("is measured and goes nowhere else")), ("Alt+H", _("hear the sounds")))

    def reload(self) -> None:
        for segment, key in (
            (self.scheme, "dark" if theme.is_dark() else "light"),
            (self.hints, "on" if theme.hints_shown() else "off"),
            (self.sounds, "off" if sound.is_muted() else "on"),
        ):
            segment.blockSignals(True)  # noqa: FBT003 - Qt's signature
            segment.choose(key)
            segment.blockSignals(False)  # noqa: FBT003 - Qt's signature
        for field, value in ((self.gap, settings.scan_gap_ms()), (self.idle, settings.idle_lock_minutes())):
            line = _line(field)
            if not line.hasFocus():
                line.setText(str(value))
        self.listen_button.allow(why_not=_("The sounds are off.") if sound.is_muted() else "")

    def leave(self) -> bool:
        return self._take_gap() and self._take_idle()

    def scanned(self, text: str) -> bool:
        rhythm = self._rhythm.of_last(len(text))
        number = len(text)
        letters = ngettext("{number} character", "{number} characters", number).format(number=number)
        read = _("Read in {number} ms").format(number=round(rhythm.whole_ms)) if rhythm else _("Read")
        kind = parse(text).kind
        if kind is CodeKind.OURS:
            tone: CalloutKind = "leaf"
        else:
            tone = "lagoon" if kind in (CodeKind.INDICO, CodeKind.PRETIX) else "amber"
        self.answer.say(f"{read}, {letters}, {_kind_words(kind)}", self._advice(rhythm), kind=tone)
        self.test.clear()
        return True

    def _advice(self, rhythm: Rhythm | None) -> str:
        gap = settings.scan_gap_ms()
        if rhythm is None:
            return _("The rhythm could not be measured.")
        widest = round(rhythm.widest_ms)
        if widest > gap / 2:
            return _("The longest pause was {widest} ms of {gap}: give it more.").format(widest=widest, gap=gap)
        return _("The longest pause was {widest} ms of {gap}: that is safe.").format(widest=widest, gap=gap)

    def _on_typed(self) -> None:
        """Keys that came as from a person: say why they were not taken for a scan."""
        if self.test.text():
            self.answer.say(
                _("Typed, not scanned"),
                _(
                    "If this was a scanner, it is slower than {gap} ms between two keys: type a larger number and scan again."
                ).format(gap=settings.scan_gap_ms()),
                kind="amber",
            )
            self.test.clear()

    def _wait(self) -> None:
        self.answer.say(
            _("Scan any badge"),
            _("From anywhere on this page. Nobody is checked in by it."),
            kind="lagoon",
            icon="scan",
        )

    def _on_scheme(self, key: str) -> None:
        settings.set_dark(on=key == "dark")
        self._wear(lambda app: theme.apply(app, dark=key == "dark"))

    def _on_hints(self, key: str) -> None:
        settings.set_hints(on=key == "on")
        self._wear(lambda app: theme.show_hints(app, shown=key == "on"))

    def _on_sounds(self, key: str) -> None:
        settings.set_sounds(on=key == "on")
        sound.mute(on=key == "off")
        self.reload()
        self.habits_changed.emit()

    def _wear(self, dress: Callable[[QApplication], None]) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app)
        self.habits_changed.emit()

    def _take_gap(self) -> bool:
        return self._take(
            self.gap, settings.SHORTEST_GAP, settings.LONGEST_GAP, settings.scan_gap_ms, settings.set_scan_gap_ms
        )

    def _take_idle(self) -> bool:
        return self._take(
            self.idle, 0, settings.LONGEST_LOCK, settings.idle_lock_minutes, settings.set_idle_lock_minutes
        )

    def _take(
        self, field: Field, least: int, most: int, known: Callable[[], int], remember: Callable[[int], None]
    ) -> bool:
        text = _line(field).text().strip()
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            field.set_problem(_("Type a whole number from {least} to {most}.").format(least=least, most=most))
            return False
        field.set_problem("")
        if int(text) != known():
            remember(int(text))
            self.context.say("notice", _("Remembered on this computer"))
            self.habits_changed.emit()
        return True

    def _on_listen(self) -> None:
        sound.play("ok")

    def _connect(self) -> None:
        self.scheme.chosen.connect(self._on_scheme)
        self.hints.chosen.connect(self._on_hints)
        self.sounds.chosen.connect(self._on_sounds)
        self.listen_button.clicked.connect(self._on_listen)
        _line(self.gap).editingFinished.connect(self._take_gap)
        _line(self.idle).editingFinished.connect(self._take_idle)
        self.test.returnPressed.connect(self._on_typed)

    def _choices(self) -> QVBoxLayout:
        form = QVBoxLayout()
        form.setContentsMargins(16, 16, 16, 16)
        form.setSpacing(4)
        for words, widgets in (
            (_("Colours"), (self.scheme,)),
            (_("Keys on buttons"), (self.hints,)),
            (_("Sounds"), (self.sounds, self.listen_button)),
        ):
            line = QHBoxLayout()
            line.setSpacing(12)
            label = Text(words)
            label.setFixedWidth(180)
            line.addWidget(label)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch()
            form.addLayout(line)
            form.addSpacing(12)
        for field in (self.gap, self.idle):
            field.setMaximumWidth(384)
            form.addWidget(field)
        form.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        ground = Pane("panel")
        ground.setLayout(form)
        column.addWidget(
            PaneHead(_("This computer"), subtitle=_("Habits of this machine; the meeting knows nothing of them"))
        )
        column.addWidget(ground, 1)
        return column

    def _scanner_pane(self) -> Pane:
        side = Pane("sand", lines="l")
        side.setFixedWidth(_SIDE)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(12)
        inner.addWidget(self.test)
        inner.addWidget(self.answer)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Try the scanner"), side=True))
        column.addLayout(inner)
        column.addStretch()
        return side

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "answer"):
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rhythm.listen(on=True)
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rhythm.listen(on=False)


def _two(first: str, first_words: str, second: str, second_words: str, name: str) -> Segment:
    segment = Segment([Option(first, first_words), Option(second, second_words)], name=name)
    segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return segment


def _line(field: Field) -> QLineEdit:
    editor = field.editor
    assert isinstance(editor, QLineEdit)  # noqa: S101 - a Field without an editor makes one
    return editor


def _kind_words(kind: CodeKind) -> str:
    return {
        CodeKind.OURS: _("ours"),
        CodeKind.INDICO: _("an Indico ticket"),
        CodeKind.PRETIX: _("a pretix ticket"),
    }.get(kind, _("no code that the desk knows"))
