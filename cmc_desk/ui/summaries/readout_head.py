"""The head of the read-out builder: what it is, how long it takes against its slot, with names or without, in which language."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import LANGUAGES, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.reading_time import Reading, reading
from cmc_desk.rules.readouts import Readout
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip
from cmc_desk.ui.parts.keycap import KeyCap, key_text, sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.readout_rows import status_chip

NAMES_KEY, LANGUAGE_KEY, READ_KEY = "Alt+A", "Alt+L", "F6"
_TIME = 234
NAMED, UNNAMED = "named", "unnamed"


class ReadoutHead(Pane):
    """`attribution_chosen` and `language_chosen` say what is wanted; the page decides whether it can be."""

    attribution_chosen = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.title = Text(size=18, bold=True, parent=self)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chip = Chip(parent=self)
        self.changed = Chip(_("Changed since"), "warning", parent=self)
        self.read = DeskButton(_("Reading view"), key=READ_KEY, icon="eye", kind="primary", parent=self)
        self.time = Text(size=13, bold=True, parent=self)
        self.time.setFixedWidth(_TIME)
        self.bar = Bar(name=_("Seconds of the slot"), height=4, parent=self)
        self.bar.setFixedWidth(_TIME)
        self.names = Segment(
            [Option(NAMED, _("With names")), Option(UNNAMED, _("Without"))], name=_("Who is named"), parent=self
        )
        self.languages = Segment(
            [Option(one, one.upper()) for one in LANGUAGES], name=_("Language of the read-out"), parent=self
        )
        self.names.chosen.connect(self._on_names)
        self.languages.chosen.connect(self.language_chosen)
        self._bind(NAMES_KEY, self._turn_names)
        self._bind(LANGUAGE_KEY, self._turn_language)
        self._lay_out()

    def show_readout(self, facts: Facts, readout: Readout) -> None:
        """Show what is said of the whole of it."""
        self.title.setText(readout.title)
        self.chip.set_look(status_chip(facts, readout))
        self.changed.setVisible(readout.changed and readout.status is not SummaryStatus.FINAL)
        read = reading(readout.words, words_a_minute=readout.words_a_minute, slot_minutes=readout.slot_minutes)
        self.time.setText(time_words(read))
        over = read.over > 0
        self.time.set_tone("coral" if over else "ink")
        self.bar.setVisible(bool(read.slot))
        if over:
            self.bar.set_pieces((BarPiece(read.slot, "coral", "hatched"),), read.slot)
        else:
            self.bar.set_share(read.seconds, read.slot)
        self._mark(self.names, NAMED if readout.attributed else UNNAMED)
        self._mark(self.languages, readout.language)

    def _mark(self, segment: Segment, key: str) -> None:
        # What the page shows is no choice of anybody's.
        with QSignalBlocker(segment):
            segment.choose(key)

    def _bind(self, key: str, act: object) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys(sequences(key))
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _on_names(self, key: str) -> None:
        self.attribution_chosen.emit(key == NAMED)

    def _turn_names(self) -> None:
        self.names.choose(UNNAMED if self.names.key() == NAMED else NAMED)

    def _turn_language(self) -> None:
        here = LANGUAGES.index(self.languages.key())
        self.languages.choose(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.title, 1)
        upper.addWidget(self.changed)
        upper.addWidget(self.chip)
        upper.addWidget(self.read)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(3)
        told.addWidget(self.time)
        told.addWidget(self.bar)
        lower.addLayout(told)
        lower.addStretch(1)
        lower.addWidget(self.names)
        lower.addWidget(KeyCap(key_text(NAMES_KEY)))
        lower.addSpacing(8)
        lower.addWidget(self.languages)
        lower.addWidget(KeyCap(key_text(LANGUAGE_KEY)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 9)
        column.setSpacing(8)
        column.addLayout(upper)
        column.addLayout(lower)


def time_words(read: Reading) -> str:
    """Return how long it is read aloud, against the slot."""
    if not read.slot:
        words = ngettext("{count} word", "{count} words", read.words).format(count=read.words)
        return _("about {minutes} min aloud · {words}").format(minutes=read.minutes, words=words)
    about = _("about {minutes} min of {slot}").format(minutes=read.minutes, slot=read.slot // 60)
    if read.over > 0:
        return _("{about}: {over} too long").format(about=about, over=f"{read.over // 60}:{read.over % 60:02d}")
    words = ngettext("{count} word", "{count} words", read.words).format(count=read.words)
    return f"{about} · {words}"
