"""Opens what is kept of the chosen entry, and saves it."""

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import floor_list, people
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.floor_kinds import Speech
from cmc_desk.rules.people import Status
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.agenda.entry_panel import EntryPanel
from cmc_desk.ui.context import Context

_MOST = 60


class EntryActs(QObject):
    """One entry at a time."""

    finished = Signal()

    def __init__(self, context: Context, panel: EntryPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._panel = panel
        panel.saved.connect(self._on_saved)

    def open(self, speech: Speech) -> None:
        """Show what is kept of an entry."""
        facts, code = self._context.facts, speech.entry.delegation
        name = facts.delegation_name(code)
        hits = self._context.desk.read(people.find_people, text=name, limit=_MOST).hits
        members = [(hit.id, hit.name) for hit in hits if hit.delegation == code and hit.status is not Status.WITHDRAWN]
        self._panel.open(name, speech, members)

    def _on_saved(self) -> None:
        context = self._context
        try:
            context.desk.do(floor_list.edit_entry, entry=self._panel.entry, changes=self._panel.changes())
        except Refusal as refusal:
            self._panel.blame(refusal)
        except Unavailable as trouble:
            context.trouble(trouble)
        else:
            context.say("notice", _("Saved: "), self._panel.head.title.text(), undo=True)
            self.finished.emit()
