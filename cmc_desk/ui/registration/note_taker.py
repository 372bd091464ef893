"""Takes a note about the person on the card and leaves it at the desk; what is wrong with it is said beneath the line."""

from PySide6.QtCore import QObject

from cmc_desk.desk.people import Card
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration.card_acts import leave_note
from cmc_desk.ui.registration.note_row import NoteRow


class NoteTaker(QObject):
    """Stands between the row and the meeting."""

    def __init__(self, context: Context, row: NoteRow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._row = row
        row.saved.connect(self._on_saved)

    def begin(self, card: Card | None) -> None:
        """Take a note about whoever is on the card."""
        if card is not None:
            self._row.open_for(card.id, card.person.full_name)

    def _on_saved(self, participant: str, text: str) -> None:
        problem = leave_note(self._context, participant, text)
        self._row.say_problem(problem)
        if not problem:
            self._row.close_again()
