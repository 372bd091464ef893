"""The correction slip of a delegation, made where its entries are looked at: in its own language, as a file that can be typed in."""

from pathlib import Path

from PySide6.QtCore import QObject

from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.making import Making, Order, Outcome
from cmc_desk.ui.papers.work import say_outcome

KIND = "correction-slips"


class SlipMaking(QObject):
    """Makes it beside the window, and says in the strip where it lies."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._making = Making(context.desk, pool=context.pool, parent=self)
        self._making.ended.connect(self._on_ended)

    def make(self, delegation: str, form: Format, folder: Path | None = None) -> None:
        """Make the slip of a delegation in the folder of the papers, or in another one."""
        # What makes papers takes a moment to load: whoever asks for one has that moment.
        from cmc_desk.desk.paper_kinds import paper_kinds

        facts = self._context.facts
        kind = next(one for one in paper_kinds() if one.key == KIND)
        found = facts.delegations.get(delegation)
        main = found.main_language if found is not None else ""
        language = main if main in LANGUAGES else facts.meeting.language
        # What is being typed belongs to what was said.
        self._context.settle()
        title = _("Correction slip, {name}").format(name=facts.delegation_name(delegation))
        place = folder or settings.papers_folder(self._context.desk.store.path)
        self._making.start([Order(kind, Ask(language=language, only=delegation), form, title)], place)

    def _on_ended(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            say_outcome(self._context, outcome)
