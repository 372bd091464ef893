"""In which languages the report is made final, and in which it is issued besides once it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.report_standing import Edition, ReportStanding
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.registration.words import language_word

_SIZE = 13


class EditionsRow(QWidget):
    """A tick for each language, and one for the text that names who spoke beside the one that does not, or the other way round.

    What was signed, and what was issued already, is ticked and stays so. `changed` says that something else is wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: ReportStanding | None = None
        self._fixed: frozenset[str] = frozenset()
        self.ticks = {code: Tick(language_word(code), size=_SIZE, parent=self) for code in LANGUAGES}
        self.other = Tick("", size=_SIZE, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, place // 2, place % 2)
        grid.addWidget(self.other, 2, 0, 1, 2)
        for tick in (*self.ticks.values(), self.other):
            tick.toggled.connect(self.changed)

    def show_standing(self, standing: ReportStanding) -> None:
        """Offer what can be issued; what was ticked stays ticked, and what was only fixed does not."""
        if self._standing is not None and self._standing.attributed is not standing.attributed:
            # Who wanted it without names besides has not asked for one with names.
            self.other.setChecked(False)
        self._standing = standing
        self.setVisible(standing.status in (ReportStatus.SIGNED_OFF, ReportStatus.FINAL))
        self.other.set_words(_("Also without names") if standing.attributed else _("Also with names"))
        fixed = frozenset(
            code
            for code in self.ticks
            if code == standing.language or Edition(code, standing.attributed) in standing.editions
        )
        before, self._fixed = self._fixed, fixed
        for code, tick in self.ticks.items():
            tick.setEnabled(code not in fixed)
            if code in fixed or code in before:
                tick.setChecked(code in fixed)

    def wanted(self) -> tuple[Edition, ...]:
        """Return what is ticked and was not issued yet."""
        standing = self._standing
        if standing is None:
            return ()
        languages = [code for code, tick in self.ticks.items() if tick.isChecked()]
        namings = [standing.attributed, *([not standing.attributed] if self.other.isChecked() else [])]
        found = (Edition(code, attributed) for attributed in namings for code in languages)
        return tuple(one for one in found if one not in standing.editions)
