"""The line above the text: whose words they are, and while letters are typed whom they may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.flag import FlagSwatch
from cmc_desk.ui.parts.runs import Run, RunLine

_MOST_CHIPS = 6
_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class SpeakerLook:
    """Who is shown: flag and name, empty for nobody; `note` says why, `unknown` that somebody is to be fixed later."""

    flag: str = ""
    name: str = ""
    note: str = ""
    unknown: bool = False


class SpeakerLine(QWidget):
    """`change_asked` comes from the button that names another speaker."""

    change_asked = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self._look = SpeakerLook()
        self._offered: tuple[str, ...] = ()
        self._flag = FlagSwatch(parent=self)
        self._words = RunLine(size=14, parent=self)
        self._chips = [Chip(parent=self) for _place in range(_MOST_CHIPS)]
        self._change = DeskButton(_("change"), key="@", kind="quiet", size="small", bind=False, parent=self)
        self._change.setAccessibleName(_("Change the speaker"))
        self._change.clicked.connect(self.change_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._flag)
        row.addWidget(self._words, 1)
        for chip in self._chips:
            row.addWidget(chip)
        row.addWidget(self._change)
        self.set_chips(())
        self._show()

    def set_look(self, look: SpeakerLook) -> None:
        """Show who speaks."""
        if look != self._look:
            self._look = look
            self._show()

    def offer(self, names: Sequence[str]) -> None:
        """Show whom the letters may mean, the one that Tab takes first; none shows who speaks again."""
        if tuple(names) != self._offered:
            self._offered = tuple(names)
            self._show()

    def set_chips(self, looks: Sequence[ChipLook]) -> None:
        """Show what else is said about the entry."""
        for place, chip in enumerate(self._chips):
            shown = place < len(looks)
            chip.setVisible(shown)
            if shown:
                chip.set_look(looks[place])

    def words(self) -> str:
        """Return what the line says."""
        return self._words.accessibleName().strip()

    def _show(self) -> None:
        look = self._look
        self._flag.setVisible(bool(look.flag))
        self._flag.set_code(look.flag)
        self._words.set_runs((*_speaker_runs(look, note=not self._offered), *_offer_runs(self._offered)))


def _speaker_runs(look: SpeakerLook, *, note: bool) -> tuple[Run, ...]:
    if look.unknown:
        return (Run("?? ", bold=True, tone="amberInk"), Run(_("Speaker to be fixed later"), tone="amberInk"))
    if not look.name:
        return (Run(_("Nobody named"), tone="slate"),) if note else ()
    return (Run(look.name, bold=True), Run(f"   {look.note}" if note and look.note else "", tone="slate"))


def _offer_runs(names: Sequence[str]) -> tuple[Run, ...]:
    if not names:
        return ()
    first, *others = names
    rest = "".join(f"  ·  {name}" for name in others)
    return (Run("   "), Run(_("Tab:"), tone="slate"), Run(f" {first}", bold=True, tone="sea"), Run(rest, tone="slate"))
