"""Where everybody's cursor stands: kept every ten seconds, so that the page opens there again and colleagues see who is writing where."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.note_places import Place, keep_place, place_of, present
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context

_EVERY = timedelta(seconds=10)
# What the composer says of its cursor, and how far the list is scrolled: item, entry, position, scroll.
Here = tuple[str, str, int, int]


class Places(QObject):
    """`changed` says that somebody came, went, or writes elsewhere; a hint, and never a lock."""

    changed = Signal()

    def __init__(self, context: Context, here: Callable[[], Here], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._here = here
        self._kept_at: datetime | None = None
        self.others: tuple[Place, ...] = ()

    def last(self) -> Place | None:
        """Return where the cursor stood when this station was last seen here."""
        author = self._context.desk.author
        try:
            return self._context.desk.read_promptly(place_of, operator=author.operator, station=author.station)
        except Unavailable:
            return None

    def ticked(self, now: datetime) -> None:
        """Say that we are here, and see who else is, if it is time to."""
        if self._kept_at is None or now - self._kept_at >= _EVERY or now < self._kept_at:
            self.keep(now)

    def soon(self) -> None:
        """Say where the cursor stands at the next tick: it is under another item."""
        self._kept_at = None

    def keep(self, now: datetime) -> None:
        """Say now where the cursor stands."""
        item, entry, position, scroll = self._here()
        if not item:
            return
        self._kept_at = now
        desk = self._context.desk
        try:
            desk.keep(keep_place, item=item, entry=entry, position=position, scroll=scroll)
            found = desk.read_promptly(present, now=now)
        except (Unavailable, Refusal):
            # It is said again in ten seconds; what is typed is somebody else's affair.
            return
        me = (desk.author.operator, desk.author.station)
        others = tuple(one for one in found if (one.operator, one.station) != me)
        if [(one.operator, one.item, one.entry) for one in others] != [
            (one.operator, one.item, one.entry) for one in self.others
        ]:
            self.others = others
            self.changed.emit()

    def editing(self) -> dict[str, str]:
        """Return who has which entry in their composer."""
        return {one.entry: one.operator for one in self.others if one.entry}

    def words(self) -> str:
        """Return who else is in the notes, and where."""
        here = self._here()[0]
        titles = {one.id: one.title for one in self._context.facts.agenda}
        return " · ".join(
            _("{name} is here too").format(name=one.operator)
            if one.item == here
            else _("{name} is on {item}").format(name=one.operator, item=titles.get(one.item, one.item))
            for one in self.others
        )
