"""Changes that were tracked in a file: taken as proposals of those who made them, all accepted, or all rejected."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.author_field import AuthorField, is_secretariat
from cmc_desk.ui.documents.tracked_table import NOBODY
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.theme import font

AS_PROPOSALS, ACCEPTED, REJECTED = "proposals", "accepted", "rejected"
_ROW, _MOST = 34, 6


class TrackedPart(QWidget):
    """`changed` says that something else is to become of the changes, `assigned` that an author is somebody else's."""

    changed = Signal()
    assigned = Signal()

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self._fields: dict[str, AuthorField] = {}
        self._told = Text(size=13, bold=True, wrap=True)
        self.ways = Segment(
            [
                Option(AS_PROPOSALS, _("As proposals")),
                Option(ACCEPTED, pgettext("changes", "Accepted")),
                Option(REJECTED, pgettext("changes", "Rejected")),
            ],
            name=_("What becomes of the changes"),
        )
        self.ways.chosen.connect(self._on_way)
        self._authors = QWidget()
        self._grid = QGridLayout(self._authors)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        # However many hands there were in a file: each is asked about.
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._authors)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addWidget(self.ways)
        column.addWidget(self._scroll)

    def show_changes(self, number: int, authors: Sequence[str], facts: Facts, *, way: str) -> None:
        """Offer what can be done with so many changes of these authors."""
        self._facts = facts
        words = ngettext("{number} tracked change in it", "{number} tracked changes in it", number)
        self._told.setText(words.format(number=number))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        index = DelegationIndex((row.code, (*row.names, *row.aliases)) for row in facts.delegations.values())
        self._fields = {}
        for place, author in enumerate(authors):
            field = AuthorField(facts)
            field.setFont(font(13))
            field.setFixedHeight(30)
            field.setAccessibleName(_("Delegation of {author}").format(author=author))
            field.setPlaceholderText(_("whose?"))
            # Our own files name the delegation before the number of the proposal.
            found = index.suggest(author.partition("(")[0].strip(), 1) if author else ()
            if not found and is_secretariat(author, whole=True):
                field.set_secretariat()
            else:
                field.set_code(found[0] if found else "")
            field.taken.connect(self._on_taken)
            field.textEdited.connect(self._on_taken)
            self._fields[author] = field
            self._grid.addWidget(Text(author or _("nobody named"), size=12, tone="slate"), place, 0)
            self._grid.addWidget(field, place, 1)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._scroll.setFixedHeight(min(len(authors), _MOST) * _ROW + 6)
        self.ways.choose(way)
        self._scroll.setVisible(way == AS_PROPOSALS)

    def way(self) -> str:
        """Return what becomes of the changes."""
        return self.ways.key()

    def delegations(self) -> Mapping[str, str]:
        """Return the code of the delegation by author, empty for the secretariat and where nobody was chosen."""
        return {author: next(iter(field.codes()), "") for author, field in self._fields.items()}

    def told(self) -> Mapping[str, str]:
        """Return what `delegations` does, with the author after `NOBODY` where nobody was chosen."""
        asked = self.unassigned()
        return {author: f"{NOBODY}{author}" if author in asked else code for author, code in self.delegations().items()}

    def unassigned(self) -> tuple[str, ...]:
        """Return the authors for whom neither a delegation nor the secretariat was chosen."""
        return tuple(author for author, field in self._fields.items() if not field.key())

    def _on_way(self, way: str) -> None:
        self._scroll.setVisible(way == AS_PROPOSALS)
        self.changed.emit()

    def _on_taken(self, _code: str) -> None:
        self.assigned.emit()
